// What an installation spends on nothing: people are connected and say nothing, and for half a minute the CPU and the wake-ups of each process
// are counted, with what is asked of the servers meanwhile.
import { setTimeout as delay } from 'node:timers/promises'
import { createIdleConnections } from './idle-connections.ts'
import type { LoadTarget } from './load-target.ts'
import { readUsage, type Spent, spentBetween } from './process-usage.ts'
import { leastDisturbed } from './quiet-window.ts'
import { countRequests, type RequestCounts, requestsBetween } from './request-counts.ts'

/** Logins have been written everywhere by then, and views have taken them up. */
const settleMs = 15_000
const measuredMs = 30_000
/** Of what is asked less often, no line is printed. */
const shownPerSecond = 0.5
/** This process, which holds the other ends: no part of what is measured. */
const clientName = 'clients'

export interface IdleCpu {
  readonly connections: number
  readonly seconds: number
  readonly spent: Spent
  readonly requests: RequestCounts
  /** Of one core, in percent, all that serves. */
  readonly corePercent: number
}

export async function measureIdleCpu(target: LoadTarget, progress: (line: string) => void): Promise<IdleCpu> {
  const connections = createIdleConnections()
  const counter = countRequests(target)
  const pids = () => ({ ...target.pids(), [clientName]: [process.pid] })
  try {
    progress(`connecting ${target.ends.length} people who say nothing`)
    await connections.open(target.ends)
    await delay(settleMs)
    const measured = await leastDisturbed(async () => {
      const [before, countsBefore, from] = [readUsage(pids()), await counter.read(), performance.now()]
      await delay(measuredMs)
      const spent = spentBetween(before, readUsage(pids()))
      return { spent, seconds: (performance.now() - from) / 1000, requests: requestsBetween(countsBefore, await counter.read()) }
    }, progress)
    if (connections.lost() > 0) throw new Error(`${connections.lost()} of ${connections.count} idle connections were closed`)
    const corePercent = corePercentOf(measured)
    progress(`at rest all of it takes ${corePercent.toFixed(1)}% of one core`)
    return { connections: connections.count, ...measured, corePercent }
  } finally {
    connections.close()
    await counter.close()
  }
}

export function corePercentOf({ spent, seconds }: Pick<IdleCpu, 'seconds'> & { readonly spent: Pick<Spent, 'cpuSeconds'> }): number {
  const serving = Object.entries(spent.cpuSeconds).filter(([name]) => name !== clientName)
  return (serving.reduce((sum, [, cpu]) => sum + cpu, 0) / seconds) * 100
}

export function printIdleCpu({ connections, seconds, spent, requests, corePercent }: IdleCpu): void {
  console.log(`\nat rest with ${connections} connections, over ${seconds.toFixed(0)} s`)
  console.log(`  ${'process'.padEnd(12)}${'% core'.padStart(9)}${'wake-ups/s'.padStart(12)}${'MB'.padStart(9)}`)
  for (const [name, cpu] of Object.entries(spent.cpuSeconds)) {
    const [wakeUps, megabytes] = [(spent.wakeUps[name] ?? 0) / seconds, (spent.rssBytes[name] ?? 0) / 1e6]
    const cells = [((cpu / seconds) * 100).toFixed(1).padStart(9), wakeUps.toFixed(0).padStart(12), megabytes.toFixed(0).padStart(9)]
    console.log(`  ${name.padEnd(12)}${cells.join('')}`)
  }
  console.log(`  all of it but the clients: ${corePercent.toFixed(1)}% of one core`)
  const asked = Object.entries(requests).map(([name, count]) => [name, count / seconds] as const)
  const shown = asked.filter(([, perSecond]) => perSecond >= shownPerSecond)
  if (shown.length > 0) console.log(`  a second: ${shown.map(([name, perSecond]) => `${perSecond.toFixed(1)} ${name}`).join('; ')}`)
  if (spent.disturbed) console.log(`  DISTURBED: others used ${Math.round(spent.othersShare * 100)}% of the machine meanwhile`)
}
