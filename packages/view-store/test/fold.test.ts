// The views against the domain: after any run of accepted commands, in batches of any size, the cells prefetched from the
// views equal the domain's own fold of the same events, and hot views, database and a rebuild agree. What decide accepts,
// the database stores.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { CommandMeta, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { type Cell, memberKey, skeinDecider } from '@skein/domain'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { type Change, project } from '@skein/projections'
import fc from 'fast-check'
import { compareHot, createHotSource, createMemoryHotViews, createPrefetch, createProjectorStore, defaultHotLimits } from '../src/index.ts'
import { databasesUnderTest } from './open-databases.ts'

type Unstamped<C extends SkeinCommand = SkeinCommand> = C extends SkeinCommand ? Omit<C, 'meta'> : never

const [postgres] = databasesUnderTest()
const userIds = ['ann', 'bob', 'cyd']
const user = fc.constantFrom(...userIds)
const group = fc.constantFrom('g:one', 'g:two')
const conversation = fc.oneof(group, fc.constantFrom('d:ann:bob', 'd:bob:cyd', 'd:ann:ann'))
/** Few, so that sends repeat. */
const clientMessageId = fc.nat(20).map((n) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`)
const request = fc.option(
  fc
    .nat(40)
    .map((n) => ({ clientRequestId: `00000000-0000-4000-9000-0000000000${String(n).padStart(2, '0')}`, contentHash: sha256(String(n)) })),
)

const command: fc.Arbitrary<readonly [string, Unstamped]> = fc.tuple(
  user,
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(conversation, clientMessageId, fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 20 }))
        .map(sendOf),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(conversation, fc.nat(12))
        .map(([conversationId, ordinal]) => ({ type: 'MarkRead' as const, conversationId, ordinal })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(group, fc.string({ unit: 'binary' }), fc.subarray(userIds), request)
        .map(([conversationId, name, memberIds, request]) => ({ type: 'CreateGroup' as const, conversationId, name, memberIds, request })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(group, fc.subarray(userIds), request)
        .map(([conversationId, ids, request]) => ({ type: 'AddMembers' as const, conversationId, userIds: ids, request })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(group, user, request)
        .map(([conversationId, userId, request]) => ({ type: 'RemoveMember' as const, conversationId, userId, request })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(group, request).map(([conversationId, request]) => ({ type: 'LeaveGroup' as const, conversationId, request })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(group, user, fc.constantFrom('owner', 'admin', 'member'), request)
        .map(([conversationId, userId, role, request]) => ({ type: 'ChangeMemberRole' as const, conversationId, userId, role, request })),
    },
  ),
)

function sha256(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest())
}

function sendOf([conversationId, id, text, contentType]: [string, string, string, string]): Unstamped {
  const bytes = new TextEncoder().encode(text)
  const contentHash = sha256(`${text}\n${contentType}`)
  const attachments = [{ url: `https://files/${text}`, name: text, contentType, size: 1 }]
  const body = { contentType: contentType || 'text/plain', encoding: '', keyId: '', bytes }
  return { type: 'SendMessage', conversationId, clientMessageId: id, messageId: randomUUID(), contentHash, body, replyTo: 0, attachments }
}

/** The domain alone: decides and folds in memory, as the processor would. */
class World {
  readonly cells = new Map<string, Cell>()
  readonly events: SkeinEvent[] = []
  now = Date.now()

  readonly read = (key: string): Cell | undefined => this.cells.get(key)

  do(actorId: string, unstamped: Unstamped): boolean {
    const id = randomUUID()
    const meta: CommandMeta = {
      appId: 'app',
      commandId: id,
      actorId,
      deviceId: 'phone',
      enteredAt: ++this.now,
      deadlineAt: this.now + 1_000,
      retry: false,
      replyNode: id,
      replyConnection: id,
      traceparent: null,
    }
    const decision = skeinDecider.decide({ ...unstamped, meta } as SkeinCommand, this.read)
    if (!decision.accepted) return false
    for (const decided of decision.events) {
      const event = { ...decided, meta: { ...decided.meta, claim: 0, commandOffset: this.events.length } } as SkeinEvent
      for (const key of skeinDecider.writes(event)) {
        const cell = skeinDecider.evolve(key, this.cells.get(key), event)
        if (cell) this.cells.set(key, cell)
        else this.cells.delete(key)
      }
      const remembered = skeinDecider.remembered(event)
      if (remembered) this.cells.set(remembered.key, remembered.cell)
      this.events.push(event)
    }
    return decision.events.length > 0
  }
}

describe('views and domain', () => {
  it('fold to the same cells', async () => {
    const { db } = await postgres!.open()
    let accepted = 0
    const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
    console.log(`seed ${seed}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 20, maxLength: 80 }),
        fc.integer({ min: 1, max: 30 }),
        async (commands, batchSize) => {
          const { schema } = await postgres!.open()
          const world = new World()
          for (const userId of userIds) {
            world.do(userId, { type: 'ClaimUserName', userName: `Name-${userId}`, userId })
            world.do(userId, { type: 'RegisterUser', userId, userName: `Name-${userId}`, displayName: userId })
            world.cells.set(`known-user|app|${userId}`, { kind: 'known-user' })
          }
          for (const [actorId, unstamped] of commands) if (world.do(actorId, unstamped)) accepted++
          const store = createProjectorStore(db, { schema })
          const hot = createMemoryHotViews({ partitionOf: () => 0, partitionCount: 1, now: () => world.now })
          for (let from = 0; from < world.events.length; from += batchSize) {
            const to = Math.min(from + batchSize, world.events.length)
            const at = (nextOffset: number) => ({ ...emptyCheckpoint(0), nextOffset, logEpoch: nextOffset > 0 ? 'epoch' : '' })
            const changes: Change[] = world.events
              .slice(from, to)
              .flatMap((event, i) => [...project({ event, position: { partition: 0, offset: from + i } })])
            await store.apply([{ partition: 0, expected: at(from), next: at(to), changes }])
            await hot.apply(0, { logEpoch: 'epoch', from, to }, changes)
          }
          const { cells } = await createPrefetch(db, { schema, timeoutMs: 5_000 })(0, [...world.cells.keys()])
          assert.deepEqual(Object.fromEntries(cells), Object.fromEntries(world.cells))
          const source = createHotSource(db, { schema })
          const { differences } = await compareHot(hot, source, { partitions: [0], limits: defaultHotLimits, now: () => world.now })
          assert.deepEqual(differences, [])
          // One who is not a member has no cell in the views either.
          const absent = ['g:one', 'g:two']
            .flatMap((id) => userIds.map((userId) => memberKey('app', id, userId)))
            .filter((key) => !world.cells.has(key))
          assert.equal((await createPrefetch(db, { schema, timeoutMs: 5_000 })(0, absent)).cells.size, 0)
        },
      ),
      { seed, numRuns: 25 },
    )
    assert.ok(accepted > 100, `only ${accepted} commands were accepted`)
  })
})
