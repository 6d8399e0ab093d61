// What an operator says after the log was put back from a backup: a new epoch of every partition begins, with a claim that nobody owns. What
// devices hold of the epoch before is worth nothing from then on, and each is told so with its next sync. Nothing else changes: what is in
// the log stays.
import { createLogger } from '@skein/telemetry'
import type { Backbone } from './backbone.ts'
import type { Config } from './config.ts'
import { boundsOfAll } from './event-bounds.ts'
import { findInstallation, openLogAlone } from './installation.ts'

/** Claims made at once: each has a connection of its own to Kafka. */
const claimsAtOnce = 16

export interface BegunEpoch {
  readonly partition: number
  readonly logEpoch: string
  /** Offset of the record that says so. */
  readonly claim: number
}

export async function beginEpoch(given: Config, options: { readonly json?: boolean }): Promise<void> {
  const config = await findInstallation(given)
  if (!options.json) console.error(`the log ${config.servers ? 'in Kafka' : `of the embedded server in ${config.dataDir}`}`)
  const { log, close } = await openLogAlone(config, 'skein-epoch', createLogger({ level: 'warn' }))
  const begun = await beginAll(log).finally(close)
  if (options.json) console.log(JSON.stringify({ partitions: begun }))
  else
    console.log(
      `a new epoch has begun in all ${begun.length} partitions: with its next sync each device forgets what it knew and begins anew`,
    )
}

/** None while some partition has no leader. */
export async function beginAll(log: Pick<Backbone['log'], 'partitionCount' | 'bounds' | 'claim'>): Promise<BegunEpoch[]> {
  await boundsOfAll(log)
  const begun: BegunEpoch[] = []
  for (let first = 0; first < log.partitionCount; first += claimsAtOnce) {
    const partitions = Array.from({ length: Math.min(claimsAtOnce, log.partitionCount - first) }, (_, i) => first + i)
    const writers = await Promise.all(partitions.map((partition) => log.claim(partition, { newEpoch: true })))
    for (const writer of writers) {
      const { partition, logEpoch, claim } = writer
      begun.push({ partition, logEpoch, claim })
      writer.close()
    }
  }
  return begun
}
