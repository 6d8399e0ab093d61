// Nobody delays the others by more than their share. Story: one user asked for history sixty times at once, and all others' reads took
// seconds. For every kind of request that reads, one user asks as much as they may, on three connections with all the requests that may be
// under way, while bystanders go on reading. Where their times are not good enough by themselves, they are held against those alone.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Connection } from '@skein/client'
import { packets, type ReadPacket, requestCodecs } from '@skein/contracts'
import type { Embedded, Installation } from '../installation.ts'
import { between, openWorld, type Person, type World } from '../people.ts'
import type { Greed, Greeded } from './greedy-user.ts'

const bystanders = 4
/** Rounds beside the greedy user, of which most count, and how long each is watched. */
const rounds = 5
const mostRounds = Math.ceil(rounds / 2)
const watchedMs = 500
/** Between two reads of a bystander: below the rate of packets that a connection may have. */
const pauseMs = 5
const greedyConnections = 3
const slowerAtMost = 3
/**
 * Of bystanders' 99th percentile, whatever it is alone. In one process: the few statements that may stand before a bystander's, where it was 120 to
 * 430 ms without the pause between statements, or without few reads of one user at a time. Of several, what they wait for a core is in it.
 */
const floorMs = { oneProcess: 40, several: 50 }

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
  for (let i = 0; i < 39; i++) await client.createGroup({ name: `group ${i}`, memberIds: [] })
  const group = await client.createGroup({ name: 'group 39', memberIds: [], settings: { joinBy: 'open' } })
  return {
    history: { conversationId, limit: 200, beforeSeq: 62 },
    edits: { conversationId, seq: first.seq },
    sync: { itemsPerConversation: 50 },
    missed: { cursor, limit: 200 },
    unread: {},
    members: { conversationId, limit: 200 },
    myGroups: { limit: 200 },
    areMembers: { conversationId, userIds: [other.userId] },
    groupInfo: { conversationId: group.conversationId },
    invitations: { limit: 200 },
    joinLinks: { conversationId: group.conversationId, limit: 200 },
    joinRequests: { conversationId: group.conversationId, limit: 200 },
    ownJoinRequests: { limit: 200 },
    bans: { conversationId: group.conversationId, limit: 200 },
    joinInfo: { conversationId: group.conversationId },
    findUser: { userId: other.userId },
    friends: { limit: 200 },
    friendRequests: { limit: 200 },
    blocked: { limit: 200 },
    relationTo: { userId: other.userId },
    privacy: {},
  }
}

/** Asks without end from `go` to `halt`: what was asked by then is not waited for. */
function greedyThread(greed: Greed) {
  const worker = new Worker(new URL('greedy-user.ts', import.meta.url), { workerData: greed })
  async function say(what: 'go' | 'halt'): Promise<unknown> {
    worker.postMessage(what)
    return (await once(worker, 'message'))[0]
  }
  return {
    go: () => say('go'),
    halt: () => say('halt') as Promise<Greeded>,
    end: () => worker.terminate(),
  }
}

/** For how long a thread could have run and had no core; 0 where the system does not say. */
function waitedForCoreMs(thread: string): number {
  const file = `/proc/${thread}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) / 1e6 : 0
}

/** Those of an embedded server that a read goes through. */
function threadsOf(server: number): readonly string[] {
  const tasks = `/proc/${server}/task`
  if (!existsSync(tasks)) return []
  const readers = readdirSync(tasks).filter((id) => id === String(server) || readFileSync(`${tasks}/${id}/comm`, 'utf8') === 'views\n')
  return readers.map((id) => `${server}/task/${id}`)
}

/** The 99th percentile of what bystanders' reads take for a while, each asking for one after another, less what was waited for a core. */
async function p99Of(connections: readonly { connection: Connection; conversationId: string }[], waitedMs: () => number): Promise<number> {
  const times: number[] = []
  const until = performance.now() + watchedMs
  await Promise.all(
    connections.map(async ({ connection, conversationId }) => {
      while (performance.now() < until) {
        const [startedAt, waitedBefore] = [performance.now(), waitedMs()]
        await connection.ask('history', { conversationId, beforeSeq: 0, afterSeq: 0, limit: 20 })
        const tookMs = performance.now() - startedAt
        times.push(Math.max(0, tookMs - (waitedMs() - waitedBefore)))
        await pause(pauseMs)
      }
    }),
  )
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!
}

/** Of an odd number of rounds: what delays others by its nature does so in most, a machine with other work in some. */
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[(values.length - 1) / 2]!

const countWithin = (allowedMs: number, times: readonly number[]): number => times.filter((ms) => ms <= allowedMs).length

const said99 = (times: readonly number[]): string => `${times.map((ms) => ms.toFixed(1)).join(', ')} ms`

export function fairness(open: () => Installation): void {
  test('one greedy user delays nobody by more than their share, whatever they ask for', async (t) => {
    const world = openWorld(t, open())
    const { installation } = world
    const server = 'process' in installation ? (installation as Embedded).process.pid! : null
    const allowedMs = server === null ? floorMs.several : floorMs.oneProcess
    // What the machine keeps bystanders and the threads of an embedded server from a core; of several processes these waits overlap.
    const threads = ['thread-self', ...(server === null ? [] : threadsOf(server))]
    const waitedMs = () => threads.reduce((sum, thread) => sum + waitedForCoreMs(thread), 0)
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
      await t.test(name, async (t) => {
        const tokens = await Promise.all(Array.from({ length: greedyConnections }, (_, i) => world.login(greedy, `greedy-${i}`)))
        const { tcp: address } = installation.gateways()[0]!
        const body = encoded(name, said)
        const thread = greedyThread({ address, appId: world.appId, tokens, name, body })
        t.after(() => thread.end())
        const beside: number[] = []
        let answers = 0
        while (beside.length < rounds && countWithin(allowedMs, beside) < mostRounds) {
          await thread.go()
          beside.push(await p99Of(watching, waitedMs))
          const { answered, open } = await thread.halt()
          assert.equal(open, greedyConnections, 'they ask no more than they may')
          answers += answered
        }
        t.diagnostic(`${name}: p99 of bystanders ${said99(beside)} beside ${answers} answers to one user`)
        assert.ok(answers > 0, 'the greedy user is answered as well')
        if (countWithin(allowedMs, beside) >= mostRounds) return
        const alone: number[] = []
        while (alone.length < rounds) alone.push(await p99Of(watching, waitedMs))
        assert.ok(median(beside) <= slowerAtMost * median(alone), `p99 of bystanders ${said99(beside)}, alone ${said99(alone)}`)
      })
    }
  })
}
