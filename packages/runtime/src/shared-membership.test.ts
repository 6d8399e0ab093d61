// A process was two members of two groups: a partition was decided in one process and delivered in another, and its events went from the
// one to the other over the log's servers. Several share one membership here, which is driven by hand; what they serve ends when told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupPosition, Membership, MembershipListener } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { PartitionGroup, type PartitionServer } from './partition-group.ts'
import { shareMembership } from './shared-membership.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Serves what it is given, and holds hand-overs back while `gate` is set. */
class Sharing implements MembershipListener {
  readonly serves = new Set<number>()
  readonly heard: string[] = []
  gate: Promise<void> | undefined
  membership: Membership | undefined

  assigned(partition: number): void {
    assert.ok(this.membership, 'told before it has its membership')
    this.heard.push(`assigned ${partition}`)
    this.serves.add(partition)
  }

  async revoked(partition: number): Promise<void> {
    this.heard.push(`revoked ${partition}`)
    await this.gate
    this.serves.delete(partition)
  }

  lost(partitions: readonly number[]): void {
    this.heard.push(`lost ${partitions.join()}`)
    for (const partition of partitions) this.serves.delete(partition)
  }
}

/** A group with one member, which a test gives partitions and takes them away from. */
function drivenGroup() {
  const owned = new Set<number>()
  const commits: string[] = []
  const joins: MembershipListener[] = []
  let left = 0
  const listener = () => joins[0]!
  const revoke = (partition: number) => {
    owned.delete(partition)
    return listener().revoked(partition)
  }
  const membership: Membership = {
    membershipTimeoutMs: 1000,
    lastHeartbeatSentAt: () => 17,
    nextHeartbeat: () => Promise.resolve(),
    commit: (topic, partition, { nextOffset }: GroupPosition) => void commits.push(`${topic}/${partition} ${nextOffset}`),
    async leave() {
      left += 1
      await Promise.all([...owned].map(revoke))
    },
  }
  const shared = shareMembership({
    name: 'g',
    join: async (heard) => {
      joins.push(heard)
      await turn()
      return membership
    },
  })
  return {
    ...{ shared, commits, joins, revoke },
    left: () => left,
    assign(...partitions: number[]) {
      for (const partition of partitions) {
        owned.add(partition)
        listener().assigned(partition)
      }
    },
    lose(...partitions: number[]) {
      for (const partition of partitions) owned.delete(partition)
      listener().lost(partitions)
    },
    async joined() {
      const sharing = new Sharing()
      sharing.membership = await shared.join(sharing)
      return sharing
    },
  }
}

async function twoOf(...partitions: number[]) {
  const group = drivenGroup()
  const [first, second] = await Promise.all([group.joined(), group.joined()])
  await turn()
  group.assign(...partitions)
  return { ...group, first, second }
}

test('there is one membership, whose heartbeats are those of all, and whose positions', async () => {
  const { joins, first, second, commits } = await twoOf(0)
  assert.equal(joins.length, 1)
  for (const { membership } of [first, second]) {
    assert.deepEqual([membership!.lastHeartbeatSentAt(), membership!.membershipTimeoutMs], [17, 1000])
    await membership!.nextHeartbeat()
  }
  first.membership!.commit('commands', 0, { nextOffset: 3, record: '' })
  second.membership!.commit('events', 0, { nextOffset: 5, record: '' })
  assert.deepEqual(commits, ['commands/0 3', 'events/0 5'])
  assert.deepEqual([first.heard, second.heard], [['assigned 0'], ['assigned 0']])
})

test('who joins later is given what is assigned by then, once it has its membership, and hears of nothing before', async () => {
  const group = drivenGroup()
  const first = await group.joined()
  await turn()
  group.assign(0, 1, 2, 3)
  await group.revoke(0)
  group.lose(1)
  const joining = group.joined()
  await group.revoke(2)
  group.assign(4)
  const second = await joining
  await turn()
  assert.deepEqual(second.heard, ['assigned 3', 'assigned 4'])
  assert.deepEqual([...first.serves], [3, 4])
})

