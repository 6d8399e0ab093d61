// What stands for other tenants of the machine must take about as much as it says, and nothing while it rests: else nothing that is measured
// beside it means what it says. A busy machine only ever takes from it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { cpuOf } from '../bench/process-usage.ts'
import { startBurners } from './burners.ts'

const share = 0.3
const spanMs = 1_000
const attemptsMax = 6

test('a burner takes its share of a core while it burns, and no time while it rests', async (t) => {
  const burners = startBurners(share)
  t.after(() => burners.close())
  const [pid] = burners.pids
  const sharesIn = async () => {
    const [before, from] = [cpuOf(pid!), performance.now()]
    await delay(spanMs)
    return ((cpuOf(pid!) - before) * 1000) / (performance.now() - from)
  }
  // While it starts it is busy with that.
  await delay(spanMs)
  const taken: number[] = []
  for (let attempt = 0; attempt < attemptsMax && !taken.some((used) => Math.abs(used - share) < 0.1); attempt++) {
    burners.burn()
    taken.push(await sharesIn())
    burners.rest()
  }
  assert.ok(
    taken.some((used) => Math.abs(used - share) < 0.1),
    `it took ${taken} of a core`,
  )
  await delay(spanMs)
  const resting = await sharesIn()
  assert.ok(resting < 0.05, `it rests, and takes ${resting}`)
})
