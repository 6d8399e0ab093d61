// Why a connection ended and what that asks of the client: the goodbye where there was one, else the WebSocket close
// code through the error catalogue, else nothing but a back-off.
import { type CatalogueEntry, errorCatalogue, type Messages } from '@skein/contracts'
import { Goodbye_Action } from '../generated/wire.ts'

export type NextStep = CatalogueEntry['next']

export interface ConnectionEnd {
  /** Code of the catalogue, or CONNECTION_LOST. */
  readonly code: string
  readonly detail: string
  readonly next: NextStep
  /** 0 when unknown. */
  readonly retryAfterMs: number
}

const catalogue: Readonly<Record<string, CatalogueEntry>> = errorCatalogue

const byCloseCode = new Map<number, CatalogueEntry>(
  Object.values(catalogue).flatMap((entry) => (entry.closeCode === null ? [] : [[entry.closeCode, entry] as const])),
)

const nextOfAction: Readonly<Record<number, NextStep>> = {
  [Goodbye_Action.ACTION_RECONNECT]: 'reconnect',
  [Goodbye_Action.ACTION_STOP]: 'stop',
}

/** What the catalogue says; undefined for codes of a later release. */
export const nextOf = (code: string): NextStep | undefined => catalogue[code]?.next

/**
 * Whether a refusal speaks of who is connected, not of the request: it ends connections, and wants another login. Other codes that end
 * connections (INTERNAL, MALFORMED_PACKET) say as a refusal that this very request cannot be done.
 */
export function isAboutConnection(code: string): boolean {
  const entry = catalogue[code]
  return entry !== undefined && entry.closeCode !== null && entry.http === 401
}

/**
 * Whether a refusal on a connection that goes on says that nothing of this attempt was given to the log: the next one is flagged as this one
 * was. Codes of a later release say nothing.
 */
export const isUnsubmitted = (code: string): boolean => catalogue[code]?.unsubmitted ?? false

export function endOfGoodbye(goodbye: Messages.Goodbye): ConnectionEnd {
  const { code, detail, action, retryAfterMs } = goodbye
  return { code: code || 'CONNECTION_LOST', detail, next: nextOfAction[action] ?? 'backOff', retryAfterMs }
}

export function endOfClose(closeCode: number, reason: string): ConnectionEnd {
  const entry = byCloseCode.get(closeCode)
  if (entry) return { code: entry.code, detail: reason, next: entry.next, retryAfterMs: 0 }
  return { code: 'CONNECTION_LOST', detail: reason || (closeCode ? `closed with ${closeCode}` : ''), next: 'backOff', retryAfterMs: 0 }
}