// A partition is given to the next member as soon as it is handed over: whoever is still at it then would write positions over theirs.
test('a partition is handed over when all have ended, whoever is slower', async () => {
  const { first, second, revoke } = await twoOf(0, 1)
  for (const [partition, slow] of [first, second].entries()) {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    slow.gate = gate
    let over = false
    const revoking = revoke(partition).then(() => {
      over = true
    })
    await turn()
    assert.equal(over, false)
    open()
    await revoking
    assert.deepEqual([first.serves.has(partition), second.serves.has(partition)], [false, false])
  }
})

test('one that does not end cleanly does not hand over what another still serves', async () => {
  const { first, second, revoke } = await twoOf(0)
  first.revoked = () => Promise.reject(new Error('not cleanly'))
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  second.gate = gate
  let over = false
  const revoking = revoke(0).then(() => {
    over = true
  })
  await turn()
  assert.equal(over, false)
  open()
  await revoking
})

// Roles of a process stop one after the other: the first would have taken the partitions of all with it, and what was still deciding would
// have had no membership.
test('who leaves first ends what is its own; the last leaves the group', async () => {
  const { first, second, left, assign, lose } = await twoOf(0, 1)
  await second.membership!.leave()
  assert.deepEqual([left(), [...first.serves], [...second.serves]], [0, [0, 1], []])
  assign(2)
  lose(1)
  assert.deepEqual(second.heard, ['assigned 0', 'assigned 1', 'revoked 0', 'revoked 1'], 'it is told of nothing more')
  assert.deepEqual([...first.serves], [0, 2])
  await second.membership!.leave()
  assert.equal(left(), 0)
  await first.membership!.leave()
  assert.deepEqual([left(), [...first.serves]], [1, []])
})

test('what ends with one that leaves is waited for by who hands it over, and what is being handed over by who leaves', async () => {
  const { second, left, first, revoke } = await twoOf(0, 1)
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  second.gate = gate
  const over: string[] = []
  const ending = [
    revoke(0).then(() => over.push('handed over 0')),
    second.membership!.leave().then(() => over.push('left')),
    revoke(1).then(() => over.push('handed over 1')),
  ]
  await turn()
  assert.deepEqual(over, [])
  open()
  await Promise.all(ending)
  assert.deepEqual([second.heard.slice(2), over.length], [['revoked 0', 'revoked 1'], 3])
  await first.membership!.leave()
  assert.equal(left(), 1)
})

test('a loss reaches all: one that may go on for a while does, the others end at once', async () => {
  const { shared, assign, lose, joins } = drivenGroup()
  const heard: string[] = []
  const serve = (name: string) => (partition: number) => {
    const server: PartitionServer = {
      stop: async () => void heard.push(`${name} ${partition} stops`),
      abandon: async (graceMs) => void heard.push(`${name} ${partition} goes on for ${graceMs} ms`),
    }
    return server
  }
  const owners = new PartitionGroup({ group: shared, logger: silentLogger, serve: serve('owner'), lostGraceMs: 500 })
  const deliverers = new PartitionGroup({ group: shared, logger: silentLogger, serve: serve('deliverer') })
  await owners.start()
  await deliverers.start()
  await turn()
  assign(0, 1)
  await turn()
  assert.equal(joins.length, 1)
  lose(1)
  await turn()
  assert.deepEqual(heard.sort(), ['deliverer 1 stops', 'owner 1 goes on for 500 ms'])
  assert.deepEqual([[...owners.servers.keys()], [...deliverers.servers.keys()]], [[0], [0]])
  await deliverers.stop()
  assert.deepEqual([...owners.servers.keys()], [0])
  await owners.stop()
  assert.deepEqual(heard.slice(2), ['deliverer 0 stops', 'owner 0 stops'])
})
