// Nobody delays the others by more than their share. Story: one user asked for history sixty times at once, and all others' reads took
// seconds. For every kind of request that reads, one user asks as much as they may, on three connections with all the requests that may be
// under way, while bystanders go on reading: the times of bystanders are held against those that they had before.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import test from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Connection } from '@skein/client'
import { packets, type ReadPacket, requestCodecs } from '@skein/contracts'
import type { Installation } from '../installation.ts'
import { between, openWorld, type Person, type World } from '../people.ts'
import type { Greed } from './greedy-user.ts'

const bystanders = 4
const watchedMs = 2_000
/** Between two reads of a bystander: below the rate of packets that a connection may have. */
const pauseMs = 5
const greedyConnections = 3
/**
 * Of bystanders' 99th percentile. The floor is what a server that computes waits for its turn on a machine of two cores with other work, and
 * shorter than anybody notices: an idle server answers within a few milliseconds, and three times that is told from chance by nobody. Without
 * the pause between statements, or without few reads of one user at a time, it is 120 to 430 ms.
 */
const slowerAtMost = 3
const floorMs = 50
/** What delays others by its nature does so every time; a machine with other work may do it once. */
const triesMax = 5

type Requests = Readonly<Record<ReadPacket, Readonly<Record<string, unknown>>>>

const encoded = (name: ReadPacket, said: Readonly<Record<string, unknown>>): Uint8Array =>
  (requestCodecs[name] as { encode(said: object): { finish(): Uint8Array } }).encode(said).finish()

/** A user with a conversation of large messages, one of which was edited often; what they would ask for of each kind. */
async function greedyUser(world: World, greedy: Person, other: Person): Promise<Requests> {
  const { client } = await world.device(greedy, { deviceId: 'writer' })
  const conversationId = between(greedy, other)
  const large = 'x'.repeat(60_000)
  const { cursor } = await (await world.connection(await world.login(greedy))).connection.ask('sync', {
    cursor: new Uint8Array(0),
    itemsPerConversation: 0,
  })
  const first = await client.send(conversationId, large)
  for (let i = 0; i < 60; i++) await client.send(conversationId, large)
  for (let i = 0; i < 20; i++) await client.edit({ conversationId, seq: first.seq, messageId: first.messageId }, `${i}${large.slice(2)}`)
  for (let i = 0; i < 40; i++) await client.createGroup({ name: `group ${i}`, memberIds: [] })
  return {
    history: { conversationId, limit: 200, beforeSeq: 62 },
    edits: { conversationId, seq: first.seq },
    sync: { itemsPerConversation: 50 },
    missed: { cursor, limit: 200 },
    unread: {},
    members: { conversationId, limit: 200 },
    findUser: { userId: other.userId },
  }
}

interface Greeded {
  readonly answered: number
  /** Connections that were not ended. */
  readonly open: number
}

/** Asks without end until it is stopped. */
async function flood(greed: Greed) {
  const worker = new Worker(new URL('greedy-user.ts', import.meta.url), { workerData: greed })
  const said = async () => (await once(worker, 'message'))[0] as unknown
  await said()
  return {
    async stop(): Promise<Greeded> {
      worker.postMessage('stop')
      const told = (await said()) as Greeded
      await worker.terminate()
      return told
    },
  }
}

/** The 99th percentile of what bystanders' reads take for a while, each asking for one after another. */
async function p99Of(connections: readonly { connection: Connection; conversationId: string }[]): Promise<number> {
  const times: number[] = []
  const until = performance.now() + watchedMs
  await Promise.all(
    connections.map(async ({ connection, conversationId }) => {
      while (performance.now() < until) {
        const startedAt = performance.now()
        await connection.ask('history', { conversationId, beforeSeq: 0, afterSeq: 0, limit: 20 })
        times.push(performance.now() - startedAt)
        await pause(pauseMs)
      }
    }),
  )
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!
}

export function fairness(open: () => Installation): void {
  test('one greedy user delays nobody by more than their share, whatever they ask for', async (t) => {
    const world = openWorld(t, open())
    const [greedy, other] = [await world.register('greedy'), await world.register('other')]
    const requests = await greedyUser(world, greedy, other)
    const watching = await Promise.all(
      Array.from({ length: bystanders }, async (_, i) => {
        const person = await world.register(`bystander-${i}`)
        const conversationId = between(person, other)
        const { client, token } = await world.device(person)
        for (let n = 0; n < 25; n++) await client.send(conversationId, `message ${n}`)
        await client.close()
        return { connection: (await world.connection(token)).connection, conversationId }
      }),
    )
    const readPackets = Object.entries(packets).flatMap(([name, { kind }]) => (kind === 'read' ? [name] : []))
    assert.deepEqual(Object.keys(requests).sort(), readPackets.sort(), 'every kind of request that reads is tried')
    for (const [name, said] of Object.entries(requests) as [ReadPacket, Readonly<Record<string, unknown>>][]) {
      await t.test(name, async () => {
        const tokens = await Promise.all(Array.from({ length: greedyConnections }, (_, i) => world.login(greedy, `greedy-${i}`)))
        const { tcp: address } = world.installation.gateways()[0]!
        const body = encoded(name, said)
        const tries: string[] = []
        let fair = false
        for (let i = 0; i < triesMax && !fair; i++) {
          const before = await p99Of(watching)
          const flooding = await flood({ address, appId: world.appId, tokens, name, body })
          const during = await p99Of(watching)
          const { answered, open } = await flooding.stop()
          assert.equal(open, greedyConnections, 'they ask no more than they may')
          fair = answered > 0 && during <= Math.max(floorMs, slowerAtMost * before)
          tries.push(`p99 of bystanders ${before.toFixed(1)} ms, beside ${answered} answers to one user ${during.toFixed(1)} ms`)
        }
        t.diagnostic(`${name}: ${tries.join('; ')}`)
        assert.ok(fair, tries.join('; '))
      })
    }
  })
}
