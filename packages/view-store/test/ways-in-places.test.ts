// Ways into groups of several partitions, by sync. Whoever follows by cursors, wherever they come back, knows what a sync of everything tells: nothing
// that waits is missing, and nothing that ended stays. To see a failure again, put the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const seed = Date.now() % 2 ** 31
const runs = 5
const groups = ['g:one', 'g:two'] as const
type Group = (typeof groups)[number]
const users = ['bob', 'cyd'] as const
const acts = ['send', 'invite', 'answer', 'ask', 'let in', 'refuse', 'withdraw', 'add', 'leave', 'ban', 'dismiss'] as const

interface Step {
  readonly does: (typeof acts)[number]
  readonly group: Group
  readonly userId: (typeof users)[number]
  /** Who syncs then. */
  readonly syncs: readonly string[]
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record<Step>({
    // Seldom, as nothing comes behind it.
    does: fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...acts.slice(0, -1)) }, { weight: 1, arbitrary: fc.constant('dismiss') }),
    group: fc.constantFrom(...groups),
    userId: fc.constantFrom(...users),
    syncs: fc.subarray(['ann', ...users]),
  }),
  { minLength: 15, maxLength: 40, size: 'max' },
)

/** A group of ann in each of two partitions. */
class Town {
  readonly scripts: Readonly<Record<Group, EventScript>> = { 'g:one': new EventScript(0), 'g:two': new EventScript(1) }
  /** `in`, `banned`, `invited` and `asks` of users in groups, and dismissed groups. */
  readonly #facts = new Set<string>()

  constructor() {
    for (const id of groups) this.scripts[id].createGroup(id, 'ann')
  }

  place(conversationId: Group) {
    const head = this.scripts[conversationId].headOf(conversationId)
    return { conversationId, seq: ++head.seq, ordinal: head.ordinal }
  }

  /** What the domain would let happen, or nothing. */
  happens({ does, group: conversationId, userId }: Pick<Step, 'does' | 'group' | 'userId'>): void {
    const script = this.scripts[conversationId]
    const behind = { conversationId, afterSeq: script.headOf(conversationId).seq }
    const is = (fact: string, of = userId as string) => this.#facts.has(`${fact} ${conversationId} ${of}`)
    const becomes = (fact: string, so: boolean, of = userId as string) => {
      const name = `${fact} ${conversationId} ${of}`
      if (so) this.#facts.add(name)
      else this.#facts.delete(name)
    }
    /** Whatever was offered or asked before is over. */
    const comesIn = () => {
      becomes('in', true)
      becomes('invited', false)
      becomes('asks', false)
    }
    const joins = (how: string) => {
      comesIn()
      script.append(
        { type: 'MemberJoined', ...this.place(conversationId), userId, how, approvedBy: '', linkId: '', returning: [], fromStart: false },
        userId,
      )
    }
    if (is('dismissed', '')) return
    const isOut = !is('in') && !is('banned')
    if (does === 'send') script.send(conversationId, 'ann')
    if (does === 'invite' && isOut) {
      becomes('invited', true)
      const said = { groupName: 'x', userIds: [userId], greeting: '', expiresAtMs: 0 }
      script.append({ type: 'InvitationSent', ...behind, ...said }, 'ann')
    }
    if (does === 'answer' && is('invited') && isOut) {
      script.append({ type: 'InvitationAnswered', conversationId, userId, invitedBy: 'ann', accepted: true }, userId)
      joins('invitation')
    }
    if (does === 'ask' && isOut) {
      becomes('asks', true)
      script.append({ type: 'JoinRequested', ...behind, userId, text: 'hi', answers: [], expiresAtMs: 2 ** 45 }, userId)
    }
    if ((does === 'let in' || does === 'refuse') && is('asks') && isOut) {
      becomes('asks', false)
      script.append({ type: 'JoinRequestAnswered', conversationId, userId, accepted: does === 'let in' }, 'ann')
      if (does === 'let in') joins('request')
    }
    if (does === 'withdraw' && is('asks') && isOut) {
      becomes('asks', false)
      script.append({ type: 'JoinRequestWithdrawn', conversationId, userId }, userId)
    }
    if (does === 'add' && isOut) {
      comesIn()
      script.add(conversationId, 'ann', userId)
    }
    if (does === 'leave' && is('in')) {
      becomes('in', false)
      script.leave(conversationId, userId)
    }
    if (does === 'ban' && !is('in')) {
      const banned = !is('banned')
      becomes('banned', banned)
      script.append({ type: 'UserBanned', ...this.place(conversationId), userId, banned }, 'ann')
    }
    if (does === 'dismiss') {
      becomes('dismissed', true, '')
      script.dismiss(conversationId, 'ann')
    }
  }
}

