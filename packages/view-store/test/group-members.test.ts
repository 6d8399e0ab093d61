// Who belongs where: members of a group by page and by role, whether some users are in, and the groups of a user; for those who are in alone.
// Of 100,000 members a page reads no more than it shows, however many have gone.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews, type Database } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const databases = databasesUnderTest()
const conversationId = 'g:one'
const of = { appId: 'app', userId: 'ann', conversationId }
const page = { ...of, afterUserId: '', role: '', limit: 10 }
const userIdsIn = (found: { readonly members: readonly { readonly userId: string }[] } | 'NOT_A_MEMBER') =>
  found === 'NOT_A_MEMBER' ? found : found.members.map(({ userId }) => userId)

for (const database of databases) {
  describe(`who belongs where, on ${database.name}`, () => {
    const setUp = async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema, syncLimits: { stretchSessionsMax: 2 } })
      const script = new EventScript()
      return { views, script, project: () => store.apply([script.take()]) }
    }

    it('tells members by page and by role, those who came back once and those who went not at all', async () => {
      const { views, script, project } = await setUp()
      script.createGroup(conversationId, 'ann', 'bob', 'cyd', 'dan', 'eve') // 1
      script.changeRole(conversationId, 'ann', 'dan', 'admin') // 2
      script.changeRole(conversationId, 'ann', 'eve', 'admin') // 3
      script.leave(conversationId, 'cyd') // 4
      script.leave(conversationId, 'bob') // 5
      script.leave(conversationId, 'eve') // 6
      script.add(conversationId, 'ann', 'bob') // 7
      script.send('d:ann:bob', 'ann')
      await project()
      const plain = { nickname: '', mutedUntilMs: 0 }
      assert.deepEqual(await views.members(page), {
        members: [
          { userId: 'ann', role: 'owner', ...plain },
          { userId: 'bob', role: 'member', ...plain },
          { userId: 'dan', role: 'admin', ...plain },
        ],
        ...{ more: false, viewSeq: 7 },
      })
      const first = await views.members({ ...page, limit: 2 })
      assert.deepEqual([userIdsIn(first), first !== 'NOT_A_MEMBER' && first.more], [['ann', 'bob'], true])
      assert.deepEqual(userIdsIn(await views.members({ ...page, afterUserId: 'bob' })), ['dan'])
      for (const [role, there] of Object.entries({ owner: ['ann'], admin: ['dan'], member: ['bob'] })) {
        assert.deepEqual(userIdsIn(await views.members({ ...page, role })), there)
        assert.deepEqual(userIdsIn(await views.members({ ...page, role, afterUserId: there[0]! })), [])
      }
      assert.deepEqual(userIdsIn(await views.members({ ...page, conversationId: 'd:ann:bob' })), ['ann', 'bob'])
      assert.deepEqual(userIdsIn(await views.members({ ...page, conversationId: 'd:ann:bob', role: 'member' })), [])
    })

    it('says which of some users are in', async () => {
      const { views, script, project } = await setUp()
      script.createGroup(conversationId, 'ann', 'bob', 'cyd')
      script.leave(conversationId, 'cyd')
      script.leave(conversationId, 'bob')
      script.add(conversationId, 'ann', 'bob')
      await project()
      const asked = { ...of, among: ['zoe', 'bob', 'cyd', 'bob', 'ann'] }
      assert.deepEqual(await views.areMembers(asked), {
        members: [
          { userId: 'ann', role: 'owner' },
          { userId: 'bob', role: 'member' },
        ],
        viewSeq: 4,
      })
      assert.deepEqual(userIdsIn(await views.areMembers({ ...of, among: ['cyd'] })), [])
    })

    it('answers strangers, those who went and users of other apps as for a group that is not there', async () => {
      const { views, script, project } = await setUp()
      script.createGroup(conversationId, 'ann', 'bob')
      script.leave(conversationId, 'bob')
      await project()
      const askers = [
        ...[{ userId: 'bob' }, { userId: 'zoe' }, { appId: 'other' }, { conversationId: 'g:none' }, { conversationId: 'd:ann:zoe' }],
      ]
      for (const asker of askers) {
        for (const role of ['', 'owner']) assert.equal(await views.members({ ...page, role, ...asker }), 'NOT_A_MEMBER')
        assert.equal(await views.areMembers({ ...of, among: ['ann'], ...asker }), 'NOT_A_MEMBER')
      }
      const none = { groups: [], more: false }
      for (const { appId = 'app', userId = 'ann' } of [{ userId: 'bob' }, { userId: 'zoe' }, { appId: 'other' }]) {
        assert.deepEqual(await views.myGroups({ appId, userId, afterConversationId: '', limit: 10 }), none)
      }
    })

    it('says to members until when they are muted, with their groups and by sync, also when they come back', async () => {
      const { views, script, project } = await setUp()
      const mute = (userId: string, mutedUntil: number) => {
        const head = script.headOf(conversationId)
        script.append({ type: 'MemberMuted', conversationId, seq: ++head.seq, ordinal: head.ordinal, userId, mutedUntil }, 'ann')
      }
      const toldTo = async (userId: string, cursor: Uint8Array = new Uint8Array(0)) => {
        await project()
        const page = await views.sync({ appId: 'app', userId, cursor, itemsPerConversation: 1, behind: new Set(), nowMs: 0 })
        return { until: page.sessions.map(({ mutedUntilMs }) => mutedUntilMs), cursor: page.cursor }
      }
      script.createGroup(conversationId, 'ann', 'bob', 'cyd')
      const { until, cursor } = await toldTo('bob')
      assert.deepEqual(until, [0])
      mute('bob', script.now + 600_000)
      const mutedUntil = script.now - 1_000 + 600_000
      assert.deepEqual((await toldTo('bob', cursor)).until, [mutedUntil])
      assert.deepEqual((await toldTo('cyd')).until, [0])
      const groups = await views.myGroups({ appId: 'app', userId: 'bob', afterConversationId: '', limit: 1 })
      assert.equal(groups.groups[0]?.mutedUntilMs, mutedUntil)
      script.leave(conversationId, 'bob')
      const head = script.headOf(conversationId)
      const back = { members: [{ userId: 'bob', role: 'member' }], returning: [{ userId: 'bob', mutedUntil, lastSentAt: 0 }] }
      script.append({ type: 'MembersAdded', conversationId, seq: ++head.seq, ordinal: head.ordinal, ...back, fromStart: false }, 'ann')
      assert.deepEqual((await toldTo('bob')).until, [mutedUntil])
      mute('bob', 0)
      assert.deepEqual((await toldTo('bob')).until, [0])
    })

    it('tells who was in a dismissed group, and what is unread there, as of then; who had gone before is told of no end', async () => {
      const { views, script, project } = await setUp()
      script.createGroup(conversationId, 'ann', 'bob', 'cyd')
      script.leave(conversationId, 'cyd')
      script.send(conversationId, 'ann')
      script.dismiss(conversationId, 'ann')
      const dismissedAtMs = script.now
      await project()
      const toldTo = async (userId: string) => {
        const { sessions } = await views.sync({
          ...of,
          userId,
          cursor: new Uint8Array(),
          itemsPerConversation: 0,
          behind: new Set(),
          nowMs: 0,
        })
        const { groups } = await views.myGroups({ appId: 'app', userId, afterConversationId: '', limit: 10 })
        const { total } = await views.unread('app', userId)
        return [sessions, groups].map((list) => list.map((session) => [session.dismissedAtMs, session.unread, total]))
      }
      assert.deepEqual(userIdsIn(await views.members({ ...page, userId: 'bob' })), ['ann', 'bob'])
      assert.equal(await views.members({ ...page, userId: 'cyd' }), 'NOT_A_MEMBER')
      assert.deepEqual(await toldTo('bob'), [[[dismissedAtMs, 1, 1]], [[dismissedAtMs, 1, 1]]])
      assert.deepEqual(await toldTo('cyd'), [[[0, 0, 0]], []])
      script.markRead(conversationId, 'bob', 1)
      await project()
      assert.deepEqual(await toldTo('bob'), [[[dismissedAtMs, 0, 0]], [[dismissedAtMs, 0, 0]]])
    })

    it('tells of the groups that one is in, with what is unread, however many one has left', async () => {
      const { views, script, project } = await setUp()
      const ids = Array.from({ length: 9 }, (_, i) => `g:${i}`)
      for (const id of ids) script.createGroup(id, 'ann', 'bob')
      for (const id of ids.slice(0, 6)) script.leave(id, 'bob')
      script.add('g:1', 'ann', 'bob')
      script.send('g:1', 'ann')
      script.send('d:ann:bob', 'ann')
      script.send('g:8', 'ann')
      await project()
      const pageOf = async (afterConversationId: string, limit: number) => {
        const { groups, more } = await views.myGroups({ appId: 'app', userId: 'bob', afterConversationId, limit })
        return { groups: groups.map(({ conversationId, unread }) => `${conversationId} ${unread}`), more }
      }
      assert.deepEqual(await pageOf('', 10), { groups: ['g:1 1', 'g:6 0', 'g:7 0', 'g:8 1'], more: false })
      assert.deepEqual(await pageOf('', 1), { groups: ['g:1 1'], more: true })
      assert.deepEqual(await pageOf('g:1', 2), { groups: ['g:6 0', 'g:7 0'], more: true })
      assert.deepEqual(await pageOf('g:7', 1), { groups: ['g:8 1'], more: false })
    })
  })
}

