// The whole product in one process on embedded parts, as `make start` runs it: what it spends at rest, one rate for some time, and the highest
// rate that it serves. People register over HTTP, as nothing but the server can open its log. There is no floor: no broker, no hop.
import { EmbeddedServer } from '../faults/embedded-server.ts'
import type { Arguments } from './arguments.ts'
import { type IdleCpu, measureIdleCpu, printIdleCpu } from './idle-cpu.ts'
import { appId, endsOf } from './installation.ts'
import { findKnee, neverOf, stepsOf } from './knee.ts'
import type { LoadTarget } from './load-target.ts'
import { underLoad } from './measured-step.ts'
import { quietWindow } from './quiet-window.ts'
import { type BenchResult, resultOf, setupOf } from './report.ts'
import type { LoadEnd } from './send-lane.ts'

const registrationsAtOnce = 4
const graceMs = 5_000
const settleMs = 10_000

export interface EmbeddedResult extends BenchResult {
  readonly atRest: IdleCpu
  /** 0 where none of the rates tried was. */
  readonly highestServed: number
  readonly highestP99Ms: number
}

export async function benchEmbedded(args: Arguments, progress: (line: string) => void): Promise<EmbeddedResult> {
  progress('starting the server')
  const server = await EmbeddedServer.start()
  try {
    const target = await targetAt(server, args, progress)
    const atRest = await measureIdleCpu(target, progress)
    return await underLoad(target, args, progress, async (measure) => {
      const { rate, warmupMs, durationMs } = args
      progress(`${rate}/s: ${warmupMs / 1000} s to warm up, then ${durationMs / 1000} s measured`)
      const measured = await quietWindow(measure, { rate, warmupMs, durationMs, graceMs, settleMs }, progress)
      const { best, tried } = await findKnee(measure, 0, progress)
      for (const example of tried.at(-1)!.result.verdict.examples) progress(example)
      const served = best.why === ''
      const highest = { highestServed: served ? best.result.rate : 0, highestP99Ms: best.result.deliverMs.p99 }
      const { lost, gaps } = served ? best.result.verdict : measured.result.verdict
      const result = { ...resultOf('embedded', measured), lost, gaps, ...neverOf(tried.at(-1)!) }
      return { ...result, atRest, ...highest, steps: stepsOf(tried), ...setupOf(args), layout: 'embedded' }
    })
  } finally {
    await server.remove()
  }
}

async function targetAt(server: EmbeddedServer, args: Arguments, progress: (line: string) => void): Promise<LoadTarget> {
  progress(`registering ${args.connections} people; the log is ${server.dir}/server.log`)
  const { api, gateway, ops, pid } = server.ready
  const people = await register(api!, args.connections)
  return { ends: endsOf(people, [gateway], args.transport), pids: () => ({ embedded: [pid] }), ops: () => [ops], servers: null }
}

type Registered = Pick<LoadEnd, 'appId' | 'userId' | 'token'>

async function register(apiUrl: string, count: number): Promise<Registered[]> {
  const people: Registered[] = []
  const numbers = Array.from({ length: count }, (_, i) => i).values()
  const one = async () => {
    for (const i of numbers) {
      const account = { userName: `user-${i}`, password: `password of ${i}` }
      await post(`${apiUrl}/v1/${appId}/users`, { ...account, displayName: account.userName })
      const answer = await post(`${apiUrl}/v1/${appId}/sessions`, { ...account, deviceId: 'device-0', platform: 'load' })
      people.push({ appId, userId: String(answer.userId), token: String(answer.token) })
    }
  }
  await Promise.all(Array.from({ length: registrationsAtOnce }, one))
  return people
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

export function printEmbedded(result: EmbeddedResult): void {
  const { highestServed, highestP99Ms, atRest } = result
  console.log(`\n  the highest rate served is ${highestServed}/s, delivered p99 ${highestP99Ms.toFixed(0)} ms`)
  printIdleCpu(atRest)
}
