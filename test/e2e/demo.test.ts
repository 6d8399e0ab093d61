// `make demo` is the first thing that many see: it once expected what the product no longer did, and left its server behind.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import test, { type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

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

test('who ends the demo ends the server that it started', { timeout: 120_000 }, async (t) => {
  const { child, ended, lines } = play(t)
  const [first] = (await once(lines, 'line')) as [string]
  const api = /a server was started at (\S+)/.exec(first)?.[1]
  if (!api) return t.diagnostic('a server of this work tree runs, and the demo played on that')
  child.kill('SIGTERM')
  await ended
  await assert.rejects(fetch(`${api}/healthz`))
})
