// What users are shown of how they stand to others, by pages and by sync: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { directConversationId } from '@skein/contracts'
import type { Relation, RelationsQuery } from '@skein/projections'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { type DatabaseUnderTest, databasesUnderTest } from './open-databases.ts'

const never = Number.MAX_SAFE_INTEGER

/** Events between two, as the domain decides them. */
function between(script: EventScript) {
  const by = (userId: string, peerId: string) => ({ conversationId: directConversationId(userId, peerId), userId })
  return {
    asks: (userId: string, peerId: string, { text = '', expiresAt = never, befriends = false, shown = true } = {}) =>
      script.append(
        { type: 'FriendRequested', ...by(userId, peerId), text, expiresAtMs: expiresAt, befriends, shown, again: false },
        userId,
      ),
    answers: (userId: string, peerId: string, accepted: boolean) =>
      script.append({ type: 'FriendRequestAnswered', ...by(userId, peerId), accepted }, userId),
    parts: (userId: string, peerId: string) => script.append({ type: 'FriendDeleted', ...by(userId, peerId), shown: true }, userId),
    calls: (userId: string, peerId: string, remark: string, ...tags: string[]) =>
      script.append({ type: 'RemarkSet', ...by(userId, peerId), remark, tags }, userId),
    blocks: (userId: string, peerId: string) => script.append({ type: 'UserBlocked', ...by(userId, peerId) }, userId),
    unblocks: (userId: string, peerId: string) => script.append({ type: 'UserUnblocked', ...by(userId, peerId) }, userId),
  }
}

async function open(database: DatabaseUnderTest, syncLimits = {}) {
  const opened = await database.open()
  const store = createProjectorStore(opened.db, opened)
  const views = createReadViews(opened.db, { schema: opened.schema, syncLimits })
  const script = new EventScript()
  const list = (
    userId: string,
    list: RelationsQuery['list'],
    { appId = script.appId, at = script.now, afterUserId = '', limit = 10 } = {},
  ) => views.relations({ appId, userId, list, at, afterUserId, limit })
  return {
    ...{ views, script, list },
    project: (from = script) => store.apply([from.take()]),
    of: (userId: string, peerId: string, { appId = script.appId, at = script.now } = {}) => views.relationTo({ appId, userId, peerId, at }),
    idsIn: async (...asked: Parameters<typeof list>) => {
      const { relations, more } = await list(...asked)
      return [...relations.map(({ userId }) => userId), ...(more ? ['...'] : [])]
    },
    sync: (userId: string, cursor: Uint8Array = new Uint8Array(0), appId = script.appId) =>
      views.sync({ appId, userId, cursor, itemsPerConversation: 10, behind: new Set(), nowMs: 0 }),
  }
}

const ended = { friendsSinceMs: 0, remark: '', tags: [], blockedSinceMs: 0, sent: null, received: null }
const byId = (relations: readonly Relation[]): readonly Relation[] => relations.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))

