// Writes the events of a small world as the domain would, with dense seqs and ordinals, and gives them the offsets of one
// log partition. Batches of what is new go to a projector store.
import { randomUUID } from 'node:crypto'
import type { AnsweredIntent, GroupSetting, SkeinEvent } from '@skein/contracts'
import { encodeReply } from '@skein/contracts'
import { messageKey } from '@skein/domain'
import { emptyCheckpoint, type ProjectedBatch } from '@skein/event-sourcing'
import { type Changes, type EventRecord, foldBatch, type ItemRow, storedCells, type ViewCell } from '@skein/projections'
import { hotChangesOf } from '../src/index.ts'

type Unstamped<E extends SkeinEvent = SkeinEvent> = E extends SkeinEvent ? Omit<E, 'meta'> : never

export interface SentMessage {
  readonly clientMessageId: string
  readonly messageId: string
  readonly seq: number
  readonly ordinal: number
}

export class EventScript {
  readonly appId = 'app'
  readonly partition: number
  readonly logEpoch: string
  readonly records: EventRecord[] = []
  /** When the next event occurs; moves by a second each. */
  now = 1_700_000_000_000
  #taken = 0
  /** The cells before the event of that offset. */
  #folded = { offset: 0, cells: new Map<string, ViewCell>() }
  /** How often each message was edited. */
  readonly #versions = new Map<string, number>()
  readonly #lastEdits = new Map<string, number>()
  readonly #heads = new Map<string, { seq: number; ordinal: number }>()

  constructor(partition = 0, logEpoch = `epoch-${partition}`) {
    this.partition = partition
    this.logEpoch = logEpoch
  }

  get end(): number {
    return this.records.length
  }

  append(event: Unstamped, actorId = '', { commandId = randomUUID() as string, answers = null as AnsweredIntent | null } = {}): void {
    this.now += 1_000
    const meta = {
      appId: this.appId,
      claim: 0,
      commandOffset: this.records.length,
      commandId,
      actorId,
      deviceId: `${actorId}-device`,
      connectionId: '',
      occurredAt: this.now,
      answers,
      traceparent: null,
    }
    const stamped = { ...event, meta } as SkeinEvent
    this.records.push({ event: stamped, position: { partition: this.partition, offset: this.records.length } })
  }

  register(...userIds: string[]): void {
    for (const userId of userIds) {
      this.append({ type: 'UserNameClaimed', userName: `Name-${userId}`, userId }, userId)
      this.append({ type: 'UserRegistered', userId, userName: `Name-${userId}`, displayName: `The ${userId}` }, userId)
    }
  }

  headOf(conversationId: string): { seq: number; ordinal: number } {
    const head = this.#heads.get(conversationId) ?? { seq: 0, ordinal: 0 }
    this.#heads.set(conversationId, head)
    return head
  }

  send(conversationId: string, senderId: string, text = 'hello', clientMessageId: string = randomUUID()): SentMessage {
    const head = this.headOf(conversationId)
    const messageId = randomUUID()
    const [seq, ordinal] = [++head.seq, ++head.ordinal]
    this.append(
      {
        type: 'MessageSent',
        conversationId,
        seq,
        ordinal,
        senderId,
        body: { contentType: 'text/plain', encoding: '', keyId: '', bytes: new TextEncoder().encode(text) },
        replyTo: 0,
        mentionAll: false,
        attachments: [{ url: 'https://files/1', name: 'a "quoted" näme.txt', contentType: 'text/plain', size: 12 }],
      },
      senderId,
      {
        commandId: messageId,
        answers: {
          id: clientMessageId,
          contentHash: Uint8Array.of(1, 2, 255, seq % 256),
          reply: encodeReply('SendMessage', { messageId, seq, ordinal, sentAtMs: this.now + 1_000 }),
        },
      },
    )
    return { clientMessageId, messageId, seq, ordinal }
  }

