// Whatever two users ask, in whatever order, however late and however often, what holds between them is what a plain account of it says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { arbitraryPairStep, createWorld, pairCommand, pairConversation, pairUsers, RelationAccount } from '@skein/testing'
import fc from 'fast-check'
import { appId, commandMeta, enteredAt, named, registered, stamped } from '../../test/examples.ts'
import { noRelation, relationKey } from '../index.ts'

const steps = fc.array(
  fc.record({
    step: arbitraryPairStep,
    /** After how long a request expires. */
    standsMs: fc.constantFrom(1, 10, 1_000),
    waitMs: fc.nat(5),
    /** Which of the commands so far is repeated behind it; null for none. */
    repeats: fc.option(fc.nat(), { freq: 2 }),
  }),
  { maxLength: 40, size: 'max' },
)

type Decided = ReturnType<ReturnType<typeof createWorld>['run']>
const told = (decision: Decided) => (decision.accepted ? [...decision.reply] : [decision.code, decision.detail])

test('what holds between two is what a plain account of it says', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const world = createWorld()
      for (const event of registered(...pairUsers)) world.fold(event)
      const account = new RelationAccount()
      const asked: { readonly command: SkeinCommand; readonly decision: Decided }[] = []
      let at = enteredAt
      all.forEach(({ step, standsMs, waitMs, repeats }, n) => {
        at += waitMs
        const meta = { ...commandMeta(step.by), enteredAt: at }
        const command = named(pairCommand(step, at + standsMs, meta), n)
        const expected = account.take(step, at, at + standsMs)
        const decision = world.run(command)
        const changed = decision.accepted && decision.events.some(({ type }) => type !== 'CommandAnswered')
        assert.deepEqual(decision.accepted ? changed : decision.code, expected, `${step.by} wants to ${step.what}`)
        asked.push({ command, decision })
        if (repeats !== null) {
          const { command: first, decision: before } = asked[repeats % asked.length]!
          const again = world.run(stamped(first, { retry: true, enteredAt: at }))
          assert.deepEqual(told(again), told(before), 'a repeat is answered as the first time')
          assert.ok(!again.accepted || again.events.length === 0, 'and nothing is done')
        }
        for (const user of pairUsers) {
          const cell = world.cells.get(relationKey(appId, pairConversation, user)) ?? noRelation
          assert.ok(cell.kind === 'relation')
          assert.deepEqual(
            {
              friends: cell.friendsSince > 0,
              blocks: cell.blockedSince > 0,
              remark: cell.remark,
              sentUntil: cell.sent?.expiresAt ?? 0,
              receivedUntil: cell.received?.expiresAt ?? 0,
            },
            account.shownTo(user),
            `as ${user} sees it`,
          )
        }
      })
    }),
    { numRuns: 500 },
  )
})
