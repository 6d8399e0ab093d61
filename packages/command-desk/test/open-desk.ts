// A desk over a log that is the test's: what it appended, the replies to that, and the limits it keeps.
import { randomUUIDv7 } from 'node:crypto'
import type { TestContext } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import type { LinkReply } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { CommandDesk, type CommandDeskLimits } from '../src/command-desk.ts'
import type { Outcome } from '../src/outcome.ts'

export const limits: CommandDeskLimits = {
  commandsPendingMax: 10,
  commandsInLogMax: 10,
  turnWaitMaxMs: 1_000,
  commandDeadlineMs: 5_000,
  replyTimeoutMs: 5_000,
}
export const sender = { appId: 'app', actorId: 'alice', deviceId: 'phone', connectionId: 'c1' }

export function openDesk(t: TestContext, overrides: Partial<CommandDeskLimits> = {}) {
  const appended: SkeinCommand[] = []
  const log = { append: async (_command: SkeinCommand): Promise<void> => {} }
  const clock = { now: () => Date.now(), aheadMs: () => 0 }
  const desk = new CommandDesk({
    async appendCommand(command) {
      await log.append(command)
      appended.push(command)
    },
    partitionOf: (key) => Number(key.endsWith(':zoe')),
    partitionCount: 1,
    node: 'this-node',
    limits: { ...limits, ...overrides },
    logger: silentLogger,
    clock,
    newId: randomUUIDv7,
  })
  t.after(() => desk.close())
  const mark = (connectionId = 'c1', conversationId = 'd:alice:bob'): SkeinCommand => ({
    type: 'MarkRead',
    meta: desk.stamp({ ...sender, connectionId }, null, false),
    conversationId,
    ordinal: 1,
  })
  return { desk, log, clock, appended, mark }
}

export const replyTo = ({ meta }: SkeinCommand, changes: Partial<LinkReply> = {}): LinkReply => ({
  connectionId: meta.replyConnection,
  commandId: meta.commandId,
  code: '',
  detail: '',
  body: Uint8Array.of(8, 1),
  partition: 2,
  offset: 7,
  ...changes,
})

export const unavailable = (detail: string): Outcome => ({ accepted: false, code: 'UNAVAILABLE', detail })
