// Why a connection ended and what that asks of the client: the goodbye where there was one, else the WebSocket close
// code through the error catalogue, else nothing but a back-off.
import { type CatalogueEntry, errorCatalogue, type WireTypes, wire } from '@skein/contracts'

export type NextStep = 'reconnect' | 'backOff' | 'stop'

export interface ConnectionEnd {
  /** Code of the catalogue, or CONNECTION_LOST. */
  readonly code: string
  readonly detail: string
  readonly next: NextStep
  /** 0 when unknown. */
  readonly retryAfterMs: number
}

const byCloseCode = new Map<number, CatalogueEntry>(
  Object.values(errorCatalogue).flatMap((entry) => (entry.closeCode === null ? [] : [[entry.closeCode, entry] as const])),
)

const actions = wire.Goodbye.Action

export function endOfGoodbye(goodbye: WireTypes.wire.v1.Goodbye): ConnectionEnd {
  const next = goodbye.action === actions.ACTION_RECONNECT ? 'reconnect' : goodbye.action === actions.ACTION_STOP ? 'stop' : 'backOff'
  return { code: goodbye.code || 'CONNECTION_LOST', detail: goodbye.detail, next, retryAfterMs: goodbye.retryAfterMs }
}

export function endOfClose(closeCode: number, reason: string): ConnectionEnd {
  const entry = byCloseCode.get(closeCode)
  if (!entry)
    return { code: 'CONNECTION_LOST', detail: reason || (closeCode ? `closed with ${closeCode}` : ''), next: 'backOff', retryAfterMs: 0 }
  // INTERNAL is not retriable as a request; a connection that met a fault of the server may come again later.
  const next = entry.code === 'GOING_AWAY' ? 'reconnect' : entry.retriable || entry.code === 'INTERNAL' ? 'backOff' : 'stop'
  return { code: entry.code, detail: reason, next, retryAfterMs: 0 }
}
