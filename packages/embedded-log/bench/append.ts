// How fast the embedded log stores, and what its synchronous commits cost the process they run in: records per second, the
// time to an acknowledgement and the delay of the event loop, at an open-loop rate or as fast as a window allows.
// Usage: node packages/embedded-log/bench/append.ts [seconds per row]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { silentLogger } from '@skein/telemetry'
import { sampleCommand, sampleKey, sampleMessageSent } from '@skein/testing'
import { build } from 'hdr-histogram-js'
import { openEmbeddedLog } from '../src/index.ts'

const seconds = Number(process.argv[2] ?? 4)
const partitionCount = 16
const text = 'x'.repeat(200)

type Log = Awaited<ReturnType<typeof openEmbeddedLog>>
/** Starts one append; resolves when it is acknowledged to the records it stored. */
type Append = (i: number) => Promise<number>

interface Row {
  readonly what: string
  /** Records per second asked for; 0 for as fast as the window allows. */
  readonly rate: number
  readonly window: number
  makeAppend(log: Log): Promise<Append>
}

const commands = async (log: Log): Promise<Append> => {
  const keys = Array.from({ length: 64 }, (_, i) => sampleKey(log.partitionOf, i % partitionCount))
  const commandsOfKeys = keys.map((key) => sampleCommand(key, text, Number.MAX_SAFE_INTEGER))
  return async (i) => {
    await log.appendCommand(commandsOfKeys[i % keys.length]!)
    return 1
  }
}

const events =
  (batch: number) =>
  async (log: Log): Promise<Append> => {
    const writers = await Promise.all(Array.from({ length: partitionCount }, (_, partition) => log.claim(partition)))
    return async (i) => {
      const writer = writers[i % partitionCount]!
      await writer.append(Array.from({ length: batch }, () => ({ key: 'app/d:ann:bob', value: sampleMessageSent(text, writer.claim) })))
      return batch
    }
  }

const rows: readonly Row[] = [
  { what: 'commands', rate: 100, window: 10_000, makeAppend: commands },
  { what: 'commands', rate: 2_000, window: 10_000, makeAppend: commands },
  { what: 'commands', rate: 10_000, window: 10_000, makeAppend: commands },
  { what: 'commands', rate: 0, window: 100, makeAppend: commands },
  { what: 'commands', rate: 0, window: 1_000, makeAppend: commands },
  { what: 'events by 1', rate: 0, window: 16, makeAppend: events(1) },
  { what: 'events by 50', rate: 0, window: 16, makeAppend: events(50) },
]

async function measure(row: Row): Promise<object> {
  const directory = mkdtempSync(join(tmpdir(), 'skein-log-bench-'))
  const log = await openEmbeddedLog({ file: join(directory, 'log.sqlite'), partitionCount, logger: silentLogger })
  const append = await row.makeAppend(log)
  const ack = build({ lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: 3 })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const cpu = process.cpuUsage()
  delay.enable()
  const startedAt = performance.now()
  const records = await (row.rate > 0 ? openLoop(row, append, ack) : closedLoop(row, append, ack))
  const elapsedMs = performance.now() - startedAt
  delay.disable()
  const { user, system } = process.cpuUsage(cpu)
  await log.close()
  rmSync(directory, { recursive: true })
  const ms = (microseconds: number) => Number((microseconds / 1_000).toFixed(2))
  return {
    what: row.what,
    rate: row.rate || `window ${row.window}`,
    'records/s': Math.round((records / elapsedMs) * 1_000),
    'ack p50 ms': ms(ack.getValueAtPercentile(50)),
    'ack p99 ms': ms(ack.getValueAtPercentile(99)),
    // The histogram counts its own 1 ms timer in.
    'loop delay p50 ms': ms(delay.percentile(50) / 1_000),
    'loop delay p99 ms': ms(delay.percentile(99) / 1_000),
    'loop delay max ms': ms(delay.max / 1_000),
    'cpu %': Math.round((user + system) / elapsedMs / 10),
  }
}

type Histogram = ReturnType<typeof build>

/** Every append is due at its own moment; time is counted from there, so that a stall is not hidden. */
async function openLoop(row: Row, append: Append, ack: Histogram): Promise<number> {
  const startedAt = performance.now()
  const total = row.rate * seconds
  const all: Promise<void>[] = []
  let records = 0
  for (let next = 0; next < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * row.rate) + 1)
    for (; next < due; next++) {
      const dueAt = startedAt + (next / row.rate) * 1_000
      all.push(
        append(next).then((stored) => {
          records += stored
          ack.recordValue(Math.round((performance.now() - dueAt) * 1_000))
        }),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(all)
  return records
}

async function closedLoop(row: Row, append: Append, ack: Histogram): Promise<number> {
  const endAt = performance.now() + seconds * 1_000
  let records = 0
  let next = 0
  const one = async () => {
    while (performance.now() < endAt) {
      const sentAt = performance.now()
      const stored = await append(next++)
      records += stored
      ack.recordValue(Math.round((performance.now() - sentAt) * 1_000))
    }
  }
  await Promise.all(Array.from({ length: row.window }, one))
  return records
}

const results: object[] = []
for (const row of rows) results.push(await measure(row))
console.table(results)
