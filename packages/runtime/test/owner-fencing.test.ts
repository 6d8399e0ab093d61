// One owner at a time: self-fencing by the age of the heartbeat, the log's own fence, claims that are renewed, and what an
// owner does when the view went back. Rules 1, 3 and 4 of the partition writer, at the level of the owner.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { eventually } from '@skein/testing'
import type { Bench } from './processor-bench.ts'
import { again, ann, gateAt, HandMembership, message, seqOf, startBench } from './processor-bench.ts'
import type { Gate } from './stepped-log.ts'

const textsOf = async (bench: Bench): Promise<string[]> =>
  (await bench.events()).flatMap(({ value }) => (value.type === 'MessageSent' ? [Buffer.from(value.body.bytes).toString()] : []))

/** A heartbeat that was sent longer ago than a membership lasts without one. */
const expired = (membership: HandMembership) => () => performance.now() - membership.membershipTimeoutMs - 1

test('an owner whose last heartbeat is too old appends nothing, and begins again when heartbeats do', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  const prefetched = gateAt('prefetched', { skip: 1 })
  bench.own({ membership, gate: prefetched.gate })
  const first = await bench.send(message('held'))
  await prefetched.reached
  const end = await bench.end('events')
  membership.heartbeatSentAt = expired(membership)
  prefetched.open()
  await eventually(() => bench.counters.selfFenced > 0)
  for (const { value } of await bench.events(end)) assert.equal(value.type, 'PartitionClaimed', 'nothing but claims')
  assert.deepEqual(bench.told, [])
  membership.heartbeatSentAt = null
  assert.equal(seqOf(await bench.outcomeOf(first)), 1)
  assert.deepEqual(await textsOf(bench), ['held'])
})

test('an owner whose membership ran out during the append sends no reply', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  const appended = gateAt('appended')
  bench.own({ membership, gate: appended.gate })
  const first = await bench.send(message('stored'))
  await appended.reached
  membership.heartbeatSentAt = expired(membership)
  appended.open()
  await eventually(() => bench.counters.selfFenced > 0)
  membership.heartbeatSentAt = null
  assert.equal(seqOf(await bench.ask(again(first))), 1)
  assert.equal(bench.outcomesOf(first).length, 0)
  assert.deepEqual(await textsOf(bench), ['stored'])
})

test('a reply without events, which the log would not refuse, is held back too', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  const owner = bench.own({ membership })
  const first = message('once')
  await bench.ask(first)
  membership.heartbeatSentAt = expired(membership)
  const repeat = await bench.send(again(first))
  await eventually(() => bench.counters.selfFenced > 0)
  assert.equal(bench.outcomesOf(repeat).length, 0)
  membership.heartbeatSentAt = null
  assert.equal(seqOf(await bench.outcomeOf(repeat)), 1)
  await owner.stop()
})

// A laptop, or a virtual machine that was suspended: the monotonic clock stood still, so that after an hour's sleep the last heartbeat looked
// as young as before, while another process had long owned the partition.
test('an owner whose host slept appends nothing and says nothing until a heartbeat is sent after it woke', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  const prefetched = gateAt('prefetched', { skip: 1 })
  let wokeAt = Number.NEGATIVE_INFINITY
  bench.own({ membership, gate: prefetched.gate, wokeAt: () => wokeAt })
  const first = await bench.send(message('held'))
  await prefetched.reached
  const end = await bench.end('events')
  const beforeSleep = performance.now()
  membership.heartbeatSentAt = () => beforeSleep
  wokeAt = beforeSleep + 1
  prefetched.open()
  await eventually(() => bench.counters.selfFenced > 0)
  for (const { value } of await bench.events(end)) assert.equal(value.type, 'PartitionClaimed', 'nothing but claims')
  assert.deepEqual(bench.told, [])
  membership.heartbeatSentAt = null
  assert.equal(seqOf(await bench.outcomeOf(first)), 1)
  assert.deepEqual(await textsOf(bench), ['held'])
})

test('a heartbeat exactly as old as the limit of a membership still counts; with self-fencing off its age does not', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  membership.membershipTimeoutMs = 60_000
  membership.heartbeatSentAt = () => performance.now() - 59_000
  const owner = bench.own({ membership })
  assert.equal(seqOf(await bench.ask(message('a'))), 1)
  await owner.stop()
  membership.heartbeatSentAt = expired(membership)
  bench.own({ membership, selfFence: false })
  assert.equal(seqOf(await bench.ask(message('b'))), 2)
  assert.equal(bench.counters.selfFenced, 0)
})

test('without self-fencing the log refuses the zombie: nothing of it lands behind the new claim, and it says nothing', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  const appending = gateAt('append')
  let beat = () => {}
  membership.nextHeartbeat = () =>
    new Promise((resolve) => {
      beat = resolve
    })
  bench.own({ membership, gate: appending.gate, selfFence: false })
  const first = await bench.send(message('whose'))
  await appending.reached
  const other = bench.own()
  assert.equal(seqOf(await bench.outcomeOf(first)), 1)
  appending.open()
  await eventually(() => bench.counters.refusedByBroker === 1)
  assert.deepEqual(
    bench.outcomesOf(first).map(({ owner }) => owner),
    [1],
  )
  assert.equal(seqOf(await bench.ask(message('next'))), 2)
  assert.deepEqual(await textsOf(bench), ['whose', 'next'])
  assert.equal(other.phase, 'active')
  beat()
})

