// What can be set on a client, and the defaults. Every limit has a name.

import type { BackOff } from './back-off.ts'
import type { AccessOptions } from './link/access.ts'
import type { Storage } from './storage/storage.ts'

export interface ClientOptions extends AccessOptions {
  /** Where unsent messages and places survive a restart; memory when left out. One storage belongs to one user's device. */
  readonly storage?: Storage
  readonly clientName?: string
  /** Another implementation of the browser's WebSocket. */
  readonly webSocket?: typeof WebSocket
  /** PEM certificates trusted for `tls:` besides the system's (Node only). */
  readonly tlsCa?: string
  /** Unsent messages; beyond it `send` rejects with BACKLOG_FULL. */
  readonly outboxMessagesMax?: number
  /** Items per conversation held back behind a hole; more are fetched again. */
  readonly heldItemsMax?: number
  /** Items an iterator may be behind before it ends with SLOW_ITERATOR. */
  readonly iteratorItemsMax?: number
  /** Last items per conversation that sync brings inline; 0 for the server's default. */
  readonly itemsPerConversation?: number
  /** How many items back to begin when everything is synced anew; null for what came inline. Infinity for all. */
  readonly fullSyncDepth?: number | null
  /** The same for a conversation that is new since the last sync. */
  readonly newConversationDepth?: number | null
  readonly connectTimeoutMs?: number
  readonly answerTimeoutMs?: number
  /** How long a request other than a send is tried again before it rejects. */
  readonly callTimeoutMs?: number
  /** How long a hole may close by itself before history is asked. */
  readonly holePatienceMs?: number
  /** How long `history` asks again for what this client knew before, and `members` when refused, as views may be behind. */
  readonly viewPatienceMs?: number
  /** How long at most until a sync follows one that lacked nothing: what was pushed and lost is shown after so long at the latest. */
  readonly syncIntervalMs?: number
  readonly saveDelayMs?: number
  /** Connections that are logged in for less count, one after the other, as attempts in vain: the next one waits longer. */
  readonly stableMs?: number
  readonly reconnectBackOff?: BackOff
  readonly resendBackOff?: BackOff
  readonly random?: () => number
  /** Warnings; silent when left out. */
  readonly onWarning?: (message: string, fields: Record<string, unknown>) => void
}

export const clientDefaults = {
  clientName: 'skein-client',
  outboxMessagesMax: 10_000,
  heldItemsMax: 1_000,
  iteratorItemsMax: 10_000,
  itemsPerConversation: 0,
  fullSyncDepth: null,
  newConversationDepth: 1_000,
  connectTimeoutMs: 10_000,
  answerTimeoutMs: 15_000,
  callTimeoutMs: 30_000,
  holePatienceMs: 200,
  viewPatienceMs: 3_000,
  syncIntervalMs: 900_000,
  saveDelayMs: 500,
  stableMs: 10_000,
  reconnectBackOff: { baseMs: 250, maxMs: 30_000 },
  resendBackOff: { baseMs: 200, maxMs: 10_000 },
  random: Math.random,
  onWarning: () => {},
} as const

/** Conversations filled at the same time. */
export const fillsMax = 4
/**
 * One who was away for less has missed little, and has most of what changed since their last sync from pushes: their sync brings one item
 * per conversation, and history what is missing.
 */
export const briefAbsenceMs = 60_000
/** Requests left free for everything that is not a send. */
export const roomReserved = fillsMax + 2
/** Changes of messages remembered per conversation, for the moment that the views may be behind them. */
export const messageChangesMax = 200
/** Places remembered per conversation, the last that were shown: by them another history is told from the one that was followed. */
export const rememberedPlacesMax = 16
/** Users that one request adds to a group: more are added by several. */
export const membersPerRequestMax = 200
/** Users that one question who is online brings at most. */
export const onlineUsersMax = 1_000
/** How soon a conversation that no sync has told of yet is asked for again. */
export const unknownBackOff: BackOff = { baseMs: 300, maxMs: 10_000 }

export type FullOptions = ClientOptions & Required<Pick<ClientOptions, keyof typeof clientDefaults>>

/** Options with every default filled in; an undefined value counts as left out. */
export function withDefaults(options: ClientOptions): FullOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as unknown as ClientOptions
  return { ...clientDefaults, ...given } as FullOptions
}
