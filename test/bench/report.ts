// The one object that every scenario makes, and the table of it.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Verdict } from '../load/ledger.ts'
import type { Arguments } from './arguments.ts'
import { burnerName } from './installation.ts'
import type { Percentiles } from './latencies.ts'
import type { MeasuredStep } from './measured-step.ts'
import type { Spent } from './process-usage.ts'
import type { RequestCounts } from './request-counts.ts'

export interface BenchResult extends Spent {
  readonly scenario: string
  readonly rate: number
  readonly seconds: number
  /** Intended within the measured time, and answered and delivered of these. */
  readonly sent: number
  readonly acked: number
  readonly delivered: number
  /** Over the whole run, warm-up included; so are the three below. */
  readonly lost: number
  readonly duplicated: number
  readonly gaps: number
  readonly misordered: number
  readonly leaked: number
  readonly refused: Readonly<Record<string, number>>
  /** From the gateway until the command stands in the log, and until its event does; left out where no log was read. */
  readonly commandMs?: Percentiles
  readonly eventMs?: Percentiles
  readonly ackMs: Percentiles
  readonly deliverMs: Percentiles
  /** Answers within the measured time, whenever their message was due, from its last write. */
  readonly answered: number
  readonly replyMs: Percentiles
  /** From the end of the measured time until the last answer that came more than a second late. */
  readonly lateForMs: number
  /** How late the generator itself was: part of both of the above. */
  readonly lateMs: Percentiles
  /** Two hops through the broker with the roles idle: the better of the probes before and after. */
  readonly floorMs: Percentiles | null
  /** Of the measured time, in which PostgreSQL was at that by itself. */
  readonly vacuumSeconds: number
  /** What was asked of the servers in the measured time, by name. */
  readonly requests: RequestCounts
  readonly [more: string]: unknown
}

const faultsOf = ({ lost, duplicated, gaps, misordered, leaked, refused }: Verdict) => ({
  lost,
  duplicated,
  gaps,
  misordered,
  leaked,
  refused,
})

/** Of one window, without a floor. */
export function resultOf(
  scenario: string,
  { result, spent, requests, vacuumSeconds }: Pick<MeasuredStep, 'result' | 'spent' | 'requests' | 'vacuumSeconds'>,
): BenchResult {
  const { rate, seconds, sent, acked, delivered, ackMs, deliverMs, answered, replyMs, lateForMs, lateMs, verdict } = result
  const counted = { scenario, rate, seconds, sent, acked, delivered, ...faultsOf(verdict) }
  return { ...counted, ackMs, deliverMs, answered, replyMs, lateForMs, lateMs, floorMs: null, ...spent, requests, vacuumSeconds }
}

/** How it was measured. */
export const setupOf = ({ layout, connections, gateways, processes, transport, burn }: Arguments) => ({
  ...{ layout, connections, processes, transport },
  ...(layout === 'roles' ? { gateways } : {}),
  ...(burn === undefined ? {} : { burn }),
})

/** Of all processes and the load itself, but not of others. */
export function cpuMsPerMessage({ cpuSeconds, acked }: Pick<BenchResult, 'cpuSeconds' | 'acked'>): number {
  const own = Object.entries(cpuSeconds).filter(([name]) => name !== burnerName)
  return own.reduce((sum, [, seconds]) => sum + seconds * 1000, 0) / acked
}

export const isClean = (result: Pick<Verdict, 'lost' | 'duplicated' | 'gaps' | 'misordered' | 'leaked'>): boolean =>
  result.lost + result.duplicated + result.gaps + result.misordered + result.leaked === 0

export function printResult(result: BenchResult): void {
  const ms = ({ p50, p99, p999, max }: Percentiles) => [p50, p99, p999, max].map((v) => v.toFixed(2).padStart(9)).join('')
  const line = (name: string, value: string | number) => console.log(`  ${name.padEnd(12)}${value}`)
  console.log(`\n${result.scenario}: ${result.rate}/s for ${result.seconds} s`)
  for (const name of ['sent', 'acked', 'delivered', 'lost', 'duplicated', 'gaps', 'misordered', 'leaked'] as const) line(name, result[name])
  line('refused', JSON.stringify(result.refused))
  console.log(`\n  ms        ${['p50', 'p99', 'p99.9', 'max'].map((v) => v.padStart(9)).join('')}`)
  if (result.commandMs && result.eventMs)
    console.log(
      `  command   ${ms(result.commandMs)}   from the gateway into the log\n  event     ${ms(result.eventMs)}   from the gateway, decided and stored`,
    )
  console.log(`  acked     ${ms(result.ackMs)}\n  delivered ${ms(result.deliverMs)}`)
  console.log(`  reply     ${ms(result.replyMs)}   from the last write\n  generator ${ms(result.lateMs)}   late by itself`)
  if (result.floorMs) {
    const ratio = (result.deliverMs.p50 / result.floorMs.p50).toFixed(1)
    console.log(`  floor     ${ms(result.floorMs)}   delivered p50 is ${ratio} times the floor's`)
  }
  if (result.burn !== undefined)
    console.log(`\n  after the others rested, answers came more than a second late for ${(result.lateForMs / 1000).toFixed(1)} s more`)
  printSpent(result)
}

function printSpent(result: BenchResult): void {
  const names = Object.keys(result.cpuSeconds)
  if (names.length === 0) return
  console.log(`\n  ${'process'.padEnd(12)}${'CPU s'.padStart(9)}${'% core'.padStart(9)}${'MB'.padStart(9)}`)
  for (const name of names) {
    const cpu = result.cpuSeconds[name]!
    const share = ((cpu / result.seconds) * 100).toFixed(0)
    const megabytes = ((result.rssBytes[name] ?? 0) / 1e6).toFixed(0)
    console.log(`  ${name.padEnd(12)}${cpu.toFixed(1).padStart(9)}${share.padStart(9)}${megabytes.padStart(9)}`)
  }
  const own = Object.values(result.cpuSeconds).reduce((a, b) => a + b, 0)
  const cores = availableParallelism()
  console.log(
    `\n  ${own.toFixed(1)} CPU s of ${(cores * result.seconds).toFixed(0)} on ${cores} cores; others used ${result.othersCpuSeconds.toFixed(1)}` +
      (result.acked > 0 ? `; ${cpuMsPerMessage(result).toFixed(2)} ms for a message, the load included` : ''),
  )
  if (result.vacuumSeconds > 0) console.log(`  PostgreSQL vacuumed and analyzed by itself for ${result.vacuumSeconds} s of it`)
  if (result.disturbed)
    console.log(`  DISTURBED: others used ${Math.round(result.othersShare * 100)}% of the machine meanwhile; latencies say little`)
}

export function writeJson(file: string | undefined, result: object): void {
  if (file) writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
}
