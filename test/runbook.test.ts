// The runbook quotes the log and names metrics: what it quotes must still be said somewhere, and what it names be counted.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { isTestCode, readSourceTree } from './tidy/source-tree.ts'

const tree = readSourceTree(join(import.meta.dirname, '..'))
const page = tree.pages.find(({ path }) => path === 'docs/operating/runbook.md')!.text.replace(/```[^`]*```/g, '')
const source = tree.files
  .filter(({ path }) => path.startsWith('packages/') && !isTestCode(path))
  .map(({ text }) => text.replace(/\$\{[^}]*\}/g, '*').replace(/'\s*\+?\s*\n\s*'/g, ''))
  .join('\n')
const quoted = [...page.matchAll(/`([^`]+)`/g)].map(([, text]) => text!.replace(/\s+/g, ' '))
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

test('every line of the log that the runbook quotes is in the source', () => {
  const lines = quoted.filter(
    (text) => /^[.\sa-zA-Z;:,-]+$/.test(text) && text.trim().split(' ').length >= 4 && !/^(make|node|kcat|kill) /.test(text),
  )
  assert.ok(lines.length >= 15, `${lines.length} found`)
  const missing = lines.filter((line) => line.split('...').some((part) => !source.includes(part.trim())))
  assert.deepEqual(missing, [])
})

test('every metric that the runbook names is counted', () => {
  const metrics: string[] = []
  for (const row of page.split('\n').filter((line) => line.startsWith('| `skein_'))) {
    const cells = row.split('|').slice(1, 3).join(' ')
    const role = /skein_([a-z]+)_/.exec(cells)![1]!
    for (const [, whole, part] of cells.matchAll(/`(?:skein_([a-z_]+)|_([a-z_]+))(?:\{[^}]*\})?`/g))
      metrics.push(whole ?? `${role}_${part}`)
  }
  assert.ok(metrics.length >= 30, `${metrics.length} found`)
  const roles = new Set(['processor', 'projector', 'delivery', 'gateway'])
  const missing = metrics.filter((metric) => {
    const role = metric.split('_')[0]!
    return !roles.has(role) || !new RegExp(`\\b${camel(metric.slice(role.length + 1))}\\b`).test(source)
  })
  assert.deepEqual(missing, [])
})
