// A partition is told of its records twice: by fetches, and by a writer of the same process, in any order and at any speed. Its reader
// sees each once, in order, and never one that does not begin where it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { LogError, StoredRecord, TailOptions } from '@skein/event-sourcing'
import { assertUntilMet, tooFew } from '@skein/testing'
import fc from 'fast-check'
import { type FetchBasis, FollowedPartition, type Records } from './followed-partition.ts'

const never = new AbortController().signal

interface Setting extends Partial<TailOptions> {
  readonly confirmed?: boolean
  readonly drained?: () => void
}

function followed({ confirmed = true, drained = () => {}, ...options }: Setting = {}): FollowedPartition<string> {
  const place = { name: 'events', topic: 'events', partition: 0, to: Number.POSITIVE_INFINITY } as const
  const one = new FollowedPartition<string>(place, { from: 0, signal: never, ...options }, drained)
  if (confirmed) one.confirm(one.basis())
  return one
}

const valueAt = (offset: number) => `value ${offset}`

const append = (base: number, count: number, bytes = 10) => ({
  partition: 0,
  base,
  appendedAt: 1,
  records: Array.from({ length: count }, (_, i) => ({ key: 'k', value: valueAt(base + i), bytes })),
})

const stored = (base: number, count: number): StoredRecord<string>[] =>
  append(base, count).records.map((record, i) => ({ topic: 'events', partition: 0, offset: base + i, appendedAt: 1, ...record }))

/** As a fetch that has found these. */
function answer(one: FollowedPartition<string>, basis: FetchBasis, records: Records<string>): boolean {
  if (!one.counts(basis)) return false
  one.confirm(basis)
  one.fetched(one.wanted(records))
  return true
}

async function take(one: FollowedPartition<string>, count: number): Promise<string[]> {
  const values: string[] = []
  for await (const batch of one.batches(never)) {
    values.push(...batch.map(({ offset, value }) => `${offset} ${value}`))
    if (values.length >= count) break
  }
  return values
}

const valuesTo = (end: number) => Array.from({ length: end }, (_, offset) => `${offset} ${valueAt(offset)}`)

test('records of a writer are taken where they begin at the position, and nowhere else', async () => {
  const one = followed()
  assert.ok(one.offered(append(0, 2)))
  assert.ok(!one.offered(append(3, 1)), 'a hole before it')
  assert.ok(!one.offered(append(1, 2)), 'the first is there already')
  assert.ok(one.offered(append(2, 1)))
  assert.deepEqual(await take(one, 3), valuesTo(3))
})

test('nothing is taken before a fetch that left after the last writer began or ended has confirmed the position', () => {
  const one = followed({ confirmed: false })
  assert.ok(!one.offered(append(0, 1)))
  const before = one.basis()
  one.changed()
  one.confirm(before)
  assert.ok(!one.offered(append(0, 1)), 'it may have been answered before')
  assert.ok(!one.isAt(0))
  one.confirm(one.basis())
  assert.ok(one.isAt(0))
  assert.ok(one.offered(append(0, 1)))
  one.changed()
  assert.ok(!one.offered(append(1, 1)))
})

test('nothing is taken beyond the room there is; that there is room again is told', async () => {
  let drained = 0
  const one = followed({ queueBytesMax: 25, drained: () => (drained += 1) })
  assert.ok(one.offered(append(0, 2)))
  assert.ok(one.isReady(0) && one.offered(append(2, 1)))
  assert.ok(!one.isReady(0) && !one.offered(append(3, 1)))
  assert.deepEqual(await take(one, 3), valuesTo(3))
  assert.equal(drained, 1)
  assert.ok(one.isReady(0) && one.offered(append(3, 1)))
})

test('nothing is taken while records before it wait for their schema', () => {
  const one = followed()
  one.waiting = true
  assert.ok(!one.offered(append(0, 1)))
})

test('an answer counts where nothing but what was handed over has moved the position since', async () => {
  const one = followed()
  const [first, second] = [one.basis(), one.basis()]
  assert.ok(one.offered(append(0, 2)))
  assert.ok(answer(one, first, stored(0, 3)))
  // Of a leader before, which still answers: the one after it has been read from.
  assert.ok(!answer(one, second, stored(0, 4)))
  assert.deepEqual(await take(one, 3), valuesTo(3))
})

