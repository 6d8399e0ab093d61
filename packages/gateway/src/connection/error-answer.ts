// Refusing a packet: a code of the error catalogue becomes an error packet, and the connection goes on.
import { type ErrorCode, errorCatalogue, flags, wire } from '@skein/contracts'
import type { GatewayContext } from '../context.ts'
import { count } from '../metrics.ts'
import type { Connection } from './connection.ts'
import type { Route } from './outbox.ts'

export interface ErrorAnswer {
  readonly code: ErrorCode
  /** Which field, which limit, which part; never content. */
  readonly detail: string
  readonly retryAfterMs?: number
}

export const isRetriable = (code: ErrorCode): boolean => errorCatalogue[code].retriable

/** What is refused: the answer has its route and sequence. */
export interface RefusedPacket extends Route {
  readonly sequence: number
}

/** Of a stream of which nothing is understood. */
export const noPacket: RefusedPacket = { service: 0, command: 0, sequence: 0 }

export function refuse(context: GatewayContext, connection: Connection, packet: RefusedPacket, refusal: ErrorAnswer): void {
  const { code, detail, retryAfterMs = 0 } = refusal
  count(context.counters.refused, code)
  const body = wire.Error.encode({ code, detail, retriable: isRetriable(code), retryAfterMs }).finish()
  context.outbox.packet(connection, packet, { sequence: packet.sequence, flags: flags.error }, body)
}