  /** To everybody of the app. */
  broadcast(actorId = '', text = 'hello all'): SentMessage {
    const conversationId = `b:${this.appId}`
    const head = this.headOf(conversationId)
    const messageId = randomUUID()
    const place = { conversationId, seq: ++head.seq, ordinal: ++head.ordinal }
    const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new TextEncoder().encode(text) }
    this.append({ type: 'BroadcastSent', ...place, body, attachments: [], perSecond: 0 }, actorId, { commandId: messageId })
    return { clientMessageId: '', messageId, seq: place.seq, ordinal: place.ordinal }
  }

  edit(conversationId: string, actorId: string, message: SentMessage, text: string): void {
    const head = this.headOf(conversationId)
    const version = (this.#versions.get(message.messageId) ?? 0) + 1
    this.#versions.set(message.messageId, version)
    const lastEditSeq = this.#lastEdits.get(message.messageId) ?? 0
    this.#lastEdits.set(message.messageId, head.seq + 1)
    const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new TextEncoder().encode(text) }
    const place = { conversationId, seq: ++head.seq, ordinal: head.ordinal }
    const target = { targetSeq: message.seq, targetOrdinal: message.ordinal, messageId: message.messageId, lastEditSeq }
    this.append({ type: 'MessageEdited', ...place, ...target, version, body }, actorId)
  }

  revoke(conversationId: string, actorId: string, message: SentMessage): void {
    this.#takeAway('MessageRevoked', conversationId, actorId, message)
  }

  delete(conversationId: string, actorId: string, message: SentMessage): void {
    this.#takeAway('MessageDeleted', conversationId, actorId, message)
  }

  #takeAway(type: 'MessageRevoked' | 'MessageDeleted', conversationId: string, actorId: string, message: SentMessage): void {
    const head = this.headOf(conversationId)
    const place = { conversationId, seq: ++head.seq, ordinal: head.ordinal }
    const target = { targetSeq: message.seq, targetOrdinal: message.ordinal, messageId: message.messageId }
    const lastEditSeq = this.#lastEdits.get(message.messageId) ?? 0
    this.append({ type, ...place, ...target, lastEditSeq }, actorId)
  }

  hide(conversationId: string, userId: string, { seq, ordinal, messageId }: SentMessage): void {
    this.append({ type: 'MessageHidden', userId, conversationId, seq, ordinal, messageId }, userId)
  }

  createGroup(conversationId: string, ownerId: string, ...others: string[]): void {
    const head = this.headOf(conversationId)
    const members = [{ userId: ownerId, role: 'owner' }, ...others.map((userId) => ({ userId, role: 'member' }))]
    this.append({ type: 'GroupCreated', conversationId, seq: ++head.seq, name: `Group ${conversationId}`, members }, ownerId)
  }

  set(conversationId: string, actorId: string, ...settings: readonly GroupSetting[]): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'GroupChanged', conversationId, seq: ++head.seq, ordinal: head.ordinal, settings }, actorId)
  }

  dismiss(conversationId: string, actorId: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'GroupDismissed', conversationId, seq: ++head.seq, ordinal: head.ordinal, endsAt: 0 }, actorId)
  }

  add(conversationId: string, actorId: string, ...userIds: string[]): void {
    this.addAs(null, conversationId, actorId, ...userIds)
  }

  /** In answer to an intent that a client named. */
  addAs(answers: AnsweredIntent | null, conversationId: string, actorId: string, ...userIds: string[]): void {
    const head = this.headOf(conversationId)
    const members = userIds.map((userId) => ({ userId, role: 'member' }))
    const place = { conversationId, seq: ++head.seq, ordinal: head.ordinal }
    this.append({ type: 'MembersAdded', ...place, members, returning: [], fromStart: false }, actorId, { answers })
  }

  /** To whom the group shows its history from the start. */
  addFromStart(conversationId: string, actorId: string, userId: string): void {
    const head = this.headOf(conversationId)
    const place = { conversationId, seq: ++head.seq, ordinal: head.ordinal }
    this.append({ type: 'MembersAdded', ...place, members: [{ userId, role: 'member' }], returning: [], fromStart: true }, actorId)
  }

  remove(conversationId: string, actorId: string, userId: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MembersRemoved', conversationId, seq: ++head.seq, ordinal: head.ordinal, userIds: [userId] }, actorId)
  }

  leave(conversationId: string, userId: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MemberLeft', conversationId, seq: ++head.seq, ordinal: head.ordinal, userId }, userId)
  }

  changeRole(conversationId: string, actorId: string, userId: string, role: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MemberRoleChanged', conversationId, seq: ++head.seq, userId, role, ordinal: head.ordinal }, actorId)
  }

  markRead(conversationId: string, userId: string, ordinal: number): void {
    this.append({ type: 'ReadMarked', conversationId, userId, ordinal, shown: true }, userId)
  }

  /** Everything in [from, to) as one batch. */
  batch(from: number, to: number = this.end): ProjectedBatch<Changes> {
    const at = (nextOffset: number) =>
      nextOffset === 0
        ? emptyCheckpoint(this.partition)
        : {
            partition: this.partition,
            nextOffset,
            logEpoch: this.logEpoch,
            claim: 0,
            claimId: `claim of ${this.logEpoch}`,
            commandOffset: nextOffset - 1,
            commandId: '',
          }
    const cells = this.#cellsBefore(from)
    const changes = foldBatch(this.records.slice(from, to)).from((key) => cells.get(key))
    return { partition: this.partition, expected: at(from), next: at(to), changes }
  }

  /** What a batch changes in hot views. */
  hotChanges(from: number, to: number = this.end) {
    const { cells, rows } = this.batch(from, to).changes
    return hotChangesOf(cells, rows.items)
  }

  #cellsBefore(offset: number): ReadonlyMap<string, ViewCell> {
    if (offset < this.#folded.offset) this.#folded = { offset: 0, cells: new Map() }
    const { offset: from, cells } = this.#folded
    const { cells: changed, rows } = foldBatch(this.records.slice(from, offset)).from((key) => cells.get(key))
    for (const [key, cell] of [...changed, ...rows.items.flatMap(cellsOf)]) cells.set(key, cell)
    this.#folded = { offset, cells }
    return cells
  }

  /** Everything not taken before. */
  take(): ProjectedBatch<Changes> {
    const batch = this.batch(this.#taken)
    this.#taken = this.end
    return batch
  }
}

/** An item's own cell, and that of the message it is. */
function cellsOf(row: ItemRow): [string, ViewCell][] {
  const message = storedCells.message.cellOf([row])
  const item: [string, ViewCell] = [`item|${row.app_id}|${row.conversation_id}|${row.seq}`, { kind: 'item', row }]
  return message === undefined ? [item] : [item, [messageKey(row.app_id, row.conversation_id, row.seq), message]]
}
