// What an outcome is worth when the log fails in the middle: resolved means stored once, where it was said to be; FENCED,
// TOO_LARGE and UNAVAILABLE mean not stored; UNKNOWN_OUTCOME is settled by the next claim, once and for ever.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LogError } from '@skein/event-sourcing'
import { eventually } from '../eventually.ts'
import { sampleCommand, sampleKey } from '../samples.ts'
import type { Bench, Log, Writer } from './harness.ts'
import { appendTexts, claimEventually, endOf, readAll, textsOf } from './harness.ts'

const partition = 2

/** What came of one append of an event, as the owner knows it after its next claim. */
interface EventOutcome {
  readonly text: string
  readonly offset: number | undefined
  readonly code: string | undefined
  /** For a rejected one: whether it was there when the partition had been claimed again. */
  storedAtNextClaim: boolean | undefined
}

/** Appends one event after the other until told to stop, claiming again after every rejection. */
async function appendEvents(log: Log, key: string, stop: AbortSignal): Promise<EventOutcome[]> {
  const outcomes: EventOutcome[] = []
  let writer: Writer = await claimEventually(log, partition)
  for (let i = 0; !stop.aborted; i++) {
    const text = `event ${i}`
    try {
      outcomes.push({ text, offset: await appendTexts(writer, key, text), code: undefined, storedAtNextClaim: undefined })
    } catch (error) {
      assert.ok(error instanceof LogError, String(error))
      writer.close()
      const { claim } = writer
      writer = await claimEventually(log, partition)
      const between = (await readAll(log, 'events', partition, claim)).filter((record) => record.offset < writer.claim)
      outcomes.push({ text, offset: undefined, code: error.code, storedAtNextClaim: textsOf(between).includes(text) })
    }
  }
  writer.close()
  return outcomes
}

/** Sends commands one after the other until told to stop; undefined for a stored one, else the code. */
async function sendCommands(log: Log, key: string, stop: AbortSignal): Promise<Map<string, string | undefined>> {
  const outcomes = new Map<string, string | undefined>()
  for (let i = 0; !stop.aborted; i++) {
    const text = `command ${i}`
    await log.appendCommand(sampleCommand(key, text, Date.now() + 2_000)).then(
      () => outcomes.set(text, undefined),
      (error) => {
        assert.ok(error instanceof LogError, String(error))
        outcomes.set(text, error.code)
      },
    )
    // A refusal may come without any wait.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return outcomes
}

/** Where each text stands. */
function offsetsByText(texts: readonly (string | undefined)[], from: number): (text: string) => number[] {
  const found = new Map<string, number[]>()
  for (const [i, text] of texts.entries()) {
    if (text !== undefined) found.set(text, [...(found.get(text) ?? []), from + i])
  }
  return (text) => found.get(text) ?? []
}

function checkEvents(outcomes: readonly EventOutcome[], texts: readonly (string | undefined)[], from: number): void {
  const offsetsOf = offsetsByText(texts, from)
  for (const { text, offset, code, storedAtNextClaim } of outcomes) {
    const found = offsetsOf(text)
    if (offset !== undefined) assert.deepEqual(found, [offset], `${text} was stored at ${offset}`)
    else {
      assert.equal(found.length, storedAtNextClaim ? 1 : 0, `${text} (${code}): the claim that followed told its outcome`)
      if (code !== 'UNKNOWN_OUTCOME') assert.equal(found.length, 0, `${text} was refused with ${code}, yet it is stored`)
    }
  }
  const order = texts.filter((text) => text !== undefined).map((text) => Number(text.split(' ')[1]))
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
    'events stand in the order of their appends',
  )
}

function checkCommands(outcomes: ReadonlyMap<string, string | undefined>, texts: readonly (string | undefined)[]): void {
  const offsetsOf = offsetsByText(texts, 0)
  for (const [text, code] of outcomes) {
    const count = offsetsOf(text).length
    if (code === undefined) assert.equal(count, 1, `${text} was stored`)
    else if (code === 'UNKNOWN_OUTCOME') assert.ok(count <= 1, `${text} is stored ${count} times`)
    else assert.equal(count, 0, `${text} was refused with ${code}, yet it is stored`)
  }
}

export function faultTests(bench: Bench, { losesAnswers }: { losesAnswers: boolean }): void {
  /** Appends all the while `fault` happens, and a while after; then reads back what came of it. */
  async function appendThrough(fault: () => Promise<void>): Promise<EventOutcome[]> {
    const [events, commands] = [await bench.open(), await bench.open()]
    const key = sampleKey(events.partitionOf, partition)
    const eventsFrom = await endOf(events, 'events', partition)
    const commandsFrom = await endOf(commands, 'commands', partition)
    const stop = new AbortController()
    const running = Promise.all([appendEvents(events, key, stop.signal), sendCommands(commands, key, stop.signal)])
    try {
      const grown = async (log: Log, by: number, from: number) => (await endOf(log, 'events', partition)) >= from + by
      await eventually(() => grown(events, 20, eventsFrom), { what: 'appends before the fault' })
      await fault()
      const after = await bench.open()
      const end = await eventually(() => endOf(after, 'events', partition), { timeoutMs: 60_000 })
      await eventually(() => grown(after, 20, end), { timeoutMs: 60_000, what: 'appends after the fault' })
    } finally {
      stop.abort()
    }
    const [eventOutcomes, commandOutcomes] = await running
    const reader = await bench.open()
    // Behind this claim nothing of the owners before it can land any more.
    const settled = await claimEventually(reader, partition)
    checkEvents(eventOutcomes, textsOf(await readAll(reader, 'events', partition, eventsFrom)), eventsFrom)
    checkCommands(commandOutcomes, textsOf(await readAll(reader, 'commands', partition, commandsFrom)))
    settled.close()
    return eventOutcomes
  }

  test('a broker that restarts in mid-append loses nothing that was acknowledged and repeats nothing', async () => {
    await appendThrough(() => bench.harness().restartBroker())
  })

  // Between a process and its own file no answer can be lost.
  if (!losesAnswers) return

  test('after an unknown outcome, a new claim and a read tell the truth', async () => {
    const outcomes = await appendThrough(() => bench.harness().loseAnswers!(() => new Promise((resolve) => setTimeout(resolve, 500))))
    assert.ok(
      outcomes.some((outcome) => outcome.code !== undefined),
      'no append lost its answer: the fault was not injected',
    )
  })
}
