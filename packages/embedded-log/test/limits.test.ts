// What happens at each limit: the queue, the wait for another process, the size of the file, the age of commands.
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleCommand, sampleKey, sampleMessageSent } from '@skein/testing'
import type { EmbeddedLogLimits } from '../src/index.ts'
import { openEmbeddedLog } from '../src/index.ts'
import { makeLogDirectory, withLock } from './log-directory.ts'

const open = (file: string, limits: Partial<EmbeddedLogLimits> = {}) =>
  openEmbeddedLog({ file, partitionCount: 4, logger: silentLogger, limits })

const inTenSeconds = () => Date.now() + 10_000
const hasCode = (code: string) => (error: unknown) => error instanceof LogError && error.code === code

test('commands beyond the queue are UNAVAILABLE at once; those in it are stored', async () => {
  using directory = makeLogDirectory()
  const log = await open(directory.file, { commandQueueRecordsMax: 10 })
  const key = sampleKey(log.partitionOf, 0)
  const sent = await Promise.allSettled(Array.from({ length: 15 }, (_, i) => log.appendCommand(sampleCommand(key, `${i}`, inTenSeconds()))))
  assert.deepEqual(
    sent.map((outcome) => outcome.status),
    Array.from({ length: 15 }, (_, i) => (i < 10 ? 'fulfilled' : 'rejected')),
  )
  assert.ok(sent.slice(10).every((outcome) => outcome.status === 'rejected' && hasCode('UNAVAILABLE')(outcome.reason)))
  await log.appendCommand(sampleCommand(key, 'room again', inTenSeconds()))
  assert.equal((await log.bounds('commands', [0])).get(0)!.end, 11)
  await log.close()
})

test('the queue is bounded in bytes too', async () => {
  using directory = makeLogDirectory()
  const log = await open(directory.file, { commandQueueBytesMax: 50_000 })
  const key = sampleKey(log.partitionOf, 0)
  const sent = await Promise.allSettled([1, 2].map(() => log.appendCommand(sampleCommand(key, 'x'.repeat(30_000), inTenSeconds()))))
  assert.deepEqual(
    sent.map((outcome) => outcome.status),
    ['fulfilled', 'rejected'],
  )
  await log.close()
})

test('while another process writes, a command waits without blocking, until its deadline and no longer', async () => {
  using directory = makeLogDirectory()
  const log = await open(directory.file)
  const key = sampleKey(log.partitionOf, 0)
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  await withLock(directory.file, async () => {
    await assert.rejects(log.appendCommand(sampleCommand(key, 'late', Date.now() + 150)), hasCode('UNAVAILABLE'))
  })
  clearInterval(turning)
  assert.ok(turns > 10, `the process had ${turns} turns meanwhile`)
  const waiting = await withLock(directory.file, async () => {
    const stored = log.appendCommand(sampleCommand(key, 'in time', inTenSeconds()))
    await new Promise((resolve) => setTimeout(resolve, 30))
    return { stored }
  })
  await waiting.stored
  assert.equal((await log.bounds('commands', [0])).get(0)!.end, 1)
  await log.close()
})

test('a writer and a claim that wait too long for another process are UNAVAILABLE, and store nothing later', async () => {
  using directory = makeLogDirectory()
  const log = await open(directory.file, { busyWaitMs: 30 })
  const key = sampleKey(log.partitionOf, 0)
  const writer = await log.claim(0)
  await withLock(directory.file, async () => {
    await assert.rejects(writer.append([{ key, value: sampleMessageSent('a', writer.claim) }]), hasCode('UNAVAILABLE'))
    await assert.rejects(log.claim(0), hasCode('UNAVAILABLE'))
  })
  await assert.rejects(writer.append([{ key, value: sampleMessageSent('b', writer.claim) }]), 'the writer is spent')
  assert.equal((await log.claim(0)).claim, writer.claim + 1)
  await log.close()
})

