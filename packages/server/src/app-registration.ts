// Registers the apps that the configuration names, by a command of the system for each. Whoever is registered already stays as they are,
// so that this is repeated whenever an outcome is not known, and at every deploy.
import { randomUUIDv7 } from 'node:crypto'
import type { RegisterApp, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { type EventLog, LogError } from '@skein/event-sourcing'
import { pause } from '@skein/timing'

/** Until all are in the log: topics just made have no leaders for a moment. */
const registrationTimeoutMs = 30_000
const againMs = 250

type CommandLog = Pick<EventLog<SkeinCommand, SkeinEvent>, 'appendCommand' | 'clock'>

/** Resolves when the log has the commands; rejects with LogError when it did not take them in time. */
export async function registerApps(appIds: readonly string[], log: CommandLog): Promise<void> {
  const enteredAt = log.clock.now()
  await Promise.all(appIds.map((appId) => append(registrationOf(appId, enteredAt), log)))
}

async function append(command: RegisterApp, log: CommandLog): Promise<void> {
  try {
    await log.appendCommand(command)
  } catch (error) {
    const again = error instanceof LogError && error.retriable && log.clock.now() + againMs < command.meta.deadlineAt
    if (!again) throw error
    await pause(againMs)
    await append(command, log)
  }
}

/** Nobody waits for its reply: no node is named. */
const registrationOf = (appId: string, enteredAt: number): RegisterApp => ({
  type: 'RegisterApp',
  meta: {
    appId,
    commandId: randomUUIDv7(),
    actorId: '',
    deviceId: '',
    enteredAt,
    deadlineAt: enteredAt + registrationTimeoutMs,
    intent: null,
    retry: false,
    replyNode: '',
    replyConnection: '',
    traceparent: null,
  },
})
