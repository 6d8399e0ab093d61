// The owner between the log and its senders: what is said only after it is stored, what a crash leaves, what is dead-lettered
// and passed, and how far things are when nothing is stored. Rules 5 and 9 of the partition writer, and its life cycle.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { skeinDecider } from '@skein/domain'
import { eventually, textOf } from '@skein/testing'
import type { Bench, Options } from './processor-bench.ts'
import { again, codeOf, gateAt, keyOf, message, seqOf, startBench } from './processor-bench.ts'
import { never } from './stepped-log.ts'

const textsOf = async (bench: Bench): Promise<string[]> =>
  (await bench.events()).flatMap(({ value }) => (value.type === 'MessageSent' ? [Buffer.from(value.body.bytes).toString()] : []))

test('replies leave after the append, in order; a repeat of a message in flight is not answered before it is stored', async (t) => {
  const bench = await startBench(t)
  const appending = gateAt('append')
  bench.own({ gate: appending.gate })
  const first = message('first')
  const refused = message('refused', { actorId: 'cid' })
  await bench.send(first, again(first), refused)
  await appending.reached
  // Nothing may be said while what it stands on is not stored, however long that takes and whatever comes meanwhile.
  await bench.send(again(first), message('second'))
  const stillHeld = new Promise((resolve) => setTimeout(resolve, 30))
  await stillHeld
  assert.equal(bench.told.length, 0)
  appending.open()
  await eventually(() => bench.told.length === 5)
  assert.deepEqual(
    bench.told.map(({ outcome }) => (outcome.accepted ? seqOf(outcome) : outcome.code)),
    [1, 1, 'NOT_A_MEMBER', 1, 2],
  )
  const places = new Map((await bench.events()).flatMap(({ offset, value }) => (value.type === 'MessageSent' ? [[value.seq, offset]] : [])))
  for (const { outcome, logEnd } of bench.told) {
    if (outcome.accepted) assert.ok((await logEnd) > places.get(seqOf(outcome))!, 'a reply left before the log had its message')
  }
})

test('a crash between the append and the reply: the next owner answers the resend with the same seq', async (t) => {
  const bench = await startBench(t)
  const first = message('stored, not said')
  let crashed = () => {}
  const crash = new Promise<void>((resolve) => {
    crashed = resolve
  })
  bench.own({
    gate: (point) => {
      if (point !== 'appended') return
      crashed()
      return never
    },
  })
  await bench.send(first)
  await crash
  bench.own()
  assert.equal(seqOf(await bench.ask(again(first))), 1)
  assert.equal(seqOf(await bench.ask(message('next'))), 2)
  assert.deepEqual(await textsOf(bench), ['stored, not said', 'next'])
  assert.equal(bench.outcomesOf(first).length, 0, 'what is stored is not decided again')
})

test('a crash before the append: the next owner does the command itself', async (t) => {
  const bench = await startBench(t)
  const { gate, reached } = gateAt('append')
  bench.own({ gate })
  const first = await bench.send(message('not stored'))
  await reached
  bench.own()
  assert.equal(seqOf(await bench.outcomeOf(first)), 1)
  assert.equal(seqOf(await bench.ask(again(first))), 1)
  assert.deepEqual(await textsOf(bench), ['not stored'])
})

test('a long run of commands without events is covered by CommandsDone; the next owner begins behind it', async (t) => {
  const bench = await startBench(t, { limits: { silentCommandsMax: 10, commandsPerBatchMax: 4 } })
  const before = bench.own()
  const first = message('stored')
  await bench.ask(first)
  const repeats = Array.from({ length: 25 }, () => again(first))
  await bench.send(...repeats)
  for (const each of repeats) assert.equal(seqOf(await bench.outcomeOf(each)), 1)
  await before.stop()
  const done = (await bench.events()).filter(({ value }) => value.type === 'CommandsDone')
  assert.equal(done.length, 2)
  const last = done.at(-1)!.value.meta.commandOffset
  assert.ok(last >= 20 && last < 26, `${last}`)
  const told = bench.told.length
  bench.own()
  assert.equal(seqOf(await bench.ask(message('second'))), 2)
  const repeated = bench.told.slice(told).map(({ command }) => repeats.findIndex((r) => r.meta.commandId === command.meta.commandId))
  assert.deepEqual(
    repeated,
    [...Array.from({ length: 25 - last }, (_, i) => last + i), -1],
    'exactly what the log does not say is done is decided again',
  )
})

