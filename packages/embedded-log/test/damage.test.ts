// A file whose bytes are not those that were written, as a disk that ages or a copy that broke off leaves it: whatever the damage, what is
// read is what was written, or CORRUPT, for good and not for now.
import assert from 'node:assert/strict'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import { openEmbeddedLog } from '../src/index.ts'
import { makeLogDirectory } from './log-directory.ts'

const pageBytes = 4096
const count = 400
const textAt = (i: number) => (i === 200 ? 'PAY 100 TO BOB' : `m${i} ${'x'.repeat(200)}`)

const open = (file: string) => openEmbeddedLog({ file, partitionCount: 1, logger: silentLogger })

async function writeLog(file: string): Promise<void> {
  const log = await open(file)
  const writer = await log.claim(0)
  const key = sampleKey(log.partitionOf, 0)
  await writer.append(Array.from({ length: count }, (_, i) => ({ key, value: sampleMessageSent(textAt(i), writer.claim) })))
  await log.close()
}

/** Reads to the end, or to what stops it: every text must be the one that was written. */
async function read(file: string): Promise<{ readonly texts: number; readonly error: unknown }> {
  let texts = 0
  let log: Awaited<ReturnType<typeof open>> | undefined
  try {
    log = await open(file)
    const { end } = (await log.bounds('events', [0])).get(0)!
    for await (const batch of log.read('events', 0, 1, end))
      for (const { value } of batch) assert.equal(textOf(value as never), textAt(texts++))
    return { texts, error: undefined }
  } catch (error) {
    return { texts, error }
  } finally {
    await log?.close()
  }
}

function assertCorrupt(error: unknown): void {
  assert.ok(error instanceof LogError, String(error))
  assert.deepEqual([error.code, error.retriable], ['CORRUPT', false], error.message)
}

test('one bit of a body, a part that is all zeros, a half that is gone: CORRUPT, after what stands before', async () => {
  using directory = makeLogDirectory()
  const { file } = directory
  await writeLog(file)
  assert.deepEqual(await read(file), { texts: count, error: undefined })
  const whole = readFileSync(file)
  const damage = async (change: () => void) => {
    for (const side of ['-wal', '-shm']) rmSync(file + side, { force: true })
    writeFileSync(file, whole)
    change()
    return read(file)
  }

  const bit = await damage(() => {
    const bytes = Buffer.from(whole)
    bytes[bytes.indexOf('PAY 100 TO BOB') + 4]! ^= 0x08
    writeFileSync(file, bytes)
  })
  assertCorrupt(bit.error)
  assert.equal(bit.texts, 200)

  // Where events stand: what else the file holds need not be read.
  const page = Math.floor(whole.indexOf(textAt(300)) / pageBytes)
  const zeros = await damage(() => writeFileSync(file, Buffer.from(whole).fill(0, page * pageBytes, (page + 4) * pageBytes)))
  assertCorrupt(zeros.error)
  assertCorrupt((await damage(() => truncateSync(file, page * pageBytes))).error)
})
