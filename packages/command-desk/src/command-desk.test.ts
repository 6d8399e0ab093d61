// Commands and their outcomes: which reply settles which, what is appended again, and how waiting ends when nothing comes.
import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { errorCatalogue, type SkeinCommand, UnencodableError } from '@skein/contracts'
import { clockDifferenceMaxMs, LogError } from '@skein/event-sourcing'
import { eventually } from '@skein/testing'
import { openDesk, replyTo, sender, unavailable } from '../test/open-desk.ts'
import type { CommandDeskLimits } from './command-desk.ts'
import type { Outcome } from './outcome.ts'

test('a command is stamped with who asks, where the reply goes, and its deadline', (t) => {
  const { desk } = openDesk(t)
  const intent = { id: randomUUIDv7(), contentHash: new Uint8Array(32) }
  const { commandId, enteredAt, deadlineAt, ...meta } = desk.stamp(sender, intent, true)
  assert.match(commandId, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  assert.equal(deadlineAt - enteredAt, 5_000)
  assert.deepEqual(meta, {
    appId: 'app',
    actorId: 'alice',
    deviceId: 'phone',
    intent,
    retry: true,
    replyNode: 'this-node',
    replyConnection: 'c1',
    traceparent: null,
  })
})

test('a reply settles the command that it names, for the connection that it names, once', async (t) => {
  const { desk, mark } = openDesk(t)
  const [first, second] = [mark(), mark('')]
  const outcomes = [desk.ask(first), desk.ask(second)]
  desk.reply(replyTo(first, { connectionId: 'another' }))
  desk.reply(replyTo(first, { commandId: 'another' }))
  desk.reply(replyTo(second, { connectionId: 'c1' }))
  assert.deepEqual([desk.counters.repliesUnmatched, desk.pending], [3, 2])
  desk.reply(replyTo(second, { code: 'NAME_TAKEN', detail: 'userName' }))
  desk.reply(replyTo(first))
  desk.reply(replyTo(first))
  assert.deepEqual(await Promise.all(outcomes), [
    { accepted: true, body: Uint8Array.of(8, 1), partition: 2, offset: 7 },
    { accepted: false, code: 'NAME_TAKEN', detail: 'userName' },
  ])
  assert.deepEqual([desk.counters.repliesUnmatched, desk.pending], [4, 0])
})

test('a code that the catalogue does not know is a fault of ours', async (t) => {
  const { desk, mark } = openDesk(t)
  const command = mark()
  const outcome = desk.ask(command)
  desk.reply(replyTo(command, { code: 'NO_SUCH_CODE' }))
  assert.deepEqual(await outcome, { accepted: false, code: 'INTERNAL', detail: 'refused with NO_SUCH_CODE' })
})

test('an append of unknown outcome is made again as a retry; its reply settles it, whichever append it answers', async (t) => {
  const { desk, log, appended, mark } = openDesk(t)
  let failures = 2
  log.append = async (command) => {
    if (failures-- > 0) throw new LogError('UNKNOWN_OUTCOME', 'the broker restarts')
    setImmediate(() => desk.reply(replyTo(command)))
  }
  assert.equal((await desk.ask(mark())).accepted, true)
  assert.deepEqual(
    appended.map(({ meta }) => meta.retry),
    [true],
  )
  const stored = mark()
  failures = 1
  const outcome = desk.ask(stored)
  desk.reply(replyTo(stored))
  assert.equal((await outcome).accepted, true)
})

test('an append of unknown outcome that nobody waits for any more is not made again', async (t) => {
  const { desk, log, mark } = openDesk(t)
  let tries = 0
  log.append = async () => {
    tries += 1
    throw new LogError('UNKNOWN_OUTCOME', 'the broker restarts')
  }
  const outcome = await new Promise<Outcome>((settle) => desk.submit(mark(), { settle, wanted: () => false }))
  assert.deepEqual([outcome, tries], [unavailable('log'), 1])
})

test('an append that fails is not waited for', async (t) => {
  const { desk, log, mark } = openDesk(t)
  for (const [error, expected] of [
    [new LogError('UNAVAILABLE', 'no broker'), unavailable('log')],
    [new LogError('TOO_LARGE', 'too large'), { accepted: false, code: 'TOO_LARGE', detail: 'command' }],
    [new Error('a fault'), unavailable('log')],
  ] as const) {
    log.append = () => Promise.reject(error)
    assert.deepEqual(await desk.ask(mark()), expected)
  }
})

test('nobody waits past the deadline for the log, nor past the time of a reply, and nothing of it stays', async (t) => {
  const { desk, log, mark } = openDesk(t, { commandDeadlineMs: 150, replyTimeoutMs: 100 })
  assert.deepEqual(await desk.ask(mark()), unavailable('no reply in time'))
  let tries = 0
  log.append = async () => {
    tries += 1
    throw new LogError('UNKNOWN_OUTCOME', 'the broker restarts')
  }
  assert.deepEqual(await desk.ask(mark()), unavailable('log'))
  assert.ok(tries <= 2)
  log.append = () => new Promise(() => {})
  assert.deepEqual(await desk.ask(mark()), unavailable('log'))
  assert.equal(desk.pending, 0)
})

// The skew between the clocks of edges and of the log was assumed, and measured nowhere: a gateway far ahead stamped commands whose late
// copies looked new, one far behind had them refused for their deadline.
test('commands are stamped by the clock of the log; with a clock that is wrong they are refused, but for one a second that measures it', async (t) => {
  const { desk, log, clock, appended, mark } = openDesk(t)
  log.append = async (command) => void setImmediate(() => desk.reply(replyTo(command)))
  clock.now = () => 5_000_000
  assert.deepEqual([mark().meta.enteredAt, mark().meta.deadlineAt], [5_000_000, 5_005_000])
  for (const aheadMs of [clockDifferenceMaxMs, -clockDifferenceMaxMs]) {
    clock.aheadMs = () => aheadMs
    assert.equal((await desk.ask(mark())).accepted, true)
  }
  const before = appended.length
  for (const [aheadMs, detail] of [
    [3_500, 'the clock of this process is 3500 ms ahead of the log'],
    [-3_500, 'the clock of this process is 3500 ms behind the log'],
  ] as const) {
    clock.aheadMs = () => aheadMs
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => desk.ask(mark())))
    const refused = outcomes.flatMap((outcome) => (outcome.accepted ? [] : [`${outcome.code} ${outcome.detail}`]))
    assert.ok(refused.length >= 4 && refused.every((text) => text.startsWith(`UNAVAILABLE ${detail}`)), refused.join())
  }
  assert.equal(appended.length, before + 1, 'one measures')
  clock.aheadMs = () => 0
  assert.equal((await desk.ask(mark())).accepted, true)
})