test('a refusal stands: it is told once the log says so, and the next owner does not decide the command anew', async (t) => {
  const bench = await startBench(t)
  const { gate, reached, open } = gateAt('append')
  const before = bench.own({ gate })
  await bench.active(before)
  await bench.advance()
  const refused = await bench.send(message('to nobody yet', {}, 'd:ann:eve'))
  await reached
  assert.equal(bench.outcomesOf(refused).length, 0, 'not told before it is stored')
  open()
  assert.equal(codeOf(await bench.outcomeOf(refused)), 'USER_NOT_FOUND')
  await before.stop()
  bench.view.users.add('eve')
  bench.own()
  assert.equal(seqOf(await bench.ask(message('to somebody', {}, 'd:ann:eve'))), 1)
  assert.deepEqual(await textsOf(bench), ['to somebody'])
  assert.equal(bench.outcomesOf(refused).length, 1)
})

test('what may be accepted when sent again leaves no record', async (t) => {
  const bench = await startBench(t)
  bench.own()
  await bench.ask(message('warm'))
  const end = await bench.end('events')
  bench.view.failing = true
  for (let i = 0; i < 3; i++) assert.equal(codeOf(await bench.ask(message(`cold ${i}`, {}, 'd:ann:cid'))), 'UNAVAILABLE')
  assert.equal(await bench.end('events'), end)
})

test('one whom the view does not know is refused for good only once the view has come past the moment he was asked for', async (t) => {
  const bench = await startBench(t)
  const owner = bench.own()
  await bench.ask(message('the view lags'))
  const early = message('registered, not yet in the view', {}, 'd:ann:eve')
  for (let i = 0; i < 3; i++) assert.equal(codeOf(await bench.ask(i === 0 ? early : again(early))), 'UNAVAILABLE')
  assert.equal(seqOf(await bench.ask(message('others go on'))), 2)
  bench.view.users.add('eve')
  assert.equal(seqOf(await bench.ask(again(early))), 1)
  const nobody = message('to nobody', {}, 'd:ann:ned')
  assert.equal(codeOf(await bench.ask(nobody)), 'UNAVAILABLE')
  await bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint(0))
  await bench.ask(message('the log goes on, the view does not'))
  assert.equal(codeOf(await bench.ask(again(nobody))), 'USER_NOT_FOUND')
})

test('commands that retention has removed and no event names are passed over', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  const before = bench.own()
  const first = message('stored')
  await bench.ask(first)
  for (let i = 0; i < 3; i++) await bench.ask(again(first))
  await before.stop()
  bench.truncateCommands(3)
  bench.own()
  assert.equal(seqOf(await bench.ask(message('after'))), 2)
})

test('the view alone says how far commands are done when it has taken in everything', async (t) => {
  const bench = await startBench(t)
  const before = bench.own()
  await bench.ask(message('a'))
  await bench.ask(message('b'))
  await before.stop()
  await bench.advance()
  const told = bench.told.length
  bench.own()
  assert.equal(seqOf(await bench.ask(message('c'))), 3)
  assert.equal(bench.told.length, told + 1, 'no command is done again')
})

/** Throws for one text while deciding, for another while folding. */
const faulty: Options['decider'] = {
  ...skeinDecider,
  ask(command) {
    const asked = skeinDecider.ask(command)
    const decide: typeof asked.decide = (read) => {
      if (textOf(command) === 'throws') throw new Error('a bug in decide')
      return asked.decide(read)
    }
    return { ...asked, decide }
  },
  folds(event) {
    const breaks = 'body' in event && Buffer.from(event.body.bytes).toString() === 'breaks'
    return skeinDecider.folds(event).map((fold) => {
      const to: typeof fold.to = (before) => {
        if (breaks && fold.key.startsWith('member|')) throw new Error('in a fold')
        return fold.to(before)
      }
      return { ...fold, to }
    })
  },
}

