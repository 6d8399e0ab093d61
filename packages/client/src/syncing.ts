// When to sync: after every login, when the server says so, while the views are behind, and as long as a conversation is known from
// pushes alone. One sync runs at a time; one asked for meanwhile runs after it.
import { backOffMs, pause } from './back-off.ts'
import { createCatchUp } from './catch-up.ts'
import type { Connection } from './connection.ts'
import type { Conversations } from './conversations.ts'
import { briefAbsenceMs, type FullOptions, unknownBackOff } from './options.ts'
import type { UserProfile } from './session.ts'
import { asSkeinError } from './skein-error.ts'
import { runSync } from './sync.ts'

export interface SyncingOptions {
  readonly options: FullOptions
  readonly conversations: Conversations
  readonly signal: AbortSignal
  /** The present connection; without one the next login syncs. */
  connection(): Connection | null
  onProfile(profile: UserProfile): void
  /** A sync that was asked for is through. */
  onSynced(): void
}

export interface Syncing {
  /** Syncs on a new connection; rejects when that cannot be done on it. */
  run(connection: Connection): Promise<void>
  request(): void
  /** Something does not close, or is unknown: a sync may help, unless one is planned already. */
  requestUnlessPlanned(): void
  /** No sync is under way or planned, and the last one was answered by views that were not behind. */
  readonly synced: boolean
  /** Conversations met live are in no sync yet: their sessions are asked for once the views may have them. */
  askForUnknown(): void
  down(): void
  close(): void
}

export function createSyncing(given: SyncingOptions): Syncing {
  const { options, conversations, signal } = given
  const catchUp = createCatchUp(options.random, () => request())
  let running: Promise<void> | null = null
  let wanted = false
  let unknownAttempts = 0
  let unknownTimer: ReturnType<typeof setTimeout> | undefined
  /** When pushes ceased to be heard; null while they are and nothing before them is missing. */
  let awaySince: number | null = 0

  function run(connection: Connection): Promise<void> {
    const previous = running
    const all = async () => {
      await previous?.catch(() => {})
      do {
        wanted = false
        await once(connection)
      } while (wanted && connection.open)
    }
    const mine: Promise<void> = all().finally(() => {
      if (running === mine) running = null
    })
    running = mine
    return mine
  }

  async function once(connection: Connection): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const away = awaySince === null ? 0 : Date.now() - awaySince
        // What came inline must be enough where a new conversation begins with it.
        const brief = away < briefAbsenceMs && options.newConversationDepth !== null
        const behindMs = await runSync(connection, {
          ...options,
          itemsPerConversation: brief ? 1 : options.itemsPerConversation,
          conversations,
          onProfile: given.onProfile,
        })
        if (!connection.open) break
        if (behindMs === 0) awaySince = null
        catchUp.plan(behindMs)
        break
      } catch (cause) {
        const error = asSkeinError(cause)
        if (!connection.open || !error.retriable) throw error
        await pause(Math.max(error.retryAfterMs, backOffMs(options.resendBackOff, attempt, options.random)), signal)
      }
    }
    askForUnknown()
  }

  function request(): void {
    wanted = true
    const connection = given.connection()
    if (running || !connection) return
    run(connection).then(
      () => given.onSynced(),
      () => connection.destroy(),
    )
  }

  function requestUnlessPlanned(): void {
    if (!catchUp.planned) request()
  }

  function askForUnknown(): void {
    if (conversations.provisional.size === 0) {
      unknownAttempts = 0
      return
    }
    if (unknownTimer !== undefined || signal.aborted) return
    unknownTimer = setTimeout(
      () => {
        unknownTimer = undefined
        if (conversations.provisional.size > 0) requestUnlessPlanned()
      },
      backOffMs(unknownBackOff, unknownAttempts, options.random),
    )
    unknownAttempts += 1
  }

  return {
    run,
    request,
    requestUnlessPlanned,
    get synced() {
      return !running && !wanted && !catchUp.planned
    },
    askForUnknown,
    down() {
      awaySince ??= Date.now()
      catchUp.down()
    },
    close() {
      clearTimeout(unknownTimer)
      catchUp.down()
    },
  }
}
