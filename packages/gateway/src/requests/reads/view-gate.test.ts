// Story: one user asked for history sixty times at once, and whoever asked after them waited until all of it was read; on a connection that
// was long closed, the rest was read all the same. Users take turns now, of one user few are read at once, each behind a rest as long as the
// last one took, and nothing is begun that nobody waits for.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { pause } from '@skein/timing'
import { defaultLimits } from '../../limits.ts'
import { createViewGate, ViewsUnavailable } from './view-gate.ts'

const limits = {
  ...defaultLimits,
  viewReadsMax: 4,
  viewReadsPerUserMax: 2,
  viewRestMaxMs: 0,
  viewReadsWaitingPerUserMax: 3,
  viewReadsWaitingMax: 5,
}
/** A timer of this length, set after that of a rest of none, ends after it. */
const restedMs = 5

function openGate(t: TestContext, overrides: Partial<typeof defaultLimits> = {}) {
  const gate = createViewGate({ ...limits, ...overrides })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const asker = (key: string) => ({ open: true, user: { key } })
  const read = (from: ReturnType<typeof asker>, name: string) =>
    gate.read(from, () => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    })
  const end = async (name: string) => {
    ends.get(name)!()
    await pause(restedMs)
  }
  t.after(async () => {
    for (let ended = 0; ended < begun.length; ended += 1) await end(begun[ended]!)
  })
  return { gate, begun, asker, read, end }
}

test('of one user few are read at once, and another user does not wait for the rest', async (t) => {
  const { gate, begun, asker, read, end } = openGate(t)
  const [greedy, other] = [asker('greedy'), asker('other')]
  for (const name of ['g1', 'g2', 'g3', 'g4']) void read(greedy, name)
  const answer = read(other, 'o1')
  assert.deepEqual(begun, ['g1', 'g2', 'o1'])
  assert.deepEqual([gate.running, gate.waiting], [3, 2])
  await end('o1')
  assert.equal(await answer, 'o1')
  assert.deepEqual(begun, ['g1', 'g2', 'o1'])
  await end('g1')
  assert.deepEqual(begun, ['g1', 'g2', 'o1', 'g3'])
})

test('where more wait than may begin, users take turns, one read each', async (t) => {
  const { begun, asker, read, end } = openGate(t, { viewReadsMax: 1 })
  const [greedy, other, third] = [asker('greedy'), asker('other'), asker('third')]
  for (const name of ['g1', 'g2', 'g3']) void read(greedy, name)
  for (const name of ['o1', 'o2']) void read(other, name)
  void read(third, 't1')
  for (let i = 0; i < 5; i++) await end(begun.at(-1)!)
  assert.deepEqual(begun, ['g1', 'g2', 'o1', 't1', 'g3', 'o2'])
})

test('behind a read its user rests as long as it took, and others do not', async (t) => {
  const { begun, asker, read, end } = openGate(t, { viewReadsMax: 2, viewRestMaxMs: 60_000 })
  const [greedy, other] = [asker('greedy'), asker('other')]
  for (const name of ['g1', 'g2', 'g3']) void read(greedy, name)
  for (const name of ['o1', 'o2']) void read(other, name)
  const tookMs = 1_000
  await pause(tookMs)
  await end('g1')
  await end('g2')
  assert.deepEqual(begun, ['g1', 'g2', 'o1', 'o2'])
  await end('o1')
  assert.deepEqual(begun, ['g1', 'g2', 'o1', 'o2'])
  for (let waited = 0; begun.length < 5 && waited < 20 * tookMs; waited += restedMs) await pause(restedMs)
  assert.deepEqual(begun, ['g1', 'g2', 'o1', 'o2', 'g3'])
})

test('what a closed connection asked for is not begun', async (t) => {
  const { gate, begun, asker, read, end } = openGate(t)
  const [gone, same] = [asker('greedy'), asker('greedy')]
  for (const name of ['g1', 'g2']) void read(gone, name)
  const forgotten = read(gone, 'g3')
  void read(same, 's1')
  gone.open = false
  const refused = assert.rejects(forgotten, ViewsUnavailable)
  await end('g1')
  await refused
  assert.deepEqual(begun, ['g1', 'g2', 's1'])
  assert.deepEqual([gate.running, gate.waiting], [2, 0])
})

test('a read that took too long still counts until the views are done with it', async (t) => {
  const { gate, begun, asker, read, end } = openGate(t, { viewReadMs: 5 })
  const greedy = asker('greedy')
  const late = [read(greedy, 'g1'), read(greedy, 'g2')]
  void read(greedy, 'g3').catch(() => {})
  for (const answer of late) await assert.rejects(answer, ViewsUnavailable)
  assert.deepEqual([begun, gate.running], [['g1', 'g2'], 2])
  await end('g2')
  assert.deepEqual(begun, ['g1', 'g2', 'g3'])
})

test('no more wait than may, of one user and of all', (t) => {
  const { gate, asker, read } = openGate(t)
  const [greedy, other] = [asker('greedy'), asker('other')]
  for (let i = 0; i < 5; i++) void read(greedy, `g${i}`)
  assert.deepEqual([gate.refusal(greedy), gate.refusal(other)], ['viewReadsWaitingPerUserMax', null])
  for (let i = 0; i < 4; i++) void read(other, `o${i}`)
  assert.deepEqual([gate.waiting, gate.refusal(other)], [5, 'viewReadsWaitingMax'])
})

// Forty accounts with all their reads waiting reached the limit of all together: whoever asked for nothing else was refused, by the name of a
// limit that they were far below.
test('whoever waits for nothing is taken one read, however many of others wait', (t) => {
  const { gate, asker, read } = openGate(t, { viewReadsMax: 5 })
  for (const key of ['greedy', 'other']) for (let i = 0; i < 5; i++) void read(asker(key), `${key}${i}`)
  const modest = asker('modest')
  assert.deepEqual([gate.running, gate.waiting, gate.refusal(modest)], [4, 6, null])
  void read(modest, 'm1')
  assert.deepEqual([gate.running, gate.waiting, gate.refusal(modest)], [5, 6, null])
  void read(modest, 'm2')
  assert.deepEqual([gate.running, gate.waiting, gate.refusal(modest)], [5, 7, 'viewReadsWaitingMax'])
})
