// Fan-out: messages into groups all of whose members are connected. Of groups of hundreds a stream of them, told as the latency of a delivery and as
// deliveries per CPU second of the gateways; of thousands at one gateway single messages, told as how long the last member waits. With a load
// of pairs beneath, that is measured alone, then beside the fan-out, which is measured alone in between.
import type { Arguments } from './arguments.ts'
import { streamMembersMax } from './arguments.ts'
import { warmUpBroker } from './floor.ts'
import { connectedGenerator, type Generator } from './generator.ts'
import { connectedGroups, type GroupGenerator } from './group-generator.ts'
import type { GroupStepResult } from './group-load.ts'
import { makeGroups, placeOf } from './group-places.ts'
import { appId, endsOf, gatewayAddresses, type Installation, messageBytes, pidsByName, startInstallation } from './installation.ts'
import type { Percentiles } from './latencies.ts'
import { requireFiles } from './open-files.ts'
import type { StepResult } from './paired-load.ts'
import { readUsage, type Spent, spentBetween, type Usage } from './process-usage.ts'
import { type StepCosts, summariseProfiles } from './profile.ts'
import { leastDisturbed } from './quiet-window.ts'
import { isClean, setupOf } from './report.ts'

/** People of the load beneath. */
const beneathPeople = 100
const againWarmupMs = 5_000
const [graceMs, settleMs] = [5_000, 10_000]

/** What was asked for; of each a line says whether it was met. */
export const fanoutMarks = { deliverP99Ms: 100, deliveriesPerCpuSecond: 60_000, toLastMs: 250, beneathTimes: 2 } as const

export interface FanoutWindow {
  readonly fanout: GroupStepResult | null
  readonly beneath: StepResult | null
  readonly spent: Spent
  /** Of all gateways together. */
  readonly gatewayCpuSeconds: number
  /** 0 without a fan-out. */
  readonly deliveriesPerCpuSecond: number
  /** Milliseconds of the monotonic clock. */
  readonly from: number
  readonly to: number
}

export interface FanoutResult {
  readonly scenario: 'fanout'
  readonly members: number
  readonly groups: number
  readonly rate: number
  readonly seconds: number
  readonly beneathRate: number
  readonly alone: FanoutWindow
  /** Null where nothing was asked for beneath. */
  readonly beneathAlone: FanoutWindow | null
  readonly beside: FanoutWindow | null
  readonly [more: string]: unknown
}

export async function benchFanout(args: Arguments, progress: (line: string) => void): Promise<FanoutResult> {
  const { members, beneath } = args
  const groups = Math.floor(args.connections / members)
  requireFiles(args.connections + beneathPeople)
  const people = groups * members
  const installation = await startInstallation(args, { people: people + (beneath > 0 ? beneathPeople : 0), progress })
  let generator: Generator | undefined
  let load: GroupGenerator | undefined
  try {
    const { cluster } = installation
    const places = Array.from({ length: groups }, (_, g) => Array.from({ length: members }, (_, i) => g * members + i))
    const userIds = installation.people.map(({ userId }) => userId)
    const ids = await makeGroups(
      installation,
      places.map((ends) => ends.map((i) => userIds[i]!)),
      progress,
    )
    progress('warming up the broker')
    await warmUpBroker(cluster)
    progress(`connecting ${people} members of ${groups} groups`)
    const ends = endsOf(installation.people, gatewayAddresses(cluster), args.transport)
    load = await connectedGroups(
      ends.slice(0, people),
      places.map((group, g) => placeOf(ids[g]!, group)),
      messageBytes,
    )
    if (beneath > 0) generator = await connectedGenerator(ends.slice(people), messageBytes)
    const measuring = measureOn(args, { cluster, load, generator: generator ?? null, conversationIds: ids })
    const measure = (what: Wanted) => leastDisturbed((first) => measuring(what, first ? args.warmupMs : againWarmupMs), progress)
    if (generator) progress(`${beneath}/s of pairs alone`)
    const beneathAlone = generator ? await measure({ fanout: false, beneath: true }) : null
    progress(`${args.rate}/s into groups of ${members}`)
    const alone = await measure({ fanout: true, beneath: false })
    if (generator) progress('both')
    const beside = generator ? await measure({ fanout: true, beneath: true }) : null
    const profile = await profiled(installation, alone)
    const asked = { members, groups, rate: args.rate, seconds: args.durationMs / 1_000, beneathRate: beneath }
    return { scenario: 'fanout', ...asked, alone, beneathAlone, beside, ...profile, appId, ...setupOf(args) }
  } finally {
    generator?.close()
    load?.close()
    await installation.close()
  }
}

/** Of the fan-out alone; ends the roles. */
async function profiled(
  { cluster, profileDir }: Pick<Installation, 'cluster' | 'profileDir'>,
  { from, to, spent, fanout }: FanoutWindow,
): Promise<{ readonly stepMicros?: StepCosts }> {
  return profileDir ? summariseProfiles(cluster, profileDir, { from, to, spent, result: { acked: fanout!.acked } }) : {}
}

interface Wanted {
  readonly fanout: boolean
  readonly beneath: boolean
}

interface Loads {
  readonly cluster: Parameters<typeof pidsByName>[0] & { of(role: 'gateway'): readonly { readonly name: string }[] }
  readonly load: GroupGenerator
  readonly generator: Generator | null
  readonly conversationIds: readonly string[]
}

