// The bench as a program: a planted loss, duplicate, swap or gap must end it with exit code 1 and be counted as what it is.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './report.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'skein-bench-'))
after(() => rmSync(dir, { recursive: true, force: true }))

function run(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }))
  })
}

async function runOnNull(...more: string[]): Promise<{ code: number; result: BenchResult }> {
  const file = join(dir, `${more.join('')}.json`)
  const args = ['--null', '--rate', '500', '--warmup', '0', '--duration', '2', '--connections', '20', '--json', file, ...more]
  const { code } = await run(args)
  return { code, result: JSON.parse(readFileSync(file, 'utf8')) as BenchResult }
}

const faultsIn = ({ lost, duplicated, gaps, misordered }: BenchResult) => ({ lost, duplicated, gaps, misordered })
const none = { lost: 0, duplicated: 0, gaps: 0, misordered: 0 }

test('without a fault: exit code 0, and an object with every field', async () => {
  const { code, result } = await runOnNull()
  assert.equal(code, 0)
  assert.deepEqual(faultsIn(result), none)
  assert.deepEqual(
    [result.scenario, result.rate, result.seconds, result.sent, result.acked, result.delivered],
    ['null', 500, 2, 1000, 1000, 1000],
  )
  for (const times of [result.ackMs, result.deliverMs, result.replyMs]) assert.deepEqual(Object.keys(times), ['p50', 'p99', 'p999', 'max'])
})

for (const [fault, counted] of [
  ['loss', { ...none, lost: 1, gaps: 1 }],
  ['duplicate', { ...none, duplicated: 1 }],
  ['swap', { ...none, misordered: 1 }],
  ['gap', { ...none, gaps: 2 }],
] as const) {
  test(`a planted ${fault} ends the bench with exit code 1`, async () => {
    const { code, result } = await runOnNull('--plant', fault)
    assert.equal(code, 1)
    assert.deepEqual(faultsIn(result), counted)
  })
}

test('bad arguments are told, with the help, and end with exit code 2', async () => {
  const refused = await run(['--layout', 'cold'])
  assert.equal(refused.code, 2)
  assert.match(refused.err, /^--layout must be one of hot, roles\n\nUsage:/)
  const { code, out } = await run(['--help'])
  assert.equal(code, 0)
  for (const option of ['--knee', '--sweep', '--layout', '--burn', '--overload', '--embedded']) assert.match(out, new RegExp(option))
})
