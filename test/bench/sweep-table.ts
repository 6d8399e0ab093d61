// The tables of a sweep: what each rate was served with, and what a message cost there, by process and by what was asked of the servers.
import { type BenchResult, cpuMsPerMessage } from './report.ts'

/** A rate and what it was served with. */
export interface SweptRate extends BenchResult {
  /** In its windows alone. */
  readonly refusedHere: number
  readonly settled: boolean
}

export interface SweepResult {
  readonly scenario: 'sweep'
  readonly rates: readonly SweptRate[]
  readonly [more: string]: unknown
}

/** Of what is asked less often for a message, in all rates, no row is printed. */
const shownPerMessage = 0.005

const heads = [
  'rate/s',
  'acked %',
  'p50 ms',
  'p99 ms',
  'floor p50',
  'x floor',
  'floor p99',
  'CPU ms/msg',
  'refused',
  'vacuum s',
  'others %',
]
const widths = heads.map((head) => Math.max(9, head.length + 2))
export const headLine = heads.map((head, i) => head.padStart(widths[i]!)).join('')

export function sweptLine(swept: SweptRate): string {
  const { rate, sent, acked, deliverMs, floorMs: floorHere, refusedHere, vacuumSeconds, othersShare, disturbed } = swept
  const cells = [
    String(rate),
    ((acked / sent) * 100).toFixed(1),
    deliverMs.p50.toFixed(1),
    deliverMs.p99.toFixed(1),
    floorHere!.p50.toFixed(1),
    (deliverMs.p50 / floorHere!.p50).toFixed(1),
    floorHere!.p99.toFixed(1),
    cpuMsPerMessage(swept).toFixed(2),
    String(refusedHere),
    String(vacuumSeconds),
    (othersShare * 100).toFixed(0),
  ]
  return `${cells.map((cell, i) => cell.padStart(widths[i]!)).join('')}${disturbed ? '  DISTURBED' : ''}`
}

export function printSweep(result: SweepResult): void {
  const { rates } = result
  const { lost, duplicated, gaps, misordered, leaked } = rates.at(-1)!
  console.log(`\nsweep, layout ${result.layout}; delivered, from the intended time of sending`)
  console.log(headLine)
  for (const swept of rates) console.log(sweptLine(swept))
  for (const line of costLines(rates)) console.log(line)
  console.log(`\nover all of it: ${JSON.stringify({ lost, duplicated, gaps, misordered, leaked })}`)
}

type Costs = Pick<SweptRate, 'rate' | 'acked' | 'cpuSeconds' | 'wakeUps' | 'requests'>

/** What an acknowledged message cost, a column for each rate. */
export function costLines(rates: readonly Costs[]): string[] {
  const ms = rates.map(({ acked, cpuSeconds }) => perMessage(cpuSeconds, acked / 1000))
  const wakeUps = rates.map(({ acked, wakeUps: woken }) => perMessage(woken, acked))
  const requests = rates.map(({ acked, requests: asked }) => perMessage(asked, acked))
  return [
    ...rowsOf('CPU ms per message', rates, ms, 3),
    ...rowsOf('wake-ups per message', rates, wakeUps, 3),
    ...rowsOf('requests per message', rates, requests, 3),
  ]
}

type Amounts = Readonly<Record<string, number>>

const perMessage = (amounts: Amounts, messages: number): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount / messages]))

function rowsOf(title: string, rates: readonly Costs[], columns: readonly Amounts[], digits: number): string[] {
  const names = [...new Set(columns.flatMap((column) => Object.keys(column)))]
  const shown = names.filter((name) => columns.some((column) => (column[name] ?? 0) >= shownPerMessage))
  if (shown.length === 0) return []
  const width = Math.max(...shown.map((name) => name.length), title.length) + 1
  const row = (name: string, cells: readonly string[]) => `${name.padEnd(width)}${cells.map((cell) => cell.padStart(9)).join('')}`
  const head = row(
    title,
    rates.map(({ rate }) => `${rate}/s`),
  )
  const cellsOf = (name: string) => columns.map((column) => (name in column ? column[name]!.toFixed(digits) : '-'))
  return ['', head, ...shown.map((name) => row(name, cellsOf(name)))]
}
