// Tests that asked that every kind of command, event and refusal comes up in a fixed number of runs failed now and then by chance, with nothing wrong.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assertUntilMet, tooFew } from './assert-until-met.ts'

test('more is drawn, each time something else, until everything has come up, and no longer', async () => {
  const drawn: number[] = []
  const property = fc.property(fc.nat(), (n) => void drawn.push(n))
  const missing = () => tooFew({ draws: [drawn.length, 50] })
  await assertUntilMet(property, { seed: 7, numRuns: 20, missing })
  assert.equal(drawn.length, 60)
  assert.ok(new Set(drawn).size > 40, 'not the same again')
  const before = drawn.length
  await assertUntilMet(property, { seed: 7, numRuns: 20, missing })
  assert.equal(drawn.length, before + 20, 'what was asked for is drawn in any case')
})

test('what never comes up is named, after so many draws', async () => {
  let [draws, some] = [0, 0]
  const property = fc.asyncProperty(fc.constant(1), async () => {
    draws += 1
    some = 3
  })
  const ended = assertUntilMet(property, { seed: 7, numRuns: 5, missing: () => tooFew({ some: [some, 3], others: [0, 1] }) })
  await assert.rejects(ended, /never came up in 8 times 5 runs from the seed 7: others \(0 of 1\)$/)
  assert.equal(draws, 40)
})

test('a property that does not hold fails in whichever round that shows', async () => {
  let draws = 0
  const property = fc.property(fc.nat(), () => ++draws < 12)
  await assert.rejects(assertUntilMet(property, { seed: 7, numRuns: 10, missing: () => tooFew({ draws: [draws, 30] }) }), /Property failed/)
})