test('a throw in decide or in evolve costs its command and nothing else: dead-lettered, refused INTERNAL, passed', async (t) => {
  const bench = await startBench(t)
  bench.own({ decider: faulty })
  const messages = ['a', 'throws', 'b', 'breaks', 'c'].map((text) => message(text))
  await bench.send(...messages)
  const said = []
  for (const each of messages) said.push(codeOf(await bench.outcomeOf(each)))
  assert.deepEqual(said, ['accepted', 'INTERNAL', 'accepted', 'INTERNAL', 'accepted'])
  assert.deepEqual(await textsOf(bench), ['a', 'b', 'c'])
  assert.deepEqual(
    (await bench.events()).flatMap(({ value }) => ('seq' in value ? [value.seq] : [])),
    [1, 2, 3],
    'what was not stored left nothing behind in memory',
  )
  assert.deepEqual(
    bench.deadLetters().map(({ from, key }) => [from.topic, from.offset, key]),
    [
      ['commands', 1, keyOf('d:ann:bob')],
      ['commands', 3, keyOf('d:ann:bob')],
    ],
  )
  assert.match(bench.deadLetters()[0]!.why, /a bug in decide/)
  assert.match(Buffer.from(bench.deadLetters()[0]!.bytes).toString(), /ann/, 'with the command itself')
  assert.equal(bench.counters.fenced, 0)
})

/** Makes events far larger than their command. */
const growing: Options['decider'] = {
  ...skeinDecider,
  ask(command) {
    const asked = skeinDecider.ask(command)
    const decide: typeof asked.decide = (read) => {
      const decision = asked.decide(read)
      if (!decision.accepted || textOf(command) !== 'grows') return decision
      const bytes = new Uint8Array(20_000)
      return { ...decision, events: decision.events.map((e) => ('body' in e ? { ...e, body: { ...e.body, bytes } } : e)) }
    }
    return { ...asked, decide }
  },
}

test('events too large for the log are dead-lettered, refused TOO_LARGE and passed; what came with them is stored', async (t) => {
  const bench = await startBench(t, { recordBatchBytesMax: 8_000 })
  const appending = gateAt('append')
  bench.own({ decider: growing, gate: appending.gate })
  await bench.send(message('holds the batch together'))
  await appending.reached
  const messages = ['a', 'grows', 'b'].map((text) => message(text))
  await bench.send(...messages)
  appending.open()
  const said = []
  for (const each of messages) said.push(codeOf(await bench.outcomeOf(each)))
  assert.deepEqual(said, ['accepted', 'TOO_LARGE', 'accepted'])
  assert.deepEqual(await textsOf(bench), ['holds the batch together', 'a', 'b'])
  assert.equal(bench.deadLetters().length, 1)
  assert.match(bench.deadLetters()[0]!.why, /larger than a record batch/)
  assert.equal(seqOf(await bench.ask(message('goes on'))), 4)
  // Batches are batches again.
  const events = await bench.end('events')
  await bench.send(...Array.from({ length: 5 }, (_, i) => message(`${i}`)))
  await eventually(async () => (await bench.end('events')) === events + 5)
  assert.ok(bench.counters.fenced <= 3, 'together, with the rest, and alone')
})

/** Makes an event that no schema takes, which those behind it are decided on. */
const unfit: Options['decider'] = {
  ...skeinDecider,
  ask(command) {
    const asked = skeinDecider.ask(command)
    const decide: typeof asked.decide = (read) => {
      const decision = asked.decide(read)
      if (!decision.accepted || textOf(command) !== 'fits no schema') return decision
      return { ...decision, events: decision.events.map((e) => ('replyTo' in e ? { ...e, replyTo: e.replyTo + 0.5 } : e)) }
    }
    return { ...asked, decide }
  },
}

