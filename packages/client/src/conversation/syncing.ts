// When to sync: after every login, when the server says so, while the views are behind, as long as a conversation is known from
// pushes alone, and once in a long while. One sync runs at a time; one asked for meanwhile runs after it.
import { backOffMs, pause } from '../back-off.ts'
import { monotonicMs } from '../clock.ts'
import type { Connection } from '../link/connection.ts'
import { briefAbsenceMs, type FullOptions, unknownBackOff } from '../options.ts'
import { asSkeinError } from '../skein-error.ts'
import { type CatchUp, createCatchUp } from './catch-up.ts'
import type { Conversations } from './conversations.ts'
import type { HiddenMessage } from './item.ts'
import type { UserProfile } from './session.ts'
import { runSync, type SyncOptions } from './sync.ts'

export interface SyncingOptions {
  readonly options: FullOptions
  readonly conversations: Conversations
  readonly signal: AbortSignal
  /** The present connection; without one the next login syncs. */
  connection(): Connection | null
  onProfile(profile: UserProfile): void
  onHidden(hidden: HiddenMessage): void
  readonly onRelations: SyncOptions['onRelations']
  readonly onPrivacy: SyncOptions['onPrivacy']
  readonly onInvitations: SyncOptions['onInvitations']
  readonly onJoinRequests: SyncOptions['onJoinRequests']
  onOtherHistory(conversationIds: readonly string[]): void
  /** A sync that was asked for is through. */
  onSynced(): void
}

export class Syncing {
  readonly #given: SyncingOptions
  readonly #catchUp: CatchUp
  #running: Promise<void> | null = null
  #wanted = false
  #unknownAttempts = 0
  #unknownTimer: ReturnType<typeof setTimeout> | undefined
  /** When pushes ceased to be heard; null while they are and nothing before them is missing. */
  #awaySince: number | null = Number.NEGATIVE_INFINITY

  constructor(given: SyncingOptions) {
    this.#given = given
    this.#catchUp = createCatchUp(given.options.random, () => this.request(), given.options.syncIntervalMs)
  }

  /** No sync is under way or planned, and since pushes are heard one was answered by views that lacked nothing, in no part of them. */
  get synced(): boolean {
    return this.#awaySince === null && !this.#running && !this.#wanted && !this.#catchUp.planned
  }

  /** Syncs on a new connection; rejects when that cannot be done on it. */
  run(connection: Connection): Promise<void> {
    const previous = this.#running
    const all = async () => {
      await previous?.catch(() => {})
      do {
        this.#wanted = false
        await this.#once(connection)
      } while (this.#wanted && connection.open)
    }
    const mine: Promise<void> = all().finally(() => {
      if (this.#running === mine) this.#running = null
    })
    this.#running = mine
    return mine
  }

  request(): void {
    this.#wanted = true
    const connection = this.#given.connection()
    if (this.#running || !connection) return
    this.run(connection).then(
      () => this.#given.onSynced(),
      () => connection.destroy(),
    )
  }

  /** Something does not close, or is unknown: a sync may help, unless one is planned already. */
  requestUnlessPlanned(): void {
    if (!this.#catchUp.planned) this.request()
  }

  /** Conversations met live are in no sync yet: their sessions are asked for once the views may have them. */
  askForUnknown(): void {
    const { conversations, signal, options } = this.#given
    if (conversations.provisional.size === 0) {
      this.#unknownAttempts = 0
      return
    }
    if (this.#unknownTimer !== undefined || signal.aborted) return
    const ask = () => {
      this.#unknownTimer = undefined
      if (conversations.provisional.size > 0) this.requestUnlessPlanned()
    }
    this.#unknownTimer = setTimeout(ask, backOffMs(unknownBackOff, this.#unknownAttempts, options.random))
    this.#unknownAttempts += 1
  }

  down(): void {
    this.#awaySince ??= monotonicMs()
    this.#catchUp.down()
  }

  close(): void {
    clearTimeout(this.#unknownTimer)
    this.#catchUp.down()
  }

  async #once(connection: Connection): Promise<void> {
    const { options, signal } = this.#given
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.#ask(connection)
        break
      } catch (cause) {
        const error = asSkeinError(cause)
        if (!connection.open || !error.retriable) throw error
        await pause(Math.max(error.retryAfterMs, backOffMs(options.resendBackOff, attempt, options.random)), signal)
      }
    }
    this.askForUnknown()
  }

  async #ask(connection: Connection): Promise<void> {
    const { options, conversations, onProfile, onHidden, onRelations, onPrivacy, onInvitations, onJoinRequests, onOtherHistory } =
      this.#given
    const away = this.#awaySince === null ? 0 : monotonicMs() - this.#awaySince
    // What came inline must be enough where a new conversation begins with it.
    const brief = away < briefAbsenceMs && options.newConversationDepth !== null
    const itemsPerConversation = brief ? 1 : options.itemsPerConversation
    const { behindMs, partStands } = await runSync(connection, {
      ...options,
      itemsPerConversation,
      itemsAtBeginning: options.itemsPerConversation,
      conversations,
      onProfile,
      onHidden,
      onRelations,
      onPrivacy,
      onInvitations,
      onJoinRequests,
      onOtherHistory,
    })
    if (!connection.open) return
    if (behindMs === 0 && !partStands) this.#awaySince = null
    this.#catchUp.plan(behindMs)
  }
}
