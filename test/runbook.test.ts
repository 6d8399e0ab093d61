// The runbook quotes the log: what it quotes must still be said somewhere. Metrics that it names are held to the roles by
// packages/server/src/role-metrics.test.ts.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { isTestCode, readSourceTree } from './tidy/source-tree.ts'

const root = join(import.meta.dirname, '..')
const tree = readSourceTree(root)
const whole = tree.pages.find(({ path }) => path === 'docs/operating/runbook.md')!.text
const page = whole.replace(/```[^`]*```/g, '')
const source = tree.files
  .filter(({ path }) => path.startsWith('packages/') && !isTestCode(path))
  .map(({ text }) =>
    text
      .replace(/^\s*(\/\/|\/?\*).*$/gm, '')
      .replace(/\$\{[^}]*\}/g, '*')
      .replace(/'\s*\+?\s*\n\s*'/g, ''),
  )
  .join('\n')
const quoted = [...page.matchAll(/`([^`]+)`/g)].map(([, text]) => text!.replace(/\s+/g, ' '))

test('every line of the log that the runbook quotes is in the source', () => {
  const lines = quoted.filter(
    (text) => /^[.\sa-zA-Z;:,-]+$/.test(text) && text.trim().split(' ').length >= 4 && !/^(make|node|kcat|kill) /.test(text),
  )
  assert.ok(lines.length >= 15, `${lines.length} found`)
  const missing = lines.filter((line) => line.split('...').some((part) => !source.includes(part.trim())))
  assert.deepEqual(missing, [])
})

// Two rows of the alarms said to restore a log, and no more: walked as they stood, the views were of another log, and devices passed over what
// came at places that they had heard.
test('wherever the log is to be put back, the page of all the steps is linked', () => {
  const rows = page.split('\n').filter((line) => /^\| .*\|$/.test(line))
  const remedies = rows
    .map((row) => row.split(' | ').at(-1)!)
    .filter((remedy) => /\brestore\b|\bput\b.*\bback\b|\bfrom a backup\b/i.test(remedy))
  assert.ok(remedies.length >= 4, `${remedies.length} found`)
  assert.deepEqual(
    remedies.filter((remedy) => !remedy.includes('(#restoring-a-backup)')),
    [],
  )
})

test('every variable, make target, command and topic that the runbook names is there', () => {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const named = (pattern: RegExp) => [...new Set([...whole.matchAll(pattern)].map(([, name]) => name!))]
  const kinds = [
    { names: named(/\b(SKEIN_[A-Z_]+)/g), min: 10, source: read('packages/server/src/config.ts'), as: '  *: ' },
    { names: named(/(?:`|# or: )make ([a-z-]+)/g), min: 6, source: read('Makefile'), as: '\n*: ' },
    { names: named(/main\.ts ([a-z-]+)/g), min: 3, source: read('packages/server/src/program.ts'), as: "case '*':" },
    { names: named(/\b(skein\.[a-z-]+\.v1)\b/g), min: 3, source: read('infra/topics.json'), as: '"*"' },
  ]
  for (const { names, min, source: text, as } of kinds) {
    assert.ok(names.length >= min, `${names}`)
    assert.deepEqual(
      names.filter((name) => !text.includes(as.replace('*', name))),
      [],
    )
  }
})