// The end of the wait was a time of day: set back, the clock let appends wait behind another process for as long as the step.
test('a clock that is set back makes nobody wait longer', async (t) => {
  using directory = makeLogDirectory()
  const log = await open(directory.file, { busyWaitMs: 30 })
  const key = sampleKey(log.partitionOf, 0)
  const real = Date.now
  await withLock(directory.file, async () => {
    const command = assert.rejects(log.appendCommand(sampleCommand(key, 'late', Date.now() + 150)), hasCode('UNAVAILABLE'))
    const claim = assert.rejects(log.claim(0), hasCode('UNAVAILABLE'))
    t.mock.method(Date, 'now', () => real() - 3_600_000)
    await Promise.all([command, claim])
  })
  await log.close()
})

test('a file at its size limit takes no more appends, is still read, and takes them again when it may grow', async () => {
  using directory = makeLogDirectory()
  await (await open(directory.file)).close()
  const log = await open(directory.file, { fileBytesMax: statSync(directory.file).size + 200_000 })
  const key = sampleKey(log.partitionOf, 0)
  const writer = await log.claim(0)
  await log.probeAppends()
  let stored = 0
  await assert.rejects(async () => {
    for (; stored < 1_000; stored++) await writer.append([{ key, value: sampleMessageSent('x'.repeat(5_000), writer.claim) }])
  }, hasCode('UNAVAILABLE'))
  assert.ok(stored > 10 && stored < 1_000, `${stored} stored`)
  // A process on a full disk said that it was ready: it asked whether the log can be read.
  await assert.rejects(log.probeAppends(), hasCode('UNAVAILABLE'))
  assert.equal((await log.bounds('events', [0])).get(0)!.end, writer.claim + 1 + stored)
  await log.close()
  const larger = await open(directory.file, { fileBytesMax: 4_000_000 })
  await larger.probeAppends()
  assert.equal((await larger.claim(0)).claim, writer.claim + 1 + stored)
  await larger.close()
})

test('old commands are removed from the beginning, the last one never; their positions are OUT_OF_RANGE', async () => {
  using directory = makeLogDirectory()
  const keeping = await open(directory.file)
  const key = sampleKey(keeping.partitionOf, 0)
  for (let i = 0; i < 30; i++) await keeping.appendCommand(sampleCommand(key, `${i}`, inTenSeconds()))
  const writer = await keeping.claim(0)
  await writer.append([1, 2, 3].map(() => ({ key, value: sampleMessageSent('kept', writer.claim) })))
  await keeping.close()
  const log = await open(directory.file, { commandsKeptMs: -1, trimIntervalMs: 4, trimRecordsMax: 10 })
  const bounds = await eventually(async () => {
    const found = (await log.bounds('commands', [0])).get(0)!
    return found.start === 29 ? found : undefined
  })
  assert.deepEqual(bounds, { start: 29, end: 30 })
  await assert.rejects(async () => {
    for await (const _ of log.read('commands', 0, 28, 30)) assert.fail('it was removed')
  }, hasCode('OUT_OF_RANGE'))
  assert.deepEqual((await log.bounds('events', [0])).get(0), { start: 0, end: 4 })
  await log.close()
})

test('what is queued when the log closes is stored; what comes after is UNAVAILABLE', async () => {
  using directory = makeLogDirectory()
  const log = await open(directory.file)
  const key = sampleKey(log.partitionOf, 0)
  const stop = new AbortController()
  const tail = log.tail('commands', 0, { from: 0, signal: stop.signal })[Symbol.asyncIterator]()
  const waiting = tail.next()
  const queued = log.appendCommand(sampleCommand(key, 'queued', inTenSeconds()))
  await log.close()
  await queued
  assert.equal((await waiting).done, true)
  await assert.rejects(log.appendCommand(sampleCommand(key, 'late', inTenSeconds())), hasCode('UNAVAILABLE'))
  await assert.rejects(log.claim(0), hasCode('UNAVAILABLE'))
  await log.close()
  const again = await open(directory.file)
  assert.equal((await again.bounds('commands', [0])).get(0)!.end, 1)
  await again.close()
})