function measureOn({ rate, durationMs, beneath }: Arguments, { cluster, load, generator, conversationIds }: Loads) {
  const gatewayNames = new Set(cluster.of('gateway').map(({ name }) => name))
  const pids = () => ({ ...pidsByName(cluster), 'load of groups': [load.pid], ...(generator ? { 'load of pairs': [generator.pid] } : {}) })
  return async (wanted: Wanted, warmupMs: number): Promise<FanoutWindow> => {
    const readings: Record<string, Usage> = {}
    const at: Record<string, number> = {}
    // Both begin and end together; where there is a fan-out its own times count.
    const phase = (name: string) => {
      readings[name] = readUsage(pids())
      at[name] = Number(process.hrtime.bigint()) / 1e6
    }
    const step = { warmupMs, durationMs, settleMs }
    const [fanout, pairs] = await Promise.all([
      wanted.fanout ? load.run({ ...step, rate, conversationIds }, phase) : null,
      wanted.beneath ? generator!.run({ ...step, rate: beneath, graceMs }, wanted.fanout ? undefined : phase) : null,
    ])
    const spent = spentBetween(readings.measuring!, readings.measured!)
    const gatewayCpuSeconds = Object.entries(spent.cpuSeconds).reduce((sum, [name, cpu]) => sum + (gatewayNames.has(name) ? cpu : 0), 0)
    const deliveriesPerCpuSecond = fanout ? Math.round(fanout.deliveries / gatewayCpuSeconds) : 0
    return { fanout, beneath: pairs, spent, gatewayCpuSeconds, deliveriesPerCpuSecond, from: at.measuring!, to: at.measured! }
  }
}

export function isFanoutClean({ alone, beneathAlone, beside }: FanoutResult): boolean {
  return [alone, beneathAlone, beside].every((window) => {
    const groups = window?.fanout
    const pairs = window?.beneath
    return (!groups || groups.lost + groups.gaps + groups.repeated + groups.leaked === 0) && (!pairs || isClean(pairs.verdict))
  })
}

export function printFanout(result: FanoutResult): void {
  const { members, groups, rate, seconds, beneathRate } = result
  console.log(`\nfanout: ${rate}/s into ${groups} group${groups === 1 ? '' : 's'} of ${members} connected members, ${seconds} s`)
  const heads = ['p50', 'p99', 'p99.9', 'max'].map((name) => name.padStart(9)).join('')
  console.log(`  ${'ms'.padEnd(34)}${heads}`)
  const row = (name: string, { p50, p99, p999, max }: Percentiles) =>
    console.log(`  ${name.padEnd(34)}${[p50, p99, p999, max].map((ms) => ms.toFixed(2).padStart(9)).join('')}`)
  for (const [name, window] of [['alone', result.alone] as const, [`beside ${beneathRate}/s of pairs`, result.beside] as const]) {
    if (!window?.fanout) continue
    row(`delivered, ${name}`, window.fanout.deliverMs)
    row('  to the last of the members', window.fanout.toLastMs)
    row('  acked', window.fanout.ackMs)
    row('  load late by itself', window.fanout.lateMs)
  }
  if (result.beneathAlone) row('pairs delivered, alone', result.beneathAlone.beneath!.deliverMs)
  if (result.beside) row('pairs delivered, beside', result.beside.beneath!.deliverMs)
  for (const window of [result.alone, result.beside]) if (window) printWindow(window)
  for (const line of marksOf(result)) console.log(`  ${line}`)
}

function printWindow({ fanout, spent, gatewayCpuSeconds, deliveriesPerCpuSecond }: FanoutWindow): void {
  const { sent, acked, deliveries, lost, gaps, repeated, leaked, refused, examples } = fanout!
  console.log(
    `\n  sent ${sent}, acked ${acked}, ${deliveries} deliveries: lost ${lost}, gaps ${gaps}, repeated ${repeated}, leaked ${leaked}`,
  )
  if (Object.keys(refused).length > 0) console.log(`  refused ${JSON.stringify(refused)}`)
  for (const example of examples) console.log(`  ${example}`)
  const cpu = Object.entries(spent.cpuSeconds).map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`)
  console.log(`  CPU s: ${cpu.join(', ')}; others ${spent.othersCpuSeconds.toFixed(1)}`)
  console.log(`  gateways ${gatewayCpuSeconds.toFixed(2)} CPU s: ${deliveriesPerCpuSecond} deliveries a CPU second`)
  if (spent.disturbed)
    console.log(`  DISTURBED: others used ${Math.round(spent.othersShare * 100)}% of the machine meanwhile; latencies say little`)
}

/** What was asked for, with what it came to. */
export function marksOf({ members, alone, beneathAlone, beside }: FanoutResult): string[] {
  const { deliverMs, toLastMs } = alone.fanout!
  const line = (met: boolean, text: string) => `${met ? 'met' : 'MISSED'}: ${text}`
  const lines: string[] = []
  if (members > streamMembersMax)
    lines.push(line(toLastMs.max <= fanoutMarks.toLastMs, `the last member within ${fanoutMarks.toLastMs} ms: ${toLastMs.max} ms at most`))
  else {
    const { deliverP99Ms, deliveriesPerCpuSecond } = fanoutMarks
    const done = alone.deliveriesPerCpuSecond
    lines.push(line(deliverMs.p99 <= deliverP99Ms, `p99 of delivery at most ${deliverP99Ms} ms: ${deliverMs.p99} ms`))
    lines.push(line(done >= deliveriesPerCpuSecond, `at least ${deliveriesPerCpuSecond} deliveries a gateway CPU second: ${done}`))
  }
  if (!beneathAlone || !beside) return lines
  const [before, after] = [beneathAlone.beneath!.deliverMs.p99, beside.beneath!.deliverMs.p99]
  const times = after / before
  return [...lines, line(times <= fanoutMarks.beneathTimes, `p99 of pairs not doubled: ${before} ms alone, ${after} ms beside`)]
}
