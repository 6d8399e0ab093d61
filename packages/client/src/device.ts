// A user's device: messages out exactly once and in order, items in without gaps and in order, across every reconnect.
// This file ties the parts together; what each of them promises is said where it lives: outbox, timeline, conversations,
// hole filler, syncing, link.
import { type AnswerBodies, type Messages, packets, type RequestBodies, type RequestName } from '@skein/contracts'
import { backOffMs, pause } from './back-off.ts'
import { monotonicMs } from './clock.ts'
import { Conversations } from './conversation/conversations.ts'
import { HoleFiller } from './conversation/hole-filler.ts'
import { type Item, itemFrom, type NoticeOf, noticeFrom } from './conversation/item.ts'
import { createItemStream, type ItemStream } from './conversation/item-stream.ts'
import { type Draft, Outbox, type Sent } from './conversation/outbox.ts'
import { letsIn, type UserProfile } from './conversation/session.ts'
import { Syncing } from './conversation/syncing.ts'
import { createViewReads, type ViewReads } from './conversation/view-reads.ts'
import { createEmitter, type Emitter } from './emitter.ts'
import type { ClientEvents } from './events.ts'
import { type Asking, type FeatureCore, intentOf } from './features/feature-core.ts'
import { followAgain } from './features/live-rooms.ts'
import { historyPage } from './features/messages.ts'
import { type NoticeRules, noticeRules } from './features/notices.ts'
import { syncedWaysIn } from './features/synced-ways-in.ts'
import { MessageSent } from './generated/wire.ts'
import { Access } from './link/access.ts'
import { Connection, type ConnectionOptions } from './link/connection.ts'
import { isAboutConnection, isUnsubmitted } from './link/connection-end.ts'
import { Link } from './link/link.ts'
import { type FullOptions, fillsMax, roomReserved } from './options.ts'
import { asSkeinError, SkeinError } from './skein-error.ts'
import { memoryStorage, type Storage } from './storage/storage.ts'
import { empty } from './wire/wire-message.ts'

export class Device implements FeatureCore {
  readonly appId: string
  readonly emitter: Emitter<ClientEvents>
  readonly profiles: Map<string, UserProfile> = new Map()
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly viewReads: ViewReads
  readonly access: Access
  readonly followedRooms: Set<string> = new Set()
  readonly link: Link
  loaded: Promise<void>
  readonly #options: FullOptions
  readonly #filler: HoleFiller
  readonly #syncing: Syncing
  readonly #closing = new AbortController()
  readonly #streams = new Set<ItemStream>()
  readonly #noticed: NoticeRules
  #letGo: (() => void) | undefined
  #ended: Promise<void> | undefined

