// A disk that was full let every append fail, and the process said that it was ready.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { watchAppends } from './append-watch.ts'

test('a process whose appends fail for a while is unready, until one is stored, or none was tried for long', async () => {
  let now = 0
  let fault: Error | null = null
  const watch = watchAppends(
    async () => {
      if (fault) throw fault
    },
    () => now,
  )
  const append = () => watch.appendCommand({} as SkeinCommand).catch(() => {})
  const ok = () => watch.part().ok
  await append()
  fault = new LogError('TOO_LARGE', 'too large')
  for (now = 0; now < 60_000; now += 1_000) await append()
  assert.ok(ok())
  fault = new LogError('UNAVAILABLE', 'disk is full')
  await append()
  assert.ok(ok(), 'one that fails may be an election')
  now += 6_000
  await append()
  assert.ok(!ok())
  assert.match(watch.part().detail!, /none was stored for 6 s: LogError: disk is full/)
  now += 31_000
  assert.ok(ok())
  await append()
  assert.ok(!ok())
  fault = null
  await append()
  assert.deepEqual(watch.part(), { name: 'appends', ok: true })
})
