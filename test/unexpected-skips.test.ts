// The reporter that decides whether a run with skipped tests may pass.

import assert from 'node:assert/strict'
import test from 'node:test'
import unexpectedSkips from './unexpected-skips.ts'

async function verdict(...events: { name: string; skip?: string | boolean; todo?: string | boolean }[]) {
  const before = process.exitCode
  process.exitCode = 0
  let text = ''
  async function* stream() {
    yield { type: 'test:plan', data: {} }
    for (const data of events) yield { type: 'test:pass', data }
  }
  for await (const line of unexpectedSkips(stream())) text += line
  const passed = process.exitCode === 0
  process.exitCode = before
  return { passed, text }
}

test('a run without skips passes silently', async () => {
  assert.deepEqual(await verdict({ name: 'a' }, { name: 'b', skip: false }), { passed: true, text: '' })
})

test('what the machine cannot have passes, and is listed', async () => {
  const { passed, text } = await verdict({ name: 'a' }, { name: 'b', skip: 'UNVERIFIED: no moon' })
  assert.ok(passed)
  assert.match(text, /^skipped, as this machine cannot have it: b .*no moon\n$/)
})

test('a skip without a reason, with an unknown one, a todo, and a run of nothing fail', async () => {
  for (const event of [
    { skip: true },
    { skip: '' },
    { skip: 'flaky' },
    { skip: 'this log has no broker' },
    { todo: true },
    { todo: 'UNVERIFIED: later' },
  ]) {
    const { passed, text } = await verdict({ name: 'ok' }, { name: 'left out', ...event })
    assert.equal(passed, false, JSON.stringify(event))
    assert.match(text, /left out/)
  }
  assert.equal((await verdict()).passed, false)
})
