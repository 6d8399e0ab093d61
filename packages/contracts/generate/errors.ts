// Turns schemas/errors.json into the typed error catalogue.

interface ErrorEntry {
  code: string
  retriable: boolean
  meaning: string
  action: string
  closeCode?: number
}

export function errorsModule(errors: ErrorEntry[]): string {
  const entries = errors.map((e) => {
    const close = e.closeCode === undefined ? 'null' : String(e.closeCode)
    return `  /** ${e.meaning} ${e.action} */\n  ${e.code}: { code: '${e.code}', retriable: ${e.retriable}, closeCode: ${close}, meaning: ${JSON.stringify(e.meaning)}, action: ${JSON.stringify(e.action)} },`
  })
  return `// Made by packages/contracts/generate from schemas/errors.json. Do not edit: run \`make generate\`.

export interface CatalogueEntry {
  readonly code: string
  /** Whether the same request can succeed later. */
  readonly retriable: boolean
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
