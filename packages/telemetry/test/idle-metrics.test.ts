// Each process was woken a hundred times a second by the histogram of delays that its metrics kept, an API that did nothing as well: together
// more than a twentieth of a core at rest.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

const wokenPerSecondMax = 40

test('metrics do not wake an idle process, tell how long it was busy, and no delays that nobody measured', () => {
  const said = execFileSync(process.execPath, [join(import.meta.dirname, 'idle-metrics-process.ts')], { encoding: 'utf8' })
  const { wokenPerSecond, idle, busy } = JSON.parse(said) as { wokenPerSecond: number; idle: string; busy: string }
  assert.ok(wokenPerSecond <= wokenPerSecondMax, `woken ${wokenPerSecond} times in a second`)
  const busySeconds = (text: string) => Number(/^skein_process_loop_busy_seconds\{roles="none"\} (\S+)$/m.exec(text)![1])
  assert.ok(busySeconds(busy) - busySeconds(idle) > 0.15, `${busySeconds(idle)} s, then ${busySeconds(busy)} s`)
  assert.match(idle, /^nodejs_eventloop_lag_seconds\{/m)
  assert.doesNotMatch(idle, /nodejs_eventloop_lag_(max|mean|p99)/)
})
