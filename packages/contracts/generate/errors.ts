// Turns schemas/errors.json into the typed error catalogue.

export interface ErrorEntry {
  code: string
  retriable: boolean
  unsubmitted?: boolean
  http: number
  next: 'reconnect' | 'backOff' | 'stop'
  meaning: string
  action: string
  closeCode?: number
}

export function errorsModule(errors: ErrorEntry[]): string {
  const entries = errors.map(({ code, retriable, unsubmitted = false, http, next, meaning, action, closeCode }) => {
    const facts = `code: '${code}', retriable: ${retriable}, unsubmitted: ${unsubmitted}, http: ${http}, next: '${next}', closeCode: ${closeCode ?? null}`
    return `  /** ${meaning} ${action} */\n  ${code}: { ${facts}, meaning: ${JSON.stringify(meaning)}, action: ${JSON.stringify(action)} },`
  })
  return `// Made by packages/contracts/generate from schemas/errors.json. Do not edit: run \`make generate\`.

export interface CatalogueEntry {
  readonly code: string
  /** Whether the same request can succeed later. */
  readonly retriable: boolean
  /** Whether nothing of what is refused with it was given to the log: asked again, it is no retry for that. */
  readonly unsubmitted: boolean
  /** Status of an HTTP answer that is refused with it. */
  readonly http: number
  /** What a client does next when its connection ends with it. */
  readonly next: 'reconnect' | 'backOff' | 'stop'
  /** WebSocket close code where the error ends the connection; null where it does not. */
  readonly closeCode: number | null
  readonly meaning: string
  /** What the client should do. */
  readonly action: string
}

export const errorCatalogue = {
${entries.join('\n')}
} as const satisfies Record<string, CatalogueEntry>

export type ErrorCode = keyof typeof errorCatalogue
`
}
