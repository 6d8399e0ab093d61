// The views of an embedded server are made in a thread of their own, which reads the log on a handle beside the one that writes it. A second
// handle that wrote as well, positions once a second and the removal of old commands, had the first wait for it.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleCommand, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import { openEmbeddedLog, openEmbeddedLogReader } from '../src/index.ts'
import { makeLogDirectory, withLock } from './log-directory.ts'

const partitionCount = 4
const hasCode = (code: string) => (error: unknown) => error instanceof LogError && error.code === code

test('whoever reads beside the writer is told all that was appended, in order, while the file is locked too', async () => {
  using directory = makeLogDirectory()
  const log = await openEmbeddedLog({ file: directory.file, partitionCount, logger: silentLogger })
  const reader = await openEmbeddedLogReader({ file: directory.file, partitionCount })
  const key = sampleKey(log.partitionOf, 0)
  const writer = await log.claim(0)
  const append = (text: string) => writer.append([{ key, value: sampleMessageSent(text, writer.claim) }])
  await append('before')
  const stop = new AbortController()
  const followed: string[] = []
  const following = (async () => {
    for await (const batch of reader.tail('events', 0, { from: writer.claim + 1, signal: stop.signal }))
      followed.push(...batch.map(({ value }) => textOf(value as SkeinEvent)!))
  })()
  const texts = Array.from({ length: 200 }, (_, i) => `message ${i}`)
  for (const text of texts) await append(text)
  await withLock(directory.file, () => eventually(() => followed.length === texts.length + 1))
  assert.deepEqual(followed, ['before', ...texts])
  assert.deepEqual(await reader.bounds('events', [0, 1]), await log.bounds('events', [0, 1]))
  await reader.close()
  await following
  await append('after the reader has gone')
  await log.close()
})

test('it writes nothing: no position of a group, and no old command is removed', async () => {
  using directory = makeLogDirectory()
  const log = await openEmbeddedLog({ file: directory.file, partitionCount, logger: silentLogger })
  const key = sampleKey(log.partitionOf, 0)
  for (let i = 0; i < 3; i++) await log.appendCommand(sampleCommand(key, `${i}`, Date.now() + 10_000))
  const reader = await openEmbeddedLogReader({
    file: directory.file,
    partitionCount,
    limits: { commandsKeptMs: -1, trimIntervalMs: 4, otherWriterPollMs: 1 },
  })
  const assigned: number[] = []
  const none = { revoked: async () => {}, lost: () => {} }
  const membership = await reader.join('readers', 'events', { ...none, assigned: (partition) => assigned.push(partition) })
  await eventually(() => assigned.length === partitionCount)
  membership.commit('events', 0, { nextOffset: 7, record: 'claim' })
  // Whoever wrote would have to wait, and say so.
  await withLock(directory.file, () => membership.leave())
  assert.deepEqual((await log.bounds('commands', [0])).get(0), { start: 0, end: 3 })
  assert.equal((await log.committed('readers', 'events', [0])).size, 0)
  await reader.close()
  await assert.rejects(reader.bounds('events', [0]), hasCode('UNAVAILABLE'))
  await log.close()
})

test('a file that is not there, or is another log than it was told, is MISCONFIGURED, and none is made', async () => {
  using directory = makeLogDirectory()
  const open = (count: number) => openEmbeddedLogReader({ file: directory.file, partitionCount: count })
  await assert.rejects(open(partitionCount), hasCode('MISCONFIGURED'))
  assert.equal(existsSync(directory.file), false)
  const log = await openEmbeddedLog({ file: directory.file, partitionCount, logger: silentLogger })
  await assert.rejects(open(partitionCount + 1), hasCode('MISCONFIGURED'))
  await log.close()
})
