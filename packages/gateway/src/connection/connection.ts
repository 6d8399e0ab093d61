// One client connection: its state, who is behind it, and the counters its limits are kept with. Everything that an idle
// connection does not need (queues, partial packets, lanes) is null until it is needed, because there are many.
// Times are milliseconds of performance.now().
import type { TokenClaims } from '../device-sessions/token-verifier.ts'
import type { PartialPacket } from '../transport/packet-stream.ts'
import type { TransportConnection } from '../transport/transport.ts'
import type { AddedUsers } from './added-users.ts'
import type { CountedRequests } from './counted-requests.ts'
import type { LeakingBucket, TokenBucket } from './token-bucket.ts'

/**
 * accepted: may log in. authenticating: a login is being checked. active: logged in. draining: told to go, gets the
 * answers still owed. closed: nothing is sent or read any more; the transport may still be flushing.
 */
export type ConnectionState = 'accepted' | 'authenticating' | 'active' | 'draining' | 'closed'

const transitions: Record<ConnectionState, readonly ConnectionState[]> = {
  accepted: ['authenticating', 'draining', 'closed'],
  // Back to accepted when the login could not be checked: the client may try again within its time.
  authenticating: ['accepted', 'active', 'draining', 'closed'],
  active: ['draining', 'closed'],
  draining: ['closed'],
  closed: [],
}

/** A user with connections here, or with a rate limit not yet full again. */
export interface LocalUser {
  readonly key: string
  readonly connections: Connection[]
  /** Of commands. */
  tokens: number
  countedAt: number
  /** Of look-ups of users; null until there was one. */
  lookUps: TokenBucket | null
  /** Of signals into live rooms; null until there was one. */
  signals: TokenBucket | null
  /** Users put into groups; null until there was one. */
  added: AddedUsers | null
  /** What the policy of its app limits by the hour, by the name of the limit. */
  readonly hourly: Map<string, CountedRequests>
}

export interface UnfinishedSync {
  /** With which the next page is asked for. */
  readonly cursor: Uint8Array
  /** Its first page was answered on another connection. */
  readonly resumed: boolean
}

export class Connection {
  readonly transport: TransportConnection
  state: ConnectionState = 'accepted'
  /** Place in the table; -1 once out of it. */
  index = -1
  readonly addressKey: string
  /** UUID; empty before the login. */
  id = ''
  identity: TokenClaims | null = null
  user: LocalUser | null = null
  /** Milliseconds since the epoch. */
  connectedAtMs = 0
  /** Last entry into accepted, draining or closed. */
  since: number
  heardAt: number

  partial: PartialPacket | null = null
  outbox: Uint8Array[] | null = null
  outboxBytes = 0
  /** When the transport's queue went over its soft limit; 0 while it is not, Infinity once it is beyond the hard one. */
  congestedAt = 0

  inFlight = 0
  /** Commands of it that wait for their turn. */
  turnsAwaited = 0
  /** While it is not read from because more than one waits. */
  turnPause: NodeJS.Timeout | null = null
  /** What kinds of requests keep with it: see lanes.ts. */
  slots: unknown[] | null = null

  /** The sync whose next page is due. */
  unfinishedSync: UnfinishedSync | null = null

  /** Token bucket of packets. */
  tokens: number
  countedAt: number
  /** Packets refused for their rate, and bytes read: leaking buckets, null until something is in them. */
  refused: LeakingBucket | null = null
  read: LeakingBucket | null = null

  /** Pushes sent and acknowledged, counted from 1; their low 16 bits travel as sequences. */
  pushed = 0
  acked = 0
  /** When the oldest push without acknowledgement was sent, or the last acknowledgement came. */
  ackWaitFrom = 0
  /** Nothing was acknowledged in time and a Resync was sent for it. */
  ackOverdue = false
  /** Something was not pushed: a Resync is owed. */
  missed = false
  /** When to send a Resync, a Goodbye; 0 for not. */
  resyncAt = 0
  goodbyeAt = 0

  constructor(transport: TransportConnection, addressKey: string, nowMs: number, packetBurst: number) {
    this.transport = transport
    this.addressKey = addressKey
    this.since = nowMs
    this.heardAt = nowMs
    this.tokens = packetBurst
    this.countedAt = nowMs
  }

  to(state: ConnectionState): void {
    if (!transitions[this.state].includes(state)) throw new Error(`connection cannot go from ${this.state} to ${state}`)
    this.state = state
  }

  get open(): boolean {
    return this.state !== 'closed'
  }

  /** Whether nothing is read from it, where its transport can do that: it takes nothing in, or has asked for more than is begun. */
  get unread(): boolean {
    return this.congestedAt > 0 || this.turnPause !== null
  }
}