for (const database of databasesUnderTest()) {
  describe(`relations on ${database.name}`, () => {
    it('are listed by page and by name of the list, each to its user alone', async () => {
      const { script, project, list, idsIn, of } = await open(database)
      const { asks, answers, parts, calls, blocks, unblocks } = between(script)
      script.register('ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal', 'zed')
      for (const friend of ['bob', 'cyd', 'dan', 'eve']) {
        asks(friend, 'ann')
        answers('ann', friend, true)
      }
      asks('ann', 'gus', { befriends: true })
      parts('gus', 'ann')
      calls('ann', 'bob', 'Bobby', 'work', 'a "quoted" täg')
      blocks('ann', 'hal')
      blocks('ann', 'eve')
      blocks('ann', 'fay')
      unblocks('ann', 'fay')
      await project()
      assert.deepEqual(await idsIn('ann', 'friends', { limit: 2 }), ['bob', 'cyd', '...'])
      assert.deepEqual(await idsIn('ann', 'friends', { limit: 2, afterUserId: 'cyd' }), ['dan', 'eve'])
      assert.deepEqual(await idsIn('ann', 'friends', { afterUserId: 'eve' }), [])
      assert.deepEqual(await idsIn('ann', 'friends', { limit: 4 }), ['bob', 'cyd', 'dan', 'eve'], 'a page that is full and the last')
      assert.deepEqual(await idsIn('ann', 'blocked'), ['eve', 'hal'], 'a friend too, and nobody who was let again')
      assert.deepEqual(await idsIn('ann', 'requests'), [])
      const [bob] = (await list('ann', 'friends')).relations
      assert.deepEqual([bob?.remark, bob?.tags], ['Bobby', ['work', 'a "quoted" täg']])
      parts('cyd', 'ann')
      await project()
      assert.deepEqual(
        await idsIn('ann', 'friends', { limit: 2, afterUserId: 'bob' }),
        ['dan', 'eve'],
        'where the page would begin, one went',
      )
      for (const [userId, friends] of [
        ['bob', ['ann']],
        ['eve', ['ann']],
        ['cyd', []],
        ['gus', []],
        ['zed', []],
        ['nobody', []],
      ] as const) {
        assert.deepEqual(await idsIn(userId, 'friends'), friends)
        for (const other of ['blocked', 'requests'] as const) assert.deepEqual(await idsIn(userId, other), [])
      }
      for (const list of ['friends', 'blocked', 'requests'] as const) assert.deepEqual(await idsIn('ann', list, { appId: 'another' }), [])
      const friends = await of('eve', 'ann')
      assert.deepEqual(friends, { ...ended, userId: 'ann', friendsSinceMs: friends?.friendsSinceMs }, 'of the block nothing')
      assert.deepEqual(await of('hal', 'ann'), { ...ended, userId: 'ann' })
      assert.deepEqual(await of('bob', 'ann'), { ...ended, userId: 'ann', friendsSinceMs: bob?.friendsSinceMs }, 'of the name nothing')
      assert.deepEqual(await of('zed', 'ann'), await of('hal', 'ann'), 'a stranger, and one who is blocked')
      assert.equal(await of('ann', 'nobody'), null)
      assert.equal(await of('ann', 'bob', { appId: 'another' }), null)
    })

    it('keep from one who is blocked that the other is here, also in groups of both', async () => {
      const { views, script, project } = await open(database)
      const { blocks, unblocks } = between(script)
      const known = async (userId: string) => {
        await project()
        return (await views.acquaintances({ appId: script.appId, userId, afterUserId: '', limit: 10 })).userIds
      }
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.send('d:ann:bob', 'ann')
      script.send('d:ann:bob', 'bob')
      assert.deepEqual(await known('bob'), ['ann', 'cyd'])
      blocks('ann', 'bob')
      assert.deepEqual([await known('bob'), await known('cyd')], [['cyd'], ['ann', 'bob']])
      unblocks('ann', 'bob')
      assert.deepEqual(await known('bob'), ['ann', 'cyd'])
    })

    it('hold the requests that stand at the moment of whoever asks', async () => {
      const { script, project, list, idsIn, of } = await open(database)
      const { asks, answers, blocks } = between(script)
      script.register('ann', 'bob', 'cyd', 'dan', 'eve')
      const expiresAt = script.now + 1_000_000
      asks('ann', 'bob', { text: 'hi', expiresAt })
      const askedAtMs = script.now
      asks('cyd', 'ann', { expiresAt: expiresAt + 1 })
      asks('ann', 'cyd', { expiresAt })
      asks('dan', 'ann', { expiresAt })
      answers('ann', 'dan', false)
      blocks('ann', 'eve')
      asks('eve', 'ann', { expiresAt, shown: false })
      await project()
      const asked = { text: 'hi', askedAtMs, expiresAtMs: expiresAt }
      assert.deepEqual((await list('ann', 'requests')).relations[0], { ...ended, userId: 'bob', sent: asked })
      assert.deepEqual(await idsIn('ann', 'requests', { at: expiresAt - 1 }), ['bob', 'cyd'])
      assert.deepEqual(await idsIn('ann', 'requests', { at: expiresAt - 1, limit: 1 }), ['bob', '...'])
      assert.deepEqual(await idsIn('ann', 'requests', { at: expiresAt }), ['cyd'], 'one that has expired is in no list')
      const [cyd] = (await list('ann', 'requests', { at: expiresAt })).relations
      assert.deepEqual([cyd?.sent, cyd?.received?.expiresAtMs], [null, expiresAt + 1], 'nor beside one that stands')
      assert.deepEqual(await idsIn('ann', 'requests', { at: expiresAt + 1 }), [])
      assert.deepEqual((await of('bob', 'ann', { at: expiresAt - 1 }))?.received, asked)
      assert.deepEqual(await of('bob', 'ann', { at: expiresAt }), { ...ended, userId: 'ann' })
      assert.deepEqual(await idsIn('dan', 'requests'), [])
      assert.deepEqual(await idsIn('eve', 'requests'), ['ann'], 'who is blocked is shown their own request, as anybody is')
    })

    it('come by sync where they have changed, by whomever, with nothing in the place of what is no more', async () => {
      const { script, project, sync } = await open(database)
      const { asks, answers, parts, calls, blocks, unblocks } = between(script)
      script.register('ann', 'bob', 'cyd', 'dan')
      asks('ann', 'bob', { text: 'hi' })
      answers('bob', 'ann', true)
      asks('cyd', 'ann', { expiresAt: script.now })
      await project()
      const first = await sync('ann')
      assert.deepEqual([first.full, byId(first.relations).map(({ userId }) => userId)], [true, ['bob', 'cyd']])
      assert.ok(byId(first.relations)[1]?.received, 'whoever is told compares with the time for themselves')
      assert.deepEqual((await sync('ann', first.cursor)).relations, [])
      assert.deepEqual((await sync('ann', new Uint8Array(0), 'another')).relations, [])
      assert.deepEqual((await sync('dan')).relations, [])

      parts('bob', 'ann')
      calls('ann', 'dan', 'Dannyboy')
      blocks('bob', 'ann')
      await project()
      const next = await sync('ann', first.cursor)
      assert.deepEqual(
        [next.full, byId(next.relations)],
        [
          false,
          [
            { ...ended, userId: 'bob' },
            { ...ended, userId: 'dan', remark: 'Dannyboy' },
          ],
        ],
      )
      const then = await sync('ann', next.cursor)
      blocks('cyd', 'ann')
      unblocks('bob', 'ann')
      calls('bob', 'ann', 'Ex')
      await project()
      assert.deepEqual((await sync('ann', then.cursor)).relations, [], 'nothing tells of a block, nor of a name')
      answers('ann', 'cyd', false)
      await project()
      assert.deepEqual((await sync('ann', then.cursor)).relations, [{ ...ended, userId: 'cyd' }])
    })

    it('come with a full sync that says so to one who was away for too long, what is no more among them', async () => {
      const { script, project, sync } = await open(database, { hiddenMax: 1, conversationsMax: 1 })
      const { asks, answers, parts } = between(script)
      script.register('ann', 'bob', 'cyd')
      asks('bob', 'ann')
      answers('ann', 'bob', true)
      asks('cyd', 'ann')
      const [first, second] = [script.send('d:ann:bob', 'bob'), script.send('d:ann:bob', 'bob')]
      script.send('d:ann:cyd', 'cyd')
      await project()
      const { cursor } = await sync('ann', (await sync('ann')).cursor)
      parts('bob', 'ann')
      for (const message of [first, second]) script.hide('d:ann:bob', 'ann', message)
      await project()
      const page = await sync('ann', cursor)
      assert.deepEqual([page.full, page.more, page.relationsCut], [true, true, false])
      assert.deepEqual(
        byId(page.relations).map(({ userId, friendsSinceMs, received }) => [userId, friendsSinceMs, received !== null]),
        [
          ['bob', 0, false],
          ['cyd', 0, true],
        ],
      )
      const last = await sync('ann', page.cursor)
      assert.deepEqual([last.full, last.more, last.relations], [true, false, []], 'they come once')
      const elsewhere = await open(database)
      elsewhere.script.register('ann')
      await elsewhere.project()
      const other = await elsewhere.sync('ann', last.cursor)
      assert.deepEqual([other.full, other.relations], [true, []], 'and of another log there is nothing of this one')
    })

    it('come with whom one lets reach one, where that was changed while one was away, and with a full sync', async () => {
      const { views, script, project, sync } = await open(database, { conversationsMax: 1 })
      const says = (userId: string, write: string, add: string) => script.append({ type: 'PrivacyChanged', userId, write, add }, userId)
      script.register('ann', 'bob')
      for (const other of ['bob', 'cyd']) script.send(`d:ann:${other}`, other)
      await project()
      const everybody = { write: 'everybody', add: 'everybody' }
      const first = await sync('ann')
      assert.deepEqual([first.more, first.privacy], [true, everybody], 'as it is for who never said anything')
      const rest = await sync('ann', first.cursor)
      assert.deepEqual([rest.more, rest.privacy], [false, null], 'once')
      says('ann', 'friends', 'nobody')
      await project()
      const next = await sync('ann', rest.cursor)
      assert.deepEqual([next.full, next.privacy], [false, { write: 'friends', add: 'nobody' }])
      assert.deepEqual((await sync('ann', next.cursor)).privacy, null)
      assert.deepEqual((await sync('ann')).privacy, { write: 'friends', add: 'nobody' })
      says('ann', 'everybody', 'everybody')
      await project()
      assert.deepEqual((await sync('ann', next.cursor)).privacy, everybody)
      assert.deepEqual([(await sync('bob')).privacy, (await sync('ann', new Uint8Array(0), 'another')).privacy], [everybody, everybody])
      assert.deepEqual(await views.privacy('another', 'ann'), everybody)
    })

    it('come of every partition, and are cut where more have changed than are sent', async () => {
      const { script, project, sync, idsIn } = await open(database, { relationsMax: 2 })
      const other = new EventScript(1)
      script.register('ann', 'bob', 'cyd', 'dan')
      between(script).asks('bob', 'ann')
      between(other).asks('cyd', 'ann')
      await project()
      await project(other)
      const whole = await sync('ann')
      assert.deepEqual([whole.relationsCut, byId(whole.relations).map(({ userId }) => userId)], [false, ['bob', 'cyd']])
      between(other).answers('ann', 'cyd', true)
      await project(other)
      const next = await sync('ann', whole.cursor)
      assert.deepEqual([next.relationsCut, next.relations.map(({ userId }) => userId)], [false, ['cyd']])
      between(script).asks('dan', 'ann')
      between(script).answers('ann', 'bob', true)
      await project()
      const cut = await sync('ann', whole.cursor)
      assert.deepEqual([cut.full, cut.relationsCut, cut.relations.length], [false, true, 2])
      assert.deepEqual((await sync('ann', cut.cursor)).relationsCut, false, 'once')
      assert.deepEqual([await idsIn('ann', 'friends'), await idsIn('ann', 'requests')], [['bob', 'cyd'], ['dan']], 'the lists have all')
    })
  })
}
