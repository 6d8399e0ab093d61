// Any schedule of faults: connections cut before and after a send is done, answers lost, refusals, pushes lost, doubled
// and delayed, views behind, clients restarted on their storage. At the end every message sent is stored once under its
// clientMessageId and acked, in the order of sending, and what every device was shown is dense and in order.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Client, type Item, memoryStorage } from '../src/index.ts'
import { type FakeDeployment, startFakeDeployment, until } from './fake-deployment.ts'
import type { PushFault, RequestFault } from './fake-gateway.ts'

const users = ['alice', 'bob', 'carol'] as const
const places = ['d:alice:bob', 'd:bob:carol', 'g:all'] as const

const requestFault = fc.oneof(
  { weight: 6, arbitrary: fc.constant<RequestFault>('serve') },
  { weight: 4, arbitrary: fc.constantFrom<RequestFault>('refuse', 'cutBefore', 'cutAfter', 'loseAnswer') },
)
const pushFault = fc.oneof(
  { weight: 5, arbitrary: fc.constant<PushFault>('send') },
  { weight: 4, arbitrary: fc.constantFrom<PushFault>('lose', 'twice', 'delay') },
)
const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('send' as const), user: fc.constantFrom(...users), place: fc.constantFrom(...places) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cutAll' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), user: fc.constantFrom(...users) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lag' as const), changes: fc.integer({ min: 0, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
)
const schedule = fc.record({
  steps: fc.array(step, { minLength: 10, maxLength: 60 }),
  requestFaults: fc.array(requestFault, { maxLength: 60 }),
  pushFaults: fc.array(pushFault, { maxLength: 60 }),
})

type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never

interface Device {
  client: Client
  values: Map<string, string>
  shown: Map<string, Item[]>
  acks: Map<string, number>
}

/** Ids of the messages sent, in order, by sender and place. */
type SentIds = Map<string, string[]>

async function run(plan: Schedule): Promise<void> {
  const requestFaults = [...plan.requestFaults]
  const pushFaults = [...plan.pushFaults]
  let faulty = false
  const d = await startFakeDeployment({
    faults: {
      // The login and the sync between must be able to fail as well, but a lost answer there only costs time.
      onRequest(name) {
        if (!faulty || (name !== 'send' && name !== 'sync' && name !== 'history' && name !== 'login')) return 'serve'
        const fault = requestFaults.shift() ?? 'serve'
        return name !== 'send' && fault === 'loseAnswer' ? 'cutAfter' : fault
      },
      onPush: () => (faulty ? (pushFaults.shift() ?? 'send') : 'send'),
    },
  })
  try {
    d.store.itemsInline = 2
    const devices = new Map(users.map((user) => [user as string, start(d, user, { values: new Map(), acks: new Map(), shown: new Map() })]))
    await until(() => [...devices.values()].every(({ client }) => client.state === 'online'), 'online')
    await devices.get('alice')!.client.createGroup({ name: 'all', memberIds: ['bob', 'carol'], groupId: 'all' })
    faulty = true
    const sent: SentIds = new Map()
    for (const now of plan.steps) await take(now, d, devices, sent)
    const all = [...devices.values()]
    await until(() => all.every(({ client }) => client.unsent === 0) && sentCount(sent) === ackCount(all), 'all acked', 20_000)
    faulty = false
    d.store.viewLag = 0
    for (const gateway of d.gateways) {
      gateway.flush()
      gateway.resyncAll()
    }
    await assertShown(d, devices)
    assertStored(d, devices, sent)
  } finally {
    await d.stop()
  }
}

function start(d: FakeDeployment, user: string, { values, acks, shown }: Omit<Device, 'client'>): Device {
  const client = d.client(user, { storage: memoryStorage(values), answerTimeoutMs: 80, fullSyncDepth: Number.POSITIVE_INFINITY })
  client.on('item', (item) => shown.set(item.conversationId, [...(shown.get(item.conversationId) ?? []), item]))
  client.on('sent', ({ clientMessageId, seq }) => acks.set(clientMessageId, seq))
  client.connect().catch(() => {})
  return { client, values, acks, shown }
}

async function take(now: Schedule['steps'][number], d: FakeDeployment, devices: Map<string, Device>, sent: SentIds): Promise<void> {
  if (now.kind === 'send') {
    const number = sentCount(sent) + 1
    const clientMessageId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    const { client } = devices.get(now.user)!
    const place = now.place.includes(now.user) || now.place === 'g:all' ? now.place : 'g:all'
    sent.set(`${now.user} ${place}`, [...(sent.get(`${now.user} ${place}`) ?? []), clientMessageId])
    client.send(place, `message ${number}`, { clientMessageId }).catch(() => {})
    await Promise.resolve()
  } else if (now.kind === 'cutAll') for (const gateway of d.gateways) gateway.cutAll()
  else if (now.kind === 'lag') d.store.viewLag = now.changes
  else if (now.kind === 'settle') await new Promise((resolve) => setTimeout(resolve, 5))
  else {
    // What was sent before is in storage: it resolves in the next turn, as memory does.
    await new Promise((resolve) => setImmediate(resolve))
    const old = devices.get(now.user)!
    await old.client.close()
    devices.set(now.user, start(d, now.user, old))
  }
}

async function assertShown(d: FakeDeployment, devices: ReadonlyMap<string, Device>): Promise<void> {
  for (const id of d.store.conversationIds) {
    const seqs = d.store.itemsOf(id).map((_, i) => i + 1)
    for (const user of d.store.membersOf(id)) {
      await until(() => devices.get(user)!.client.lastSeq(id) === seqs.length, `${user} has all ${seqs.length} of ${id}`)
      const shown = devices.get(user)!.shown.get(id)!
      assert.deepEqual(
        shown.map(({ seq }) => seq),
        seqs,
        `${user} in ${id}`,
      )
    }
  }
}

function assertStored(d: FakeDeployment, devices: ReadonlyMap<string, Device>, sent: SentIds): void {
  for (const [key, ids] of sent) {
    const [user, place] = key.split(' ') as [string, string]
    const stored = d.store
      .itemsOf(place)
      .filter(({ actorId, messageSent }) => actorId === user && messageSent)
      .map(({ seq, messageSent }) => ({ seq, id: messageSent!.clientMessageId! }))
    assert.deepEqual(
      stored.map(({ id }) => id),
      ids,
      `stored once and in order by ${key}`,
    )
    for (const { id, seq } of stored) assert.equal(devices.get(user)!.acks.get(id), seq)
  }
}

const sentCount = (sent: SentIds) => [...sent.values()].reduce((sum, ids) => sum + ids.length, 0)
const ackCount = (devices: Device[]) => devices.reduce((sum, { acks }) => sum + acks.size, 0)

test('any schedule of faults ends with every message stored once, acked, and shown once in order', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(schedule, run), { numRuns: 60, endOnFailure: true })
})