const members = 100_000
/** Who went: as many again. */
const gone = 100_000
/** Rows that one statement puts in within its time. */
const atOnce = 10_000
/** After some runs a named statement is planned once and for all. */
const runs = 8

it('reads of 100,000 members those that a page shows, without statistics', async () => {
  const { db, schema } = await databases[0]!.open()
  const script = new EventScript()
  script.createGroup(conversationId, 'ann')
  await createProjectorStore(db, { schema }).apply([script.take()])
  for (let from = 1; from <= members + gone; from += atOnce)
    await db.query(`INSERT INTO ${schema}.memberships
    SELECT (jsonb_populate_record(m, jsonb_build_object('user_id', 'u' || lpad(i::text, 7, '0'), 'role', CASE
      WHEN i % 2 = 1 THEN '' WHEN i % 10000 = 0 THEN 'admin' ELSE 'member' END, 'to_seq', i % 2))).*
    FROM ${schema}.memberships m CROSS JOIN generate_series(${from}, ${from + atOnce - 1}) AS i WHERE m.user_id = 'ann'`)
  const views = createReadViews(db, { schema })
  const read = async (what: () => Promise<unknown>) => {
    const before = await rowsRead(db, schema)
    for (let i = 0; i < runs; i++) await what()
    return ((await rowsRead(db, schema)) - before) / runs
  }
  const admins = await views.members({ ...page, role: 'admin', limit: 100 })
  assert.equal(userIdsIn(admins).length, (members + gone) / 10_000)
  // One more than is shown says that there are more; and the reader.
  for (const afterUserId of ['', 'u0100000']) {
    assert.ok((await read(() => views.members({ ...page, afterUserId }))) <= page.limit + 2, 'a page of all')
    for (const role of ['owner', 'admin', 'member'])
      assert.ok(
        (await read(() => views.members({ ...page, afterUserId, role }))) <= page.limit + 2,
        `a page of those with the role ${role}`,
      )
  }
  const among = ['u0000002', 'u0000003', 'u0150000', 'zoe']
  assert.ok((await read(() => views.areMembers({ ...of, among }))) <= among.length + 1)
})

/** Rows of memberships that were read, whichever index they were found by. */
async function rowsRead(db: Database, schema: string): Promise<number> {
  await db.query('SELECT pg_stat_force_next_flush()')
  const { rows } = await db.query<{ read: number }>(
    `SELECT sum(pg_stat_get_tuples_returned(oid))::int AS read FROM (
       SELECT '${schema}.memberships'::regclass::oid AS oid
       UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid = '${schema}.memberships'::regclass
     ) relations`,
  )
  return rows[0]!.read
}