test('a command that waited behind others has its whole time again', (t) => {
  const { desk, mark } = openDesk(t)
  const command = mark()
  const waited = { ...command, meta: { ...command.meta, deadlineAt: 0 } }
  assert.ok(desk.afresh(waited).meta.deadlineAt >= command.meta.deadlineAt)
})

test('replies that may be lost settle what is in the log; a command not in it yet is waited for', async (t) => {
  const { desk, log, mark } = openDesk(t)
  const append = Promise.withResolvers<void>()
  const stored = desk.ask(mark())
  await eventually(() => desk.pending === 1)
  log.append = () => append.promise
  const slow = mark()
  const outcome = desk.ask(slow)
  desk.repliesLost()
  assert.deepEqual([await stored, desk.pending], [unavailable('reply lost'), 1])
  append.resolve()
  desk.reply(replyTo(slow))
  assert.equal((await outcome).accepted, true)
})

test('those who wait are bounded; an outcome makes room; closing ends all', async (t) => {
  const { desk, mark } = openDesk(t, { commandsPendingMax: 2 })
  const first = mark()
  const outcomes = [desk.ask(first), desk.ask(mark())]
  assert.deepEqual(await desk.ask(mark()), { accepted: false, code: 'OVERLOADED', detail: 'commandsPendingMax', retryAfterMs: 1_000 })
  desk.reply(replyTo(first))
  outcomes.push(desk.ask(mark()))
  desk.close()
  const [accepted, ...rest] = await Promise.all([...outcomes, desk.ask(mark())])
  assert.equal(accepted!.accepted, true)
  assert.deepEqual(rest, [unavailable('shutting down'), unavailable('shutting down'), unavailable('shutting down')])
  assert.equal(desk.pending, 0)
})

