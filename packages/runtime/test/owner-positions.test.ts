// Positions that were kept while a log was put back, cut off or made anew: an owner believes none of them that is another record's, finds
// that out before it writes anything, and writes no claim again and again while it may not serve. "Log" is the one in memory, which
// can lose its end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@skein/testing'
import type { Bench } from './processor-bench.ts'
import { again, codeOf, message, seqOf, startBench } from './processor-bench.ts'

/** So many messages are stored, and in the view. */
async function served(bench: Bench, count: number) {
  const owner = bench.own()
  const sent = Array.from({ length: count }, (_, i) => message(`message ${i + 1}`))
  for (const each of sent) await bench.ask(each)
  await owner.stop()
  await bench.advance()
  return sent
}

const seqsOf = async (bench: Bench): Promise<number[]> =>
  (await bench.events()).flatMap(({ value }) => (value.type === 'MessageSent' ? [value.seq] : []))

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

// The claim of an owner that was read before the last events stood there named an older command than they do, and the newest event was
// believed: all commands in between were decided again.
test('a claim that names an older command than the events before it takes nothing back', async (t) => {
  const bench = await startBench(t)
  const owner = bench.own()
  const sent = Array.from({ length: 6 }, (_, i) => message(`message ${i + 1}`))
  for (const each of sent) await bench.ask(each)
  await owner.stop()
  const [claimed] = await bench.events()
  const { meta } = claimed!.value
  const writer = await bench.log.claim(0)
  const third = { commandOffset: 2, commandId: sent[2]!.meta.commandId }
  await writer.append([{ key: '', value: { ...claimed!.value, meta: { ...meta, ...third, claim: writer.claim } } }])
  const told = bench.told.length
  bench.own()
  assert.equal(seqOf(await bench.ask(message('new'))), 7)
  assert.equal(bench.told.length, told + 1, 'nothing is decided a second time')
})

// The events were restored and the commands topic was made anew, as the runbook allowed: the owner waited for the command that its events
// named next, behind the end of the new topic. Everything that was sent meanwhile was passed over without a reply, until the
// numbers had caught up; and the first command with the right number was decided as though nothing had been before it.
test('with a commands topic that was made anew, each new command is answered', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 6)
  bench.cut('commands', 0)
  const waiting = await bench.send(message('sent before the owner came'))
  bench.own()
  assert.equal(seqOf(await bench.outcomeOf(waiting)), 7)
  for (let seq = 8; seq < 12; seq++) assert.equal(seqOf(await bench.ask(message(`new ${seq}`))), seq)
  assert.equal(bench.counters.claims, 2)
})

// The new topic may have come as far as the old one before anybody looks: the number alone says nothing then.
test('with a commands topic that was made anew and has caught up, no command is passed over; the next owner goes on where this one was', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 3)
  bench.cut('commands', 0)
  const waiting = Array.from({ length: 6 }, (_, i) => message(`new ${i}`))
  await bench.send(...waiting)
  const owner = bench.own()
  for (const [i, each] of waiting.entries()) assert.equal(seqOf(await bench.outcomeOf(each)), i + 4)
  await owner.stop()
  await bench.advance()
  const told = bench.told.length
  bench.own()
  assert.equal(seqOf(await bench.ask(message('last'))), 10)
  assert.equal(bench.told.length, told + 1, 'nothing is decided a second time')
})

test('commands that lost their end go on behind the last that both logs agree about', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 6)
  bench.cut('commands', 3)
  const told = bench.told.length
  bench.own()
  assert.equal(seqOf(await bench.ask(message('new'))), 7)
  assert.equal(bench.told.length, told + 1)
})

// Commands of a topic that was put back were decided before, under other numbers.
test('commands that may have been decided before are all looked up, and those that nobody waits for are refused', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  const [first] = await served(bench, 3)
  bench.cut('commands', 0)
  const old = message('nobody waits any more', { deadlineAt: Date.now() + 200 })
  const fresh = message('still waited for')
  await bench.send(old)
  await bench.send(first!)
  await bench.send(fresh)
  await pause(400)
  bench.own()
  assert.equal(seqOf(await bench.outcomeOf(fresh)), 4)
  assert.equal(seqOf(await bench.outcomesOf(first!)[1]!.outcome), 1, 'answered as it was')
  assert.equal(codeOf(await bench.outcomeOf(old)), 'DEADLINE_EXCEEDED')
  assert.equal(seqOf(await bench.ask(again(old, { deadlineAt: Date.now() + 60_000 }))), 5)
  assert.deepEqual(await seqsOf(bench), [1, 2, 3, 4, 5])
})

// The log had lost its end while the view kept what it saw. The owner refused to load, and wrote a claim each time it found that out:
// after a few the log was as long as the view, the guard was content, and the next message got a seq behind the view's: a hole.
test('an owner whose view is ahead of its log does not serve and writes nothing, however long', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 6)
  bench.cut('events', 4)
  const owner = bench.own()
  await eventually(() => bench.counters.fenced >= 20)
  assert.notEqual(owner.phase, 'active')
  assert.equal(await bench.end('events'), 4)
  assert.equal(bench.counters.claims, 1)
})

