// A user's device: messages out exactly once and in order, items in without gaps and in order, across every reconnect.
// This file ties the parts together; what each of them promises is said where it lives: outbox, timeline, conversations,
// hole filler, sync, link.
import { isUuid } from '@skein/contracts'
import { createAccess } from './access.ts'
import { backOffMs, pause } from './back-off.ts'
import type { Client, ClientEvents, SendOptions } from './client-surface.ts'
import { Connection } from './connection.ts'
import { createConversations } from './conversations.ts'
import { createEmitter } from './emitter.ts'
import { createHoleFiller } from './hole-filler.ts'
import { type Body, itemFrom, readMarkFrom, textBody, textOf } from './item.ts'
import { createItemStream, type ItemStream } from './item-stream.ts'
import { createLink } from './link.ts'
import { type ClientOptions, fillsMax, onlineUsersMax, roomReserved, withDefaults } from './options.ts'
import { createOutbox, isAboutConnection } from './outbox.ts'
import type { AnswerBodies, RequestBodies, RequestName } from './requests.ts'
import { profileFrom, type UserProfile } from './session.ts'
import { asSkeinError, SkeinError } from './skein-error.ts'
import { memoryStorage } from './storage.ts'
import { createSyncing } from './syncing.ts'
import { newUuid } from './uuid.ts'
import { createViewReads, type HistoryRange } from './view-reads.ts'

