// `make demo` is the first thing that many see: it once expected what the product no longer did, and left its server behind.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test, { type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { findServer } from '../demo/server.ts'

const program = fileURLToPath(new URL('../demo/demo.ts', import.meta.url))

function play(t: TestContext) {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGTERM'))
  return { child, ended: once(child, 'exit') as Promise<[number | null]>, lines: createInterface({ input: child.stdout }) }
}

test('the demo plays to its end', { timeout: 120_000 }, async (t) => {
  const { ended } = play(t)
  assert.deepEqual((await ended)[0], 0)
})

// It looked into the usual data directory alone, and started a second server beside the one that ran.
test('the demo finds the server of the data directory that SKEIN_DATA_DIR names', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'skein-demo-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  const api = createServer((_, response) => response.end('{"ok": true}')).listen(0, '127.0.0.1')
  await once(api, 'listening')
  t.after(() => api.close())
  const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  await writeFile(join(dataDir, 'endpoints.json'), JSON.stringify({ api: url }))
  const before = process.env.SKEIN_DATA_DIR
  process.env.SKEIN_DATA_DIR = dataDir
  t.after(() => {
    if (before === undefined) delete process.env.SKEIN_DATA_DIR
    else process.env.SKEIN_DATA_DIR = before
  })
  const found = await findServer()
  await found.stop()
  assert.deepEqual([found.api, found.own], [url, false])
})

test('who ends the demo ends the server that it started', { timeout: 120_000 }, async (t) => {
  const { child, ended, lines } = play(t)
  const [first] = (await once(lines, 'line')) as [string]
  const api = /a server was started at (\S+)/.exec(first)?.[1]
  if (!api) return t.diagnostic('a server of this work tree runs, and the demo played on that')
  child.kill('SIGTERM')
  await ended
  await assert.rejects(fetch(`${api}/healthz`))
})
