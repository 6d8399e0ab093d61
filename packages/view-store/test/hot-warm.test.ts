// Hot views keep the items of what is read, where they once kept those of everything that was written: ten commands of Redis for each
// message, most of which nobody asked for. Whoever asks first is answered by the database, and what it had goes in; whatever was written meanwhile
// must not be covered by it. One contract on Redis and in memory.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HistoryPage, HistoryQuery } from '@skein/projections'
import { assertUntilMet, tooFew } from '@skein/testing'
import fc from 'fast-check'
import { compareHot, createReadViews, type HotSource, type HotViews } from '../src/index.ts'
import type { SentMessage } from './event-script.ts'
import { hotViewsUnderTest, limits, pageOf, plenty } from './open-hot-views.ts'
import { eventually } from './open-redis.ts'

const direct = 'd:ann:bob'
const page = pageOf('bob', direct)

async function kept(hot: HotViews, conversationId = direct): Promise<number[]> {
  const seqs: number[] = []
  for await (const entry of hot.dump(0))
    if (entry.kind === 'items' && entry.conversationId === conversationId) seqs.push(...entry.items.map(({ seq }) => seq))
  return seqs
}

async function foundCold(hot: HotViews, query: HistoryQuery = page) {
  const found = await hot.history(query, plenty)
  assert.ok(found && 'generation' in found, 'not cold')
  return found
}

/** As `source`, with something happening when the items have been read. */
const meanwhile = (source: HotSource, happens: () => Promise<unknown>): HotSource => ({
  ...source,
  async kept(...asked) {
    const items = await source.kept(...asked)
    await happens()
    return items
  },
})

const plain = ({ items, more, viewSeq }: HistoryPage) => ({ more, viewSeq, items: items.map((item) => Buffer.from(item).toString('hex')) })

const kinds = ['send', 'send', 'large', 'edit', 'revoke', 'delete', 'hide', 'out', 'in', 'project', 'read', 'read', 'pass', 'heal'] as const
interface Action {
  readonly does: (typeof kinds)[number]
  /** Which of the last messages. */
  readonly back: number
  readonly query: Pick<HistoryQuery, 'userId' | 'afterSeq' | 'beforeSeq' | 'limit'>
  /** Whether something is written between what the database had and its going in. */
  readonly written: boolean
}
const arbitraryActions = fc.array(
  fc.record<Action>({
    does: fc.constantFrom(...kinds),
    back: fc.nat(6),
    query: fc.record({
      userId: fc.constantFrom('ann', 'bob'),
      afterSeq: fc.oneof(fc.constant(0), fc.nat(12)),
      beforeSeq: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) }),
      limit: fc.integer({ min: 1, max: 6 }),
    }),
    written: fc.boolean(),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
)

type SetUp = ReturnType<typeof hotViewsUnderTest>[number]['setUp']

/** Does all of it in a group of its own, and holds each page to the database's. */
async function play(made: Awaited<ReturnType<SetUp>>, conversationId: string, actions: readonly Action[], met: Map<string, number>) {
  const { script, hot, source, project, pass, database } = made
  const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1)
  const messages: SentMessage[] = []
  let bobIsIn = true
  const send = (text: string) => messages.push(script.send(conversationId, 'ann', text))
  const read = async (query: HistoryQuery, written: boolean) => {
    const found = await hot.history(query, plenty)
    if (found && 'generation' in found) {
      meet('cold')
      const edit = async () => {
        if (messages[0]) script.edit(conversationId, 'ann', messages[0], 'meanwhile')
        else send('meanwhile')
        await project()
      }
      await hot.warm(found, written ? meanwhile(source, edit) : source)
    }
    const answer = await hot.history(query, plenty)
    if (!answer || 'generation' in answer) return
    meet('warm')
    const expected = await database.history(query)
    assert.ok(expected !== 'NOT_A_MEMBER')
    assert.deepEqual(plain(answer.value), plain(expected))
  }
  script.createGroup(conversationId, 'ann', 'bob')
  for (const { does, back, query, written } of actions) {
    const message = messages[messages.length - 1 - back]
    if (does === 'send') send('hello')
    else if (does === 'large') send('x'.repeat(2 * limits.itemBytesMax))
    else if (does === 'edit' && message) script.edit(conversationId, 'ann', message, 'changed')
    else if ((does === 'revoke' || does === 'delete') && message) {
      messages.splice(messages.indexOf(message), 1)
      script[does](conversationId, 'ann', message)
    } else if (does === 'hide' && message && back === 0) script.hide(conversationId, 'bob', message)
    else if (does === 'out' && bobIsIn) script.remove(conversationId, 'ann', 'bob')
    else if (does === 'in' && !bobIsIn) script.add(conversationId, 'ann', 'bob')
    else if (does === 'pass') await pass(limits.readWithinMs / (1 + back))
    else if (does === 'heal') await hot.heal(0, source, { force: true })
    else if (does === 'project') await project()
    if (does === 'in' || does === 'out') bobIsIn = does === 'in'
    if (does !== 'read') continue
    await project()
    await read({ ...pageOf(query.userId, conversationId), ...query }, written)
  }
  await project()
}

