// CPU time and memory of processes by role, read from /proc: servers with everything they forked (PostgreSQL is a tree).
// Elsewhere than on Linux there is nothing to read, and nothing is reported.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** USER_HZ, the unit of /proc/<pid>/stat: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

export interface Usage {
  readonly cpuSeconds: Readonly<Record<string, number>>
  /** PSS where it can be read (memory shared within a tree counts once), else RSS. */
  readonly rssBytes: Readonly<Record<string, number>>
  /** What everything else on the machine used, the kernel's own work included: a noisy measurement shows itself. */
  readonly othersCpuSeconds: number
}

export type PidsByRole = Readonly<Record<string, readonly number[]>>

export function readUsage(roles: PidsByRole): Usage {
  const cpuSeconds: Record<string, number> = {}
  const rssBytes: Record<string, number> = {}
  if (!existsSync('/proc/self/stat')) return { cpuSeconds, rssBytes, othersCpuSeconds: 0 }
  const children = childrenByParent()
  for (const [role, roots] of Object.entries(roles)) {
    const tree = roots.flatMap((root) => [root, ...descendants(root, children)])
    // What ended children used is with their parent.
    cpuSeconds[role] = round(
      sum(roots.map((pid) => cpuOf(pid, true))) + sum(tree.filter((p) => !roots.includes(p)).map((p) => cpuOf(p, false))),
    )
    rssBytes[role] = sum(tree.map(residentBytes))
  }
  return { cpuSeconds, rssBytes, othersCpuSeconds: machineCpuSeconds() - sum(Object.values(cpuSeconds)) }
}

/** Used between two readings; the memory is that of the later one. */
export function usageBetween(before: Usage, after: Usage): Usage {
  const cpuSeconds = Object.fromEntries(
    Object.entries(after.cpuSeconds).map(([role, seconds]) => [role, round(seconds - (before.cpuSeconds[role] ?? 0))]),
  )
  return { cpuSeconds, rssBytes: after.rssBytes, othersCpuSeconds: round(after.othersCpuSeconds - before.othersCpuSeconds) }
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

/** Time that all cores were not idle. */
function machineCpuSeconds(): number {
  const [user, nice, system, , , irq, softIrq, steal] = (readText('/proc/stat') ?? '').split('\n', 1)[0]!.split(/\s+/).slice(1).map(Number)
  return sum([user, nice, system, irq, softIrq, steal].map((ticks) => ticks ?? 0)) / ticksPerSecond
}

function residentBytes(pid: number): number {
  return kilobytesOf(`/proc/${pid}/smaps_rollup`, 'Pss') ?? kilobytesOf(`/proc/${pid}/status`, 'VmRSS') ?? 0
}

function kilobytesOf(file: string, field: string): number | null {
  const line = readText(file)
    ?.split('\n')
    .find((l) => l.startsWith(`${field}:`))
  return line ? Number(line.replace(/\D+/g, '')) * 1024 : null
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
