// A crowd is told in turns of the event loop: everybody everything, once and in its order, whoever comes, goes or joins meanwhile; what else comes in is
// served in between, and what cannot be told as fast as it is said is not piled up.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { emptyCheckpoint } from '@skein/event-sourcing'
import type { StayStep } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import fc from 'fast-check'
import { defaultLimits, type GatewayLimits } from '../limits.ts'
import { LargeGroups } from './large-groups.ts'

interface Client {
  readonly id: string
  readonly userId: string
  /** What had been said when it came, or was told to sync. */
  syncedAt: number
  readonly shown: number[]
}

interface Said {
  readonly steps?: readonly StayStep[]
  readonly bytes?: number
  readonly conversationId?: string
  /** Something before it has passed this gateway by. */
  readonly behindGap?: boolean
  /** What was said before the last comes again. */
  readonly isRepeated?: boolean
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A gateway in which some are members from the beginning on; the views know of everything at once, or when asked to. */
class Crowd {
  readonly clients: Client[] = []
  readonly #stays = new Map<string, { readonly fromSeq: number; readonly seesFrom: number; readonly toSeq: number }[]>()
  readonly #reads: (() => void)[] = []
  readonly #groups: LargeGroups<Client>
  seq = 0
  /** Bytes of each. */
  readonly said: number[] = []
  #offset = 0
  lags = false

  constructor(members: number, limits: Partial<GatewayLimits> = {}) {
    this.#groups = new LargeGroups<Client>({
      membership: {
        staysOf: async (partition, _group, userIds) => {
          if (this.lags) await new Promise<void>((resolve) => this.#reads.push(resolve))
          const stays = userIds.flatMap((userId) => (this.#stays.get(userId) ?? []).map((stay) => ({ userId, ...stay })))
          return { checkpoint: { ...emptyCheckpoint(partition), nextOffset: Number.POSITIVE_INFINITY }, stays }
        },
      },
      limits: { ...defaultLimits, crowdEveryMs: 0, crowdMembersMin: 1, toldPerTurn: 4, ...limits },
      logger: silentLogger,
      push: (client, bytes) => void client.shown.push(...seqsOf(bytes)),
      resync: (client) => {
        client.syncedAt = this.seq
      },
    })
    for (let i = 0; i < members; i++) this.#stays.set(`user ${i}`, [{ fromSeq: 1, seesFrom: 1, toSeq: 0 }])
    for (let i = 0; i < members; i++) this.come(`user ${i}`)
  }

  come(userId: string): Client {
    const client: Client = { id: `${userId} ${this.clients.length}`, userId, syncedAt: this.seq, shown: [] }
    this.clients.push(client)
    this.#groups.came({ appId: 'app', userId }, client)
    return client
  }

  go(client: Client): void {
    this.#groups.went({ appId: 'app', userId: client.userId }, client)
  }

  join(userId: string): void {
    const stays = this.#stays.get(userId) ?? []
    if (stays.some(({ toSeq }) => toSeq === 0)) return
    const stay = { fromSeq: this.seq + 1, seesFrom: this.seq + 1, toSeq: 0 }
    this.#stays.set(userId, [...stays, stay])
    this.say({ steps: [{ userId, ...stay }] })
  }

  leave(userId: string): void {
    const stays = this.#stays.get(userId) ?? []
    if (!stays.some(({ toSeq }) => toSeq === 0)) return
    this.#stays.set(
      userId,
      stays.map((stay) => (stay.toSeq === 0 ? { ...stay, toSeq: this.seq + 1 } : stay)),
    )
    this.say({ steps: [{ userId, fromSeq: 0, seesFrom: 0, toSeq: this.seq + 1 }] })
  }

  say({ steps = [], bytes = 4, conversationId = 'g:crowd', behindGap = false, isRepeated = false }: Said = {}): void {
    const seq = isRepeated ? this.seq - 1 : ++this.seq
    if (!isRepeated) this.said.push(bytes)
    if (!isRepeated) this.#offset += behindGap ? 2 : 1
    const offset = this.#offset - (isRepeated ? 1 : 0)
    const push = Buffer.alloc(bytes)
    push.writeUInt16BE(bytes, 0)
    push.writeUInt16BE(seq, 2)
    const place = { appId: 'app', conversationId, partition: 0, offset, unchangedFrom: behindGap ? offset : 0, seq, targetSeq: 0 }
    this.#groups.take({ push, group: { ...place, untoldPush: new Uint8Array(0), exceptConnection: '', joins: false, steps } })
  }

