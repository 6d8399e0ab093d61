// Everything behind a gateway, in memory and whole: a log of commands, a processor that decides them and replies over the
// link, views folded from what it accepted. Tests step it: fail the log, hold replies, let the views lag.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SkeinCommand } from '@skein/contracts'
import { type Checkpoint, LogError } from '@skein/event-sourcing'
import type { LinkReply, NodeLink } from '@skein/node-link'
import type { ConversationItem, DeviceSessionState, HistoryQuery, ReadViews, SyncPage, SyncQuery } from '@skein/projections'

export interface AppendedCommand {
  readonly key: string
  readonly command: SkeinCommand
  readonly deadlineAt: number
}

interface Conversation {
  readonly items: ConversationItem[]
  readonly sent: Map<string, LinkReply>
  readonly read: Map<string, number>
}

export class InMemoryBackend {
  readonly appended: AppendedCommand[] = []
  readonly sessions = new Map<string, DeviceSessionState>()
  readonly #conversations = new Map<string, Conversation>()
  readonly #held: (() => void)[] = []
  readonly #link: NodeLink
  /** How the next appends end; empty for stored. */
  appendFailures: LogError[] = []
  /** What the next append waits for. */
  appendAfter: Promise<void> | null = null
  /** While true the processor decides nothing. */
  holding = false
  /** While true the views do not answer. */
  viewsDown = false
  /** While true the ends of the log cannot be read. */
  endsDown = false
  /** Codes with which the processor refuses the next commands; empty string for "decide". */
  refusals: string[] = []
  /** What those refusals say. */
  refusalDetail = ''
  /** Events in the log, and of them in the views. */
  end = 0
  projected: number | null = null
  /** How long reads of sessions and ends take. */
  latencyMs = 0
  sessionQuestions = 0
  /** Sessions asked about, in all those questions. */
  readonly asked: string[] = []
  endReads = 0
  checkpointReads = 0

  constructor(link: NodeLink) {
    this.#link = link
  }

