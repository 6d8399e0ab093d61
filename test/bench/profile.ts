// What the roles spent their CPU on: ends them in their own clean way so that they write their profiles, and sums the self time of the measured
// time by step of a message and by function. What Node itself does counts for the nearest function of a package that made it do so: a profile
// that says "writeBuffer" helps nobody. The CPU of a process is shared out by the time of its main thread.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from '../load/cluster.ts'
import type { MeasuredStep } from './measured-step.ts'
import { packageOf, stepOf } from './profile-steps.ts'

const functionsShown = 18
const endTimeoutMs = 30_000

export interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  readonly children?: readonly number[]
}

export interface Profile {
  readonly nodes: readonly ProfileNode[]
  /** Microseconds of the monotonic clock. */
  readonly startTime: number
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Milliseconds of the monotonic clock. */
interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** Milliseconds by name. */
export interface Profiled {
  readonly steps: Map<string, number>
  readonly functions: Map<string, number>
  processes: number
}

/** Microseconds of CPU for an acknowledged message, by process and step. */
export type StepCosts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Ends the roles of the cluster, prints the summary, deletes the profiles. */
export async function summariseProfiles(
  cluster: Cluster,
  dir: string,
  measured: Pick<MeasuredStep, 'from' | 'to' | 'spent'> & { readonly result: { readonly acked: number } },
): Promise<{ readonly stepMicros: StepCosts }> {
  const roles = new Map(cluster.children.map((child) => [child.pid, child.name]))
  await endCleanly(cluster)
  const profiled = new Map<string, Profiled>()
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.cpuprofile'))) {
    // CPU.<date>.<time>.<pid>.<thread>.<number>.cpuprofile
    const [, , , pid, thread] = file.split('.')
    const role = roles.get(Number(pid))
    if (!role || thread !== '0') continue
    const total = profiled.get(role) ?? { steps: new Map(), functions: new Map(), processes: 0 }
    addSelfTimes(JSON.parse(readFileSync(join(dir, file), 'utf8')) as Profile, measured, total)
    total.processes += 1
    profiled.set(role, total)
  }
  rmSync(dir, { recursive: true, force: true })
  const wallMs = measured.to - measured.from
  for (const [role, total] of profiled) printRole(role, total, wallMs * total.processes)
  const { spent, result } = measured
  const stepMicros = stepCosts(profiled, spent.cpuSeconds, result.acked)
  printSteps(stepMicros)
  return { stepMicros }
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

export function addSelfTimes(profile: Profile, span: TimeSpan, into: Profiled): void {
  const places = placesOf(profile.nodes)
  let at = profile.startTime / 1000
  for (const [i, id] of profile.samples.entries()) {
    const ms = (profile.timeDeltas[i] ?? 0) / 1000
    at += ms
    if (at < span.from || at > span.to) continue
    const { name, step } = places.get(id) ?? { name: '?', step: '?' }
    into.functions.set(name, (into.functions.get(name) ?? 0) + ms)
    into.steps.set(step, (into.steps.get(step) ?? 0) + ms)
  }
}

/** What each node counts for: a function, and a step of a message or what else says what it is. */
function placesOf(nodes: readonly ProfileNode[]): Map<number, { readonly name: string; readonly step: string }> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)))
  return new Map(
    [...byId].map(([id, node]) => {
      const callers: ProfileNode[] = []
      for (let caller: ProfileNode | undefined = node; caller; caller = parents.get(caller.id)) if (!isNodes(caller)) callers.push(caller)
      const files = callers.map(fileOf)
      const own = callers[0] ? packageOf(files[0]!) : node.callFrame.functionName.startsWith('(') ? nameOf(node) : nodeItself
      return [id, { name: nameOf(callers[0] ?? node), step: stepOf(files) ?? own }]
    }),
  )
}

/** But for what V8 names in brackets, such as its collector. */
const nodeItself = 'Node itself'

const isNodes = ({ callFrame }: ProfileNode) => callFrame.url === '' || callFrame.url.startsWith('node:')

const fileOf = ({ callFrame }: ProfileNode): string =>
  callFrame.url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|packages)\//, (_, kind) => (kind === 'packages' ? 'packages/' : ''))

function nameOf(node: ProfileNode): string {
  const { functionName, lineNumber } = node.callFrame
  const file = fileOf(node)
  return `${functionName || '(anonymous)'}${file ? `  ${file}:${lineNumber + 1}` : ''}`
}

const idle = '(idle)'
const busyOf = (amounts: ReadonlyMap<string, number>) => [...amounts].filter(([name]) => name !== idle)
const sum = (amounts: readonly (readonly [string, number])[]) => amounts.reduce((total, [, amount]) => total + amount, 0)

/** Of servers and load, which have no profile, all is one step. */
export function stepCosts(
  profiled: ReadonlyMap<string, Profiled>,
  cpuSeconds: Readonly<Record<string, number>>,
  messages: number,
): StepCosts {
  const costs = Object.entries(cpuSeconds).map(([name, seconds]) => {
    const micros = (seconds * 1e6) / messages
    const busy = busyOf(profiled.get(name)?.steps ?? new Map([['all', 1]]))
    const all = sum(busy)
    return [name, Object.fromEntries(busy.map(([step, ms]) => [step, (micros * ms) / all]))] as const
  })
  return Object.fromEntries(costs)
}

function printRole(role: string, { steps, functions }: Profiled, wallMs: number): void {
  const idleMs = functions.get(idle) ?? 0
  const busyMs = sum(busyOf(functions))
  const share = (ms: number) => `${((ms / busyMs) * 100).toFixed(1).padStart(6)}%`
  const sorted = (amounts: ReadonlyMap<string, number>) => busyOf(amounts).sort(([, a], [, b]) => b - a)
  console.log(
    `\nprofile of ${role}: not idle ${(((wallMs - idleMs) / wallMs) * 100).toFixed(0)}% of the time (waiting for a core included)`,
  )
  for (const [name, ms] of sorted(steps)) console.log(`${share(ms)}  ${name}`)
  console.log('  by function')
  for (const [name, ms] of sorted(functions).slice(0, functionsShown)) console.log(`${share(ms)}  ${name}`)
}

/** A microsecond for a message. */
const shownMicros = 0.5

function printSteps(costs: StepCosts): void {
  console.log('\nwhere the CPU of a message goes, in us')
  const lines = Object.entries(costs).flatMap(([process, steps]) =>
    Object.entries(steps).map(([step, micros]) => ({ process, step, micros })),
  )
  for (const { process, step, micros } of lines.sort((a, b) => b.micros - a.micros))
    if (micros >= shownMicros) console.log(`${micros.toFixed(0).padStart(6)}  ${process.padEnd(12)}${step}`)
  console.log(
    `${lines
      .reduce((all, { micros }) => all + micros, 0)
      .toFixed(0)
      .padStart(6)}  all of it`,
  )
}
