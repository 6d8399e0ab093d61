// What every read answers to those who are outside: to a stranger of the app, to a user of another one with the ids of this, to one who was
// banned and to one who has gone, it answers what it would where nothing of it was ever there. One contract on PostgreSQL and on PGlite, with
// a line for every read there is: a new one does not compile without.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReadViews } from '@skein/projections'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

interface Asker {
  readonly appId: string
  readonly userId: string
  /** Of a sync before anything happened. */
  readonly cursor: Uint8Array
}

interface Asked {
  readonly asks: (views: ReadViews, asker: Asker) => Promise<unknown>
  /** One who is told something: else it says little that others are told nothing. */
  readonly insider: string
  /** Whether one who has gone is told of their stay: other tests say what. */
  readonly tellsOfStays?: true
}

const conversations = ['g:one', 'g:over', 'g:room', 'd:ann:bob'] as const
const nowMs = 1_700_000_000_000
const limit = 50

/** Of each of the conversations, in a row. */
const ofEach =
  (
    ask: (
      views: ReadViews,
      about: { readonly appId: string; readonly userId: string; readonly conversationId: string },
    ) => Promise<unknown>,
  ) =>
  async (views: ReadViews, { appId, userId }: Asker) => {
    const answers: unknown[] = []
    for (const conversationId of conversations) answers.push(await ask(views, { appId, userId, conversationId }))
    return answers
  }

async function synced(views: ReadViews, { appId, userId }: Asker, cursor: Uint8Array): Promise<unknown> {
  const page = await views.sync({ appId, userId, cursor, itemsPerConversation: limit, behind: new Set(), nowMs })
  const { cursor: _, ...told } = page
  return told
}

const byUser = { afterUserId: '', limit }
const reads: Readonly<Record<keyof ReadViews, Asked | null>> = {
  sync: {
    asks: async (views, asker) => [await synced(views, asker, new Uint8Array(0)), await synced(views, asker, asker.cursor)],
    ...{ insider: 'bob', tellsOfStays: true },
  },
  missed: {
    asks: async (views, { appId, userId, cursor }) =>
      (await views.missed({ appId, userId, cursor, after: { conversationId: '', seq: 0 }, limit })).items,
    ...{ insider: 'bob', tellsOfStays: true },
  },
  history: {
    asks: ofEach((views, about) => views.history({ ...about, beforeSeq: 0, afterSeq: 0, limit })),
    insider: 'bob',
    tellsOfStays: true,
  },
  edits: { asks: ofEach((views, about) => views.edits({ ...about, seq: 2, fromVersion: 0, limit })), insider: 'bob', tellsOfStays: true },
  unread: { asks: (views, { appId, userId }) => views.unread(appId, userId), insider: 'bob' },
  members: { asks: ofEach((views, about) => views.members({ ...about, ...byUser, role: '' })), insider: 'bob' },
  areMembers: { asks: ofEach((views, about) => views.areMembers({ ...about, among: ['ann', 'bob', about.userId] })), insider: 'bob' },
  myGroups: { asks: (views, { appId, userId }) => views.myGroups({ appId, userId, afterConversationId: '', limit }), insider: 'bob' },
  groupInfo: { asks: ofEach((views, about) => views.groupInfo(about)), insider: 'bob' },
  invitations: {
    asks: (views, { appId, userId }) => views.invitations({ appId, userId, afterConversationId: '', limit, nowMs }),
    insider: 'fay',
  },
  joinLinks: { asks: ofEach((views, about) => views.joinLinks({ ...about, afterLinkId: '', limit })), insider: 'bob' },
  joinRequests: { asks: ofEach((views, about) => views.joinRequests({ ...about, ...byUser, nowMs })), insider: 'bob' },
  ownJoinRequests: {
    asks: (views, { appId, userId }) => views.ownJoinRequests({ appId, userId, afterConversationId: '', limit, nowMs }),
    insider: 'gil',
  },
  bans: { asks: ofEach((views, about) => views.bans({ ...about, ...byUser })), insider: 'bob' },
  acquaintances: { asks: (views, { appId, userId }) => views.acquaintances({ appId, userId, ...byUser }), insider: 'bob' },
  strangers: { asks: (views, { appId, userId }) => views.strangers({ appId, userId, among: ['ann', 'bob', 'cyd'] }), insider: 'bob' },
  relations: {
    asks: async (views, { appId, userId }) => {
      const answers: unknown[] = []
      for (const list of ['friends', 'requests', 'blocked'] as const)
        answers.push(await views.relations({ appId, userId, list, at: nowMs, ...byUser }))
      return answers
    },
    insider: 'bob',
  },
  relationTo: { asks: (views, { appId, userId }) => views.relationTo({ appId, userId, peerId: 'ann', at: nowMs }), insider: 'bob' },
  privacy: { asks: (views, { appId, userId }) => views.privacy(appId, userId), insider: 'ann' },
  // Whoever knows the id of a live room, or of a group that one may ask to join, is told of it: their tests say whom.
  room: null,
  joinInfo: null,
  // Names are for all users of an app.
  findUser: null,
  // Asked by servers and operators alone, for nobody.
  checkpoints: null,
  app: null,
  bannedAmong: null,
  newestUsers: null,
  deviceSessions: null,
}