test('a hole in what a fetch brought ends the reader, behind what it was handed over as well', async () => {
  const one = followed()
  const basis = one.basis()
  assert.ok(one.offered(append(0, 1)))
  answer(one, basis, stored(2, 1))
  await assert.rejects(take(one, 2), (error: LogError) => error.code === 'OUT_OF_RANGE' && /offset 2 where 1 was due/.test(error.message))
})

test('a reader that lingers reads together what it is handed over meanwhile, the first at once, and all that fills its queue', async () => {
  const one = followed({ lingerMs: 1_000, queueBytesMax: 200 })
  const reads: { readonly at: number; readonly count: number }[] = []
  const stop = new AbortController()
  const reading = (async () => {
    for await (const batch of one.batches(stop.signal)) reads.push({ at: performance.now(), count: batch.length })
  })()
  const beganAt = performance.now()
  for (let offset = 0; offset < 10; offset++) {
    one.offered(append(offset, 1))
    await delay(1)
  }
  await delay(1_300)
  assert.deepEqual(
    reads.map(({ count }) => count),
    [1, 9],
  )
  assert.ok(reads[0]!.at - beganAt < 500 && reads[1]!.at - reads[0]!.at >= 995)
  const fullAt = performance.now()
  one.offered(append(10, 20))
  for (let waited = 0; reads.length < 3 && waited < 1_000; waited++) await delay(1)
  assert.ok(reads[2]!.at - fullAt < 500)
  one.offered(append(30, 1))
  stop.abort()
  await reading
})

const count = fc.integer({ min: 1, max: 3 })
const move = fc.oneof(
  fc.record({ is: fc.constantFrom('append here', 'append here, told later', 'append elsewhere'), count }),
  fc.record({ is: fc.constantFrom('tell', 'fetch', 'answer', 'fetch', 'answer', 'read', 'read', 'change'), count }),
)

// The whole of it: however appends here and elsewhere, offers, fetches under way and their answers follow each other.
test('property: in any order of offers and answers, every record is read once, in order', async () => {
  let [taken, answered] = [0, 0]
  const property = fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 60 }), async (moves) => {
    const one = followed({ confirmed: false, queueBytesMax: 200 })
    const batches = one.batches(never)
    const read: string[] = []
    const untold: ReturnType<typeof append>[] = []
    const fetches: FetchBasis[] = []
    let end = 0
    const tellFirst = () => {
      const told = untold.shift()
      if (told && one.offered(told)) taken += 1
    }
    /** What is waiting. */
    const readAll = async () => {
      if (one.next === read.length) return
      const { value } = await batches.next()
      read.push(...value!.map(({ offset, value }: { offset: number; value: unknown }) => `${offset} ${value}`))
    }
    const answerFirst = () => {
      const basis = fetches.shift()
      if (basis && answer(one, basis, stored(basis.from, Math.min(20, end - basis.from))) && one.next > basis.from) answered += 1
    }
    for (const { is, count } of moves) {
      if (is.startsWith('append')) {
        if (is !== 'append elsewhere') untold.push(append(end, count))
        end += count
      }
      if (is === 'append here' || is === 'tell') tellFirst()
      if (is === 'fetch' && one.isReady(0)) fetches.push(one.basis())
      if (is === 'answer') answerFirst()
      if (is === 'change') one.changed()
      if (is === 'read') await readAll()
    }
    while (fetches.length > 0) answerFirst()
    while (read.length < end) {
      await readAll()
      fetches.push(one.basis())
      answerFirst()
    }
    assert.deepEqual(read, valuesTo(end))
    assert.ok(one.isReady(0), 'and it has not failed')
  })
  await assertUntilMet(property, {
    ...{ seed: Date.now() % 2 ** 31, numRuns: 1_000 },
    missing: () => tooFew({ taken: [taken, 200], answered: [answered, 200] }),
  })
})
