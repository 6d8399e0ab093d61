// The commands that timers make due, given to the log by the command desk of the processor role: stamped by the log's clock, as the system,
// for no reply. One that the log may not have is refused here, and its timer fires again.
import { randomUUIDv7 } from 'node:crypto'
import { CommandDesk, type CommandDeskLimits } from '@skein/command-desk'
import type { SkeinCommand } from '@skein/contracts'
import type { Unstamped } from '@skein/event-sourcing'
import type { Backbone } from './backbone.ts'

/** A process fires far fewer at once than it would wait for: `timersAwaitedMax` of each partition. */
const limits: CommandDeskLimits = {
  commandsPendingMax: 10_000,
  commandsInLogMax: 2_000,
  turnWaitMaxMs: 1_000,
  commandDeadlineMs: 5_000,
  replyTimeoutMs: 5_000,
}

export interface DueCommands {
  /** Rejects when it may not be stored. */
  fire(due: Unstamped<SkeinCommand>): Promise<void>
  close(): void
}

export function createDueCommands({ log, appendCommand, logger }: Pick<Backbone, 'log' | 'appendCommand' | 'logger'>): DueCommands {
  const desk = new CommandDesk({
    appendCommand,
    partitionOf: (key) => log.partitionOf(key),
    partitionCount: log.partitionCount,
    node: '',
    limits,
    logger,
    clock: log.clock,
    newId: randomUUIDv7,
  })
  return {
    async fire({ appId, command }) {
      const refused = await desk.post({ appId, actorId: '', deviceId: '', connectionId: '' }, command)
      if (refused !== null) throw new Error(`${refused.code} ${refused.detail}`)
    },
    close: () => desk.close(),
  }
}