// Story: a number that the codec could not write was answered UNAVAILABLE, retriable: clients asked again for ever, and held their lane.
test('what cannot be encoded is refused for good, with its fields and not as a fault of the log', async (t) => {
  const { desk, log, mark } = openDesk(t)
  let tries = 0
  log.append = async ({ type }) => {
    tries += 1
    throw new UnencodableError(type, [{ path: 'ordinal', expected: 'long' }])
  }
  assert.deepEqual(await desk.ask(mark()), { accepted: false, code: 'INTERNAL', detail: 'cannot be stored: ordinal' })
  assert.equal(errorCatalogue.INTERNAL.retriable, false)
  assert.deepEqual([tries, desk.pending], [1, 0])
})

/** So many are in the log, and as many as are asked for wait. */
async function openCrowdedDesk(t: TestContext, overrides: Partial<CommandDeskLimits>) {
  const opened = openDesk(t, { commandsPendingMax: 1_000, commandsInLogMax: 2, ...overrides })
  const { desk, appended, mark } = opened
  const outcomes = new Map<SkeinCommand, Promise<Outcome>>()
  const ask = (command = mark()) => {
    outcomes.set(command, desk.ask(command))
    return command
  }
  const inLog = [ask(), ask()]
  await eventually(() => appended.length === 2)
  return { ...opened, ask, inLog, outcomeOf: (command: SkeinCommand) => outcomes.get(command)! }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

// Everything went into the log at once: what it could not take waited there, and timed out there, so that it was asked for again and done
// for nobody.
test('so many are in the log at once; the others wait for their turn, first come first served', async (t) => {
  const { desk, appended, mark, ask, inLog, outcomeOf } = await openCrowdedDesk(t, {})
  const waits: boolean[] = []
  const [third, fourth] = [ask(), mark()]
  const fourthOutcome = new Promise<Outcome>((settle) => desk.submit(fourth, { settle, waits: (now) => waits.push(now) }))
  await turn()
  assert.deepEqual([appended.length, desk.waiting, desk.pending, waits], [2, 2, 4, [true]])
  desk.reply(replyTo(inLog[1]!))
  await turn()
  assert.deepEqual([appended.slice(2), desk.waiting, waits], [[third], 1, [true]])
  // Whoever asks as soon as there is an answer comes behind those who have been waiting.
  const fifth = outcomeOf(third).then(() => ask())
  desk.reply(replyTo(third))
  const last = await fifth
  await turn()
  assert.deepEqual([appended.slice(2), desk.waiting, waits], [[third, fourth], 1, [true, false]])
  desk.reply(replyTo(fourth))
  desk.reply(replyTo(inLog[0]!))
  await turn()
  assert.deepEqual([appended.at(-1), desk.waiting], [last, 0])
  assert.equal((await fourthOutcome).accepted, true)
})

test('what does not come to an answer makes room as well: a failed append, a reply that is lost or late', async (t) => {
  const { desk, log, appended, ask, inLog } = await openCrowdedDesk(t, { replyTimeoutMs: 500 })
  const waiting = [ask(), ask(), ask(), ask(), ask()]
  log.append = async (command) => {
    if (command === waiting[0]) throw new LogError('UNAVAILABLE', 'no broker')
  }
  desk.reply(replyTo(inLog[0]!))
  await eventually(() => appended.length === 3)
  assert.deepEqual(appended[2], waiting[1])
  desk.repliesLost()
  await turn()
  assert.deepEqual(appended.slice(3), [waiting[2], waiting[3]])
  await eventually(() => appended.length === 6)
  assert.deepEqual([appended[5], desk.waiting], [waiting[4], 0])
})

test('a partition that stands still holds up no other, and is refused at once after a while', async (t) => {
  let nowMs = 1_000
  t.mock.method(performance, 'now', () => nowMs)
  const { desk, appended, mark, ask } = await openCrowdedDesk(t, {})
  ask()
  for (let i = 0; i < 11; i++) {
    const elsewhere = ask(mark('c1', 'd:alice:zoe'))
    await turn()
    assert.equal(appended.at(-1), elsewhere)
    nowMs += 100
    desk.reply(replyTo(elsewhere))
    // Its owner may be replaced within seconds: for so long as anybody may wait they do.
    if (nowMs === 2_000) ask()
  }
  assert.deepEqual(await desk.ask(mark()), { accepted: false, code: 'OVERLOADED', detail: 'turnWaitMaxMs', retryAfterMs: 1_000 })
  assert.equal(desk.waiting, 2)
})

test('what nobody waits for any more is passed over when its turn comes', async (t) => {
  const { desk, appended, mark, ask, inLog } = await openCrowdedDesk(t, {})
  const gone = new Promise<Outcome>((settle) => desk.submit(mark(), { settle, wanted: () => false }))
  const behind = ask()
  desk.reply(replyTo(inLog[0]!))
  assert.deepEqual(await gone, unavailable('not waited for'))
  await turn()
  assert.deepEqual(appended.slice(2), [behind])
})

// Who sent a burst and was gone kept others out, who were refused for a wait that there was not.
test('nor does it count in how long others would wait', async (t) => {
  const { desk, mark, ask } = await openCrowdedDesk(t, {})
  let open = true
  const burst = Array.from({ length: 30 }, () => new Promise<Outcome>((settle) => desk.submit(mark(), { settle, wanted: () => open })))
  ask()
  assert.equal(desk.waiting, 31)
  open = false
  for (const outcome of await Promise.all(burst)) assert.deepEqual(outcome, unavailable('not waited for'))
  assert.equal(desk.waiting, 1)
})

test('the time of a command counts from when it was submitted; one whose turn never came was never submitted to the log', async (t) => {
  const { desk, log, appended, ask, outcomeOf, inLog } = await openCrowdedDesk(t, { commandDeadlineMs: 1_200 })
  const [late, never] = [ask(), ask()]
  const askedAt = performance.now()
  log.append = () => new Promise(() => {})
  setTimeout(() => desk.reply(replyTo(inLog[0]!)), 800)
  assert.deepEqual(await outcomeOf(late), unavailable('log'))
  assert.ok(performance.now() - askedAt < 1_950, 'it had no time of its own from its turn on')
  assert.deepEqual(await outcomeOf(never), { accepted: false, code: 'OVERLOADED', detail: 'commandDeadlineMs', retryAfterMs: 1_000 })
  assert.deepEqual([appended.length, desk.pending], [2, 1])
})

test('a command is refused only where it would wait too long, and is told when to come again, each later than the one before', async (t) => {
  let nowMs = 1_000
  t.mock.method(performance, 'now', () => nowMs)
  const { desk, appended, mark, ask } = await openCrowdedDesk(t, {})
  let served = 0
  /** 20 a second, for some time. */
  const serve = async (ms: number) => {
    for (const end = nowMs + ms; nowMs < end; ) {
      nowMs += 50
      desk.reply(replyTo(appended[served++]!))
      await turn()
    }
  }
  const overloaded = (retryAfterMs: number) => ({ accepted: false, code: 'OVERLOADED', detail: 'turnWaitMaxMs', retryAfterMs })
  for (let i = 0; i < 39; i++) ask()
  await serve(450)
  ask()
  assert.equal(desk.waiting, 31, 'it was too early to tell')
  await serve(50)
  // 30 of them take 1.5 s.
  assert.deepEqual(await Promise.all([desk.ask(mark()), desk.ask(mark()), desk.ask(mark())]), [1_550, 1_600, 1_650].map(overloaded))
  await serve(500)
  assert.equal(desk.waiting, 20)
  ask()
  assert.equal(desk.waiting, 21, '20 take 1 s')
  // Nobody is served any more: nobody can tell how long that will be.
  nowMs += 2_000
  assert.deepEqual(await desk.ask(mark()), overloaded(3_000))
})
