// `skein app policy` before it reaches a server; on one it is tested in test/e2e/app-policy.test.ts.
import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import test from 'node:test'
import { main, type Surroundings } from '../src/index.ts'

async function skein(...args: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const surroundings = { argv: ['node', 'skein', ...args], env: {}, stdin, stdout, stderr } as unknown as Surroundings
  await main(surroundings)
  stdout.end()
  stderr.end()
  return { code: surroundings.exitCode ?? 0, out: await text(stdout), errors: await text(stderr) }
}

test('without the operator key it says where that is found', async () => {
  const { code, errors } = await skein('app', 'policy', 'shop')
  assert.equal(code, 1)
  assert.match(errors, /^INVALID_ARGUMENT: give --operator-key or SKEIN_OPERATOR_KEY: .*\.skein\/data\/operator-key.*\n$/)
})

test('what is not set as it should be is one line, and nothing is asked', async () => {
  for (const wrong of ['groupMembersMax', 'groupMembersMax=', 'groupMembersMax=-1', 'groupMembersMax=1.5', '=1', `a=${2 ** 60}`]) {
    const { code, errors } = await skein('app', 'policy', 'shop', '--api', 'http://127.0.0.1:1', '--operator-key', 'x', '--set', wrong)
    assert.equal(code, 1)
    assert.match(errors, /--set <name=value\.\.\.>.*such as groupMembersMax=50/)
  }
  // The server may be there the next time.
  const unreachable = await skein('app', 'policy', 'shop', '--api', 'http://127.0.0.1:1', '--operator-key', 'x')
  assert.equal(unreachable.code, 2)
  assert.match(unreachable.errors, /^API_UNREACHABLE: .*\/v1\/shop\/policy: is Skein running there\?.*\n$/)
})

test('help everywhere', async () => {
  for (const args of [
    ['app', '--help'],
    ['app', 'policy', '--help'],
  ]) {
    const { code, out } = await skein(...args)
    assert.deepEqual([code, /^Usage: skein app/.test(out)], [0, true])
  }
})
