// The storage contract on a real localStorage, Node's own, which a process has only when it is started with one.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { promisify } from 'node:util'

test('localStorage keeps the storage contract', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'skein-local-storage-'))
  t.after(() => rm(directory, { recursive: true }))
  const flags = ['--experimental-webstorage', `--localstorage-file=${join(directory, 'area')}`, '--disable-warning=ExperimentalWarning']
  const program = new URL('local-storage-process.ts', import.meta.url).pathname
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const run = promisify(execFile)(process.execPath, [...flags, program], { env, timeout: 30_000 })
  const { stdout } = await run.catch((error: { stdout: string }) => assert.fail(error.stdout))
  assert.match(stdout, /pass 7\n/)
})
