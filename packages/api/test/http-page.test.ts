// docs/http-api.md says of every code the status that the catalogue has, and leaves out none that a route may answer.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type ErrorCode, errorCatalogue, isErrorCode } from '@skein/contracts'
import { openApi } from './open-api.ts'

const page = await readFile(new URL('../../../docs/http-api.md', import.meta.url), 'utf8')

/** [code, status] of the table of statuses, then of everything said elsewhere. */
function* told(): Generator<readonly [string, number]> {
  for (const [, status, codes] of page.matchAll(/^\| ([45]\d\d) \| (.*) \|$/gm)) {
    for (const [, code] of codes!.matchAll(/`([A-Z_]+)`/g)) yield [code!, Number(status)]
  }
  for (const [, code, status] of page.matchAll(/`([A-Z_]+)` ([45]\d\d)\b/g)) yield [code!, Number(status)]
}

test('every status on the page is that of its code', () => {
  const pairs = [...told()]
  assert.ok(pairs.length > 20)
  for (const [code, status] of pairs) {
    assert.ok(isErrorCode(code), code)
    assert.equal(status, errorCatalogue[code].http, code)
  }
})

test('every code that a route may answer is on the page', async (t) => {
  const api = await openApi(t)
  const { body } = await api.call('GET', '/v1/openapi.json')
  const codes = new Set(
    JSON.stringify(body.paths)
      .match(/\b[A-Z][A-Z_]+\b/g)
      ?.filter(isErrorCode),
  )
  assert.ok(codes.size > 5)
  const inTable = new Set([...told()].map(([code]) => code as ErrorCode))
  assert.deepEqual(
    [...codes].filter((code) => !inTable.has(code)),
    [],
  )
})
