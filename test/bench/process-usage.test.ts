// A process that waits and is woken costs more by being woken than by what it does then: each time counts, whatever thread it was.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { corePercentOf } from './idle-cpu.ts'
import { readUsage, spentBetween } from './process-usage.ts'

const times = 50
const missing = existsSync('/proc/self/task') ? false : 'UNVERIFIED: no /proc on this system'

test('each time that a process was woken counts', { skip: missing }, async () => {
  const pids = { own: [process.pid] }
  const before = readUsage(pids)
  for (let i = 0; i < times; i++) await delay(2)
  const { wakeUps } = spentBetween(before, readUsage(pids))
  assert.ok(wakeUps.own! >= times && wakeUps.own! < 100 * times, `${wakeUps.own} wake-ups in ${times} timers`)
})

test('what serves is told in percent of one core, without the other ends of its connections', () => {
  const cpuSeconds = { hot: 1.5, kafka: 0.9, clients: 7 }
  assert.equal(corePercentOf({ seconds: 30, spent: { cpuSeconds } }), 8)
})
