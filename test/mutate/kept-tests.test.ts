// Tests that are kept to be run again and again: they are what node:test would run, with what their groups prepare.

import assert from 'node:assert/strict'
import test from 'node:test'
import {
  endGroups,
  after as keepAfter,
  afterEach as keepAfterEach,
  before as keepBefore,
  beforeEach as keepBeforeEach,
  describe as keepGroup,
  it as keepIt,
  test as keepTest,
  unitsWhile,
} from './kept-tests.ts'

/** What a test is given, as far as these use it. */
interface Context {
  after(hook: () => unknown): void
  test(...words: readonly unknown[]): Promise<void>
}

test('each test is a unit by the titles around it; what is left out is none', async () => {
  const units = await unitsWhile('a.test.ts', async () => {
    keepTest('one', () => {})
    keepTest('left out', { skip: 'for a reason' }, () => {})
    keepTest('to do', { todo: true }, () => {})
    keepTest.skip('left out as well', () => {})
    keepTest('with time', { timeout: 5, skip: false }, () => {})
    keepGroup('group', () => {
      keepIt('two', () => {})
      keepGroup('inner', { concurrency: true }, () => keepIt('three', () => {}))
    })
    keepGroup.skip('left out', () => keepIt('four', () => {}))
    keepTest('five', () => {})
  })
  assert.deepEqual(
    units.map(({ file, name }) => `${file}: ${name}`),
    ['one', 'with time', 'group > two', 'group > inner > three', 'five'].map((name) => `a.test.ts: ${name}`),
  )
})

test('a unit fails by what its test throws, at once or later, or one within it; what it leaves is cleared all the same', async () => {
  const cleared: string[] = []
  const units = await unitsWhile('a.test.ts', async () => {
    keepTest('throws', (t: Context) => {
      t.after(() => cleared.push('first'))
      t.after(() => cleared.push('second'))
      throw new Error('throws')
    })
    keepTest('rejects', async () => {
      await Promise.resolve()
      throw new Error('rejects')
    })
    keepTest('within', (t: Context) => t.test('inner', () => Promise.reject(new Error('inner'))))
    keepTest('passes', async (t: Context) => {
      await t.test('left out', { skip: true }, () => Promise.reject(new Error('skipped')))
    })
  })
  for (const [i, message] of ['throws', 'rejects', 'inner'].entries()) await assert.rejects(units[i]!.run(), { message })
  await units[3]!.run()
  await units[3]!.run()
  assert.deepEqual(cleared, ['second', 'first'])
})

test('what groups prepare is there for every test in them, prepared once, and ended once', async () => {
  const told: string[] = []
  const note = (text: string) => () => void told.push(text)
  const units = await unitsWhile('a.test.ts', async () => {
    keepBefore(note('file'))
    keepAfter(note('file ends'))
    keepGroup('group', () => {
      keepBefore(note('group'))
      keepAfter(note('group ends'))
      keepBeforeEach(note('each'))
      keepAfterEach(note('each ends'))
      keepIt('one', note('one'))
      keepIt('two', note('two'))
    })
  })
  assert.deepEqual(told, [])
  for (const unit of [units[1]!, units[0]!]) await unit.run()
  assert.deepEqual(told.splice(0), ['file', 'group', 'each', 'two', 'each ends', 'each', 'one', 'each ends'])
  await endGroups()
  assert.deepEqual(told, ['group ends', 'file ends'])
})

test('a test that is made while another runs is a mistake that is told', () => {
  assert.throws(() => keepTest('late', () => {}), /while none is loaded/)
})
