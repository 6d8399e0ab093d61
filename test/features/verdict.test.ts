// A row of docs/features.md counts only when its test ran on this code and passed: what was skipped, has failed, was not run or was run
// on other code is refused.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { resultsOf } from '../passed-tests.ts'
import { columns, readFeatureTable } from './feature-table.ts'
import { openResults, readResults, type TestResult } from './test-results.ts'
import { testedState } from './tested-state.ts'
import { unprovenRows } from './verdict.ts'

const file = 'test/a.test.ts'
const cells = ['Take back', '-', '`RevokeMessage`', '`MessageRevoked`', '`items`', '`revoke`', '`/revoke`', `\`${file}: goes\``]
const { rows } = readFeatureTable(`| ${columns.join(' | ')} |\n| ${cells.join(' | ')} |`)

function scratch(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'skein-features-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

interface Told {
  readonly name: string
  readonly type?: string
  readonly nesting?: number
  readonly skip?: string | boolean
  readonly todo?: string | boolean
  readonly kind?: 'test' | 'suite'
}

/** What the reporter makes of what the runner tells. */
async function reported(...events: readonly Told[]): Promise<Omit<TestResult, 'state'>[]> {
  async function* stream() {
    for (const { type = 'test:pass', nesting = 0, kind = 'test', ...data } of events)
      yield { type, data: { ...data, nesting, file: join(import.meta.dirname, '../..', file), details: { type: kind } } }
  }
  const results: Omit<TestResult, 'state'>[] = []
  for await (const result of resultsOf(stream())) results.push(result)
  return results
}

async function verdict(...events: readonly Told[]): Promise<string[]> {
  const results = (await reported(...events)).map((result) => ({ state: 'now', ...result }))
  return unprovenRows(rows, results, 'now')
}

test('a test that passed proves its row, in whichever groups it stands', async () => {
  assert.deepEqual(await verdict({ name: 'goes' }), [])
  assert.deepEqual(await verdict({ name: 'goes', skip: false, nesting: 2 }), [])
})

test('one that was not run, failed or was skipped does not, nor does a group of that name', async () => {
  const refused = (became: string) => [`Take back: ${became}: ${file}: goes`]
  assert.deepEqual(await verdict({ name: 'goes not' }), refused('not run'))
  assert.deepEqual(await verdict({ name: 'other' }, { name: 'goes', kind: 'suite' }), refused('not run'))
  assert.deepEqual(await verdict({ name: 'goes', type: 'test:fail' }), refused('failed'))
  for (const left of [{ skip: true }, { skip: 'UNVERIFIED: no moon' }, { skip: '' }, { todo: true }])
    assert.deepEqual(await verdict({ name: 'goes', ...left }), refused('skipped'), JSON.stringify(left))
  assert.deepEqual(await verdict({ name: 'other' }, { name: 'goes', type: 'test:start' }), refused('not run'))
  const [elsewhere] = await reported({ name: 'goes' })
  assert.deepEqual(unprovenRows(rows, [{ state: 'now', ...elsewhere!, file: 'test/b.test.ts' }], 'now'), refused('not run'))
})

test('of several runs of a test the last counts; where several groups run it, it may fail in none', async () => {
  const on = (name: string, type?: string) => [
    { name, type: 'test:start', kind: 'suite' as const },
    { name: 'goes', type: 'test:start', nesting: 1 },
    { name: 'goes', nesting: 1, ...(type === undefined ? {} : { type }) },
  ]
  assert.deepEqual(await verdict({ name: 'goes', type: 'test:fail' }, { name: 'goes' }), [])
  assert.equal((await verdict({ name: 'goes' }, { name: 'goes', type: 'test:fail' })).length, 1)
  assert.deepEqual(await verdict(...on('on a'), ...on('on b')), [])
  assert.equal((await verdict(...on('on a', 'test:fail'), ...on('on b'))).length, 1)
})

test('results of other code prove nothing, and where nothing says which code it is nothing is proven', () => {
  const result: TestResult = { state: 'before', file, titles: ['goes'], result: 'passed' }
  assert.deepEqual(unprovenRows(rows, [result], 'now'), ['no test was run on now; the last ones were on before'])
  assert.equal(unprovenRows(rows, [result, { ...result, state: 'now', titles: ['other'] }], 'now').length, 1)
  assert.deepEqual(unprovenRows(rows, [result], 'before'), [])
  assert.match(unprovenRows(rows, [result], null).join(), /^there is no commit here/)
})

test('runs on one code add to each other, a run on another begins anew', (t) => {
  const path = join(scratch(t), 'deep/passed.jsonl')
  assert.deepEqual(readResults(path), [])
  const result = { file, titles: ['on a', 'goes'], result: 'passed' } as const
  openResults(path, 'before')(result)
  openResults(path, 'before')({ ...result, result: 'failed' })
  assert.deepEqual(
    readResults(path).map((each) => [each.state, each.result]),
    [
      ['before', 'passed'],
      ['before', 'failed'],
    ],
  )
  openResults(path, 'now')(result)
  assert.deepEqual(readResults(path), [{ state: 'now', ...result }])
})

test('code is told from code: a commit, whatever was changed since, and a folder without any', (t) => {
  const root = scratch(t)
  // As where the tests are run by a hook of git.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'ignore', env })
  const states = new Set<string | null>()
  const seen = () => {
    const state = testedState(root)
    assert.equal(testedState(root), state)
    states.add(state)
    return state
  }
  assert.equal(seen(), null)
  git('init')
  writeFileSync(join(root, 'a'), 'a')
  git('add', 'a')
  git('-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', 'commit', '-m', 'a')
  const commit = seen()
  assert.match(commit!, /^[0-9a-f]{40,}$/)
  writeFileSync(join(root, 'a'), 'b')
  seen()
  writeFileSync(join(root, 'b'), 'b')
  seen()
  writeFileSync(join(root, 'b'), 'c')
  seen()
  git('add', 'b')
  seen()
  mkdirSync(join(root, 'c'))
  assert.equal(states.size, 6)
  writeFileSync(join(root, 'a'), 'a')
  git('rm', '-f', 'b')
  assert.ok(!existsSync(join(root, 'b')))
  assert.equal(seen(), commit)
})
