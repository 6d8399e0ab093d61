// Composes the processor: the domain's decider on the log, cold cells and timers from the view, replies over the node link, commands of
// timers by a desk of its own.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { partitionMeta } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import type { LinkReply } from '@skein/node-link'
import type { CommandOutcome } from '@skein/runtime'
import { createProcessor, defaultProcessorLimits, newCounters } from '@skein/runtime'
import type { Metrics } from '@skein/telemetry'
import { createHostSleep } from '@skein/timing'
import type { Backbone, Role } from './backbone.ts'
import { createDueCommands } from './due-commands.ts'
import { watchPartitions } from './partition-readiness.ts'

const nothing = new Uint8Array(0)

export async function startProcessorRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, owners, views } = backbone
  const logger = backbone.logger.child({ role: 'processor' })
  const link = backbone.link()
  const counters = newCounters()
  const dueCommands = createDueCommands({ ...backbone, logger })
  const processor = createProcessor<SkeinCommand, SkeinEvent, Cell, Uint8Array>({
    log,
    decider: skeinDecider,
    prefetch: views.prefetch,
    timers: { read: views.timers, fire: (_key, due) => dueCommands.fire(due), clock: log.clock },
    checkpoints: () => views.reads.checkpoints(),
    commandsDone: (commandId) => ({ type: 'CommandsDone', meta: { ...partitionMeta(Date.now()), commandId } }),
    outcome: (command, outcome) => {
      const { replyNode, replyConnection, commandId } = command.meta
      if (replyNode !== '') link.reply(replyNode, linkReply(replyConnection, commandId, outcome))
    },
    logger,
    limits: defaultProcessorLimits,
    selfFence: config.selfFence,
    wokeAt: createHostSleep(),
    group: owners,
    counters,
  })
  metrics.add('processor', () => {
    const status = processor.status()
    const timers = processor.timers()
    return {
      ...counters,
      phase: Object.fromEntries(status.map((s) => [`${s.partition}:${s.phase}`, 1])),
      lag: Object.fromEntries(status.map((s) => [String(s.partition), s.lag ?? 0])),
      partitions: status.length,
      active: status.filter((s) => s.phase === 'active').length,
      cells: status.reduce((sum, s) => sum + s.cells, 0),
      entries: status.reduce((sum, s) => sum + s.entries, 0),
      timers: timers.reduce((sum, { held }) => sum + held, 0),
      timersOverdue: timers.reduce((sum, { overdue }) => sum + overdue, 0),
      timersBeyond: timers.filter(({ beyond }) => beyond).length,
    }
  })
  const watch = watchPartitions({ role: 'processor', status: () => processor.status() })
  await processor.start()
  return {
    name: 'processor',
    addresses: [],
    part: () => watch.part(),
    async stop() {
      watch.stop()
      await processor.stop()
      dueCommands.close()
    },
  }
}

function linkReply(connectionId: string, commandId: string, outcome: CommandOutcome<Uint8Array>): LinkReply {
  const ids = { connectionId, commandId }
  if (!outcome.accepted) return { ...ids, code: outcome.code, detail: outcome.detail, body: nothing, partition: 0, offset: 0 }
  const { reply, partition, offset } = outcome
  return { ...ids, code: '', detail: '', body: reply, partition, offset }
}
