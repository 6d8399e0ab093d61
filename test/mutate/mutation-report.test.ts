// What a run says: the score, what was missed with its reason, what was left, how far it is, and which files have changed since one was
// recorded.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { ArgumentError, help, readArguments } from './arguments.ts'
import type { MutatedFile } from './mutated-files.ts'
import { asText, reportOf } from './mutation-report.ts'
import type { JudgedMutant } from './mutation-run.ts'
import type { Outcome } from './outcomes.ts'
import { createProgressLine } from './progress-line.ts'
import { isAsRecorded, readRecordedRun, writeRecordedRun } from './recorded-run.ts'

const fileOf = (path: string): MutatedFile => ({ path, text: `text of ${path}`, mutants: [], firstId: 0 })

function judged(path: string, ...ended: readonly (Outcome['ended'] | null)[]): JudgedMutant[] {
  return ended.map((kind, i) => ({
    file: fileOf(path),
    mutant: {
      ...{ start: i, end: i + 1, line: i + 1, within: 'f', operator: 'logic', place: 'expression' },
      ...{ code: `a &&\n  b${i}`, becomes: `a || b${i}` },
    },
    outcome: kind === null ? null : { ended: kind, by: null },
  }))
}

const all = [
  ...judged('a.ts', 'killed', 'endless', 'survived', 'unreached', 'survived'),
  ...judged('b.ts', 'unreached', null),
  ...judged('c.ts', 'killed'),
]
const reason = { file: 'a.ts', within: 'f', code: 'a && b2', becomes: 'a || b2', reason: 'both say the same' }

test('the score is of what a test comes by; reasons are told, and leave their mutant out of the second one', () => {
  const { whole, files, missed, reasonsForNothing } = reportOf(all, [reason])
  assert.deepEqual(whole, {
    ...{ mutants: 8, killed: 3, survived: 2, unreached: 2, left: 1, explained: 1 },
    ...{ score: 60, scoreOfUnexplained: 75 },
  })
  assert.deepEqual([files['a.ts']?.score, files['b.ts']?.score, files['c.ts']?.score], [50, null, 100])
  assert.deepEqual(
    missed.map(({ file, line, ended, reason: why }) => [file, line, ended, why]),
    [
      ['a.ts', 3, 'survived', 'both say the same'],
      ['a.ts', 4, 'unreached', null],
      ['a.ts', 5, 'survived', null],
      ['b.ts', 1, 'unreached', null],
    ],
  )
  assert.deepEqual(reasonsForNothing, [])
})

test('a reason that no survivor has is told, unless its file was not looked at whole', () => {
  const idle = (file: string, code: string) => ({ ...reason, file, code })
  const reasons = [reason, idle('a.ts', 'a && b0'), idle('a.ts', 'gone'), idle('b.ts', 'gone'), idle('d.ts', 'gone')]
  assert.deepEqual(reportOf(all, reasons).reasonsForNothing, [reasons[1], reasons[2]])
  const elsewhere = { ...reason, within: 'g' }
  const { whole, reasonsForNothing } = reportOf(all, [elsewhere])
  assert.deepEqual([whole.explained, reasonsForNothing], [0, [elsewhere]], 'the same in another function has no reason')
})

test('the text has a line for each missed mutant, each file and all', () => {
  const text = asText(reportOf(all, [reason]))
  assert.match(text, /^a\.ts:3: survived, logic in f: a && b2 -> a \|\| b2 \(both say the same\)$/m)
  assert.match(text, /^a\.ts:4: unreached, logic in f: a && b3 -> a \|\| b3$/m)
  assert.match(text, /^ +50 +5 +2 +2 +1 +0 {2}a\.ts$/m)
  assert.match(text, /^ +- +2 +0 +0 +1 +1 {2}b\.ts$/m)
  assert.match(text, /^ +60 +8 +3 +2 +2 +1 {2}all$/m)
})

test('a recorded run tells which files are as they were', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-mutate-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const path = join(dir, 'recorded.json')
  assert.equal(isAsRecorded(fileOf('a.ts'), readRecordedRun(path)), false)
  writeRecordedRun(path, ['gone.ts', 'c.ts'].map(fileOf), reportOf(all, []), new Set())
  writeRecordedRun(path, ['none.ts', 'a.ts'].map(fileOf), reportOf(all, []), new Set(['a.ts', 'c.ts', 'none.ts']))
  const recorded = readRecordedRun(path)
  assert.deepEqual(Object.keys(recorded), ['a.ts', 'c.ts', 'none.ts'])
  assert.deepEqual([recorded['a.ts']?.killed, recorded['none.ts']?.mutants], [2, 0])
  assert.equal(isAsRecorded(fileOf('a.ts'), recorded), true)
  assert.equal(isAsRecorded({ path: 'a.ts', text: 'another' }, recorded), false)
  assert.equal(isAsRecorded(fileOf('b.ts'), recorded), false)
})

test('progress is told every few seconds and at the end, with what is left at that rate', () => {
  const said: string[] = []
  let now = 0
  const tell = createProgressLine(
    'domain',
    (line) => said.push(line),
    () => now,
  )
  for (const looked of [1, 2, 3]) {
    now += 3_000
    tell({ done: 90 + looked, total: 193, looked })
  }
  now += 1_000
  tell({ done: 193, total: 193, looked: 103 })
  assert.deepEqual(said, ['domain: 92 of 193 mutants, 0.3/s, 5 min 3 s left', 'domain: 193 of 193 mutants, 10.3/s, done'])
})

test('arguments are named, and what does not go together is refused', () => {
  assert.deepEqual(readArguments(['--files', 'domain', '--seconds', '300', '--processes', '3', '--changed', '--fresh', '--json', 'x']), {
    ...{ help: false, target: null, files: 'domain', changed: true, timeMs: 300_000, processes: 3, fresh: true, json: 'x', record: false },
  })
  assert.deepEqual([readArguments([]).timeMs, readArguments(['-h']).help], [Infinity, true])
  assert.equal(readArguments(['--target', 'domain', '--record']).target, 'domain')
  for (const wrong of [
    ['--seconds', '0'],
    ['--processes', 'two'],
    ['--record', '--changed'],
    ['--target', 'api'],
    ['--record', '--files', 'a'],
    ['--what'],
    ['a'],
  ])
    assert.throws(() => readArguments(wrong), ArgumentError, wrong.join(' '))
  for (const option of ['target', 'files', 'changed', 'seconds', 'processes', 'fresh', 'json', 'record'])
    assert.ok(help.includes(`--${option} `), option)
})
