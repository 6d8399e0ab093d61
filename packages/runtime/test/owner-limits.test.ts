// With the view or its projector behind: hot conversations go on, cold ones are refused, a named limit refuses all, claims
// wait; and everything recovers by itself. Rule 10 of the partition writer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appPolicyKey, skeinDecider } from '@skein/domain'
import { eventually, sampleAppId } from '@skein/testing'
import { codeOf, gateAt, message, seqOf, startBench } from './processor-bench.ts'

const cold = 'd:ann:cid'

test('while the view does not answer, cold commands are UNAVAILABLE and hot conversations go on', async (t) => {
  const bench = await startBench(t)
  bench.own()
  await bench.ask(message('warm'))
  bench.view.failing = true
  const mixed = [message('hot'), message('cold', {}, cold), message('hot again')]
  await bench.send(...mixed)
  const said = []
  for (const each of mixed) said.push(codeOf(await bench.outcomeOf(each)))
  assert.deepEqual(said, ['accepted', 'UNAVAILABLE', 'accepted'])
  assert.equal(codeOf(await bench.ask(message('not looked up', { retry: true }))), 'UNAVAILABLE', 'a resend that must be looked up is cold')
  bench.view.failing = false
  await eventually(async () => (await bench.ask(message('cold', {}, cold))).accepted)
  assert.equal(bench.counters.fenced, 0)
  assert.equal(seqOf(await bench.ask(message('hot'))), 4)
})

test('after a failed prefetch the view is left alone for a while, hot batches do not wait for it', async (t) => {
  const bench = await startBench(t, { limits: { prefetchPauseMs: 60_000 } })
  bench.own()
  await bench.ask(message('warm'))
  bench.view.failing = true
  assert.equal(codeOf(await bench.ask(message('cold', {}, cold))), 'UNAVAILABLE')
  const asked = bench.view.asked.length
  for (let i = 0; i < 5; i++) assert.equal(codeOf(await bench.ask(message(`cold ${i}`, {}, cold))), 'UNAVAILABLE')
  assert.equal(bench.view.asked.length, asked)
})

test('while the view hangs, hot conversations do not wait for a policy to be read anew; when it is back, the new policy holds', async (t) => {
  const bench = await startBench(t)
  const policyKey = appPolicyKey(sampleAppId)
  const policy = (bodyBytesMax: number) => bench.view.cells.set(policyKey, { kind: 'app-policy', limits: { bodyBytesMax } })
  let hang: PromiseWithResolvers<void> | null = null
  const policyKeepMs = 50
  bench.own({
    gate: (point) => (point === 'prefetch' ? hang?.promise : undefined),
    decider: {
      ...skeinDecider,
      foreignFact: (key) => (key === policyKey ? { owner: key, keepMs: policyKeepMs } : skeinDecider.foreignFact(key)),
    },
  })
  policy(1000)
  assert.equal(seqOf(await bench.ask(message('warm'))), 1)
  hang = Promise.withResolvers()
  const asked = bench.counters.prefetches
  // Longer than the age at which a view that answers would be waited for.
  const until = performance.now() + 15 * policyKeepMs
  let sent = 1
  while (performance.now() < until) assert.equal(seqOf(await bench.ask(message('while it hangs'))), ++sent)
  assert.equal(bench.counters.prefetches, asked + 1, 'one reading at a time')

  const timedOut = hang
  hang = null
  bench.view.failing = true
  timedOut.reject(new Error('no answer within the time limit'))
  for (let i = 0; i < 20; i++) assert.equal(seqOf(await bench.ask(message('while it fails'))), ++sent)

  bench.view.failing = false
  policy(10)
  await eventually(async () => codeOf(await bench.ask(message('longer than it may be now'))) === 'TOO_LARGE')
  policy(1000)
  await eventually(async () => codeOf(await bench.ask(message('as long as it may be again'))) === 'accepted')
  assert.equal(bench.counters.fenced, 0)
})

