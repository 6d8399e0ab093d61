// Short runs of the fault tool, as part of every `make test`: a processor dies under load; a processor sleeps past its
// session and wakes as a zombie, with its self-fence and without. `make fault` is the whole of it.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const exec = promisify(execFile)
const program = fileURLToPath(new URL('../faults/main.ts', import.meta.url))
const runTimeoutMs = 400_000
const counts = ['missing', 'duplicated', 'gaps', 'misordered', 'neverShownLive', 'leaked', 'unreadWrong', 'viewsDiffer'] as const

for (const [scenario, seconds] of [
  ['kill-processor', 15],
  ['zombie', 15],
] as const) {
  test(`${scenario} for ${seconds} s: nothing acked is lost, repeated, hidden or out of order`, { timeout: runTimeoutMs }, async (t) => {
    const dir = await mkdtemp(join(tmpdir(), 'skein-faults-'))
    t.after(() => rm(dir, { recursive: true, force: true }))
    const json = join(dir, 'verdict.json')
    const args = ['--disable-warning=TimeoutNegativeWarning', program, '--scenario', scenario, '--seconds', String(seconds), '--json', json]
    const { stdout, stderr } = await exec(process.execPath, args, { timeout: runTimeoutMs, killSignal: 'SIGTERM' }).catch((error) => {
      throw new Error(`${scenario} failed:\n${error.stdout}\n${error.stderr}`)
    })
    const verdict = JSON.parse(await readFile(json, 'utf8')) as Record<string, unknown>
    assert.equal(verdict.scenario, scenario)
    assert.ok(Number(verdict.sent) > 1_000, `${verdict.sent} sent`)
    for (const count of counts) assert.equal(verdict[count], 0, `${count}\n${stdout}\n${stderr}`)
    t.diagnostic(`${verdict.sent} sent, ${verdict.acked} acked, longest outage ${verdict.longestOutageMs} ms`)
  })
}
