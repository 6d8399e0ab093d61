// What a message costs by the size of its group: in a direct conversation, a group of 500 and one of as many as asked for, all with as many people
// connected. Windows of each in turn, five times: a machine that slows down slows all of them. What processor and projector spend for a message is
// compared within each round, and the median of the rounds is told; then records and rows written for a message of each. At last hundreds a second join.
import type { Arguments } from './arguments.ts'
import { warmUpBroker } from './floor.ts'
import { connectedGroups, type GroupGenerator } from './group-generator.ts'
import type { GroupPlace, GroupStepResult } from './group-load.ts'
import { makeGroups } from './group-places.ts'
import { endsOf, gatewayAddresses, type Installation, messageBytes, pidsByName, startInstallation } from './installation.ts'
import { areJoinsClean, type JoinsResult, measureJoins, printJoins } from './joins.ts'
import { requireFiles } from './open-files.ts'
import { readUsage, type Spent, spentBetween, type Usage } from './process-usage.ts'
import { setupOf } from './report.ts'
import { type Written, writtenBy } from './written.ts'

const middleMembers = 500
const rounds = 5
const [againWarmupMs, settleMs] = [3_000, 10_000]
/** Of a direct message, in the median of the rounds. */
export const costTimesMax = 1.25
/** Who decides and who projects: what each spends for a message is compared. */
export const comparedRoles = ['processor', 'projector'] as const
type ComparedRole = (typeof comparedRoles)[number]

export interface SizedWindow {
  readonly members: number
  /** Of CPU, by role. */
  readonly msPerMessage: Readonly<Record<string, number>>
  readonly result: GroupStepResult
  readonly spent: Spent
}

export interface LargeGroupResult {
  readonly scenario: 'large-group'
  /** 2 is a direct conversation. */
  readonly sizes: readonly number[]
  readonly online: number
  readonly rate: number
  readonly rounds: readonly (readonly SizedWindow[])[]
  /** Of a message, by size. */
  readonly written: readonly (Written & { readonly members: number })[]
  readonly joins: JoinsResult
  readonly [more: string]: unknown
}

export async function benchLargeGroup(args: Arguments, progress: (line: string) => void): Promise<LargeGroupResult> {
  const { members, rate, durationMs, warmupMs } = args
  const online = Math.min(args.connections, members)
  requireFiles(online)
  const sizes = [...new Set([2, Math.min(middleMembers, members), members])].sort((a, b) => a - b)
  const installation = await startInstallation(args, { people: online, progress })
  let load: GroupGenerator | undefined
  try {
    const places = await settle(installation, sizes, { online, progress })
    progress('warming up the broker')
    await warmUpBroker(installation.cluster)
    progress(`connecting ${online} people`)
    const ends = endsOf(installation.people, gatewayAddresses(installation.cluster), args.transport)
    load = await connectedGroups(ends, places, messageBytes)
    const windows = await measureRounds(installation, load, { args, sizes, places, progress })
    const written: (Written & { members: number })[] = []
    for (const [i, { conversationId }] of places.entries()) {
      progress(`counting what is written, ${sizes[i]} members`)
      const step = { rate, durationMs, warmupMs: 0, settleMs, conversationIds: [conversationId] }
      const { result, ...counted } = await writtenBy(installation.cluster, () => load!.run(step))
      written.push({ members: sizes[i]!, ...perMessage(counted, result.sent) })
    }
    load.close()
    const joins = await measureJoins(installation, args, progress)
    const asked = { members, sizes, online, rate, seconds: durationMs / 1_000, warmupSeconds: warmupMs / 1_000 }
    return { scenario: 'large-group', ...asked, rounds: windows, written, joins, ...setupOf(args) }
  } finally {
    load?.close()
    await installation.close()
  }
}

/** A conversation of each size. One of its members writes, who writes in no other; all others of those who are connected read. */
async function settle(
  installation: Installation,
  sizes: readonly number[],
  { online, progress }: { readonly online: number; readonly progress: (line: string) => void },
): Promise<GroupPlace[]> {
  const largest = sizes.at(-1)!
  const known = installation.people.map(({ userId }) => userId)
  progress(`registering ${largest - online} people who are away`)
  if (largest > online) await installation.makePeople(largest - online, 'away', 0)
  const all = [...known, ...Array.from({ length: largest - online }, (_, i) => `away-${i}`)]
  const groups = sizes.filter((size) => size > 2)
  // The writer of each comes first: it owns the group.
  const first = (i: number) => [all[i]!, ...all.filter((_, at) => at !== i)]
  const ids = await makeGroups(
    installation,
    groups.map((size, i) => first(i + 1).slice(0, size)),
    progress,
  )
  const direct: GroupPlace = { conversationId: `d:${[known[0]!, known.at(-1)!].sort().join(':')}`, writers: [0], readers: [online - 1] }
  const readersOf = (size: number) => known.map((_, i) => i).slice(groups.length + 1, size)
  return [direct, ...groups.map((size, i): GroupPlace => ({ conversationId: ids[i]!, writers: [i + 1], readers: readersOf(size) }))]
}

interface Windows {
  readonly args: Arguments
  readonly sizes: readonly number[]
  readonly places: readonly GroupPlace[]
  readonly progress: (line: string) => void
}

