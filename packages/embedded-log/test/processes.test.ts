// Several processes on one file: what was acknowledged survives kill -9, fencing holds between processes, and their appends
// interleave without a hole.
import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog, StoredRecord } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleCommand, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import { openEmbeddedLog } from '../src/index.ts'
import { makeLogDirectory } from './log-directory.ts'

type Log = EventLog<SkeinCommand, SkeinEvent>

const program = fileURLToPath(new URL('appending-process.ts', import.meta.url))

interface Appender {
  readonly child: ChildProcessByStdio<null, Readable, null>
  readonly lines: string[]
  kill(): Promise<void>
}

function startAppender(t: TestContext, file: string, name: string): Appender {
  const child = spawn(process.execPath, [program, file, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'close')
  const lines: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const pieces = (rest + piece).split('\n')
    rest = pieces.pop()!
    lines.push(...pieces)
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  t.after(kill)
  return { child, lines, kill }
}

const open = (file: string): Promise<Log> => openEmbeddedLog({ file, partitionCount: 4, logger: silentLogger })

async function readAll(log: Log, topic: 'commands' | 'events'): Promise<StoredRecord<unknown>[]> {
  const { end } = (await log.bounds(topic, [0])).get(0)!
  const records: StoredRecord<unknown>[] = []
  const batches = topic === 'commands' ? log.read('commands', 0, 0, end) : log.read('events', 0, 0, end)
  for await (const batch of batches) records.push(...batch)
  assert.deepEqual(
    records.map((record) => record.offset),
    Array.from({ length: end }, (_, offset) => offset),
    'dense',
  )
  return records
}

const textAt = (record: StoredRecord<unknown> | undefined) => record && textOf(record.value as SkeinEvent)

test('everything acknowledged survives kill -9', async (t) => {
  using directory = makeLogDirectory()
  const acknowledged: string[] = []
  for (const name of ['first', 'second', 'third']) {
    const appender = startAppender(t, directory.file, name)
    await eventually(() => appender.lines.length >= 300, { timeoutMs: 90_000 })
    await appender.kill()
    acknowledged.push(...appender.lines)
  }
  const log = await open(directory.file)
  const events = await readAll(log, 'events')
  const commands = (await readAll(log, 'commands')).map(textAt)
  await log.close()
  const stored = new Set(commands)
  assert.equal(stored.size, commands.length, 'no command twice')
  for (const line of acknowledged) {
    const [kind, ...words] = line.split(' ')
    if (kind === 'event') assert.equal(textAt(events[Number(words[0])]), words.slice(1).join(' '), line)
    if (kind === 'command') assert.ok(stored.has(words.join(' ')), line)
  }
  assert.ok(acknowledged.length >= 900)
})

test('a claim fences the writer of another process', async (t) => {
  using directory = makeLogDirectory()
  const other = startAppender(t, directory.file, 'other')
  await eventually(() => other.lines.length >= 50, { timeoutMs: 90_000 })
  const log = await open(directory.file)
  const writer = await log.claim(0)
  const key = sampleKey(log.partitionOf, 0)
  await writer.append([{ key, value: sampleMessageSent('mine', writer.claim) }])
  await eventually(() => other.lines.includes('rejected FENCED'), { timeoutMs: 60_000 })
  const events = await readAll(log, 'events')
  assert.deepEqual(events.slice(writer.claim + 1).map(textAt), ['mine'])
  for (const line of other.lines.filter((each) => each.startsWith('event '))) {
    assert.ok(Number(line.split(' ')[1]) < writer.claim, `${line}, behind the claim ${writer.claim}`)
  }
  await log.close()
})

test('processes that append at once wait for each other, and a tail sees them all', async (t) => {
  using directory = makeLogDirectory()
  const log = await open(directory.file)
  const key = sampleKey(log.partitionOf, 0)
  const stop = new AbortController()
  const followed: StoredRecord<unknown>[] = []
  const following = (async () => {
    for await (const batch of log.tail('commands', 0, { from: 0, signal: stop.signal })) followed.push(...batch)
  })()
  const other = startAppender(t, directory.file, 'other')
  await eventually(() => other.lines.some((line) => line.startsWith('command')), { timeoutMs: 90_000 })
  for (let i = 0; i < 100; i++) await log.appendCommand(sampleCommand(key, `mine ${i}`, Date.now() + 10_000))
  await other.kill()
  const commands = await readAll(log, 'commands')
  await eventually(() => followed.length >= commands.length)
  stop.abort()
  await following
  assert.deepEqual(followed, commands)
  const mine = commands.map(textAt).filter((text) => text?.startsWith('mine'))
  assert.deepEqual(
    mine,
    Array.from({ length: 100 }, (_, i) => `mine ${i}`),
  )
  assert.ok(commands.length > 100)
  await log.close()
})
