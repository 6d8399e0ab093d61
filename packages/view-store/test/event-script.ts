// Writes the events of a small world as the domain would, with dense seqs and ordinals, and gives them the offsets of one
// log partition. Batches of what is new go to a projector store.
import { randomUUID } from 'node:crypto'
import type { ClientRequest, SkeinEvent } from '@skein/contracts'
import { emptyCheckpoint, type ProjectedBatch } from '@skein/event-sourcing'
import { type Change, type EventRecord, project } from '@skein/projections'

type Unstamped<E extends SkeinEvent = SkeinEvent> = E extends SkeinEvent ? Omit<E, 'meta'> : never

export interface SentMessage {
  readonly clientMessageId: string
  readonly messageId: string
  readonly seq: number
}

export class EventScript {
  readonly appId = 'app'
  readonly partition: number
  readonly logEpoch: string
  readonly records: EventRecord[] = []
  /** When the next event occurs; moves by a second each. */
  now = 1_700_000_000_000
  #taken = 0
  readonly #heads = new Map<string, { seq: number; ordinal: number }>()

  constructor(partition = 0, logEpoch = `epoch-${partition}`) {
    this.partition = partition
    this.logEpoch = logEpoch
  }

  get end(): number {
    return this.records.length
  }

  append(event: Unstamped, actorId = ''): void {
    this.now += 1_000
    const meta = {
      appId: this.appId,
      claim: 0,
      commandOffset: this.records.length,
      commandId: '',
      actorId,
      deviceId: `${actorId}-device`,
      connectionId: '',
      occurredAt: this.now,
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
    this.append(
      {
        type: 'MessageSent',
        conversationId,
        seq: ++head.seq,
        ordinal: ++head.ordinal,
        clientMessageId,
        messageId,
        contentHash: Uint8Array.of(1, 2, 255, head.seq % 256),
        senderId,
        body: { contentType: 'text/plain', encoding: '', keyId: '', bytes: new TextEncoder().encode(text) },
        replyTo: 0,
        attachments: [{ url: 'https://files/1', name: 'a "quoted" näme.txt', contentType: 'text/plain', size: 12 }],
      },
      senderId,
    )
    return { clientMessageId, messageId, seq: head.seq }
  }

  createGroup(conversationId: string, ownerId: string, ...others: string[]): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'GroupCreated', conversationId, seq: ++head.seq, name: `Group ${conversationId}`, ownerId }, ownerId)
    this.#added(conversationId, ownerId, [{ userId: ownerId, role: 'owner' }, ...others.map((userId) => ({ userId, role: 'member' }))])
  }

  add(conversationId: string, actorId: string, ...userIds: string[]): void {
    this.addAs(null, conversationId, actorId, ...userIds)
  }

  /** In answer to a request that its client named. */
  addAs(request: ClientRequest | null, conversationId: string, actorId: string, ...userIds: string[]): void {
    const members = userIds.map((userId) => ({ userId, role: 'member' }))
    this.#added(conversationId, actorId, members, request)
  }

  #added(conversationId: string, actorId: string, members: { userId: string; role: string }[], request: ClientRequest | null = null): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MembersAdded', conversationId, seq: ++head.seq, ordinal: head.ordinal, members, request }, actorId)
  }

  remove(conversationId: string, actorId: string, userId: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MemberRemoved', conversationId, seq: ++head.seq, ordinal: head.ordinal, userId, request: null }, actorId)
  }

  leave(conversationId: string, userId: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MemberLeft', conversationId, seq: ++head.seq, ordinal: head.ordinal, userId, request: null }, userId)
  }

  changeRole(conversationId: string, actorId: string, userId: string, role: string): void {
    const head = this.headOf(conversationId)
    this.append({ type: 'MemberRoleChanged', conversationId, seq: ++head.seq, userId, role, ordinal: head.ordinal, request: null }, actorId)
  }

  markRead(conversationId: string, userId: string, ordinal: number): void {
    this.append({ type: 'ReadMarked', conversationId, userId, ordinal }, userId)
  }

  /** Everything in [from, to) as one batch. */
  batch(from: number, to: number = this.end): ProjectedBatch<Change> {
    const at = (nextOffset: number) =>
      nextOffset === 0
        ? emptyCheckpoint(this.partition)
        : { partition: this.partition, nextOffset, logEpoch: this.logEpoch, claim: 0, commandOffset: nextOffset - 1 }
    const changes: Change[] = this.records.slice(from, to).flatMap((record) => project(record))
    return { partition: this.partition, expected: at(from), next: at(to), changes }
  }

  /** Everything not taken before. */
  take(): ProjectedBatch<Change> {
    const batch = this.batch(this.#taken)
    this.#taken = this.end
    return batch
  }
}
