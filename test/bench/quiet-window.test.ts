// On a machine with other tenants a bench printed whatever window it came upon, and said "noisy" beside it: figures of commits were compared
// that were those of a compiler next door. A disturbed window is measured again, and where none is quiet the least disturbed stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasuredStep } from './measured-step.ts'
import type { Step } from './paired-load.ts'
import { spentBetween } from './process-usage.ts'
import { quietWindow, windowsMax } from './quiet-window.ts'

const step: Step = { rate: 1, warmupMs: 40_000, durationMs: 1, graceMs: 1, settleMs: 1 }

/** Measures windows in which others used these shares, in turn. */
async function windowsWith(shares: readonly number[]) {
  const asked: Step[] = []
  const measure = async (next: Step): Promise<MeasuredStep> => {
    asked.push(next)
    const othersShare = shares[asked.length - 1]!
    return { spent: { othersShare, disturbed: othersShare > 0.1 } } as MeasuredStep
  }
  const { spent } = await quietWindow(measure, step, () => {})
  return { asked, spent }
}

test('a quiet window stands', async () => {
  const { asked, spent } = await windowsWith([0.05, 0.01])
  assert.deepEqual([asked, spent], [[step], { othersShare: 0.05, disturbed: false }])
})

test('a disturbed one is measured again, once everything is warm, until one is quiet', async () => {
  const { asked, spent } = await windowsWith([0.3, 0.2, 0.05, 0.01])
  assert.deepEqual(
    asked.map(({ warmupMs }) => warmupMs),
    [40_000, 5_000, 5_000],
  )
  assert.deepEqual(spent, { othersShare: 0.05, disturbed: false })
})

test('when none is quiet the least disturbed stands, and says so', async () => {
  const shares = [0.5, 0.4, 0.2, 0.3, 0.25, 0.01]
  const { asked, spent } = await windowsWith(shares)
  assert.deepEqual([asked.length, spent], [windowsMax, { othersShare: 0.2, disturbed: true }])
})

test('disturbed is what others took more than a tenth of, of all cores and of the time between two readings', () => {
  const reading = (takenAt: number, othersCpuSeconds: number) => ({ takenAt, othersCpuSeconds, cpuSeconds: {}, wakeUps: {}, rssBytes: {} })
  const cores = 10
  const between = (others: number) => spentBetween(reading(1_000, 5), reading(11_000, 5 + others), cores)
  assert.deepEqual([between(9).othersShare, between(9).disturbed], [0.09, false])
  assert.deepEqual([between(11).othersShare, between(11).disturbed], [0.11, true])
})
