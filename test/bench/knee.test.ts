// When a rate is not served. Two failures beside a compiler on the same machine made a knee of half of what the next run found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { served, type Tried } from './knee.ts'
import { windowsMax } from './quiet-window.ts'

/** Tries a rate whose windows fail or not, disturbed or not, in turn. */
async function tryRate(windows: readonly { readonly why: string; readonly disturbed: boolean }[]) {
  const warmups: number[] = []
  const attempt = async (_: number, warmupMs: number) => {
    const { why, disturbed } = windows[warmups.length]!
    warmups.push(warmupMs)
    return { why, spent: { disturbed } } as Tried
  }
  const tried: Tried[] = []
  const { why } = await served(attempt, 1_000, 40_000, tried)
  assert.equal(tried.length, warmups.length)
  return { why, windows: warmups.length, warmups }
}

const quiet = { why: 'p99 300 ms', disturbed: false }
const disturbed = { why: 'p99 900 ms', disturbed: true }
const fine = { why: '', disturbed: false }

test('a rate is served when a window was, and is not when it failed twice', async () => {
  assert.deepEqual(await tryRate([fine]), { why: '', windows: 1, warmups: [40_000] })
  assert.deepEqual(await tryRate([quiet, fine]), { why: '', windows: 2, warmups: [40_000, 4_000] })
  assert.equal((await tryRate([quiet, quiet, fine])).windows, 2)
  // Whoever serves it in spite of others serves it.
  assert.equal((await tryRate([{ why: '', disturbed: true }])).why, '')
})

test('a failure that others disturbed does not count, as long as there are windows left', async () => {
  assert.deepEqual((await tryRate([disturbed, quiet, disturbed, fine])).windows, 4)
  const all = await tryRate(Array.from({ length: windowsMax + 1 }, () => disturbed))
  assert.deepEqual([all.why, all.windows], [disturbed.why, windowsMax])
})