test('after any fault an owner claims again only when a heartbeat sent later has succeeded', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  const beats: (() => void)[] = []
  membership.nextHeartbeat = () => new Promise((resolve) => beats.push(resolve))
  let faults = 1
  const gate: Gate = (point) => {
    if (point === 'appended' && faults-- > 0) throw new Error('the answer was lost')
  }
  const owner = bench.own({ membership, gate })
  const first = await bench.send(message('stored'))
  await eventually(() => beats.length === 1)
  assert.equal(owner.phase, 'fenced')
  await new Promise((resolve) => setTimeout(resolve, 30))
  assert.equal(bench.counters.claims, 1, 'no claim before a heartbeat')
  beats[0]!()
  assert.equal(seqOf(await bench.ask(again(first))), 1)
  assert.equal(bench.counters.claims, 2)
})

test('an owner stops while it waits for a heartbeat, and while it waits for commands', async (t) => {
  const bench = await startBench(t)
  const membership = new HandMembership()
  membership.nextHeartbeat = () => new Promise(() => {})
  const failing = bench.own({
    membership,
    gate: (point) => {
      if (point === 'claim') throw new Error('no claim')
    },
  })
  await eventually(() => failing.phase === 'fenced')
  await failing.stop()
  assert.equal(failing.phase, 'stopped')
  const idle = bench.own()
  await bench.active(idle)
  await idle.stop()
  assert.equal(idle.phase, 'stopped')
})

const claimsIn = (events: readonly { readonly value: SkeinEvent }[]): number =>
  events.filter(({ value }) => value.type === 'PartitionClaimed').length

test('a claim is renewed in time under load, between batches, without loading anything again', async (t) => {
  const bench = await startBench(t, { limits: { claimAgeMaxMs: 20 } })
  bench.own()
  await bench.ask(message('warm'))
  const asked = bench.view.asked.length
  let seq = 1
  await eventually(async () => {
    assert.equal(seqOf(await bench.ask(message(`message ${seq}`))), ++seq)
    return claimsIn(await bench.events()) >= 4
  })
  assert.equal(bench.view.asked.length, asked, 'the state in memory was kept')
  assert.equal(bench.counters.fenced, 0)
  let claim = -1
  for (const { offset, value } of await bench.events()) {
    if (value.type === 'PartitionClaimed') claim = offset
    else assert.equal(value.meta.claim, claim, 'events after a renewal carry the new claim')
  }
})

// The age of a claim was looked at only when commands came: an idle partition never renewed it, until the broker had
// forgotten first the producer and then the transactional id.
test('a claim is renewed in time where nothing happens', async (t) => {
  const bench = await startBench(t, { limits: { claimAgeMaxMs: 15 } })
  bench.own()
  await eventually(async () => claimsIn(await bench.events()) >= 3)
  assert.equal(seqOf(await bench.ask(message('first'))), 1)
  assert.equal(bench.counters.fenced, 0)
})

test('when somebody else wrote before a renewal, the state is loaded anew', async (t) => {
  const bench = await startBench(t, { limits: { claimAgeMaxMs: 40 } })
  const renewing = gateAt('claim', { skip: 1 })
  bench.own({ gate: renewing.gate })
  await bench.ask(message('mine'))
  await renewing.reached
  const other = bench.own({ limits: { claimAgeMaxMs: 60_000 } })
  assert.equal(seqOf(await bench.ask(message("the other's"))), 2)
  await other.stop()
  renewing.open()
  assert.equal(seqOf(await bench.ask(message('mine again'))), 3)
  assert.deepEqual(await textsOf(bench), ['mine', "the other's", 'mine again'])
})

test('a view that went back voids what was built on it: the owner loads anew and answers exactly', async (t) => {
  const bench = await startBench(t, { limits: { intentsMax: 0, intentAgeMaxMs: 0, cellsMax: 4 } })
  const owner = bench.own()
  const first = message('first')
  await bench.ask(first)
  const old = bench.view.snapshot()
  await bench.ask(message('second'))
  await bench.ask(message('elsewhere', {}, 'd:ann:cid'))
  await bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint(0))
  await bench.ask(message('makes room', {}, 'd:ann:cid'))
  bench.view.restore(old)
  // What is cold now is not in the restored view either: taken at its word, seq 2 would be given twice.
  const third = await bench.send(message('third', { retry: true }))
  assert.equal(seqOf(await bench.outcomeOf(third)), 3)
  assert.ok(bench.counters.fenced > 0)
  assert.equal(seqOf(await bench.ask(again(first))), 1)
})

// A poll of the checkpoint that was asked later and answered sooner than a prefetch made the owner take the prefetch for a
// view that went back: it dropped everything and claimed again, for nothing.
test('a newer checkpoint seen while an older prefetch is on its way is no view that went back', async (t) => {
  const bench = await startBench(t)
  const prefetched = gateAt('prefetched', { skip: 1 })
  const owner = bench.own({ gate: prefetched.gate })
  await bench.active(owner)
  const first = await bench.send(message('cold'))
  await prefetched.reached
  await bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint(0))
  prefetched.open()
  assert.equal(seqOf(await bench.outcomeOf(first)), 1)
  assert.equal(bench.counters.fenced, 0)
  assert.equal(bench.counters.claims, 1)
})

test('a view built from another log is refused until it is another view', async (t) => {
  const bench = await startBench(t)
  const before = bench.own()
  await bench.ask(message('a'))
  await before.stop()
  await bench.advance()
  const good = bench.view.snapshot()
  const foreign = { ...bench.view.checkpoint(0), claimId: 'of another log' }
  bench.view.restore({ ...good, checkpoints: new Map([[0, foreign]]) })
  const owner = bench.own()
  await eventually(() => bench.counters.fenced >= 2)
  assert.notEqual(owner.phase, 'active')
  bench.view.restore(good)
  assert.equal(seqOf(await bench.ask(message('b', {}, ann))), 2)
})
