// Serving the partitions of a membership: one server each, never two, whatever the order of calls. The membership is driven
// by hand; servers end when told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Membership, MembershipListener } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { PartitionGroup } from './partition-group.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

class Server {
  readonly partition: number
  stopping = false
  #end: (() => void) | null = null
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve
  })
  constructor(partition: number) {
    this.partition = partition
  }
  stop(): Promise<void> {
    this.stopping = true
    return this.ended
  }
  end(): void {
    this.#end!()
  }
}

async function startGroup(options: { join?: Promise<void> } = {}) {
  let listener: MembershipListener | undefined
  const servers: Server[] = []
  const owned = new Set<number>()
  const membership = {
    leave: async () => {
      await Promise.all([...owned].map((p) => listener!.revoked(p)))
    },
  } as unknown as Membership
  const join = async (heard: MembershipListener) => {
    listener = heard
    await options.join
    return membership
  }
  const group = new PartitionGroup<Server>({
    group: { name: 'g', join },
    logger: silentLogger,
    serve: (partition) => {
      assert.ok(!servers.some((s) => s.partition === partition && !s.stopping), `partition ${partition} is served twice`)
      const server = new Server(partition)
      servers.push(server)
      return server
    },
  })
  const starting = group.start()
  await turn()
  const assign = (p: number) => {
    owned.add(p)
    listener!.assigned(p)
  }
  const revoke = (p: number) => {
    owned.delete(p)
    return listener!.revoked(p)
  }
  const lose = (...ps: number[]) => {
    for (const p of ps) owned.delete(p)
    listener!.lost(ps)
  }
  return { group, starting, servers, assign, revoke, lose }
}

test('serves what is assigned; a hand-over is over when the server has ended', async () => {
  const { group, servers, assign, revoke } = await startGroup()
  assign(0)
  assign(1)
  await turn()
  assert.deepEqual([...group.servers.keys()], [0, 1])
  let handedOver = false
  const revoking = revoke(0).then(() => {
    handedOver = true
  })
  await turn()
  assert.deepEqual([servers[0]!.stopping, handedOver, group.servers.has(0)], [true, false, false])
  servers[0]!.end()
  await revoking
  assert.ok(handedOver)
})

test('a partition that comes back waits until its last server has ended', async () => {
  const { servers, assign, lose } = await startGroup()
  assign(0)
  await turn()
  lose(0)
  assign(0)
  await turn()
  assert.equal(servers.length, 1)
  servers[0]!.end()
  await turn()
  assert.equal(servers.length, 2)
})

test('a partition that is gone again before its server began is not served', async () => {
  const { servers, assign, lose, revoke } = await startGroup()
  assign(0)
  await turn()
  lose(0)
  assign(0)
  const revoking = revoke(0)
  servers[0]!.end()
  await revoking
  await turn()
  assert.equal(servers.length, 1)
})

test('assigned, revoked and assigned again before the membership is there: served once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { servers, assign, revoke, starting } = await startGroup({ join: promise })
  assign(0)
  await revoke(0)
  assign(0)
  await turn()
  assert.equal(servers.length, 0)
  resolve()
  await starting
  await turn()
  assert.equal(servers.length, 1)
})

test('stopping ends every server and waits for it', async () => {
  const { group, servers, assign } = await startGroup()
  assign(0)
  assign(1)
  await turn()
  let stopped = false
  const stopping = group.stop().then(() => {
    stopped = true
  })
  await turn()
  assert.ok(servers.every((s) => s.stopping))
  assert.ok(!stopped)
  for (const server of servers) server.end()
  await stopping
})
