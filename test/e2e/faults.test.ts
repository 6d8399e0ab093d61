// Short runs of the fault tool on one installation, as part of every `make test`: one of two hot processes dies under load; one sleeps past its
// session and wakes as a zombie, with its self-fence and without; and nothing breaks, while members come and go in groups that grow large and small
// again. `make fault` is the whole of it.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { failures, type Verdict } from '../faults/verdict.ts'

const exec = promisify(execFile)
const program = fileURLToPath(new URL('../faults/main.ts', import.meta.url))
const scenarios = ['kill-hot', 'members', 'zombie']
/** With the fault in the middle; the zombie runs twice. */
const loadSeconds = 12
/** Few enough for a machine that does other things as well. */
const sendsPerSecond = 200
const runTimeoutMs = 590_000

test(`${scenarios.join(', ')}: nothing acked is lost, repeated, hidden or out of order`, { timeout: runTimeoutMs }, async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'skein-faults-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  const json = join(dir, 'verdicts.json')
  const wanted = ['--scenario', scenarios.join(','), '--seconds', String(loadSeconds), '--rate', String(sendsPerSecond), '--json', json]
  // It ends with 1 for outages as well, of which the length says as much about the machine as about the product: make fault judges those.
  const { stdout } = await exec(process.execPath, [program, ...wanted]).catch((error) => {
    if (error.code === 1) return error as { stdout: string }
    throw new Error(`a run failed:\n${error.stdout}\n${error.stderr}`)
  })
  const verdicts = JSON.parse(await readFile(json, 'utf8')) as Verdict[]
  assert.deepEqual(
    verdicts.map((verdict) => verdict.scenario),
    scenarios,
  )
  for (const verdict of verdicts) {
    assert.ok(Number(verdict.sent) > (sendsPerSecond * loadSeconds) / 4, `${verdict.scenario}: ${verdict.sent} sent`)
    const wrong = failures(verdict).filter((reason) => !reason.startsWith('outage '))
    assert.deepEqual(wrong, [], `${verdict.scenario}: ${JSON.stringify(verdict.evidence)}\n${stdout}`)
    t.diagnostic(`${verdict.scenario}: ${verdict.sent} sent, ${verdict.acked} acked, longest outage ${verdict.longestOutageMs} ms`)
  }
})