for (const { name, setUp } of hotViewsUnderTest()) {
  describe(`what hot views keep in ${name}`, () => {
    it('are items of what was read lately, from then on', async () => {
      const { script, hot, source, pass, project, read } = await setUp()
      const send = async () => {
        script.send(direct, 'ann')
        await project()
      }
      for (let i = 0; i < 3; i++) await send()
      assert.deepEqual(await kept(hot), [])
      assert.ok(await read(page))
      assert.deepEqual(await kept(hot), [1, 2, 3])
      await send()
      assert.deepEqual(await kept(hot), [1, 2, 3, 4])
      // Each reading counts anew.
      for (let i = 0; i < 3; i++) {
        await pass(0.6 * limits.readWithinMs)
        const again = await hot.history(page, plenty)
        assert.ok(again && 'value' in again)
      }
      await pass(0.6 * limits.readWithinMs)
      await send()
      assert.deepEqual(await kept(hot), [1, 2, 3, 4, 5])
      // Writing does not.
      await pass(0.6 * limits.readWithinMs)
      await send()
      assert.deepEqual(await kept(hot), [])
      // Once is once, also where it was the first time.
      await hot.warm(await foundCold(hot), source)
      await send()
      assert.deepEqual(await kept(hot), [3, 4, 5, 6, 7])
      await pass(limits.readWithinMs)
      await send()
      assert.deepEqual(await kept(hot), [])
      await foundCold(hot)
    })

    // A batch of its partition looked for them: in an archive that somebody pages through there is none.
    it('are given up when nobody reads them any more, though nothing is written', async () => {
      const { script, hot, source, pass, project } = await setUp()
      const others = ['d:ann:cyd', 'd:ann:dan'] as const
      for (const conversation of [direct, ...others]) script.send(conversation, 'ann')
      await project()
      await hot.warm(await foundCold(hot), source)
      assert.deepEqual(await kept(hot), [1])
      for (const conversation of others) {
        await pass(1.5 * limits.readWithinMs)
        await hot.warm(await foundCold(hot, pageOf('ann', conversation)), source)
      }
      assert.deepEqual(await kept(hot), [])
      assert.deepEqual(await kept(hot, others[0]), [])
      assert.deepEqual(await kept(hot, others[1]), [1])
    })

    it('are no items for who asks for what the last of them would not tell', async () => {
      const { script, hot, project } = await setUp()
      for (let i = 0; i < 9; i++) script.send(direct, 'ann')
      await project()
      const beyond = [{ beforeSeq: 4 }, { afterSeq: 3 }]
      for (const part of beyond) assert.equal(await hot.history(pageOf('bob', direct, part), plenty), null)
      for (const part of [{ beforeSeq: 6 }, { afterSeq: 4 }, {}]) await foundCold(hot, pageOf('bob', direct, part))
      assert.equal(await hot.history(pageOf('cyd', direct), plenty), null)
    })

    it('are kept without any while the last one is too large, and followed from there on', async () => {
      const { script, hot, project, read, compare } = await setUp()
      script.send(direct, 'ann', 'x'.repeat(2 * limits.itemBytesMax))
      await project()
      assert.equal(await read(page), null)
      // It is not read from the database again and again for nothing.
      assert.equal(await hot.history(page, plenty), null)
      script.send(direct, 'ann')
      await project()
      assert.deepEqual(await kept(hot), [2])
      assert.deepEqual(await compare(), [])
    })

    it('are no items of before a batch that came while they were read', async () => {
      const { script, hot, source, project, read, compare, database } = await setUp()
      const messages = [1, 2].map(() => script.send(direct, 'ann'))
      await project()
      const found = await foundCold(hot)
      const edited = meanwhile(source, async () => {
        script.edit(direct, 'ann', messages[0]!, 'changed')
        await project()
      })
      await hot.warm(found, edited)
      assert.deepEqual(await kept(hot), [])
      assert.deepEqual((await read(page))?.value, await database.history(page))
      assert.deepEqual(await kept(hot), [1, 2, 3])
      assert.deepEqual(await compare(), [])
    })

    it('are no items that the database has and they have not heard of', async () => {
      const { script, hot, source, store, project } = await setUp()
      script.send(direct, 'ann')
      await project()
      const found = await foundCold(hot)
      script.send(direct, 'ann')
      await store.apply([script.batch(1)])
      await hot.warm(found, source)
      assert.deepEqual(await kept(hot), [])
    })

    // The database was put back, and what had been read of it before came in only now.
    it('are no items of other hot views than they were found cold in', async () => {
      const { script, hot, source, project } = await setUp()
      const other = await setUp()
      for (const each of [script, other.script]) for (let i = 0; i < 2; i++) each.send(direct, 'ann')
      for (const each of [project, other.project]) await each()
      const found = await foundCold(hot)
      await hot.warm(
        found,
        meanwhile(source, () => hot.heal(0, other.source, { force: true })),
      )
      assert.deepEqual((await compareHot(hot, other.source, { partitions: [0], limits })).differences, [])
      assert.deepEqual(await kept(hot), [])
    })

    it('go in behind a page that the database answers', async () => {
      const { script, hot, db, schema, project, database } = await setUp()
      for (let i = 0; i < 3; i++) script.send(direct, 'ann')
      await project()
      const views = createReadViews(db, { schema, hot, hotLagMaxMs: 0 })
      const expected = await database.history(page)
      assert.deepEqual(await views.history(page), expected)
      await eventually('they are kept', async () => (await kept(hot)).length === 3)
      assert.deepEqual(await views.history(page), expected)
    })

    it('tells what the database tells, whatever is done, in whatever order', async (t) => {
      const seed = Date.now() % 2 ** 31
      t.diagnostic(`seed ${seed}`)
      const made = await setUp()
      const met = new Map<string, number>()
      let groups = 0
      const property = fc.asyncProperty(arbitraryActions, async (actions) => {
        await play(made, `g:${++groups}`, actions, met)
        assert.deepEqual(await made.compare(), [])
      })
      const times = (what: string): [number, number] => [met.get(what) ?? 0, 20]
      await assertUntilMet(property, { seed, numRuns: 40, missing: () => tooFew({ cold: times('cold'), warm: times('warm') }) })
    })
  })
}