/** Much that is nobody's but theirs who are in: a group, one that is over, a live room, two who talk, and what each says of others. */
function live(script: EventScript): void {
  const by = (userId: string, peerId: string) => ({ conversationId: `d:${[userId, peerId].sort().join(':')}`, userId })
  const [id, until] = ['g:one', nowMs * 2]
  script.createGroup(id, 'ann', 'bob', 'cyd', 'eve')
  script.edit(id, 'ann', script.send(id, 'ann'), 'better')
  script.changeRole(id, 'ann', 'bob', 'admin')
  script.remove(id, 'ann', 'eve')
  const head = script.headOf(id)
  const place = () => ({ conversationId: id, seq: ++head.seq, ordinal: head.ordinal })
  script.append({ type: 'UserBanned', ...place(), userId: 'dan', banned: true }, 'ann')
  script.append({ type: 'NicknameChanged', ...place(), userId: 'cyd', nickname: 'Cy' }, 'cyd')
  script.append({ type: 'JoinLinkMade', conversationId: id, linkId: 'l', expiresAtMs: 0, usesMax: 0 }, 'ann')
  const ofGroup = { conversationId: id, expiresAtMs: until, afterSeq: head.seq }
  script.append({ type: 'InvitationSent', ...ofGroup, groupName: 'one', userIds: ['fay'], greeting: '' }, 'ann')
  script.append({ type: 'JoinRequested', ...ofGroup, userId: 'gil', text: 'hi', answers: [] }, 'gil')
  script.send(id, 'ann', 'later')
  script.createGroup('g:over', 'ann', 'bob', 'eve')
  script.leave('g:over', 'eve')
  script.send('g:over', 'ann')
  script.dismiss('g:over', 'ann')
  script.createGroup('g:room', 'ann', 'bob')
  script.set('g:room', 'ann', { name: 'type', value: 'room' })
  script.send('d:ann:bob', 'ann')
  script.edit('d:ann:bob', 'bob', script.send('d:ann:bob', 'bob'), 'better')
  script.append({ type: 'RemarkSet', ...by('ann', 'zoe'), remark: 'Z', tags: ['odd'] }, 'ann')
  script.append({ type: 'UserBlocked', ...by('ann', 'zoe') }, 'ann')
  script.append(
    { type: 'FriendRequested', ...by('ann', 'bob'), text: '', expiresAtMs: until, befriends: false, shown: true, again: false },
    'ann',
  )
  script.append({ type: 'PrivacyChanged', userId: 'ann', write: 'nobody', add: 'nobody' }, 'ann')
}

for (const database of databasesUnderTest()) {
  describe(`those outside, on ${database.name}`, () => {
    /** Views of a world in which much happened, or nothing but that its people came. */
    async function world(happens: (script: EventScript) => void) {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      script.register('ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gil', 'zoe')
      await store.apply([script.take()])
      const cursors = new Map<string, Uint8Array>()
      const asker = async (userId: string, appId = script.appId): Promise<Asker> => {
        const cursor = cursors.get(`${appId} ${userId}`)
        assert.ok(cursor)
        return { appId, userId, cursor }
      }
      for (const appId of [script.appId, 'other'])
        for (const userId of ['ann', 'bob', 'dan', 'eve', 'fay', 'gil', 'zoe']) {
          const { cursor } = await views.sync({
            appId,
            userId,
            cursor: new Uint8Array(0),
            itemsPerConversation: 0,
            behind: new Set(),
            nowMs,
          })
          cursors.set(`${appId} ${userId}`, cursor)
        }
      happens(script)
      if (script.end > 16) await store.apply([script.take()])
      return { views, asker }
    }

    it('are told what they would be where nothing is, by every read, and those inside are told more', async () => {
      const [there, nowhere] = [await world(live), await world(() => {})]
      const outsiders: readonly (readonly [userId: string, appId?: string])[] = [
        ['zoe'],
        ['dan'],
        ['ann', 'other'],
        ['bob', 'other'],
        ['eve'],
      ]
      for (const [name, read] of Object.entries(reads)) {
        if (read === null) continue
        const answer = async (of: typeof there, ...who: readonly [string, string?]) => read.asks(of.views, await of.asker(...who))
        for (const who of outsiders) {
          if (who[0] === 'eve' && read.tellsOfStays) continue
          assert.deepEqual(await answer(there, ...who), await answer(nowhere, ...who), `${name}, to ${who.join(' of ')}`)
        }
        assert.notDeepEqual(await answer(there, read.insider), await answer(nowhere, read.insider), `${name}, to ${read.insider}`)
      }
    })
  })
}