test('nor does it when the log has come as far as the view, with other records', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 6)
  const seen = bench.view.snapshot()
  for (const cutFrom of [4, 0]) {
    bench.cut('events', cutFrom)
    // Somebody who has rebuilt the view goes on with this log; the other view is put back afterwards.
    bench.view.restore({ cells: new Map(), checkpoints: new Map() })
    await served(bench, 8)
    bench.view.restore(seen)
    const [end, { fenced, claims }] = [await bench.end('events'), { ...bench.counters }]
    assert.ok(end >= bench.view.checkpoint(0).nextOffset)
    const owner = bench.own()
    await eventually(() => bench.counters.fenced >= fenced + 3)
    assert.notEqual(owner.phase, 'active')
    assert.deepEqual([await bench.end('events'), bench.counters.claims], [end, claims])
    await owner.stop()
  }
})

test('once the view is made anew from the log that was cut, the owner goes on, and seq is dense', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 6)
  bench.cut('events', 4)
  bench.own()
  await eventually(() => bench.counters.fenced >= 2)
  bench.view.restore({ cells: new Map(), checkpoints: new Map() })
  await bench.advance()
  // Three messages are in the log still; the commands of the three others were kept, and it lacks their events.
  assert.equal(seqOf(await bench.ask(message('after'))), 7)
  assert.deepEqual(await seqsOf(bench), [1, 2, 3, 4, 5, 6, 7])
})

// A broker that had let a fenced writer's event through: projector and delivery stopped there, and the owner went on behind it. Messages were
// acknowledged that nobody was ever shown, until the views lacked as many as they may.
test('no owner goes on behind what a fenced writer wrote, and each says so', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 2)
  const sent = (await bench.events()).find(({ value }) => value.type === 'MessageSent')!.value
  const writer = await bench.log.claim(0)
  await writer.append([{ key: '', value: sent }])
  const [end, { claims }] = [await bench.end('events'), bench.counters]
  const owner = bench.own()
  await bench.send(message('behind it'))
  await eventually(() => bench.alarms.length >= 2)
  assert.equal(bench.alarms[0], 'CLAIM_WENT_BACK')
  assert.notEqual(owner.phase, 'active')
  assert.deepEqual([await bench.end('events'), bench.counters.claims], [end, claims], 'nothing is written, no claim either')
})

// The owner of such a partition only said `owner dropped its state`, as of something that passes.
test('an owner that cannot decode an event says what its projector says', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  await served(bench, 2)
  bench.appendRaw('', Buffer.from('of a newer release'), 'events')
  bench.own()
  await eventually(() => bench.alarms.length > 0)
  assert.equal(bench.alarms[0], 'MISCONFIGURED')
})

// While the view lagged too far, an owner claimed, found that it could not load, and claimed again: 21 records in 30 s, until within a
// day the epochs of the producer were used up.
test('an owner that may not load writes no claim', async (t) => {
  const bench = await startBench(t, { limits: { lagEventsMax: 4 } })
  const before = bench.own({ limits: { lagEventsMax: 1000 } })
  for (let i = 0; i < 8; i++) await bench.ask(message(`message ${i}`))
  await before.stop()
  const end = await bench.end('events')
  bench.own()
  await eventually(() => bench.counters.fenced >= 5)
  bench.view.failing = true
  await eventually(() => bench.counters.fenced >= 10)
  assert.equal(await bench.end('events'), end)
  bench.view.failing = false
  await bench.advance()
  assert.equal(seqOf(await bench.ask(message('goes on'))), 9)
})

test('claims that nothing comes of are written ever less often, and one that serves is at once followed by the next', async (t) => {
  const bench = await startBench(t)
  let broken = true
  bench.own({
    gate: (point) => {
      if (broken && point === 'append') throw new Error('nothing can be appended')
    },
  })
  const began = performance.now()
  await bench.send(message('one'))
  await eventually(() => bench.counters.claims >= 7)
  // 2 + 4 + ... + 64 ms.
  assert.ok(performance.now() - began >= 120, `${performance.now() - began}`)
  broken = false
  const claims = bench.counters.claims
  assert.equal(seqOf(await bench.ask(message('two'))), 2)
  assert.ok(bench.counters.claims <= claims + 1)
})

test('an owner that waits to claim once more stops at once', async (t) => {
  const bench = await startBench(t, { limits: { claimBackOffMinMs: 200, claimBackOffMaxMs: 200, claimsInVainEveryMs: 60_000 } })
  const owner = bench.own({
    gate: (point) => {
      if (point === 'append') throw new Error('nothing can be appended')
    },
  })
  await bench.send(message('one'))
  await eventually(() => bench.counters.fenced === 4)
  // Its pause is over: what is left of 3,200 ms since its claim is not.
  await pause(350)
  const startedAt = performance.now()
  await owner.stop()
  assert.ok(performance.now() - startedAt < 2_000)
})
