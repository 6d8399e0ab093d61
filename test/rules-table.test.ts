// The rules that keep the log exact stand in a table of ARCHITECTURE.md, each with its place in the code and its test. Files were renamed and
// tests reworded, and the table went on naming what was not there any more: whatever it names must be there.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { isTestCode, readSourceTree } from './tidy/source-tree.ts'

const tree = readSourceTree(join(import.meta.dirname, '..'))
const page = tree.pages.find(({ path }) => path === 'ARCHITECTURE.md')!.text

interface Rule {
  readonly rule: string
  readonly where: string
  readonly tests: string
}

const rules = page.split('\n').flatMap((line): Rule[] => {
  const [, rule = '', where = '', tests = ''] = /^\| (\d+ .*) \| (.*) \| (.*) \|$/.exec(line) ?? []
  return rule === '' ? [] : [{ rule, where, tests }]
})

const quotedIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!)
const isFile = (name: string) => name.endsWith('.ts')

/** Texts of the files that a name means: its folders may be left out, and tests of the contract of logs are one. */
function textsOf(name: string): string[] {
  if (name === 'contract')
    return tree.files.filter(({ path }) => path.startsWith('packages/testing/src/event-log-contract')).map(({ text }) => text)
  const found = tree.files.filter(({ path }) => path.endsWith(`/${name}`))
  return found.filter(({ path }) => isTestCode(path) === name.endsWith('.test.ts')).map(({ text }) => text)
}

/** What a cell says of tests, piece by piece: names may hold semicolons, and dots stand for what is left out. */
function* testsNamed(cell: string): Generator<{ readonly file: string; readonly part: string }> {
  let file = ''
  for (const piece of cell.split(';')) {
    const [, quoted, contract, said = ''] = /^\s*(?:`([^`]+)`|(contract))?:?\s*(.*)$/.exec(piece)!
    file = quoted ?? contract ?? file
    const isWhole = said === 'whole' || said.startsWith('(')
    for (const part of isWhole ? [''] : said.split('...')) yield { file, part: part.trim() }
  }
}

test('every file, function and test that the rules name is there', () => {
  assert.ok(rules.length >= 16, `${rules.length} found`)
  const missing = rules.flatMap(({ rule, where, tests }) => {
    const named = quotedIn(where)
    const code = named.filter(isFile).flatMap(textsOf)
    const absent = [
      ...named.filter((name) => (isFile(name) ? textsOf(name).length === 0 : !code.some((text) => text.includes(name)))),
      ...[...testsNamed(tests)].flatMap(({ file, part }) =>
        textsOf(file).some((text) => text.includes(part)) ? [] : [`${file}: ${part}`],
      ),
    ]
    return absent.map((name) => `${rule}: ${name}`)
  })
  assert.deepEqual(missing, [])
})