export function createClient(given: ClientOptions): Client {
  const options = withDefaults(given)
  const storage = options.storage ?? memoryStorage()
  const warn = options.onWarning
  const emitter = createEmitter<ClientEvents>((error) => warn('a listener threw', { error: String(error) }))
  const streams = new Set<ItemStream>()
  const profiles = new Map<string, UserProfile>()

  const conversations = createConversations({
    storage,
    saveDelayMs: options.saveDelayMs,
    heldItemsMax: options.heldItemsMax,
    onItem(item) {
      emitter.emit('item', item)
      if (item.type === 'message') emitter.emit('message', item)
      for (const stream of streams) stream.push(item)
      if (conversations.provisional.size > 0) syncing.askForUnknown()
    },
    onSession: (session) => emitter.emit('session', session),
    onHole: (id) => filler.wake(id),
    onSaveFailed: (error) => warn('places could not be stored', { error: String(error) }),
  })

  const filler = createHoleFiller({
    conversations,
    backOff: options.resendBackOff,
    random: options.random,
    patienceMs: options.holePatienceMs,
    fillsMax,
    history: (id, hole) => historyPage(id, hole),
    onStuck: () => syncing.requestUnlessPlanned(),
    synced: () => syncing.synced,
    onWarning: warn,
  })

  const outbox = createOutbox({
    storage,
    messagesMax: options.outboxMessagesMax,
    backOff: options.resendBackOff,
    random: options.random,
    roomReserved,
    onSent(draft, sent) {
      const { conversationId, clientMessageId, messageId, seq, ordinal, sentAtMs } = sent
      const place = { conversationId, seq, ordinal, actorId: conversations.userId, occurredAtMs: sentAtMs }
      const { body, replyTo, attachments } = draft
      conversations.take({ ...place, type: 'message', messageId, clientMessageId, body, text: textOf(body), replyTo, attachments })
      emitter.emit('sent', sent)
    },
    onRefused: (draft, error) => emitter.emit('refused', { ...draft, error }),
  })

  const closing = new AbortController()
  const syncing = createSyncing({
    options,
    conversations,
    signal: closing.signal,
    connection: () => link.connection,
    onProfile: (profile) => profiles.set(profile.userId, profile),
    onSynced: () => filler.up(),
  })
  const viewReads = createViewReads({
    knownTo: (id) => (conversations.sessions.get(id)?.toSeq ? 0 : Math.max(0, conversations.timelines.get(id)?.targetSeq ?? 0)),
    patienceMs: options.viewPatienceMs,
    random: options.random,
    signal: closing.signal,
  })
  const access = createAccess(options)
  const link = createLink({
    access,
    backOff: options.reconnectBackOff,
    stableMs: options.stableMs,
    random: options.random,
    async open(address, token, onEnd, signal) {
      await loaded
      let opened: Connection | null = null
      // Pushes may share a packet run with the login's answer: they wait until it is known whose they are.
      const early: (() => void)[] = []
      const whenUp = (action: () => void) => (opened ? action() : early.push(action))
      opened = await Connection.open(address, {
        token,
        appId: options.appId,
        clientName: options.clientName,
        connectTimeoutMs: options.connectTimeoutMs,
        answerTimeoutMs: options.answerTimeoutMs,
        ...(options.webSocket ? { webSocket: options.webSocket } : {}),
        ...(options.tlsCa ? { tlsCa: options.tlsCa } : {}),
        onEnd,
        signal,
        onPush: (push) => {
          const items = push.items.map(itemFrom)
          const marks = push.readMarks.map(readMarkFrom)
          whenUp(() => {
            for (const item of items) conversations.take(item)
            for (const mark of marks) {
              conversations.readTo(mark)
              emitter.emit('readMark', mark)
            }
          })
        },
        onResync: (reason) =>
          whenUp(() => {
            emitter.emit('resync', { reason })
            syncing.request()
          }),
      })
      const { userId } = opened.login
      if (conversations.userId && conversations.userId !== userId) {
        opened.close()
        throw new SkeinError('STORAGE_OF_OTHER_USER', `it belongs to ${conversations.userId}, not to ${userId}`)
      }
      const first = !conversations.userId
      conversations.userId = userId
      for (const action of early) action()
      // From now on the storage is this user's, whatever happens next.
      if (first) await conversations.save().catch((error) => warn('places could not be stored', { error: String(error) }))
      return opened
    },
    async onUp(connection) {
      outbox.up(connection)
      // Before the sync is through as well: it takes as long as the views are behind.
      filler.up()
      await syncing.run(connection)
      filler.up()
    },
    onDown() {
      syncing.down()
      outbox.down()
      filler.down()
    },
    onState: (state, error) => emitter.emit('state', { state, ...(error ? { error } : {}) }),
  })

  let loading: Promise<void> | null = null
  const load = () => {
    loading ??= Promise.all([conversations.load(), outbox.load()]).then(() => {})
    return loading
  }
  const loaded = load()
  loaded.catch(() => {})

  /** Asks, and asks again over reconnects and retriable refusals until the deadline. */
  async function call<N extends RequestName>(name: N, message: RequestBodies[N]): Promise<AnswerBodies[N]> {
    const deadline = Date.now() + options.callTimeoutMs
    let attempted = false
    for (let attempt = 0; ; attempt += 1) {
      if (closing.signal.aborted) throw new SkeinError('CLOSED', 'this client was closed')
      if (link.state === 'stopped') throw new SkeinError('STOPPED', `${name}: this client has stopped`)
      const { connection } = link
      let error = new SkeinError('CONNECTION_LOST', `${name}: no connection`, { retriable: true })
      if (connection) {
        try {
          return await connection.ask(name, message, { retry: attempted })
        } catch (cause) {
          error = asSkeinError(cause)
          if (connection.open && isAboutConnection(error.code)) connection.destroy()
          else if (connection.open && !error.retriable) throw error
          attempted = true
        } finally {
          outbox.pump()
        }
      }
      const waitMs = Math.max(error.retryAfterMs, backOffMs(options.resendBackOff, attempt, options.random))
      if (Date.now() + waitMs > deadline) throw error
      await pause(waitMs, closing.signal)
    }
  }

  async function historyPage(conversationId: string, range: HistoryRange) {
    const reply = await call('history', { conversationId, ...range })
    return { items: reply.items.map(itemFrom), more: reply.more }
  }

  async function changeGroup<N extends 'addMembers' | 'removeMember' | 'leaveGroup' | 'changeRole'>(name: N, message: RequestBodies[N]) {
    // One name for all attempts: what an attempt with a lost answer has done is answered, and not done again.
    const { seq } = (await call(name, { ...message, clientRequestId: newUuid() })) as AnswerBodies['addMembers']
    const conversationId = message.conversationId ?? ''
    conversations.reach(conversationId, seq)
    return { conversationId, seq }
  }

  async function send(conversationId: string, content: string | Body, extra: SendOptions = {}) {
    await loaded
    const clientMessageId = extra.clientMessageId ?? newUuid()
    if (!isUuid(clientMessageId)) throw new SkeinError('INVALID_ARGUMENT', 'clientMessageId is not a lower-case UUID')
    const body = typeof content === 'string' ? textBody(content) : { ...content, bytes: new Uint8Array(content.bytes) }
    return outbox.add({ conversationId, clientMessageId, body, replyTo: extra.replyTo ?? 0, attachments: extra.attachments ?? [] })
  }

  async function close(): Promise<void> {
    if (closing.signal.aborted) return
    closing.abort()
    const saved = conversations.close().catch((error) => warn('places could not be stored', { error: String(error) }))
    syncing.close()
    outbox.close(new SkeinError('CLOSED', 'this client was closed', { retriable: true }))
    filler.down()
    link.close()
    await loaded.catch(() => {})
    await saved
    for (const stream of [...streams]) stream.end()
  }

  const client: Client = {
    on: emitter.on,
    get state() {
      return link.state
    },
    get userId() {
      return conversations.userId
    },
    get connection() {
      return link.connection
    },
    get unsent() {
      return outbox.size
    },
    async connect() {
      await loaded
      await link.start()
    },
    close,
    async logout() {
      await call('logout', {}).catch((error: SkeinError) => {
        // The goodbye can overtake the answer.
        if (error.code !== 'STOPPED') throw error
      })
      await close()
      await conversations.clear()
      await outbox.clear()
    },
    send,
    history: (conversationId, range = {}) => viewReads.history(conversationId, range, () => historyPage(conversationId, range)),
    items() {
      const stream = createItemStream(options.iteratorItemsMax, () => streams.delete(stream))
      streams.add(stream)
      return stream
    },
    [Symbol.asyncIterator]: () => client.items(),
    sessions: () => [...conversations.sessions.values()],
    session: (id) => conversations.sessions.get(id),
    profile: (userId) => profiles.get(userId),
    lastSeq: (id) => Math.max(0, conversations.timelines.get(id)?.lastSeq ?? 0),
    async markRead(conversationId, ordinal) {
      const target = ordinal ?? conversations.sessions.get(conversationId)?.lastOrdinal ?? 0
      const reply = await call('markRead', { conversationId, ordinal: target })
      conversations.readTo({ conversationId, userId: conversations.userId, ordinal: reply.ordinal })
      return { ordinal: reply.ordinal }
    },
    async unread() {
      const reply = await call('unread', {})
      const entries = reply.entries.map((e) => ({
        conversationId: e.conversationId ?? '',
        unread: e.unread ?? 0,
        lastOrdinal: e.lastOrdinal ?? 0,
        readOrdinal: e.readOrdinal ?? 0,
      }))
      return { total: reply.total, entries }
    },
    async createGroup({ name, memberIds, groupId }) {
      const conversationId = `g:${groupId ?? newUuid()}`
      const reply = await call('createGroup', { conversationId, name, memberIds: [...memberIds], clientRequestId: newUuid() })
      conversations.begin(conversationId, 0)
      conversations.reach(conversationId, reply.seq)
      return { conversationId, seq: reply.seq }
    },
    addMembers: (conversationId, userIds) => changeGroup('addMembers', { conversationId, userIds: [...userIds] }),
    removeMember: (conversationId, userId) => changeGroup('removeMember', { conversationId, userId }),
    leaveGroup: (conversationId) => changeGroup('leaveGroup', { conversationId }),
    changeRole: (conversationId, userId, role) => changeGroup('changeRole', { conversationId, userId, role }),
    async members(conversationId, page = {}) {
      const request = { conversationId, afterUserId: page.afterUserId ?? '', limit: page.limit ?? 0 }
      const reply = await viewReads.asMember(conversationId, () => call('members', request))
      return { members: reply.members.map((m) => ({ userId: m.userId ?? '', role: m.role ?? '' })), more: reply.more }
    },
    async onlineUsers() {
      const users: Awaited<ReturnType<Client['onlineUsers']>> = []
      let after = ''
      do {
        const page = await access.read(`users/online${after ? `?after=${encodeURIComponent(after)}` : ''}`)
        users.push(...((page.users ?? []) as typeof users))
        after = String(page.next ?? '')
      } while (after && users.length < onlineUsersMax)
      return users
    },
    async findUser(by) {
      const reply = await call('findUser', { userId: by.userId ?? '', userName: by.userName ?? '' })
      const profile = profileFrom(reply.profile ?? {})
      profiles.set(profile.userId, profile)
      return profile
    },
  }
  return client
}
