// Apps are registered by the system, again and again without harm, also through a log that is not there at first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { hostClock, LogError } from '@skein/event-sourcing'
import { createWorld } from '@skein/testing'
import { registerApps } from './app-registration.ts'

test('each app named is registered once, however often and by however many it is asked for', async () => {
  const world = createWorld()
  let faults = 2
  const appendCommand = async (command: SkeinCommand) => {
    if (faults-- > 0) throw new LogError('UNKNOWN_OUTCOME', 'no leader yet')
    assert.ok(world.run(command).accepted)
  }
  await registerApps(['shop', 'bank'], { appendCommand, clock: hostClock })
  await registerApps(['shop', 'bank', 'game'], { appendCommand, clock: hostClock })
  assert.deepEqual(world.events.map(({ type, meta }) => [type, meta.appId]).sort(), [
    ['AppRegistered', 'bank'],
    ['AppRegistered', 'game'],
    ['AppRegistered', 'shop'],
  ])
})

test('what does not pass by itself ends it', async () => {
  const appendCommand = () => Promise.reject(new LogError('MISCONFIGURED', 'another number of partitions'))
  await assert.rejects(registerApps(['shop'], { appendCommand, clock: hostClock }), { code: 'MISCONFIGURED' })
})