  /** Reads of the views are answered. */
  async answer(): Promise<void> {
    for (const read of this.#reads.splice(0)) read()
    await nextTurn()
  }

  maySee(userId: string, seq: number): boolean {
    return (this.#stays.get(userId) ?? []).some(({ fromSeq, toSeq }) => fromSeq <= seq && (toSeq === 0 || seq < toSeq))
  }

  async settled(): Promise<void> {
    this.lags = false
    for (let quiet = 0, told = -1; quiet < 5; await nextTurn()) {
      await this.answer()
      const now = this.clients.reduce((sum, { shown }) => sum + shown.length, 0)
      quiet = now === told ? quiet + 1 : 0
      told = now
    }
  }

  close(): void {
    this.#groups.close()
  }
}

/** Pushes one behind the other are one push. */
function seqsOf(bytes: Uint8Array): number[] {
  const seqs: number[] = []
  const push = Buffer.from(bytes)
  for (let at = 0; at < push.length; at += push.readUInt16BE(at)) seqs.push(push.readUInt16BE(at + 2))
  return seqs
}

async function known(t: TestContext, members: number, limits: Partial<GatewayLimits> = {}): Promise<Crowd> {
  const crowd = new Crowd(members, limits)
  t.after(() => crowd.close())
  crowd.say()
  await crowd.settled()
  assert.ok(crowd.clients.every(({ shown }) => shown.length === 1))
  return crowd
}

const toldOf = ({ clients }: Crowd, seq: number) => clients.filter(({ shown }) => shown.includes(seq)).length

test('a crowd is told in turns, between which others are served', async (t) => {
  const crowd = await known(t, 10)
  crowd.say()
  const told: number[] = []
  for (let turn = 0; turn < 4; turn++) {
    told.push(toldOf(crowd, 2))
    await nextTurn()
  }
  assert.deepEqual(told, [4, 8, 10, 10])
})

test('what is said while a crowd is being told comes behind it, in one push', async (t) => {
  const crowd = await known(t, 10)
  crowd.say()
  crowd.say()
  crowd.say()
  assert.deepEqual([toldOf(crowd, 2), toldOf(crowd, 3)], [4, 0])
  await crowd.settled()
  for (const { shown } of crowd.clients) assert.deepEqual(shown, [1, 2, 3, 4])
})

test('groups take turns', async (t) => {
  const crowd = await known(t, 40)
  crowd.say({ conversationId: 'g:other' })
  await crowd.settled()
  crowd.say()
  crowd.say({ conversationId: 'g:other' })
  const told: number[][] = []
  for (let turn = 0; turn < 5; turn++) {
    told.push([toldOf(crowd, 3), toldOf(crowd, 4)])
    await nextTurn()
  }
  assert.deepEqual(told, [
    [4, 0],
    [8, 0],
    [8, 4],
    [12, 4],
    [12, 8],
  ])
})

test('where more is said than is told, whoever says it waits: nothing is piled up', async (t) => {
  const crowd = await known(t, 10, { groupWaitingBytesMax: 2_000 })
  for (let i = 0; i < 100; i++) crowd.say({ bytes: 500 })
  const behind = crowd.clients.map(({ shown }) => crowd.seq - shown.at(-1)!)
  assert.ok(Math.max(...behind) <= 6, `${behind}`)
  await crowd.settled()
  for (const { shown } of crowd.clients) assert.deepEqual(shown, numbersTo(crowd.seq))
})

/** Bytes of what was said and somebody has not been told. */
const keptOf = ({ clients, said }: Crowd) =>
  said.reduce((sum, bytes, i) => (clients.some(({ shown }) => !shown.includes(i + 1)) ? sum + bytes + 200 : sum), 0)

for (const [meanwhile, crowdEveryMs] of [
  ['a crowd is told', 0],
  ['it waits for more', 60_000],
] as const)
  test(`where more is said in many groups than is told, whoever says it waits, however little it is in each, while ${meanwhile}`, async (t) => {
    const crowd = await known(t, 10, { tellingBytesMax: 5_000, crowdEveryMs })
    const groups = Array.from({ length: 50 }, (_, i) => `g:${i}`)
    // Whoever comes is learned at the first, and is a crowd from the second on.
    for (const conversationId of [...groups, ...groups]) {
      crowd.say({ conversationId })
      await crowd.settled()
    }
    let most = 0
    for (const conversationId of groups) {
      crowd.say({ bytes: 500, conversationId })
      most = Math.max(most, keptOf(crowd))
    }
    assert.ok(most > 4_000 && most <= 5_000, `${most} bytes were kept`)
  })

test('what waits until a crowd has been told is told behind it, also where the rest was told at once for something that came again', async (t) => {
  const crowd = await known(t, 10, { tellingBytesMax: 500 })
  crowd.say()
  crowd.say()
  assert.deepEqual([toldOf(crowd, 2), toldOf(crowd, 3)], [4, 0])
  crowd.say({ isRepeated: true })
  assert.equal(toldOf(crowd, 2), 10)
  await crowd.settled()
  assert.equal(toldOf(crowd, 3), 10)
})

test('those who were waited for while more was said than is pushed at once sync, and are told from then on by what it did to their stays', async (t) => {
  const crowd = await known(t, 4, { queuedBytesSoft: 5_000 })
  crowd.lags = true
  crowd.join('user 8')
  const [joins, leaves] = [crowd.come('user 9'), crowd.come('user 8')]
  for (let i = 0; i < 50; i++) crowd.say({ bytes: 600 })
  crowd.join('user 9')
  crowd.leave('user 8')
  const said = crowd.seq
  for (let i = 0; i < 50; i++) crowd.say({ bytes: 600 })
  assert.deepEqual([joins.shown, leaves.shown], [[], []])
  await crowd.answer()
  await crowd.settled()
  assert.deepEqual([joins.shown, joins.syncedAt, leaves.shown, leaves.syncedAt], [[], said + 50, [], said + 50])
  crowd.say()
  await crowd.settled()
  assert.deepEqual([joins.shown, leaves.shown], [[crowd.seq], []])
})

const numbersTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

const user = fc.nat(11).map((i) => `user ${i}`)
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), bytes: fc.constantFrom(4, 4, 4, 600) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('say' as const), bytes: fc.constant(4), behindGap: fc.constant(true) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('come' as const, 'join' as const, 'leave' as const), userId: user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('go' as const), which: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('views' as const), lag: fc.boolean() }) },
)

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function perform(crowd: Crowd, said: Step): Promise<void> {
  if (said.do === 'say') crowd.say(said)
  else if (said.do === 'turns') for (let i = 0; i < said.count; i++) await nextTurn()
  else if (said.do === 'views') {
    crowd.lags = said.lag
    if (!said.lag) await crowd.answer()
  } else if (said.do === 'go') {
    const client = crowd.clients[said.which]
    if (client !== undefined) crowd.go(client)
  } else crowd[said.do](said.userId)
}

