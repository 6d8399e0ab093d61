// Who asks to join a group, who is banned from it, and what it takes to join, as the views tell it: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const group = 'g:one'
const none = { requests: [], more: false }

for (const database of databasesUnderTest()) {
  describe(`requests to join groups on ${database.name}`, () => {
    async function setUp() {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      script.createGroup(group, 'ann', 'bob', 'cyd')
      script.changeRole(group, 'ann', 'bob', 'admin')
      const head = script.headOf(group)
      const place = () => ({ conversationId: group, seq: ++head.seq, ordinal: head.ordinal })
      const set = (settings: Readonly<Record<string, string>>) => {
        const list = Object.entries(settings).map(([name, value]) => ({ name, value }))
        script.append({ type: 'GroupChanged', ...place(), settings: list }, 'ann')
      }
      const ask = (userId: string, expiresAtMs = script.now + 900_000) =>
        script.append(
          {
            type: 'JoinRequested',
            ...{ conversationId: group, userId, text: `I am ${userId}`, answers: ['cake'], expiresAtMs, afterSeq: head.seq },
          },
          userId,
        )
      const ban = (userId: string, banned = true) => script.append({ type: 'UserBanned', ...place(), userId, banned }, 'ann')
      const about = { appId: script.appId, conversationId: group, afterUserId: '', limit: 10, nowMs: 0 }
      type Asked = Partial<typeof about>
      const requests = async (userId: string, asked: Asked = {}) => {
        await store.apply([script.take()])
        return views.joinRequests({ ...about, userId, ...asked })
      }
      const bans = async (userId: string, asked: Asked = {}) => {
        await store.apply([script.take()])
        return views.bans({ ...about, userId, ...asked })
      }
      const info = async (userId: string, asked: Asked = {}) => {
        await store.apply([script.take()])
        return views.joinInfo({ ...about, userId, ...asked })
      }
      return { script, place, set, ask, ban, requests, bans, info }
    }

    it('tell owner and admins who asks and who is banned, and nobody else', async () => {
      const { script, ask, ban, requests, bans } = await setUp()
      assert.deepEqual(await requests('ann'), none)
      const until = script.now + 900_000
      for (const userId of ['eve', 'dan', 'fay']) ask(userId, until)
      const page = await requests('bob')
      assert.ok(typeof page === 'object')
      assert.deepEqual(
        page.requests.map(({ userId, text, answers, expiresAtMs }) => [userId, text, answers, expiresAtMs]),
        ['dan', 'eve', 'fay'].map((userId) => [userId, `I am ${userId}`, ['cake'], until]),
      )
      assert.deepEqual(await requests('ann'), page)
      assert.deepEqual(await requests('ann', { nowMs: until }), none)
      const first = await requests('ann', { limit: 1 })
      assert.ok(typeof first === 'object' && first.more && first.requests[0]?.userId === 'dan')
      const idsOf = async () => {
        const found = await requests('ann', { afterUserId: 'dan' })
        return typeof found === 'object' ? found.requests.map(({ userId }) => userId) : found
      }
      assert.deepEqual(await idsOf(), ['eve', 'fay'])
      script.append({ type: 'JoinRequestAnswered', conversationId: group, userId: 'eve', accepted: false }, 'ann')
      assert.deepEqual(await idsOf(), ['fay'])
      ban('fay')
      assert.deepEqual(await idsOf(), [])
      const banned = await bans('bob')
      assert.ok(typeof banned === 'object')
      assert.deepEqual([banned.bans.map(({ userId, bannedBy }) => [userId, bannedBy]), banned.more], [[['fay', 'ann']], false])
      assert.deepEqual(await bans('bob', { afterUserId: 'fay' }), { bans: [], more: false })
      script.add(group, 'ann', 'dan')
      assert.deepEqual(await requests('ann'), none)
      ban('fay', false)
      assert.deepEqual(await bans('ann'), { bans: [], more: false })
      for (const read of [requests, bans]) {
        for (const member of ['cyd', 'dan']) assert.equal(await read(member), 'FORBIDDEN')
        for (const stranger of ['eve', '']) assert.equal(await read(stranger), 'NOT_A_MEMBER')
        assert.equal(await read('ann', { appId: 'another' }), 'NOT_A_MEMBER')
        assert.equal(await read('ann', { conversationId: 'g:none' }), 'NOT_A_MEMBER')
      }
      script.leave(group, 'bob')
      for (const read of [requests, bans]) assert.equal(await read('bob'), 'NOT_A_MEMBER')
    })

    it('tell what it takes to join where one may ask, and of every other group nothing', async () => {
      const { script, place, set, ask, ban, info } = await setUp()
      assert.equal(await info('eve'), null)
      set({ joinBy: 'request', questions: 'Who?\nWhy?' })
      const told = { name: `Group ${group}`, memberCount: 3, joinBy: 'request', questions: ['Who?', 'Why?'], askedAtMs: 0 }
      assert.deepEqual(await info('eve'), told)
      ask('eve')
      const asked = await info('eve')
      assert.ok(asked !== null && asked.askedAtMs > 0)
      assert.deepEqual(await info('dan'), told)
      assert.equal((await info('eve', { nowMs: script.now + 2_000_000 }))?.askedAtMs, 0)
      script.add(group, 'ann', 'eve')
      script.remove(group, 'ann', 'eve')
      assert.equal((await info('eve'))?.askedAtMs, 0, 'since they were in they have asked nothing')
      ban('eve')
      assert.equal(await info('eve'), null)
      for (const wrong of [{ appId: 'another' }, { conversationId: 'g:none' }]) assert.equal(await info('dan', wrong), null)
      set({ joinBy: 'open', questions: '' })
      assert.deepEqual(await info('dan'), { ...told, joinBy: 'open', questions: [] })
      set({ joinBy: 'invitation' })
      assert.equal(await info('dan'), null)
      set({ joinBy: 'open' })
      script.append({ type: 'GroupDismissed', ...place(), endsAt: 0 }, 'ann')
      assert.equal(await info('dan'), null)
    })
  })
}