  constructor(options: FullOptions) {
    this.#options = options
    this.appId = options.appId
    const storage = options.storage ?? memoryStorage()
    const { random, onWarning, resendBackOff, viewPatienceMs } = options
    const { signal } = this.#closing
    this.emitter = createEmitter((error) => onWarning('a listener threw', { error: String(error) }))
    this.access = new Access(options)
    this.conversations = new Conversations({
      storage,
      saveDelayMs: options.saveDelayMs,
      heldItemsMax: options.heldItemsMax,
      onItem: (item) => this.#show(item),
      onAhead: (item) => this.emitter.emit('ahead', item),
      onSession: (session) => this.emitter.emit('session', session),
      onHole: (id) => this.#filler.wake(id),
      onOtherHistory: () => this.#syncing.request(),
      onSaveFailed: (error) => this.#saveFailed(error),
      synced: () => this.#syncing.synced,
    })
    this.#noticed = noticeRules(this)
    this.#filler = new HoleFiller({
      conversations: this.conversations,
      backOff: resendBackOff,
      random,
      patienceMs: options.holePatienceMs,
      fillsMax,
      history: (id, hole) => historyPage(this, id, hole),
      onStuck: () => this.#syncing.requestUnlessPlanned(),
      synced: () => this.#syncing.synced,
      onWarning,
    })
    this.outbox = new Outbox({
      storage,
      outlived: options.storage !== undefined,
      messagesMax: options.outboxMessagesMax,
      backOff: resendBackOff,
      random,
      roomReserved,
      onSent: (draft, sent) => this.#sent(draft, sent),
      onRefused: (draft, error) => this.emitter.emit('refused', { ...draft, error }),
    })
    this.#syncing = new Syncing({
      options,
      conversations: this.conversations,
      signal,
      connection: () => this.link.connection,
      onProfile: (profile) => this.profiles.set(profile.userId, profile),
      onHidden: (hidden) => this.#noticed.MessageHidden(hidden),
      onRelations: ({ relations, reset, cut }) => {
        if (reset) this.emitter.emit('relationsReset', { cut })
        for (const { userId, ...change } of relations) this.emitter.emit('relation', { userId, change })
      },
      onPrivacy: (privacy) => this.#noticed.PrivacyChanged(privacy),
      ...syncedWaysIn(this),
      onOtherHistory: (conversationIds) => this.emitter.emit('otherHistory', { conversationIds }),
      onSynced: () => this.#filler.up(),
    })
    this.viewReads = createViewReads({
      knownTo: (id) => this.conversations.knownTo(id),
      readTo: (id) => this.conversations.readOrdinalOf(id),
      patienceMs: viewPatienceMs,
      random,
      signal,
    })
    this.link = this.#makeLink()
    this.loaded = this.#load(storage)
    this.loaded.catch(() => {})
  }

  /** Every request with an intent has one id for all attempts: what an attempt with a lost answer did is not done again. */
  async call<N extends RequestName>(name: N, message: Asking<N> | (() => Asking<N>), own = intentOf(undefined)): Promise<AnswerBodies[N]> {
    let request: RequestBodies[N] | null = null
    const made = () => {
      const { intent } = packets[name] as { readonly intent?: string | null }
      const asked = typeof message === 'function' ? message() : message
      return (intent ? { ...asked, [intent]: own.id } : asked) as unknown as RequestBodies[N]
    }
    const { callTimeoutMs, resendBackOff, random } = this.#options
    const deadline = monotonicMs() + callTimeoutMs
    let attempted = own.brought
    for (let attempt = 0; ; attempt += 1) {
      if (this.#closing.signal.aborted) throw new SkeinError('CLOSED', 'this client was closed')
      if (this.link.state === 'stopped') throw new SkeinError('STOPPED', `${name}: this client has stopped`)
      const { connection } = this.link
      let error = new SkeinError('CONNECTION_LOST', `${name}: no connection`, { retriable: true })
      if (connection) {
        try {
          request ??= made()
          return await connection.ask(name, request, { retry: attempted })
        } catch (cause) {
          error = asSkeinError(cause)
          if (connection.open && isAboutConnection(error.code)) connection.destroy()
          else if (connection.open && !error.retriable) throw error
          attempted ||= !connection.open || !isUnsubmitted(error.code)
        } finally {
          this.outbox.pump()
        }
      }
      const waitMs = Math.max(error.retryAfterMs, backOffMs(resendBackOff, attempt, random))
      if (monotonicMs() + waitMs > deadline) throw error
      await pause(waitMs, this.#closing.signal)
    }
  }

  async once<N extends RequestName>(name: N, message: RequestBodies[N]): Promise<AnswerBodies[N]> {
    const { connection } = this.link
    if (!connection) throw new SkeinError('CONNECTION_LOST', `${name}: no connection`, { retriable: true })
    return connection.ask(name, message, {}).catch((cause) => Promise.reject(asSkeinError(cause)))
  }

  async connect(): Promise<void> {
    // Another client had the storage; it may have let go.
    this.loaded = this.loaded.catch((error) => {
      if (error.code !== 'STORAGE_IN_USE' || this.#closing.signal.aborted) throw error
      return this.#load(this.#options.storage!)
    })
    await this.loaded
    await this.link.start()
  }

  close(): Promise<void> {
    return this.#end({ keeps: true })
  }

  async logout(): Promise<void> {
    await this.call('logout', {}).catch((error: SkeinError) => {
      // The goodbye can overtake the answer.
      if (error.code !== 'STOPPED') throw error
    })
    await this.#end({ keeps: false })
  }

  async #load(storage: Storage): Promise<void> {
    this.#letGo = await storage.hold?.()
    await Promise.all([this.conversations.load(), this.outbox.load()])
  }

  /** Once; whoever asks again waits for the first to be through. */
  #end(how: { readonly keeps: boolean }): Promise<void> {
    if (this.#ended) return this.#ended
    const { promise, resolve } = Promise.withResolvers<void>()
    // Before it begins: a listener that is told of it may close as well.
    this.#ended = promise
    resolve(this.#endNow(how))
    return promise
  }

  /** `keeps`: what is in storage is left to the next client on it. Only then is the storage let go of. */
  async #endNow({ keeps }: { readonly keeps: boolean }): Promise<void> {
    this.#closing.abort()
    const saved = this.conversations.close().catch((error) => this.#saveFailed(error))
    this.#syncing.close()
    const left = this.outbox.close(new SkeinError('CLOSED', 'this client was closed', { retriable: true }), keeps)
    this.#filler.down()
    this.link.close()
    await this.loaded.catch(() => {})
    await Promise.all([saved, left])
    for (const stream of [...this.#streams]) stream.end()
    try {
      if (!keeps) {
        await this.conversations.clear()
        await this.outbox.clear()
      }
    } finally {
      this.#letGo?.()
    }
  }

  items(): ItemStream {
    const stream = createItemStream(this.#options.iteratorItemsMax, () => this.#streams.delete(stream))
    this.#streams.add(stream)
    return stream
  }

  #makeLink(): Link {
    return new Link({
      access: this.access,
      backOff: this.#options.reconnectBackOff,
      stableMs: this.#options.stableMs,
      random: this.#options.random,
      open: (address, token, onEnd, signal) => this.#open(address, { token, onEnd, signal }),
      onUp: async (connection) => {
        this.outbox.up(connection)
        // Before the sync is through as well: it takes as long as the views are behind.
        this.#filler.up()
        followAgain(this)
        await this.#syncing.run(connection)
        this.#filler.up()
      },
      onDown: () => {
        this.#syncing.down()
        this.outbox.down()
        this.#filler.down()
      },
      onState: (state, error) => this.emitter.emit('state', { state, ...(error ? { error } : {}) }),
    })
  }

  async #open(address: string, login: Pick<ConnectionOptions, 'token' | 'onEnd' | 'signal'>): Promise<Connection> {
    await this.loaded
    const { appId, clientName, connectTimeoutMs, answerTimeoutMs, webSocket, tlsCa } = this.#options
    let opened: Connection | null = null
    // Pushes may share a packet run with the login's answer: they wait until it is known whose they are.
    const early: (() => void)[] = []
    const whenUp = (action: () => void) => (opened ? action() : early.push(action))
    opened = await Connection.open(address, {
      ...login,
      ...{ appId, clientName, connectTimeoutMs, answerTimeoutMs, webSocket, tlsCa },
      onPush: (push) => whenUp(() => this.#pushed(push)),
      onResync: (reason) =>
        whenUp(() => {
          this.emitter.emit('resync', { reason })
          this.#syncing.request()
        }),
    })
    const { userId } = opened.login
    const { conversations } = this
    if (conversations.userId && conversations.userId !== userId) {
      opened.close()
      throw new SkeinError('STORAGE_OF_OTHER_USER', `it belongs to ${conversations.userId}, not to ${userId}`)
    }
    const first = !conversations.userId
    conversations.userId = userId
    for (const action of early) action()
    // From now on the storage is this user's, whatever happens next.
    if (first) await conversations.save().catch((error) => this.#saveFailed(error))
    return opened
  }

  #pushed({ items, notices }: Messages.Push): void {
    for (const item of items) this.#told(itemFrom(item))
    for (const notice of notices) {
      const known = noticeFrom(notice)
      if (known) this.#notice(known)
    }
  }

  #told(item: Item): void {
    this.conversations.take(item)
    // Requests to join that wait were told to those who were admins by then: a sync tells them to who has become one.
    if (letsIn(item, this.conversations.userId)) this.#syncing.request()
  }

  #notice<Kind extends keyof Messages.NoticeContents>({ kind, content }: NoticeOf<Kind>): void {
    this.#noticed[kind](content)
  }

  #show(item: Item): void {
    this.emitter.emit('item', item)
    if (item.type === 'MessageSent') this.emitter.emit('message', item)
    for (const stream of this.#streams) stream.push(item)
    if (this.conversations.provisional.size > 0) this.#syncing.askForUnknown()
  }

  #sent(draft: Draft, sent: Sent): void {
    const { conversationId, seq, ordinal, sentAtMs, messageId } = sent
    const { clientMessageId, body, replyTo, attachments, mentionAll } = draft
    const place = { conversationId, seq, ordinal, actorId: this.conversations.userId, occurredAtMs: sentAtMs, uncounts: 0 }
    const messageSent = { ...empty(MessageSent), messageId, clientMessageId, body, replyTo, attachments, mentionAll }
    this.conversations.take(itemFrom({ ...place, messageSent }))
    this.emitter.emit('sent', sent)
  }

  #saveFailed(error: unknown): void {
    this.#options.onWarning('places could not be stored', { error: String(error) })
  }
}