// Its owner dropped its state, claimed, decided the same again and failed again: one such command stopped its partition for ever.
for (const log of ['embedded', 'memory'] as const) {
  test(`${log} log: events that cannot be encoded cost their command and nothing else: refused INTERNAL, for good`, async (t) => {
    const bench = await startBench(t, { log })
    const appending = gateAt('append')
    const before = bench.own({ decider: unfit, gate: appending.gate })
    await bench.send(message('holds the batch together'))
    await appending.reached
    const messages = ['a', 'fits no schema', 'b'].map((text) => message(text))
    await bench.send(...messages)
    appending.open()
    const said = []
    for (const each of messages) said.push(codeOf(await bench.outcomeOf(each)))
    assert.deepEqual(said, ['accepted', 'INTERNAL', 'accepted'])
    assert.deepEqual(await textsOf(bench), ['holds the batch together', 'a', 'b'])
    assert.equal(seqOf(await bench.ask(message('goes on'))), 4)
    assert.deepEqual(
      bench.deadLetters().map(({ from }) => from.offset),
      [2],
    )
    assert.match(bench.deadLetters()[0]!.why, /MessageSent does not fit its schema: replyTo is not/)
    assert.ok(bench.counters.fenced <= 3, 'together, with the rest, and alone')
    await before.stop()
    bench.own()
    assert.equal(codeOf(await bench.ask(again(messages[1]!))), 'INTERNAL', 'though it could be done by now')
    assert.equal(bench.deadLetters().length, 1)
  })
}

test('a command that cannot be decoded is dead-lettered with its bytes and passed', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  bench.own()
  await bench.ask(message('a'))
  bench.appendRaw(keyOf('d:ann:bob'), Buffer.from('no record'))
  assert.equal(seqOf(await bench.ask(message('b'))), 2)
  const [letter] = bench.deadLetters()
  assert.equal(Buffer.from(letter!.bytes).toString(), 'no record')
  assert.deepEqual(letter!.from, { topic: 'commands', partition: 0, offset: 1 })
})

test('an event that cannot be stored leaves no trace of its batch: after a lost answer the log alone says what happened', async (t) => {
  const bench = await startBench(t, { log: 'memory' })
  let lose = false
  bench.own({
    gate: (point) => {
      if (point === 'appended' && lose) {
        lose = false
        throw Object.assign(new Error('the answer was lost'), { code: 'UNKNOWN_OUTCOME' })
      }
    },
  })
  await bench.ask(message('a'))
  lose = true
  const first = await bench.send(message('unknown'))
  await eventually(() => bench.counters.fenced === 1 && bench.counters.claims === 2)
  assert.equal(seqOf(await bench.ask(again(first))), 2)
  assert.deepEqual(await textsOf(bench), ['a', 'unknown'])
  assert.equal(bench.outcomesOf(first).length, 0)
})

// Each attempt left a listener with the signal that stops the owner: a view that was away for days grew every processor.
test('an owner that cannot load leaves nothing behind with each attempt', async (t) => {
  const bench = await startBench(t, { limits: { claimBackOffMaxMs: 1 } })
  bench.view.failing = true
  const listens = t.mock.method(EventTarget.prototype, 'addEventListener')
  bench.own()
  await eventually(() => bench.counters.fenced >= 300)
  const signals = new Set(
    listens.mock.calls.map((call) => call.this).filter((target): target is AbortSignal => target instanceof AbortSignal),
  )
  assert.ok(signals.size > 0)
  for (const signal of signals) assert.ok(getEventListeners(signal, 'abort').length < 5)
})

test('every event names its claim and the command that caused it', async (t) => {
  const bench = await startBench(t)
  bench.own()
  await bench.ask(message('a'))
  await bench.ask(message('b'))
  const [claim, ...rest] = await bench.events()
  assert.equal(claim!.value.type, 'PartitionClaimed')
  assert.deepEqual(
    rest.map(({ value }: { value: SkeinEvent }) => [value.meta.claim, value.meta.commandOffset]),
    [
      [claim!.offset, 0],
      [claim!.offset, 1],
    ],
  )
})
