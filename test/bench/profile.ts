// What the roles spent their CPU on: ends them in their own clean way so that they write their profiles, and sums the
// self time of the measured time by function and by package. What Node itself does counts for the nearest function of a
// package that made it do so: a profile that says "writeBuffer" helps nobody.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from '../load/cluster.ts'

const functionsShown = 18
const packagesShown = 8
const endTimeoutMs = 30_000

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  readonly children?: readonly number[]
}

interface Profile {
  readonly nodes: readonly ProfileNode[]
  /** Microseconds of the monotonic clock. */
  readonly startTime: number
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Milliseconds of the monotonic clock. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** Ends the roles of the cluster, prints the summary, deletes the profiles. */
export async function summariseProfiles(cluster: Cluster, dir: string, span: TimeSpan): Promise<void> {
  const roles = new Map(cluster.children.map((child) => [child.pid, child.name]))
  await endCleanly(cluster)
  const spent = new Map<string, { functions: Map<string, number>; processes: number }>()
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.cpuprofile'))) {
    // CPU.<date>.<time>.<pid>.<thread>.<number>.cpuprofile
    const [, , , pid, thread] = file.split('.')
    const role = roles.get(Number(pid))
    if (!role || thread !== '0') continue
    const total = spent.get(role) ?? { functions: new Map<string, number>(), processes: 0 }
    addSelfTimes(JSON.parse(readFileSync(join(dir, file), 'utf8')) as Profile, span, total.functions)
    total.processes += 1
    spent.set(role, total)
  }
  for (const [role, { functions, processes }] of spent) printRole(role, functions, (span.to - span.from) * processes)
  rmSync(dir, { recursive: true, force: true })
}

async function endCleanly(cluster: Cluster): Promise<void> {
  const ending = [...cluster.children]
  for (const child of ending) child.kill('SIGTERM')
  const late = setTimeout(() => {
    for (const child of ending) child.kill('SIGKILL')
  }, endTimeoutMs)
  await Promise.all(ending.map((child) => child.ended))
  clearTimeout(late)
}

function addSelfTimes(profile: Profile, span: TimeSpan, into: Map<string, number>): void {
  const names = namesOf(profile.nodes)
  let at = profile.startTime / 1000
  for (const [i, id] of profile.samples.entries()) {
    const ms = (profile.timeDeltas[i] ?? 0) / 1000
    at += ms
    if (at < span.from || at > span.to) continue
    const name = names.get(id) ?? '?'
    into.set(name, (into.get(name) ?? 0) + ms)
  }
}

function namesOf(nodes: readonly ProfileNode[]): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)))
  const isNodes = ({ callFrame }: ProfileNode) => callFrame.url === '' || callFrame.url.startsWith('node:')
  return new Map(
    [...byId].map(([id, node]) => {
      let cause: ProfileNode | undefined = node
      while (cause && isNodes(cause)) cause = parents.get(cause.id)
      return [id, nameOf(cause ?? node)]
    }),
  )
}

function nameOf({ callFrame }: ProfileNode): string {
  const { functionName, url, lineNumber } = callFrame
  const file = url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/(node_modules|packages)\//, (_, kind) => (kind === 'packages' ? 'packages/' : ''))
  return `${functionName || '(anonymous)'}${file ? `  ${file}:${lineNumber + 1}` : ''}`
}

function packageOf(name: string): string {
  const file = name.split('  ')[1]
  if (file === undefined) return name
  if (file.startsWith('node:')) return 'node'
  const [first, second] = file.split('/')
  return first === 'packages' || first!.startsWith('@') ? `${first}/${second}` : first!
}

function printRole(role: string, functions: ReadonlyMap<string, number>, wallMs: number): void {
  const idle = functions.get('(idle)') ?? 0
  const busy = [...functions].filter(([name]) => name !== '(idle)')
  const busyMs = busy.reduce((sum, [, ms]) => sum + ms, 0)
  const packages = new Map<string, number>()
  for (const [name, ms] of busy) packages.set(packageOf(name), (packages.get(packageOf(name)) ?? 0) + ms)
  const share = (ms: number) => `${((ms / busyMs) * 100).toFixed(1).padStart(6)}%`
  const top = (entries: Iterable<readonly [string, number]>, count: number) => [...entries].sort(([, a], [, b]) => b - a).slice(0, count)
  console.log(`\nprofile of ${role}: not idle ${(((wallMs - idle) / wallMs) * 100).toFixed(0)}% of the time (waiting for a core included)`)
  for (const [name, ms] of top(packages, packagesShown)) console.log(`${share(ms)}  ${name}`)
  console.log('  by function')
  for (const [name, ms] of top(busy, functionsShown)) console.log(`${share(ms)}  ${name}`)
}
