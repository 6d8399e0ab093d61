// What an operator does when views contain more than their log ("Deploying, draining, backing up" and "Views must be rebuilt" of the
// runbook): everything is ended, the views are made anew, everything is started.
import type { Rebuilt } from '@skein/server'
import type { Cluster } from '../load/cluster.ts'
import { missingNow, observed, type WrittenDown } from './cut-log.ts'
import type { Evidence } from './faults.ts'
import { walkMark } from './outage-marks.ts'
import { runOnViews } from './views-program.ts'

/** With all roles ended, and Kafka there: what it lacks of what was written down is lost. `start` starts the roles. */
export async function beginAnew(cluster: Cluster, written: readonly WrittenDown[], start: () => Promise<void>): Promise<Evidence> {
  const cut = await observed(cluster, (backbone) => missingNow(backbone, written))
  const { partitions } = (await run(cluster, 'begin-epoch')) as { readonly partitions: readonly unknown[] }
  const rebuilt = (await run(cluster, 'rebuild-views')) as Rebuilt
  const startedAt = performance.now()
  await start()
  const outageMark = walkMark(rebuilt.events)
  return {
    injected: cut.messages.length > 0,
    cut,
    outageMark,
    epochsBegun: partitions.length,
    rebuilt,
    rolesStartMs: Math.round(performance.now() - startedAt),
  }
}

async function run(cluster: Cluster, command: string): Promise<unknown> {
  const { code, output, said } = await runOnViews(cluster, command)
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${said}`)
  return JSON.parse(output)
}
