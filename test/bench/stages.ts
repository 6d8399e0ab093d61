// Where the time goes: from a send's entry at its gateway until its command stands in the log, and until its event does. Read
// from the topics afterwards, so that it costs the measured run nothing; by the one clock of this machine, in whole milliseconds.
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import type { Cluster } from '../load/cluster.ts'
import { createLatencies, type Percentiles } from './latencies.ts'

export interface Stages {
  readonly commandMs: Percentiles
  readonly eventMs: Percentiles
}

/** Of the sends that entered between these moments, in milliseconds since the epoch. */
export async function readStages(cluster: Cluster, from: number, to: number): Promise<Stages> {
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger, 'skein-bench-stages')
  const { log } = backbone
  const partitions = Array.from({ length: log.partitionCount }, (_, p) => p)
  const [commandMs, eventMs] = [createLatencies(), createLatencies()]
  const take = (latencies: ReturnType<typeof createLatencies>, enteredAt: number, appendedAt: number) => {
    if (enteredAt >= from && enteredAt < to) latencies.recordMs(appendedAt - enteredAt)
  }
  try {
    const [commands, events] = [await log.bounds('commands', partitions), await log.bounds('events', partitions)]
    for (const partition of partitions) {
      const [ofCommands, ofEvents] = [commands.get(partition)!, events.get(partition)!]
      for await (const batch of log.read('commands', partition, ofCommands.start, ofCommands.end))
        for (const { value, appendedAt } of batch)
          if (!('undecodable' in value) && value.type === 'SendMessage' && !value.meta.retry)
            take(commandMs, value.meta.enteredAt, appendedAt)
      for await (const batch of log.read('events', partition, ofEvents.start, ofEvents.end))
        for (const { value, appendedAt } of batch)
          if (!('undecodable' in value) && value.type === 'MessageSent') take(eventMs, value.meta.occurredAt, appendedAt)
    }
    return { commandMs: commandMs.percentiles(), eventMs: eventMs.percentiles() }
  } finally {
    await backbone.close()
  }
}
