// Commands of which nobody awaits the reply: what is due at some moment is asked by nobody.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { limits, openDesk, unavailable } from '../test/open-desk.ts'

test('a command whose reply nobody awaits is posted: stamped without a node, and settled when the log has it', async (t) => {
  const { desk, log, appended } = openDesk(t, { commandsInLogMax: 1 })
  const system = { appId: 'app', actorId: '', deviceId: '', connectionId: '' }
  const marked = { type: 'MarkRead', conversationId: 'd:alice:bob', ordinal: 1 } as const
  assert.deepEqual(await Promise.all([desk.post(system, marked), desk.post(system, marked)]), [null, null])
  const [{ meta, ...content }] = appended as [SkeinCommand, SkeinCommand]
  assert.deepEqual(content, marked)
  const { actorId, intent, retry, replyNode, replyConnection } = meta
  assert.deepEqual(
    { actorId, intent, retry, replyNode, replyConnection },
    { actorId: '', intent: null, retry: false, replyNode: '', replyConnection: '' },
  )
  assert.equal(meta.deadlineAt - meta.enteredAt, limits.commandDeadlineMs)
  assert.equal(desk.pending, 0)
  let failures = 1
  log.append = async () => {
    if (failures-- > 0) throw new LogError('UNKNOWN_OUTCOME', 'the broker restarts')
  }
  assert.equal(await desk.post(system, marked), null)
  assert.equal(appended.at(-1)!.meta.retry, true)
  log.append = () => Promise.reject(new LogError('UNAVAILABLE', 'no broker'))
  assert.deepEqual(await desk.post(system, marked), unavailable('log'))
  desk.close()
  assert.deepEqual(await desk.post(system, marked), unavailable('shutting down'))
})
