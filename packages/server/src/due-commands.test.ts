// What timers make due comes into the log as commands of the system, whose reply nobody awaits; what the log may not have is said to be so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { createMemoryBroker, sampleAppId } from '@skein/testing'
import { createDueCommands } from './due-commands.ts'

const command = { type: 'MarkRead', conversationId: 'd:ann:bob', ordinal: 1 } as const

test('a command that is due is stamped by the clock of the log, as the system, and resolves when it is stored', async (t) => {
  const broker = await createMemoryBroker({ partitionCount: 2 })
  const log = broker.open()
  const appended: SkeinCommand[] = []
  let refused: Error | null = null
  const due = createDueCommands({
    log,
    logger: silentLogger,
    async appendCommand(each) {
      if (refused !== null) throw refused
      await log.appendCommand(each)
      appended.push(each)
    },
  })
  t.after(async () => {
    due.close()
    await log.close()
  })
  const before = log.clock.now()
  await due.fire({ appId: sampleAppId, command })
  const [{ meta, ...content }] = appended as [SkeinCommand]
  assert.deepEqual(content, command)
  const { appId, actorId, deviceId, replyNode, replyConnection, intent } = meta
  assert.deepEqual([appId, actorId, deviceId, replyNode, replyConnection, intent], [sampleAppId, '', '', '', '', null])
  assert.ok(meta.enteredAt >= before && meta.enteredAt <= log.clock.now())
  refused = new LogError('UNAVAILABLE', 'no broker')
  await assert.rejects(due.fire({ appId: sampleAppId, command }), /^Error: UNAVAILABLE log$/)
})
