// What `make up` and its companions say without a stack, and to people who mistype: a line that says what is wrong before the help, where
// there was a stack trace.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const nowhere = join(tmpdir(), `skein-no-stack-${process.pid}`)
const help = 'Real Kafka, schema registry, PostgreSQL and Redis for this work tree.'

function run(...args: readonly string[]) {
  const env = { PATH: '/usr/bin:/bin' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8', timeout: 30_000 })
  return { status, stdout, stderr }
}

test('a command or an option that there is not is named before the help', () => {
  for (const [args, said] of [
    [['fly'], /^unknown command fly\n\n/],
    [['up', '--natvie'], /^Unknown option '--natvie'.*\n\n/],
  ] as const) {
    const { status, stdout, stderr } = run(...args)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, said)
    assert.equal(stderr.split('\n')[2], help)
  }
})

test('where there is no stack, nothing is up, and nothing is made', () => {
  assert.deepEqual(run('status', '--dir', nowhere), { status: 1, stdout: 'no stack: start one with `make up`\n', stderr: '' })
  assert.deepEqual(run('status', '--json', '--dir', nowhere), { status: 1, stdout: '{"up":false,"servers":[]}\n', stderr: '' })
  assert.deepEqual(run('down', '--volumes', '--dir', nowhere), { status: 0, stdout: '', stderr: '' })
  assert.equal(existsSync(nowhere), false)
})
