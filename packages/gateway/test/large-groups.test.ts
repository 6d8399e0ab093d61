// Groups that grow and shrink across the size from which on they are announced, while people come and go, and processes, frames and views fail:
// nobody is told what lies outside their stay, and nobody misses what lies inside.
import assert from 'node:assert/strict'
import test from 'node:test'
import { assertUntilMet, tooFew } from '@skein/testing'
import fc from 'fast-check'
import { founded, gatewayLimits, perform, schedule } from './group-schedules.ts'
import type { Client } from './group-town.ts'

const seed = Date.now() % 2 ** 31

for (const hot of [false, true]) {
  test(`${hot ? 'in the process of a gateway' : 'in a process of its own'}, delivery tells all who may see it and nobody else, whatever fails`, async () => {
    let announced = 0
    await assertUntilMet(
      fc.asyncProperty(schedule, gatewayLimits, async (steps, limits) => {
        const town = await founded({ hot, limits })
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
      { seed, numRuns: 100, missing: () => tooFew({ announcements: [announced, 500] }) },
    )
  })
}

for (const hot of [false, true]) {
  test(`beside a gateway of a release before, delivery ${hot ? 'of a gateway' : 'in a process of its own'} has that one resync, and announces to the other`, async () => {
    let announcedHere = 0
    let resynced = 0
    await assertUntilMet(
      fc.asyncProperty(schedule, gatewayLimits, async (steps, limits) => {
        const town = await founded({ hot, limits, unknowing: [1] })
        try {
          for (const one of steps) if (!hot || one.do !== 'restart gateway' || one.at !== 0) await perform(town, one)
          await town.well()
          town.check()
          announcedHere += town.announced
          resynced += town.gateways[1]!.resyncs
        } finally {
          await town.close()
        }
      }),
      { seed, numRuns: 50, missing: () => tooFew({ announcements: [announcedHere, 100], resyncs: [resynced, 100] }) },
    )
  })
}

test('what is said in a large group is pushed by a gateway that knows announcements, and has those of one that does not sync', async (t) => {
  const town = await founded({ hot: false, unknowing: [1] })
  t.after(() => town.close())
  const [knowing, unknowing] = town.gateways
  const [bob, cyd] = [await knowing!.login('bob'), await unknowing!.login('cyd')]
  const before = unknowing!.resyncs
  town.log.say()
  await town.well()
  assert.deepEqual([seqsOf(bob), seqsOf(cyd)], [[2], []])
  assert.deepEqual([bob.synced < town.log.end, cyd.synced, unknowing!.resyncs - before], [true, town.log.end, 1])
  await town.restartGateway(1)
  const again = await town.gateways[1]!.login('cyd')
  town.log.say()
  await town.well()
  assert.deepEqual([seqsOf(bob), again.synced], [[2, 3], town.log.end])
})

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
  const town = await founded({ hot: false, limits: { joinsEveryMs: 200 } })
  t.after(() => town.close())
  const bob = await town.gateways[0]!.login('bob')
  town.log.say()
  await town.well()
  for (const userId of ['fay', 'gus', 'hal']) town.log.add(userId)
  const deadline = performance.now() + 20_000
  while (seqsOf(bob).length < 4 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(bob.shown, [[2], [3], [4, 5]])
})

test('a crowd that was told something a moment ago is told what comes meanwhile in one push, and a few are told at once', async (t) => {
  const town = await founded({ hot: false, limits: { crowdEveryMs: 60_000, crowdMembersMin: 2 } })
  t.after(() => town.close())
  const bob = await town.gateways[0]!.login('bob')
  for (let i = 0; i < 2; i++) {
    town.log.say()
    await town.well()
  }
  assert.deepEqual(bob.shown, [[2], [3]], 'one is no crowd')
  const cyd = await town.gateways[0]!.login('cyd')
  for (let i = 0; i < 4; i++) {
    town.log.say()
    await town.well()
  }
  assert.deepEqual(
    [bob.shown, cyd.shown],
    [
      [[2], [3], [4], [5]],
      [[4], [5]],
    ],
    'what comes later waits',
  )
  const dan = await town.gateways[0]!.login('dan')
  town.log.remove('bob')
  await town.well()
  // Who came was asked about, and is told with the others.
  assert.deepEqual([bob.shown.at(-1), cyd.shown.at(-1), dan.shown], [[6, 7, 8], [6, 7, 8], [[8]]])
})

test('what waits for a crowd is told by itself, once the moment is over', async (t) => {
  const town = await founded({ hot: false, limits: { crowdEveryMs: 30, crowdMembersMin: 1 } })
  t.after(() => town.close())
  const bob = await town.gateways[0]!.login('bob')
  town.log.say()
  await town.well()
  const toldAt = performance.now()
  for (let i = 0; i < 3; i++) town.log.say()
  const deadline = performance.now() + 20_000
  while (seqsOf(bob).length < 4 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(seqsOf(bob), [2, 3, 4, 5])
  assert.ok(bob.shown.length < 4 || performance.now() - toldAt > 60, `${bob.shown.length} pushes`)
})
