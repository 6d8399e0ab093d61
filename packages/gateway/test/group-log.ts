// A partition's log with one group in it, made by deciding commands, and the view of its members, which a test holds back or takes down.
import { randomUUID } from 'node:crypto'
import { type CommandMeta, repeatOf, type SkeinCommand, type SkeinEvent } from '@skein/contracts'
import { memberKey } from '@skein/domain'
import type { StoredRecord, TailOptions } from '@skein/event-sourcing'
import type { ReadMembership, Stay } from '@skein/projections'
import { createWorld } from '@skein/testing'

export const people = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal']
export const conversationId = 'g:town'

type Places = Pick<Stay, 'seesFrom' | 'toSeq'>

/** By user, from the first seq of each stay, from where it may be read, and to the first behind it; a stay that ended is kept. */
type Stays = ReadonlyMap<string, ReadonlyMap<number, Places>>

type WithoutMeta<T> = T extends unknown ? Omit<T, 'meta'> : never

const batchMax = 3

export class GroupLog {
  readonly #world = createWorld()
  /** As they are before each offset. */
  readonly #staysBefore: Stays[] = []
  #stays: Stays = new Map()
  #wake: () => void = () => {}
  /** The view contains the events before the checkpoint. */
  readonly view = { checkpoint: Number.POSITIVE_INFINITY, down: false, reads: 0 }

  constructor() {
    this.#world.register('app', ...people)
    this.#note()
  }

  get events(): readonly SkeinEvent[] {
    return this.#world.events
  }

  get end(): number {
    return this.events.length
  }

  found(memberIds: readonly string[]): void {
    this.#run({ type: 'CreateGroup', conversationId, name: 'town', memberIds: [...memberIds], settings: [] }, 'ann')
  }

  say(): void {
    const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new Uint8Array(3) }
    this.#run({ type: 'SendMessage', conversationId, body, replyTo: 0, mentionAll: false, attachments: [] }, 'ann')
  }

  add(...userIds: readonly string[]): void {
    this.#run({ type: 'AddMembers', conversationId, userIds: [...userIds] }, 'ann')
  }

  remove(...userIds: readonly string[]): void {
    this.#run({ type: 'RemoveMembers', conversationId, userIds: [...userIds] }, 'ann')
  }

  leave(userId: string): void {
    this.#run({ type: 'LeaveGroup', conversationId }, userId)
  }

  maySee(userId: string, seq: number): boolean {
    const stays = [...(this.#stays.get(userId) ?? [])]
    return stays.some(([fromSeq, { toSeq }]) => fromSeq <= seq && (toSeq === 0 || seq < toSeq))
  }

  readonly membership: ReadMembership = {
    stays: async (partition, group, { membersMax, seq }) => {
      const { checkpoint, stays } = await this.membership.staysOf(partition, group, people)
      const members = stays.filter(({ toSeq }) => toSeq === 0).length
      const reaching = stays.filter(({ toSeq }) => toSeq === 0 || toSeq > seq)
      return { checkpoint, members, stays: members > membersMax ? null : reaching }
    },
    admins: () => Promise.reject(new Error('nothing here is for them')),
    staysOf: async (partition, _group, userIds) => {
      this.view.reads += 1
      if (this.view.down) throw new Error('the view is down')
      const nextOffset = Math.min(this.view.checkpoint, this.end)
      const held = this.#staysBefore[nextOffset] ?? this.#stays
      const stays: Stay[] = userIds.flatMap((userId) =>
        [...(held.get(userId) ?? [])].map(([fromSeq, places]) => ({ userId, fromSeq, ...places })),
      )
      await new Promise(setImmediate)
      const checkpoint = { partition, nextOffset, logEpoch: 'e', claim: 0, claimId: 'c', commandOffset: 0, commandId: '' }
      return { checkpoint, stays }
    },
  }

  async bounds(): Promise<ReadonlyMap<number, { start: number; end: number }>> {
    return new Map([[0, { start: 0, end: this.end }]])
  }

  async *tail(_topic: string, partition: number, { from, signal }: TailOptions): AsyncIterable<readonly StoredRecord<never>[]> {
    signal.addEventListener('abort', () => this.#wake(), { once: true })
    for (let next = from; !signal.aborted; ) {
      if (next >= this.end) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
        continue
      }
      const first = next
      const values = this.events.slice(first, first + batchMax)
      next += values.length
      yield values.map((value, i) => ({
        ...{ topic: 'events', partition, offset: first + i, key: '', value, appendedAt: 0 },
      })) as unknown as StoredRecord<never>[]
    }
  }

  /** Refused or not. */
  #run(said: WithoutMeta<SkeinCommand>, actorId: string): void {
    const intent = repeatOf[said.type] === 'named' ? { id: randomUUID(), contentHash: new Uint8Array(32) } : null
    const meta: CommandMeta = {
      ...{ appId: 'app', commandId: randomUUID(), actorId, deviceId: 'phone', intent, traceparent: null },
      ...{ enteredAt: 1_800_000_000_000, deadlineAt: 1_800_000_000_001, retry: false, replyNode: 'node', replyConnection: '' },
    }
    this.#world.run({ ...said, meta } as SkeinCommand)
    this.#note()
    this.#wake()
  }

  /** By the cells of the members, which a command changes by one event. */
  #note(): void {
    const before = this.#stays
    while (this.#staysBefore.length < this.end) this.#staysBefore.push(before)
    const after = new Map(before)
    for (const userId of people) {
      const cell = this.#world.cells.get(memberKey('app', conversationId, userId))
      if (cell?.kind !== 'member') continue
      const { fromSeq, seesFrom, toSeq } = cell
      after.set(userId, new Map(before.get(userId)).set(fromSeq, { seesFrom, toSeq }))
    }
    this.#stays = after
  }
}
