// One partition of a log in memory: events are appended by a test and tailed by delivery, in batches as they are found.
// And the membership view over it, whose checkpoint the test moves.
import type { SkeinEvent } from '@skein/contracts'
import { type Cell, memberOfKey, skeinDecider } from '@skein/domain'
import type { StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import type { ReadMembership, Stay } from '@skein/projections'

export interface MemoryLog {
  readonly events: (SkeinEvent | UndecodableRecord)[]
  append(...events: (SkeinEvent | UndecodableRecord)[]): void
  tail(topic: 'commands' | 'events', partition: number, options: TailOptions): AsyncIterable<readonly StoredRecord<never>[]>
  bounds(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, { start: number; end: number }>>
}

export function createMemoryLog(batchMax = 1_000, start = 0): MemoryLog {
  const events: (SkeinEvent | UndecodableRecord)[] = []
  let wake: () => void = () => {}
  const stored = (partition: number, from: number, to: number) =>
    events.slice(from, to).map((value, i) => {
      return { topic: 'events' as const, partition, offset: from + i, key: 'key', value, appendedAt: 0 }
    }) as unknown as StoredRecord<never>[]
  async function* tail(_topic: string, partition: number, { from, signal }: TailOptions) {
    signal.addEventListener('abort', () => wake(), { once: true })
    for (let next = from; ; ) {
      while (next >= events.length && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) return
      const batch = stored(partition, next, next + batchMax)
      next += batch.length
      yield batch
    }
  }
  return {
    events,
    append(...more) {
      events.push(...more)
      wake()
    },
    tail,
    bounds: async (_topic, partitions) => new Map(partitions.map((p) => [p, { start, end: events.length }])),
  }
}

export interface MemoryMembership extends Omit<ReadMembership, 'staysOf'> {
  /** Of all users for null. */
  staysOf(
    partition: number,
    group: Parameters<ReadMembership['staysOf']>[1],
    userIds: readonly string[] | null,
  ): ReturnType<ReadMembership['staysOf']>
  /** The view contains the events before this offset; Infinity for all that there are. */
  checkpoint: number
  /** Rejects while true. */
  down: boolean
  reads: number
  /** Who blocks whom, which stands in other partitions. */
  blocks: { readonly userId: string; readonly askerId: string }[]
}

export function membershipOver(log: MemoryLog): MemoryMembership {
  return {
    checkpoint: Number.POSITIVE_INFINITY,
    down: false,
    reads: 0,
    blocks: [],
    async stays(partition, group, { membersMax, seq }) {
      const { checkpoint, stays } = await this.staysOf(partition, group, null)
      const members = stays.filter(({ toSeq }) => toSeq === 0).length
      const reaching = stays.filter(({ toSeq }) => toSeq === 0 || toSeq > seq)
      return { checkpoint, members, stays: members > membersMax ? null : reaching }
    },
    async admins(partition, group, { limit, askers }) {
      const { checkpoint } = await this.staysOf(partition, group, [])
      const userIds = adminsAfter(log.events.slice(0, checkpoint.nextOffset), group).slice(0, limit)
      return {
        checkpoint,
        userIds,
        blocks: this.blocks.filter(({ userId, askerId }) => userIds.includes(userId) && askers.includes(askerId)),
      }
    },
    async staysOf(partition, group, userIds) {
      this.reads += 1
      if (this.down) throw new Error('the view is down')
      const nextOffset = Math.min(this.checkpoint, log.events.length)
      const stays = staysAfter(log.events.slice(0, nextOffset), group).filter(({ userId }) => userIds?.includes(userId) ?? true)
      return { checkpoint: { partition, nextOffset, logEpoch: 'e', claim: 0, claimId: 'claim', commandOffset: 0, commandId: '' }, stays }
    },
  }
}

/** Owner and admins of a group, the owner first. */
function adminsAfter(events: MemoryLog['events'], group: { readonly appId: string; readonly conversationId: string }): string[] {
  const cells = new Map<string, Cell>()
  for (const event of events) {
    if ('undecodable' in event) continue
    for (const { key, to } of skeinDecider.folds(event)) {
      const member = memberOfKey(key)
      const after = member?.appId === group.appId && member.conversationId === group.conversationId ? to(cells.get(key)) : undefined
      if (after !== undefined) cells.set(key, after)
    }
  }
  const roleOf = (cell: Cell) => (cell.kind === 'member' ? cell.role : '')
  return ['owner', 'admin'].flatMap((role) => [...cells].flatMap(([key, cell]) => (roleOf(cell) === role ? memberOfKey(key)!.userId : [])))
}

/** A stay that is over is kept when its member comes back. */
function staysAfter(events: MemoryLog['events'], group: { readonly appId: string; readonly conversationId: string }): Stay[] {
  const cells = new Map<string, Cell>()
  const stays: Stay[] = []
  for (const event of events) {
    if ('undecodable' in event) continue
    for (const { key, to } of skeinDecider.folds(event)) {
      const member = memberOfKey(key)
      if (member?.appId !== group.appId || member.conversationId !== group.conversationId) continue
      const before = asStay(member.userId, cells.get(key))
      const after = to(cells.get(key))!
      cells.set(key, after)
      if (before !== null && before.toSeq > 0 && asStay(member.userId, after)!.toSeq === 0) stays.push(before)
    }
  }
  return [...stays, ...[...cells].flatMap(([key, cell]) => asStay(memberOfKey(key)!.userId, cell) ?? [])]
}

const asStay = (userId: string, cell: Cell | undefined): Stay | null =>
  cell?.kind === 'member' ? { userId, fromSeq: cell.fromSeq, seesFrom: cell.seesFrom, toSeq: cell.toSeq } : null
