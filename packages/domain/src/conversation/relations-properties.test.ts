// Whatever two users ask, in whatever order and however late, what holds between them is what a plain account of it says: who are friends,
// who asked whom, who blocks whom, what each is shown of that, and who may write to whom.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { createWorld } from '@skein/testing'
import fc from 'fast-check'
import { appId, commandMeta, enteredAt, named, registered, send, stamped } from '../../test/examples.ts'
import { noRelation, relationKey } from '../index.ts'

const conversationId = 'd:alice:bob'
const users = ['alice', 'bob'] as const
type User = (typeof users)[number]
const otherOf = (user: User): User => (user === 'alice' ? 'bob' : 'alice')

const what = ['request', 'accept', 'refuse', 'unfriend', 'block', 'unblock', 'write', 'edit a remark'] as const
interface Step {
  readonly what: (typeof what)[number]
  readonly by: User
  readonly text: string
  /** After how long the request expires. */
  readonly standsMs: number
  readonly waitMs: number
}
const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom(...what),
    by: fc.constantFrom(...users),
    text: fc.constantFrom('', 'hello'),
    standsMs: fc.constantFrom(1, 10, 1_000),
    waitMs: fc.nat(5),
  }),
  { maxLength: 40 },
)

/** What stands between two people, as one would note it down. */
interface Account {
  friends: boolean
  readonly blocks: Record<User, boolean>
  /** Until when a request stands as its author sees it, with its text; and whether the other sees it. */
  readonly asked: Record<User, { until: number; text: string; seen: boolean } | null>
  readonly remark: Record<User, string>
}

/** What becomes of a step: whether anything changes, or a code. */
function told(account: Account, { what, by, text, standsMs }: Step, at: number): boolean | string {
  const other = otherOf(by)
  const own = account.asked[by]
  const theirs = account.asked[other]
  const isAsked = theirs?.seen === true && at < theirs.until
  const befriend = () => {
    account.friends = true
    account.asked.alice = null
    account.asked.bob = null
    return true
  }
  switch (what) {
    case 'request': {
      if (account.blocks[by]) return 'NOT_REACHABLE'
      if (account.friends) return false
      if (isAsked && !account.blocks[other]) return befriend()
      const seen = !account.blocks[other]
      if (own && at < own.until && own.until === at + standsMs && own.text === text && (own.seen || !seen)) return false
      account.asked[by] = { until: at + standsMs, text, seen: seen || (own?.seen ?? false) }
      return true
    }
    case 'accept':
      if (account.friends) return false
      return isAsked ? befriend() : 'REQUEST_NOT_FOUND'
    case 'refuse':
      if (!isAsked) return 'REQUEST_NOT_FOUND'
      account.asked[other] = null
      return true
    case 'unfriend':
      if (!account.friends && own === null) return false
      account.friends = false
      account.asked[by] = null
      return true
    case 'block':
      if (account.blocks[by]) return false
      account.blocks[by] = true
      account.asked[by] = null
      if (theirs) account.asked[other] = { ...theirs, seen: false }
      return true
    case 'unblock': {
      const before = account.blocks[by]
      account.blocks[by] = false
      return before
    }
    case 'write':
      return account.blocks[by] || account.blocks[other] ? 'NOT_REACHABLE' : true
    case 'edit a remark': {
      const before = account.remark[by]
      account.remark[by] = text
      return before !== text
    }
  }
}

function commandOf({ what, by, text, standsMs }: Step, at: number, n: number): SkeinCommand {
  const about = { meta: commandMeta(by), conversationId }
  const commands: Record<Step['what'], () => SkeinCommand> = {
    request: () => ({ type: 'RequestFriend', ...about, text, expiresAt: at + standsMs }),
    accept: () => ({ type: 'AnswerFriendRequest', ...about, accept: true }),
    refuse: () => ({ type: 'AnswerFriendRequest', ...about, accept: false }),
    unfriend: () => ({ type: 'DeleteFriend', ...about }),
    block: () => ({ type: 'BlockUser', ...about }),
    unblock: () => ({ type: 'UnblockUser', ...about }),
    write: () => send(by, conversationId, n),
    'edit a remark': () => ({ type: 'SetRemark', ...about, remark: text, tags: [] }),
  }
  return stamped(named(commands[what](), n), { enteredAt: at })
}

test('what holds between two is what a plain account of it says', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const world = createWorld()
      for (const event of registered(...users)) world.fold(event)
      const account: Account = {
        friends: false,
        blocks: { alice: false, bob: false },
        asked: { alice: null, bob: null },
        remark: { alice: '', bob: '' },
      }
      let at = enteredAt
      all.forEach((step, n) => {
        at += step.waitMs
        const expected = told(account, step, at)
        const decision = world.run(commandOf(step, at, n))
        const changed = decision.accepted && decision.events.some(({ type }) => type !== 'CommandAnswered')
        assert.deepEqual(decision.accepted ? changed : decision.code, expected, `${step.by} wants to ${step.what}`)
        for (const user of users) {
          const cell = world.cells.get(relationKey(appId, conversationId, user)) ?? noRelation
          assert.ok(cell.kind === 'relation')
          const [own, theirs] = [account.asked[user], account.asked[otherOf(user)]]
          assert.deepEqual(
            [cell.friendsSince > 0, cell.blockedSince > 0, cell.remark, cell.sent?.expiresAt ?? 0, cell.received?.expiresAt ?? 0],
            [account.friends, account.blocks[user], account.remark[user], own?.until ?? 0, theirs?.seen ? theirs.until : 0],
            `as ${user} sees it`,
          )
        }
      })
    }),
    { numRuns: 500 },
  )
})
