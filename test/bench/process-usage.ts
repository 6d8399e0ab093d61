// CPU time, wake-ups and memory of processes by name, read from /proc: servers with everything they forked (PostgreSQL is a tree).
// Elsewhere than on Linux there is nothing to read, and nothing is reported.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** USER_HZ, the unit of /proc/<pid>/stat: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100
/** Of all cores, used by others: beyond it latencies are theirs, too. */
const disturbedShare = 0.1

export interface Usage {
  readonly cpuSeconds: Readonly<Record<string, number>>
  /** Voluntary switches of all threads: each waited for something, and was woken by it. */
  readonly wakeUps: Readonly<Record<string, number>>
  /** PSS where it can be read (memory shared within a tree counts once), else RSS. */
  readonly rssBytes: Readonly<Record<string, number>>
  /** What everything else on the machine used, the kernel's own work included: a disturbed measurement shows itself. */
  readonly othersCpuSeconds: number
  readonly takenAt: number
}

/** Between two readings; the memory is that of the later one. */
export interface Spent extends Omit<Usage, 'takenAt'> {
  /** Of the time of all cores. */
  readonly othersShare: number
  readonly disturbed: boolean
}

/** Processes that are measured as one. */
export type PidsByName = Readonly<Record<string, readonly number[]>>

export function readUsage(named: PidsByName): Usage {
  const cpuSeconds: Record<string, number> = {}
  const wakeUps: Record<string, number> = {}
  const rssBytes: Record<string, number> = {}
  const takenAt = performance.now()
  if (!existsSync('/proc/self/stat')) return { cpuSeconds, wakeUps, rssBytes, othersCpuSeconds: 0, takenAt }
  const children = childrenByParent()
  for (const [name, roots] of Object.entries(named)) {
    const tree = roots.flatMap((root) => [root, ...descendants(root, children)])
    // What ended children used is with their parent.
    cpuSeconds[name] = round(
      sum(roots.map((pid) => cpuOf(pid, true))) + sum(tree.filter((p) => !roots.includes(p)).map((p) => cpuOf(p, false))),
    )
    wakeUps[name] = sum(tree.map(wakeUpsOf))
    rssBytes[name] = sum(tree.map(residentBytes))
  }
  return { cpuSeconds, wakeUps, rssBytes, othersCpuSeconds: machineCpuSeconds() - sum(Object.values(cpuSeconds)), takenAt }
}

export function spentBetween(before: Usage, after: Usage, cores = availableParallelism()): Spent {
  const added = (key: 'cpuSeconds' | 'wakeUps') =>
    // Threads that have ended took the count of their wake-ups with them.
    Object.fromEntries(Object.entries(after[key]).map(([name, amount]) => [name, Math.max(0, round(amount - (before[key][name] ?? 0)))]))
  const othersCpuSeconds = round(after.othersCpuSeconds - before.othersCpuSeconds)
  const allCoresSeconds = ((after.takenAt - before.takenAt) / 1000) * cores
  const othersShare = othersCpuSeconds / allCoresSeconds
  const disturbed = othersShare > disturbedShare
  return { cpuSeconds: added('cpuSeconds'), wakeUps: added('wakeUps'), rssBytes: after.rssBytes, othersCpuSeconds, othersShare, disturbed }
}

/** CPU seconds of one process, with those of its ended children when asked for. */
export function cpuOf(pid: number, endedChildren = false): number {
  const fields = statFields(pid)
  if (!fields) return 0
  const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number]
  return (user + system + (endedChildren ? childrenUser + childrenSystem : 0)) / ticksPerSecond
}

/** Anonymous resident memory: what the process made itself, without mapped files. */
export function anonymousBytes(pid: number): number {
  return kilobytesOf(`/proc/${pid}/status`, 'RssAnon') ?? 0
}

/** The most that it ever had in memory. */
export const peakBytes = (pid: number): number => kilobytesOf(`/proc/${pid}/status`, 'VmHWM') ?? 0

/** Of the threads that it has now. */
function wakeUpsOf(pid: number): number {
  const threads = names(`/proc/${pid}/task`)
  return sum(threads.map((thread) => numberIn(`/proc/${pid}/task/${thread}/status`, 'voluntary_ctxt_switches') ?? 0))
}

/** Time that all cores were not idle. */
function machineCpuSeconds(): number {
  const [user, nice, system, , , irq, softIrq, steal] = (readText('/proc/stat') ?? '').split('\n', 1)[0]!.split(/\s+/).slice(1).map(Number)
  return sum([user, nice, system, irq, softIrq, steal].map((ticks) => ticks ?? 0)) / ticksPerSecond
}

function residentBytes(pid: number): number {
  return kilobytesOf(`/proc/${pid}/smaps_rollup`, 'Pss') ?? kilobytesOf(`/proc/${pid}/status`, 'VmRSS') ?? 0
}

const kilobytesOf = (file: string, field: string): number | null => {
  const kilobytes = numberIn(file, field)
  return kilobytes === null ? null : kilobytes * 1024
}

function numberIn(file: string, field: string): number | null {
  const line = readText(file)
    ?.split('\n')
    .find((l) => l.startsWith(`${field}:`))
  return line ? Number(line.replace(/\D+/g, '')) : null
}

function names(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

/** From the third field on: the second is the name and may hold anything. */
function statFields(pid: number): string[] | null {
  const text = readText(`/proc/${pid}/stat`)
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : null
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null // gone, or somebody else's
  }
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(statFields(Number(name))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

function descendants(pid: number, children: ReadonlyMap<number, readonly number[]>): number[] {
  return (children.get(pid) ?? []).flatMap((child) => [child, ...descendants(child, children)])
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const round = (seconds: number) => Math.round(seconds * 100) / 100
