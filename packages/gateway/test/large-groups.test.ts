// Groups that grow and shrink across the size from which on they are announced, while people come and go, and processes, frames and views fail:
// nobody is told what lies outside their stay, and nobody misses what lies inside.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { founded, perform, schedule } from './group-schedules.ts'
import type { Client } from './group-town.ts'

let announced = 0
for (const hot of [false, true]) {
  test(`${hot ? 'in the process of a gateway' : 'in a process of its own'}, delivery tells all who may see it and nobody else, whatever fails`, async () => {
    const limits = fc.constantFrom({}, { groupHeldBytesMax: 600 }, { joinsEveryMs: 3 })
    await fc.assert(
      fc.asyncProperty(schedule, limits, async (steps, gatewayLimits) => {
        const town = await founded({ hot, limits: gatewayLimits })
        try {
          for (const one of steps) {
            // Its gateway is in the process of delivery.
            if (!hot || one.do !== 'restart gateway' || one.at !== 0) await perform(town, one)
          }
          await town.well()
          town.check()
          announced += town.announced
        } finally {
          await town.close()
        }
      }),
      { numRuns: 100 },
    )
    assert.ok(announced > 500, `${announced} announcements`)
  })
}

const seqsOf = ({ shown }: Client): number[] => shown.flat()

test('whoever comes is told from then on, after one read of those who came; others have it at once', async (t) => {
  const town = await founded({ hot: false })
  t.after(() => town.close())
  const bob = await town.gateways[0]!.login('bob')
  town.log.say()
  await town.well()
  assert.deepEqual(seqsOf(bob), [2])
  const reads = town.log.view.reads
  for (let i = 0; i < 5; i++) town.log.say()
  await town.well()
  assert.equal(town.log.view.reads, reads, 'nothing is read of those who are known')
  town.log.view.down = true
  const [cyd, hal] = [await town.gateways[0]!.login('cyd'), await town.gateways[0]!.login('hal')]
  town.log.say()
  await town.settled()
  assert.deepEqual([seqsOf(bob).at(-1), seqsOf(cyd), seqsOf(hal)], [8, [], []])
  await town.well()
  assert.deepEqual([seqsOf(cyd), seqsOf(hal)], [[8], []])
})

test('a gateway learns a group anew that has changed while it was small', async (t) => {
  const town = await founded({ hot: false })
  t.after(() => town.close())
  const gus = await town.gateways[0]!.login('gus')
  town.log.say()
  await town.well()
  town.log.remove('bob', 'cyd', 'dan')
  await town.well()
  const before = town.announced
  town.log.add('gus')
  await town.well()
  assert.equal(town.announced, before, 'it is small')
  assert.deepEqual(seqsOf(gus), [4])
  town.log.add('bob', 'cyd', 'dan')
  town.log.say()
  await town.well()
  assert.ok(town.announced > before, 'it is large')
  assert.deepEqual(seqsOf(gus), [4, 5, 6])
})

test('a gateway that missed a change learns the group anew', async (t) => {
  const town = await founded({ hot: false })
  t.after(() => town.close())
  const [bob, gus] = [await town.gateways[0]!.login('bob'), await town.gateways[0]!.login('gus')]
  town.log.say()
  await town.well()
  let frames = 0
  town.hub.loseFrames((_node, { deliveries }) => deliveries.length > 0 && ++frames > 0)
  town.log.add('gus')
  await town.settled()
  assert.ok(frames > 0)
  town.hub.loseFrames(null)
  town.log.say()
  await town.well()
  assert.deepEqual([seqsOf(bob), seqsOf(gus)], [[2, 4], [4]])
  town.check()
})

test('views that lag behind what was announced are waited for', async (t) => {
  const town = await founded({ hot: false })
  t.after(() => town.close())
  town.log.view.checkpoint = town.log.end
  town.log.add('fay')
  town.log.remove('bob')
  await town.settled()
  const [fay, bob] = [await town.gateways[0]!.login('fay'), await town.gateways[0]!.login('bob')]
  town.log.say()
  await town.settled()
  assert.ok(town.log.view.reads > 1)
  assert.deepEqual([seqsOf(fay), seqsOf(bob)], [[], []])
  await town.well()
  assert.deepEqual([seqsOf(fay), seqsOf(bob)], [[4], []])
})

test('news of people who came wait for more of their kind, go in one push, and come before what was said after them', async (t) => {
  const town = await founded({ hot: false, limits: { joinsEveryMs: 60_000 } })
  t.after(() => town.close())
  const bob = await town.gateways[0]!.login('bob')
  town.log.say()
  await town.well()
  const add = (userId: string) => town.log.add(userId)
  add('fay')
  await town.well()
  assert.deepEqual(bob.shown, [[2], [3]], 'the first is told at once')
  add('gus')
  add('hal')
  await town.well()
  assert.deepEqual(bob.shown, [[2], [3]])
  town.log.say()
  await town.well()
  assert.deepEqual(bob.shown, [[2], [3], [4, 5, 6]])
})

test('news of people who came are told without anything else, once their time is over', async (t) => {
  const town = await founded({ hot: false, limits: { joinsEveryMs: 30 } })
  t.after(() => town.close())
  const bob = await town.gateways[0]!.login('bob')
  town.log.say()
  await town.well()
  for (const userId of ['fay', 'gus', 'hal']) town.log.add(userId)
  const deadline = performance.now() + 2_000
  while (seqsOf(bob).length < 4 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(bob.shown, [[2], [3], [4, 5]])
})