  #conversation(key: string): Conversation {
    let found = this.#conversations.get(key)
    if (found === undefined) {
      found = { items: [], sent: new Map(), read: new Map() }
      this.#conversations.set(key, found)
    }
    return found
  }

  readonly appendCommand = async (key: string, command: SkeinCommand, deadlineAt: number): Promise<void> => {
    const failure = this.appendFailures.shift()
    if (failure !== undefined) throw failure
    const before = this.appendAfter
    this.appendAfter = null
    if (before !== null) await before
    this.appended.push({ key, command, deadlineAt })
    if (this.holding) this.#held.push(() => this.#decide(key, command))
    else setImmediate(() => this.#decide(key, command))
  }

  /** Decides the oldest command held, or all of them. */
  release(count = this.#held.length): void {
    for (const decide of this.#held.splice(0, count)) decide()
  }

  get heldCount(): number {
    return this.#held.length
  }

  readonly endOffsets = async (): Promise<ReadonlyMap<number, number>> => {
    this.endReads += 1
    if (this.viewsDown || this.endsDown) throw new LogError('UNAVAILABLE', 'down')
    const ends = new Map([[0, this.end]])
    if (this.latencyMs > 0) await sleep(this.latencyMs)
    return ends
  }

  #decide(key: string, command: SkeinCommand): void {
    const code = this.refusals.shift() ?? ''
    const reply = code === '' ? this.#accept(key, command) : { ...this.#emptyReply(command), code, detail: this.refusalDetail }
    this.#link.reply(command.meta.replyNode, reply)
  }

  #emptyReply({ meta }: SkeinCommand): LinkReply {
    const { replyConnection: connectionId, commandId, enteredAt: occurredAtMs } = meta
    const nothing = { code: '', detail: '', seq: 0, ordinal: 0, messageId: '' }
    return { ...nothing, connectionId, commandId, occurredAtMs, partition: 0, offset: this.end }
  }

  #accept(key: string, command: SkeinCommand): LinkReply {
    const reply = this.#emptyReply(command)
    const conversation = this.#conversation(key)
    this.end += 1
    if (command.type === 'CloseDeviceSession') {
      this.sessions.set(command.sessionId, 'closed')
      return reply
    }
    if (command.type === 'MarkRead') {
      const ordinal = Math.min(conversation.items.length, Math.max(command.ordinal, conversation.read.get(command.meta.actorId) ?? 0))
      conversation.read.set(command.meta.actorId, ordinal)
      return { ...reply, ordinal }
    }
    if (command.type !== 'SendMessage') return { ...reply, seq: conversation.items.length }
    const intent = `${command.meta.actorId}|${command.clientMessageId}`
    const before = conversation.sent.get(intent)
    if (before !== undefined) return { ...before, commandId: reply.commandId, connectionId: reply.connectionId }
    const { conversationId, clientMessageId, messageId, body, meta } = command
    const seq = conversation.items.length + 1
    const message = { messageId, clientMessageId, body: { ...body } }
    conversation.items.push({ conversationId, seq, ordinal: seq, actorId: meta.actorId, occurredAtMs: meta.enteredAt, message })
    const stored = { ...reply, seq, ordinal: seq, messageId }
    conversation.sent.set(intent, stored)
    return stored
  }

  /** Puts an item into a conversation as if it had been sent. */
  plant(appId: string, item: ConversationItem): void {
    this.#conversation(`${appId}/${item.conversationId}`).items.push(item)
  }

  texts(appId: string, conversationId: string): string[] {
    return this.#conversation(`${appId}/${conversationId}`).items.map((item) => Buffer.from(item.message!.body!.bytes!).toString('utf8'))
  }

  #answering(): void {
    if (this.viewsDown) throw new Error('the views are down')
  }

  readonly views: ReadViews = {
    checkpoints: async () => {
      this.checkpointReads += 1
      this.#answering()
      const checkpoint: Checkpoint = {
        partition: 0,
        nextOffset: this.projected ?? this.end,
        logEpoch: 'epoch',
        claim: 0,
        commandOffset: -1,
      }
      return new Map([[0, checkpoint]])
    },
    sync: async ({ appId, itemsPerConversation }: SyncQuery): Promise<SyncPage> => {
      this.#answering()
      const mine = [...this.#conversations].filter(([key, { items }]) => key.startsWith(`${appId}/`) && items.length > 0)
      return {
        cursor: Buffer.from(String(this.projected ?? this.end)),
        full: true,
        more: false,
        sessions: mine.map(([key, { items }]) => ({ conversationId: key.slice(appId.length + 1), kind: 'direct', lastSeq: items.length })),
        items: mine.flatMap(([, { items }]) => items.slice(-itemsPerConversation)),
        profiles: [],
      }
    },
    history: async ({ appId, conversationId, beforeSeq, afterSeq, limit }: HistoryQuery) => {
      this.#answering()
      const found = this.#conversations.get(`${appId}/${conversationId}`)
      if (found === undefined) return 'NOT_A_MEMBER'
      const all = found.items.filter(({ seq }) => Number(seq) > afterSeq && (beforeSeq === 0 || Number(seq) < beforeSeq))
      const items = afterSeq === 0 ? all.slice(-limit) : all.slice(0, limit)
      return { items, more: items.length < all.length }
    },
    unread: async () => {
      this.#answering()
      return { entries: [{ conversationId: 'd:a:b', unread: 2, lastOrdinal: 2, readOrdinal: 0 }], total: 2 }
    },
    members: async ({ conversationId, limit }) => {
      this.#answering()
      if (conversationId === 'g:none') return 'NOT_A_MEMBER'
      const members = ['a', 'b', 'c'].map((userId) => ({ userId, role: 'member' }))
      return { members: members.slice(0, limit), more: limit < members.length }
    },
    findUser: async (_appId, by) => {
      this.#answering()
      const userId = 'userId' in by ? by.userId : by.userName
      return userId === 'nobody' ? null : { userId, userName: userId, displayName: userId }
    },
    deviceSessions: async (list) => {
      this.#answering()
      this.sessionQuestions += 1
      this.asked.push(...list.map(({ sessionId }) => sessionId))
      if (this.latencyMs > 0) await sleep(this.latencyMs)
      return list.map(({ sessionId }) => this.sessions.get(sessionId) ?? 'unknown')
    },
  }

  /** Id of a device session that the views know as open. */
  openSession(): string {
    const id = randomUUID()
    this.sessions.set(id, 'open')
    return id
  }
}