for (const database of databasesUnderTest()) {
  describe(`ways into groups of several partitions, by sync, on ${database.name}`, () => {
    async function setUp() {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const town = new Town()
      const cursors = new Map<string, Uint8Array>()
      const known = new Map<string, Set<string>>()
      const apply = (...of: readonly Group[]) => store.apply(of.map((id) => town.scripts[id].take()))
      const page = (userId: string, cursor: Uint8Array) =>
        views.sync({ appId: 'app', userId, cursor, itemsPerConversation: 0, behind: new Set(), nowMs: 0 })
      /** What is told from where they were, in a word each. */
      const told = async (userId: string, cursor = cursors.get(userId) ?? new Uint8Array(0)) => {
        const { cursor: next, full, invitations, endedInvitations, joinRequests } = await page(userId, cursor)
        cursors.set(userId, next)
        return {
          full,
          waiting: [
            ...invitations.map(({ conversationId }) => `invited ${conversationId}`),
            ...joinRequests.flatMap(({ conversationId, request, state }) =>
              state === 'waits' ? [`asks ${conversationId} ${request!.userId}`] : [],
            ),
          ],
          ended: [
            ...endedInvitations.map((conversationId) => `invited ${conversationId}`),
            ...joinRequests.flatMap(({ conversationId, request, state }) =>
              state === 'waits' ? [] : [`asks ${conversationId} ${request!.userId}`],
            ),
          ],
        }
      }
      /** Goes on from where they were; answers all that waits by what they were told. */
      const follow = async (userId: string) => {
        const { full, waiting, ended } = await told(userId)
        const now = new Set(full ? [] : known.get(userId))
        for (const what of ended) now.delete(what)
        for (const what of waiting) now.add(what)
        known.set(userId, now)
        return [...now].sort()
      }
      return { town, apply, told, follow }
    }

    it('each is told from where its own partition was seen', async () => {
      const { town, apply, told } = await setUp()
      const nothing = { full: false, waiting: [], ended: [] }
      // The one is far ahead of the other.
      for (let i = 0; i < 40; i++) town.scripts['g:two'].send('g:two', 'ann')
      for (const group of groups) {
        town.happens({ does: 'invite', group, userId: 'bob' })
        town.happens({ does: 'ask', group, userId: 'cyd' })
      }
      await apply(...groups)
      for (const userId of ['ann', 'bob', 'cyd']) await told(userId)
      for (const userId of ['ann', 'bob', 'cyd']) assert.deepEqual(await told(userId), nothing)
      for (const group of groups) {
        town.happens({ does: 'ask', group, userId: 'bob' })
        town.happens({ does: 'invite', group, userId: 'cyd' })
        await apply(...groups)
        assert.deepEqual(await told('ann'), { ...nothing, waiting: [`asks ${group} bob`] })
        assert.deepEqual(await told('bob'), { ...nothing, waiting: [`asks ${group} bob`] })
        assert.deepEqual(await told('cyd'), { ...nothing, waiting: [`invited ${group}`] })
        town.happens({ does: 'add', group, userId: 'cyd' })
        await apply(...groups)
        assert.deepEqual(await told('ann'), { ...nothing, ended: [`asks ${group} cyd`] })
        assert.deepEqual(await told('cyd'), { ...nothing, ended: [`invited ${group}`, `asks ${group} cyd`] })
        assert.deepEqual(await told('bob'), nothing)
      }
    })

    it('of a partition that a cursor has not, all that waits is told, and nothing that ended', async () => {
      const { town, apply, told } = await setUp()
      town.happens({ does: 'invite', group: 'g:one', userId: 'bob' })
      await apply('g:one')
      for (const userId of ['ann', 'bob', 'cyd']) await told(userId)
      for (const userId of users) {
        town.happens({ does: 'invite', group: 'g:two', userId })
        town.happens({ does: 'ask', group: 'g:two', userId })
      }
      town.happens({ does: 'refuse', group: 'g:two', userId: 'cyd' })
      town.happens({ does: 'ban', group: 'g:two', userId: 'cyd' })
      await apply('g:two')
      assert.deepEqual((await told('ann')).waiting, ['asks g:two bob'])
      assert.deepEqual((await told('bob')).waiting, ['invited g:two', 'asks g:two bob'])
      const { waiting, ended } = await told('cyd')
      assert.deepEqual([waiting, ended], [[], []])
    })

    it('whoever follows knows what a sync of everything tells', async (t) => {
      t.diagnostic(`seed ${seed}`)
      const property = fc.asyncProperty(steps, async (given) => {
        const { town, apply, told, follow } = await setUp()
        await apply(...groups)
        for (const step of given) {
          town.happens(step)
          await apply(step.group)
          for (const userId of step.syncs) await follow(userId)
        }
        for (const userId of ['ann', ...users]) {
          const known = await follow(userId)
          const { waiting } = await told(userId, new Uint8Array(0))
          assert.deepEqual(known, waiting.sort(), userId)
        }
      })
      await fc.assert(property, { seed, numRuns: runs, endOnFailure: true })
    })
  })
}
