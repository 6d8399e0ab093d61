// A process that has metrics and nothing to do: prints how often it was woken in a second, its metrics, and how they are after a busy while.
import { setTimeout as delay } from 'node:timers/promises'
import { createMetrics } from '../src/index.ts'

const busyMs = 200
const quietPerSecond = 30

const metrics = createMetrics({ roles: 'none' })
// What starting left to do may take a while on a busy machine: of some seconds the quietest counts.
await delay(500)
let wokenPerSecond = Number.POSITIVE_INFINITY
for (let second = 0; second < 8 && wokenPerSecond > quietPerSecond; second++) {
  const before = process.resourceUsage().voluntaryContextSwitches
  await delay(1_000)
  wokenPerSecond = Math.min(wokenPerSecond, process.resourceUsage().voluntaryContextSwitches - before)
}
const idle = await metrics.text()
for (const until = performance.now() + busyMs; performance.now() < until; );
await delay(1)
console.log(JSON.stringify({ wokenPerSecond, idle, busy: await metrics.text() }))