test('beyond the lag limit every command is UNAVAILABLE, until the view has caught up', async (t) => {
  const bench = await startBench(t, { limits: { lagEventsMax: 6 } })
  const owner = bench.own()
  let stored = 0
  await eventually(async () => {
    const outcome = await bench.ask(message(`message ${stored}`))
    if (outcome.accepted) stored++
    else assert.equal(outcome.code, 'UNAVAILABLE')
    return !outcome.accepted
  })
  // The claim counts too.
  assert.equal(stored, 6)
  assert.equal(codeOf(await bench.ask(message('hot, yet refused'))), 'UNAVAILABLE')
  assert.equal(await bench.end('events'), 7, 'nothing grows')
  await bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint(0))
  assert.equal(seqOf(await bench.ask(message('accepted again'))), 7)
  assert.equal(bench.counters.fenced, 0)
})

test('beyond the limit of entries every command is UNAVAILABLE, until the view contains some, and an idle owner lets them go', async (t) => {
  // One conversation: its head, one member, and an intent for each message.
  const bench = await startBench(t, { limits: { cellsMax: 2, intentsMax: 0, intentAgeMaxMs: 0, entriesMax: 6 } })
  const owner = bench.own()
  let stored = 0
  await eventually(async () => {
    const outcome = await bench.ask(message(`message ${stored}`))
    if (outcome.accepted) stored++
    else assert.deepEqual([outcome.code, outcome.detail], ['UNAVAILABLE', 'entriesMax 6'])
    return !outcome.accepted
  })
  assert.equal(owner.entryCount, 7)
  const end = await bench.end('events')
  await bench.ask(message('refused'))
  assert.deepEqual([await bench.end('events'), owner.entryCount], [end, 7], 'nothing grows')
  await bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint(0))
  assert.equal(owner.entryCount, 2, 'no command came in between')
  assert.equal(seqOf(await bench.ask(message('accepted again'))), stored + 1)
  assert.equal(bench.counters.fenced, 0)
})

test('an owner does not load while its process holds too much', async (t) => {
  const bench = await startBench(t, { limits: { entriesMax: 4 } })
  const before = bench.own({ limits: { entriesMax: 1000 } })
  for (let i = 0; i < 8; i++) await bench.ask(message(`message ${i}`))
  await before.stop()
  let others = 5
  bench.own({ owners: () => new Map([[1, { entryCount: others }]]) })
  const waiting = await bench.send(message('waits'))
  await eventually(() => bench.counters.fenced >= 2)
  others = 0
  assert.equal(seqOf(await bench.outcomeOf(waiting)), 9)
})

test('an owner that finds the view too far behind waits with its commands untouched', async (t) => {
  const bench = await startBench(t, { limits: { lagEventsMax: 4 } })
  const before = bench.own({ limits: { lagEventsMax: 1000 } })
  for (let i = 0; i < 8; i++) await bench.ask(message(`message ${i}`))
  await before.stop()
  const told = bench.told.length
  const owner = bench.own()
  const waiting = await bench.send(message('waits'))
  await eventually(() => bench.counters.fenced >= 2)
  assert.notEqual(owner.phase, 'active')
  assert.equal(bench.told.length, told)
  await bench.advance()
  assert.equal(seqOf(await bench.outcomeOf(waiting)), 9)
})

test('an owner waits for a view that does not answer at all, and loads when it does', async (t) => {
  const bench = await startBench(t)
  bench.view.failing = true
  bench.own()
  const waiting = await bench.send(message('waits'))
  await eventually(() => bench.counters.fenced >= 2)
  bench.view.failing = false
  assert.equal(seqOf(await bench.outcomeOf(waiting)), 1)
})

test('a batch is bounded in commands and in bytes', async (t) => {
  const bench = await startBench(t, { limits: { commandsPerBatchMax: 7, commandBytesPerBatchMax: 3_000 } })
  const appending = gateAt('append')
  bench.own({ gate: appending.gate })
  await bench.send(message('holds'))
  await appending.reached
  const small = Array.from({ length: 20 }, (_, i) => message(`${i}`))
  const large = Array.from({ length: 4 }, (_, i) => message(`${i}`.repeat(2_000)))
  await bench.send(...small, ...large)
  const batches = bench.counters.batches
  appending.open()
  for (const each of [...small, ...large]) await bench.outcomeOf(each)
  assert.equal(bench.counters.batches - batches, 1 + 3 + 4)
})
