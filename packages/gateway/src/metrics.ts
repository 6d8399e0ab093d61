// What the gateway counts: plain numbers, read by whoever exports them.
import type { CommandDeskCounters } from '@skein/command-desk'
import type { HandshakeCounters } from './transport/handshakes.ts'

export interface Counters extends HandshakeCounters {
  accepted: number
  logins: number
  packetsIn: number
  packetsOut: number
  bytesIn: number
  bytesOut: number
  pushes: number
  /** Pushes withheld from connections that do not acknowledge or read. */
  pushesWithheld: number
  /** Pushes of live rooms withheld from connections that do not acknowledge or read: lost. */
  signalsWithheld: number
  resyncs: number
  /** Error packets and closed connections by code of the error catalogue. */
  readonly refused: Record<string, number>
  readonly dismissed: Record<string, number>
}

export interface GatewayMetrics extends Readonly<Counters>, Readonly<CommandDeskCounters> {
  readonly connections: number
  readonly authenticated: number
  readonly commandsPending: number
  /** Of these, those that wait for their turn: the log takes no more at once. */
  readonly commandsWaiting: number
  /** Reads of who of those connected here is in a large group. */
  readonly groupReads: number
  /** Signals of live rooms that other nodes could not be given. */
  readonly signalsUnpublished: number
  readonly viewReads: number
  readonly viewReadsWaiting: number
  /** Library of each listener, such as uWebSockets.js. */
  readonly transports: readonly { readonly address: string; readonly library: string }[]
}

export const createCounters = (): Counters => ({
  handshakes: 0,
  handshakesTimedOut: 0,
  handshakesRefused: 0,
  accepted: 0,
  logins: 0,
  packetsIn: 0,
  packetsOut: 0,
  bytesIn: 0,
  bytesOut: 0,
  pushes: 0,
  pushesWithheld: 0,
  signalsWithheld: 0,
  resyncs: 0,
  refused: {},
  dismissed: {},
})

export function count(codes: Record<string, number>, code: string): void {
  codes[code] = (codes[code] ?? 0) + 1
}
