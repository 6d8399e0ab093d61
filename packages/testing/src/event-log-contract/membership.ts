// Membership: every partition is served by a member, by one at a time where they are shared, and is handed over before
// somebody else gets it. Heartbeats are told by the time they were sent.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Membership, MembershipListener } from '@skein/event-sourcing'
import { eventually } from '../eventually.ts'
import type { Bench, Log } from './harness.ts'

const rebalanceTimeoutMs = 30_000

/** A listener that keeps what it serves, and holds hand-overs back while `gate` is set. */
class Member implements MembershipListener {
  readonly serves = new Set<number>()
  /** Hand-overs asked for and not yet done. */
  readonly leaving = new Set<number>()
  gate: Promise<void> | undefined
  membership: Membership | undefined
  /** Members of the same group, none of which may serve a partition when it is given to this one. */
  readonly others: readonly Member[]
  /** What must not have happened; a throw in a listener might be swallowed. */
  readonly faults: string[] = []

  constructor(others: readonly Member[] = []) {
    this.others = others
  }

  assigned(partition: number): void {
    if (this.serves.has(partition)) this.faults.push(`partition ${partition} was assigned twice`)
    if (this.others.some((other) => other.serves.has(partition)))
      this.faults.push(`partition ${partition} was given before it was handed over`)
    this.serves.add(partition)
  }

  async revoked(partition: number): Promise<void> {
    if (!this.serves.has(partition)) this.faults.push(`partition ${partition} was revoked without having been assigned`)
    this.leaving.add(partition)
    await this.gate
    this.leaving.delete(partition)
    this.serves.delete(partition)
  }

  lost(partitions: readonly number[]): void {
    for (const partition of partitions) this.serves.delete(partition)
  }
}

async function joined(log: Log, group: string, others: readonly Member[] = []): Promise<Member> {
  const member = new Member(others)
  member.membership = await log.join(group, 'commands', member)
  return member
}

const newGroup = (): string => `contract-${randomUUID()}`

export function membershipTests(bench: Bench): void {
  const servesAll = (log: Log, member: Member) => () => member.serves.size === log.partitionCount

  test('a member alone serves every partition, and none after it has left', async () => {
    const log = await bench.open()
    const member = await joined(log, newGroup())
    await eventually(servesAll(log, member), { timeoutMs: rebalanceTimeoutMs })
    assert.deepEqual(
      [...member.serves].sort((a, b) => a - b),
      Array.from({ length: log.partitionCount }, (_, i) => i),
    )
    await member.membership!.leave()
    assert.equal(member.serves.size, 0)
    await member.membership!.leave()
    assert.deepEqual(member.faults, [])
  })

  test('a heartbeat is told by when it was sent', async () => {
    const log = await bench.open()
    const { sharedMembership } = bench.harness().capabilities
    const member = await joined(log, newGroup())
    await eventually(servesAll(log, member), { timeoutMs: rebalanceTimeoutMs })
    for (let round = 0; round < 2; round++) {
      const before = performance.now()
      await member.membership!.nextHeartbeat()
      const sentAt = member.membership!.lastHeartbeatSentAt()
      assert.ok(sentAt >= before, `the heartbeat waited for was sent ${before - sentAt} ms before the call`)
      if (sharedMembership) assert.ok(sentAt <= performance.now())
      else assert.equal(sentAt, Number.POSITIVE_INFINITY)
    }
    assert.ok(member.membership!.membershipTimeoutMs > 0)
    await member.membership!.leave()
  })

  test('a position committed before leaving is found, by members and by others, of each topic and group its own', async () => {
    const [group, another] = [newGroup(), newGroup()]
    const log = await bench.open()
    const first = await joined(log, group)
    await eventually(servesAll(log, first), { timeoutMs: rebalanceTimeoutMs })
    first.membership!.commit('commands', 0, { nextOffset: 41, record: 'before' })
    first.membership!.commit('commands', 0, { nextOffset: 42, record: 'a claim' })
    first.membership!.commit('events', 0, { nextOffset: 420, record: 'another claim' })
    first.membership!.commit('commands', 2, { nextOffset: 7, record: '' })
    first.membership!.commit('events', 1, { nextOffset: 70, record: '' })
    await first.membership!.leave()
    await bench.close(log)
    const other = await bench.open()
    const found = await eventually(async () => {
      const positions = await other.committed(group, 'commands', [0, 1, 2])
      return positions.get(0)?.nextOffset === 42 ? positions : undefined
    })
    assert.deepEqual(
      [...found],
      [
        [0, { nextOffset: 42, record: 'a claim' }],
        [2, { nextOffset: 7, record: '' }],
      ],
    )
    assert.deepEqual(
      [...(await other.committed(group, 'events', [0, 1, 2]))],
      [
        [0, { nextOffset: 420, record: 'another claim' }],
        [1, { nextOffset: 70, record: '' }],
      ],
    )
    assert.deepEqual([...(await other.committed(another, 'commands', [0, 1, 2]))], [])
  })

  test('each position is recorded, also one that moves back', async () => {
    const group = newGroup()
    const log = await bench.open()
    const { membership, serves } = await joined(log, group)
    await eventually(() => serves.size === log.partitionCount, { timeoutMs: rebalanceTimeoutMs })
    for (const position of [
      { nextOffset: 50, record: 'c' },
      { nextOffset: 40, record: 'd' },
      { nextOffset: 40, record: 'e' },
    ]) {
      membership!.commit('events', 3, position)
      const stands = async () => (await log.committed(group, 'events', [3])).get(3)?.record === position.record
      await eventually(stands, { what: `position ${position.record}` })
    }
    await membership!.leave()
  })

  test('two members share the partitions, handed over before they are given; who remains gets all', async (t) => {
    if (!bench.harness().capabilities.sharedMembership) return t.diagnostic('this log does not share partitions')
    const group = newGroup()
    const [logA, logB] = [await bench.open(), await bench.open()]
    const a = await joined(logA, group)
    await eventually(servesAll(logA, a), { timeoutMs: rebalanceTimeoutMs })

    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>()
    a.gate = gate
    const b = await joined(logB, group, [a])
    await eventually(() => a.leaving.size > 0, { timeoutMs: rebalanceTimeoutMs, what: 'a hand-over' })
    const beats = a.membership!.nextHeartbeat()
    await Promise.race([beats, new Promise((resolve) => setTimeout(resolve, 1_000))])
    for (const partition of a.leaving) assert.ok(!b.serves.has(partition), `partition ${partition} was given before it was handed over`)
    openGate()
    await eventually(() => a.serves.size + b.serves.size === logA.partitionCount && b.serves.size > 0, { timeoutMs: rebalanceTimeoutMs })
    assert.ok([...a.serves].every((partition) => !b.serves.has(partition)))
    assert.ok(Math.abs(a.serves.size - b.serves.size) <= 1, `shared evenly, not ${a.serves.size} and ${b.serves.size}`)

    await a.membership!.leave()
    await eventually(servesAll(logB, b), { timeoutMs: rebalanceTimeoutMs, what: 'the remaining member serving all' })
    await b.membership!.leave()
    assert.deepEqual([...a.faults, ...b.faults], [])
  })

  test('members of different groups each serve every partition', async () => {
    const log = await bench.open()
    const members = [await joined(log, newGroup()), await joined(log, newGroup())]
    for (const member of members) await eventually(servesAll(log, member), { timeoutMs: rebalanceTimeoutMs })
    await Promise.all(members.map((member) => member.membership!.leave()))
  })
}
