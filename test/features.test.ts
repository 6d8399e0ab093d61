// docs/features.md says of each capability by which command, event, view, call and chat command it is done, and which test shows it: all of
// them are there. Whether the tests passed is asked by `make features`, once they ran.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { columns, readFeatureTable } from './features/feature-table.ts'
import { faultsOf } from './features/features.ts'
import { type ProductNames, productNames } from './features/product-names.ts'
import { readSourceTree } from './tidy/source-tree.ts'

const root = join(import.meta.dirname, '..')
const real = productNames(readSourceTree(root))

test('whatever docs/features.md names is there, and no packet is left out', () => {
  assert.deepEqual(faultsOf(readFeatureTable(readFileSync(join(root, 'docs/features.md'), 'utf8')), real), [])
})

test('a test is found by its title, one with parts to fill in by what they may be; a group, and a file of the product, are none', () => {
  const suite = 'test/e2e/suite/accounts.ts'
  assert.ok(real.holdsTest(suite, 'one registers, logs in, and is found'))
  assert.ok(real.holdsTest(suite, 'logging out over ws ends the connections of the session, and its token is worth nothing'))
  for (const [path, title] of [
    [suite, 'one registers'],
    [suite, 'logging out over  ends the connections of the session, and its token is worth nothing'],
    ['test/e2e/suite/groups.ts', 'one registers, logs in, and is found'],
    ['packages/view-store/test/message-control.test.ts', 'missed'],
    ['test/none.ts', 'one registers, logs in, and is found'],
  ] as const)
    assert.equal(real.holdsTest(path, title), false, `${path}: ${title}`)
})

const product: ProductNames = {
  commands: new Set(['RevokeMessage']),
  events: new Set(['MessageRevoked']),
  requests: new Set(['history']),
  views: new Set(['items']),
  calls: new Set(['revoke']),
  chat: new Set(['revoke', 'group add']),
  needed: new Set(['RevokeMessage', 'history']),
  holdsTest: (path, title) => path === 'test/a.test.ts' && title === 'it is: so',
}

const right = {
  capability: 'Take back',
  source: '-',
  command: '`RevokeMessage`',
  event: '`MessageRevoked`',
  view: '`items`',
  call: '`revoke`',
  chat: '`/revoke all`, `/group add`',
  test: '`test/a.test.ts: it is: so`<br>`test/a.test.ts: it is: so`',
}
const read = { ...right, capability: 'Read', command: '`history`', event: '-' }
const rowOf = (cells: object) => `| ${Object.values(cells).join(' | ')} |`
const header = `| ${columns.join(' | ')} |\n|---|---|---|---|---|---|---|---|`
const pageOf = (rows: readonly object[], ...more: string[]) => [header, ...rows.map(rowOf), '', ...more].join('\n')
const faults = (page: string) => faultsOf(readFeatureTable(page), product)

test('a page that is right has no fault', () => {
  assert.deepEqual(faults(pageOf([right, read])), [])
  assert.deepEqual(faults(pageOf([{ ...right, chat: '-' }, read], '- Take back, `skein chat`: nobody types it.')), [])
})

test('each fault of a row is told', () => {
  const planted: readonly (readonly [object, RegExp])[] = [
    [{ command: '`Revoke`' }, /no command "Revoke"/],
    [{ event: '`RevokeMessage`' }, /no event "RevokeMessage"/],
    [{ view: '`rows`' }, /no view "rows"/],
    [{ call: '`takeBack`' }, /no SDK call "takeBack"/],
    [{ chat: '`/revoked`' }, /no `skein chat` "\/revoked"/],
    [{ chat: '`!revoke`' }, /no `skein chat` "!revoke"/],
    [{ chat: '`/group`' }, /no `skein chat` "\/group"/],
    [{ test: '`test/a.test.ts: it is`' }, /no test "test\/a.test.ts: it is"/],
    [{ test: '`test/b.test.ts: it is: so`' }, /no test/],
    [{ test: '`test/a.test.ts`' }, /no test/],
    [{ test: '-' }, /names no test/],
    [{ event: '-' }, /Take back, event: a dash without a reason/],
    [{ call: '-' }, /Take back, SDK call: a dash without a reason/],
    [{ view: 'items' }, /is no row/],
    [{ view: '' }, /is no row/],
    [{ source: '' }, /is no row/],
    [{ view: '`items` | `items`' }, /is no row/],
    [{ command: '`history`' }, /what is no command leaves no event/],
  ]
  for (const [change, told] of planted) {
    const [fault = 'none', ...others] = faults(pageOf([{ ...right, ...change }, read, { ...right, capability: 'Again' }]))
    assert.match(fault, told)
    assert.deepEqual(others, [], JSON.stringify(change))
  }
})

test('so is each fault of the page', () => {
  assert.deepEqual(faults(''), ['there is no row', 'RevokeMessage: has no row', 'history: has no row'])
  assert.deepEqual(faults(pageOf([right])), ['history: has no row'])
  assert.deepEqual(faults(pageOf([right, read, read])), ['Read: stands there twice'])
  assert.deepEqual(faults(pageOf([right, read], '- Take back, view: for nothing.')), ['Take back, view: a reason for no dash'])
  assert.deepEqual(faults(pageOf([right, read]).replace('| view |', '| table |')).length, 1)
})
