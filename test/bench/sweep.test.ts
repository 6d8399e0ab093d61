// Where a sweep ends, and what of it counts as a fault: behind a rate that was too much for it an installation serves what that left over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSweptClean, sweep, sweepRates } from './sweep.ts'
import { costLines, type SweepResult, type SweptRate } from './sweep-table.ts'

test('it goes on to its highest rate, or ends with the first of which less than 90% is acked', async () => {
  const ratesUntil = async (served: number) => {
    const swept = await sweep(async (rate) => ({ rate, sent: 10 * rate, acked: 10 * Math.min(rate, served) }))
    return swept.map(({ rate }) => rate)
  }
  assert.deepEqual(await ratesUntil(10_000), [...sweepRates])
  assert.deepEqual(await ratesUntil(1_850), [500, 1_000, 1_500, 2_000, 2_500])
  assert.deepEqual(await ratesUntil(1_700), [500, 1_000, 1_500, 2_000])
})

test('what is not shown live counts until a rate was too much; what may never happen counts always', () => {
  const clean = { lost: 0, gaps: 0, duplicated: 0, misordered: 0, leaked: 0, settled: true, refusedHere: 0 }
  const swept = (...rates: Partial<typeof clean>[]) =>
    isSweptClean({ scenario: 'sweep', rates: rates.map((rate) => ({ ...clean, ...rate }) as unknown as SweptRate) } as SweepResult)
  assert.equal(swept({}, {}), true)
  assert.equal(swept({}, { lost: 1 }), false)
  assert.equal(swept({ lost: 1 }, { lost: 1, refusedHere: 3 }), false)
  assert.equal(swept({}, { lost: 2, gaps: 2, settled: false }, { lost: 2, gaps: 2 }), true)
  assert.equal(swept({ lost: 1, settled: false }), true)
  assert.equal(swept({}, { duplicated: 1, settled: false }), false)
})

test('what a message cost is told by process and by what was asked, a column for each rate, without what was hardly asked', () => {
  const costs = { cpuSeconds: { hot: 1, kafka: 0.5 }, wakeUps: { hot: 2_000, kafka: 8_000 } }
  const lines = costLines([
    { ...costs, rate: 500, acked: 1_000, requests: { 'fetches, events': 100, 'Redis info': 1 } },
    { ...costs, rate: 1_000, acked: 4_000, requests: { 'Redis publish': 4_000 } },
  ])
  assert.deepEqual(
    lines.map((line) => line.trim().split(/ {2,}/)),
    [
      [''],
      ['CPU ms per message', '500/s', '1000/s'],
      ['hot', '1.000', '0.250'],
      ['kafka', '0.500', '0.125'],
      [''],
      ['wake-ups per message', '500/s', '1000/s'],
      ['hot', '2.000', '0.500'],
      ['kafka', '8.000', '2.000'],
      [''],
      ['requests per message', '500/s', '1000/s'],
      ['fetches, events', '0.100', '-'],
      ['Redis publish', '-', '1.000'],
    ],
  )
})
