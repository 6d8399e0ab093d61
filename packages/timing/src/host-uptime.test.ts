// An owner that is asked thousands of times a second whether the host slept spent one part in twenty of its process on opening and closing the
// file that says so. What is read instead must be the same clock, as it is at each call: a moment that was kept would hide a sleep.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createHostUptime, hostUptimeMs } from './host-uptime.ts'

/** Of the clock. */
const coarseMs = 10

/** Wherever it is asked between two answers of the system. */
function isThatOfTheSystem(uptimeMs: () => number): void {
  const before = uptime() * 1000
  const told = uptimeMs()
  const after = uptime() * 1000
  assert.ok(told >= before - coarseMs && told <= after + coarseMs, `${before}, told ${told}, ${after}`)
}

test('at each call it is what the system says then', async () => {
  for (let i = 0; i < 5; i++) {
    isThatOfTheSystem(hostUptimeMs)
    await delay(3 * coarseMs)
  }
})

test('what the file says is read anew, and without it the system is asked', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-uptime-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const path = join(dir, 'uptime')
  writeFileSync(path, '12.34 45.00\n')
  const uptimeMs = createHostUptime(path)
  assert.equal(Math.round(uptimeMs()), 12_340)
  writeFileSync(path, '3612.4 45.00\n')
  assert.equal(Math.round(uptimeMs()), 3_612_400)
  truncateSync(path)
  isThatOfTheSystem(uptimeMs)
  writeFileSync(path, '1.00 45.00\n')
  isThatOfTheSystem(uptimeMs)
})

test('where there is no such file, or it says something else, the system is asked', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-uptime-'))
  t.after(() => rmSync(dir, { recursive: true }))
  for (const text of [null, '', '\n', ' 12.34', 'up 12 days', '12.34', '12,34 5', '1.2.3 4']) {
    const path = join(dir, String(text?.length))
    if (text !== null) writeFileSync(path, text)
    assert.equal(existsSync(path), text !== null)
    isThatOfTheSystem(createHostUptime(path))
  }
})