async function measureRounds({ cluster }: Installation, load: GroupGenerator, windows: Windows): Promise<SizedWindow[][]> {
  const { args, sizes, places, progress } = windows
  const pids = () => ({ ...pidsByName(cluster), load: [load.pid] })
  const nameOf = (role: ComparedRole) => cluster.of(role)[0]!.name
  const measured: SizedWindow[][] = []
  for (let round = 0; round < rounds; round++) {
    const inTurn: SizedWindow[] = []
    for (const [i, { conversationId }] of places.entries()) {
      const readings: Record<string, Usage> = {}
      const warmupMs = round === 0 ? args.warmupMs / places.length : againWarmupMs
      const step = { rate: args.rate, durationMs: args.durationMs, warmupMs, settleMs, conversationIds: [conversationId] }
      const result = await load.run(step, (phase) => {
        readings[phase] = readUsage(pids())
      })
      const spent = spentBetween(readings.measuring!, readings.measured!)
      const cost = (role: ComparedRole) => round3((spent.cpuSeconds[nameOf(role)]! * 1_000) / result.sent)
      const msPerMessage = Object.fromEntries(comparedRoles.map((role) => [role, cost(role)]))
      inTurn.push({ members: sizes[i]!, msPerMessage, result, spent })
    }
    progress(
      `round ${round + 1} of ${rounds}: ${inTurn.map(({ members, msPerMessage }) => `${members}: ${JSON.stringify(msPerMessage)}`).join(', ')}`,
    )
    measured.push(inTurn)
  }
  return measured
}

const perMessage = ({ commands, events, rows, redisCommands }: Written, messages: number): Written => ({
  commands: round3(commands / messages),
  events: round3(events / messages),
  rows: round3(rows / messages),
  redisCommands: round3(redisCommands / messages),
})

const round3 = (n: number) => Math.round(n * 1_000) / 1_000

/** How often as much as a direct message of the same round a message of that size costs a role: the median of the rounds. */
export function costTimes(result: Pick<LargeGroupResult, 'rounds'>, role: string, members: number): number {
  const times = result.rounds.map((round) => {
    const [direct, sized] = [round[0]!, round.find((window) => window.members === members)!]
    return sized.msPerMessage[role]! / direct.msPerMessage[role]!
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** Written for a message: of no size more than of another, but that some rows are written once for messages that come together. */
const writtenTolerance = 0.05

/** Whether records and rows written for a message are as many for all sizes. */
export function isWrittenAlike({ written }: Pick<LargeGroupResult, 'written'>): boolean {
  const spread = (amounts: readonly number[]) => Math.max(...amounts) / Math.min(...amounts) - 1
  const of = (what: 'commands' | 'events' | 'rows') => written.map((counts) => counts[what])
  return (['commands', 'events', 'rows'] as const).every((what) => spread(of(what)) <= writtenTolerance)
}

export const isLargeGroupClean = ({ rounds: all, joins }: LargeGroupResult): boolean =>
  areJoinsClean(joins) && all.flat().every(({ result }) => result.lost + result.gaps + result.repeated + result.leaked === 0)

export function printLargeGroup(result: LargeGroupResult): void {
  const { sizes, online, rate, seconds, written } = result
  console.log(
    `\nlarge-group: ${rate}/s for ${seconds} s in turn, ${rounds} times; ${online} people connected; 2 members are a direct conversation`,
  )
  const heads = ['acked p50', 'p99', 'delivered p50', 'p99', 'commands', 'events', 'rows', 'Redis'].map((name) => name.padStart(14))
  console.log(`  ${'members'.padEnd(9)}${comparedRoles.map((role) => `${role} ms`.padStart(14)).join('')}${heads.join('')}`)
  for (const [i, members] of sizes.entries()) {
    const windows = result.rounds.map((round) => round[i]!)
    const median = (of: (window: SizedWindow) => number) => windows.map(of).sort((a, b) => a - b)[Math.floor(windows.length / 2)]!
    const { commands, events, rows, redisCommands } = written[i]!
    const cells = [
      ...comparedRoles.map((role) => median(({ msPerMessage }) => msPerMessage[role]!)),
      ...[median((w) => w.result.ackMs.p50), median((w) => w.result.ackMs.p99)],
      ...[median((w) => w.result.deliverMs.p50), median((w) => w.result.deliverMs.p99)],
      ...[commands, events, rows, redisCommands],
    ]
    console.log(`  ${String(members).padEnd(9)}${cells.map((cell) => cell.toFixed(2).padStart(14)).join('')}`)
  }
  console.log('  (medians of the rounds; CPU of a message, milliseconds; records, rows and commands of Redis for a message)')
  const all = result.rounds.flat()
  const sum = (of: (counts: GroupStepResult) => number) => all.reduce((total, { result: counts }) => total + of(counts), 0)
  const last = all.at(-1)!.result
  console.log(
    `\n  sent ${sum((c) => c.sent)}, acked ${sum((c) => c.acked)}: lost ${last.lost}, gaps ${last.gaps}, repeated ${last.repeated}, leaked ${last.leaked}`,
  )
  for (const example of last.examples) console.log(`  ${example}`)
  for (const role of comparedRoles) {
    const times = costTimes(result, role, sizes.at(-1)!)
    console.log(
      `  ${times <= costTimesMax ? 'met' : 'MISSED'}: a message to ${sizes.at(-1)} costs the ${role} ${times.toFixed(2)} times a direct one (${costTimesMax})`,
    )
  }
  const each = written.map(({ commands, events, rows }) => `${commands} + ${events} and ${rows}`).join(', ')
  console.log(`  ${isWrittenAlike(result) ? 'met' : 'MISSED'}: as many records and rows for a message of each size: ${each}`)
  printJoins(result.joins)
  const disturbed = all.filter(({ spent }) => spent.disturbed).length
  if (disturbed > 0) console.log(`  DISTURBED: others used more than a tenth of the machine in ${disturbed} of ${all.length} windows`)
}