/** Once and in its order, and what it may see; and unless it has gone, all that was said since it came or synced. */
function check(crowd: Crowd, gone: ReadonlySet<Client>): void {
  for (const client of crowd.clients) {
    const { userId, syncedAt, shown } = client
    for (const [i, seq] of shown.entries()) {
      assert.ok(i === 0 || seq > shown[i - 1]!, `${userId} was shown ${shown}`)
      assert.ok(crowd.maySee(userId, seq), `${userId} was shown ${seq}`)
    }
    if (gone.has(client)) continue
    const due = numbersTo(crowd.seq).filter((seq) => seq > syncedAt && crowd.maySee(userId, seq))
    assert.deepEqual(
      shown.filter((seq) => seq > syncedAt),
      due,
      userId,
    )
  }
}

test('whatever happens meanwhile, everybody is shown what they may see, once and in its order', async () => {
  const limits = fc.record({
    toldPerTurn: fc.integer({ min: 1, max: 12 }),
    groupWaitingBytesMax: fc.constantFrom(1_500, 262_144),
    tellingBytesMax: fc.constantFrom(800, 33_554_432),
    queuedBytesSoft: fc.constantFrom(1_500, 262_144),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80 }), limits, async (steps, given) => {
      const crowd = new Crowd(8, given)
      const gone = new Set<Client>()
      try {
        for (const one of steps) {
          if (one.do === 'go' && crowd.clients[one.which]) gone.add(crowd.clients[one.which]!)
          await perform(crowd, one)
        }
        await crowd.settled()
        check(crowd, gone)
      } finally {
        crowd.close()
      }
    }),
    { numRuns: 300 },
  )
})
