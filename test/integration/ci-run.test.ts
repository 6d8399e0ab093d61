// .ci/run once drew two thirds of the scenarios, with a budget for second runs that was the same for one and for nine: what it asks make for,
// how long that may take, and what it makes of the answer. In a checkout of its own, whose make only writes down what it is asked for.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Layout } from '@skein/server'
import { exampleJournal } from '../faults/example-journal.ts'
import { scenarioNames } from '../faults/scenarios.ts'
import { judge, type Verdict } from '../faults/verdict.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const inRoles = ['kill-processor', 'zombie', 'kill-broker', 'pause-redis']
const slow = { longestOutageMs: 10_001, outageMsMax: 10_000 }

/** The first run of a layout answers what stands in a file of its name; a second one, which keeps no results, passes. */
const make = `#!/bin/sh
echo "$@" >>asked
for one in "$@"; do
  case $one in
    LAYOUT=*) layout=\${one#LAYOUT=} ;;
    JSON=*) json=\${one#JSON=} ;;
  esac
done
[ -n "$json" ] || exit 0
cp "$layout.json" "$json"
exit "$(cat "$layout.code")"
`

interface Ran {
  readonly code: number
  readonly said: string
  /** Of make, without the seed and the file of results. */
  readonly asked: readonly string[]
}

async function runWith(t: TestContext, wrong: Readonly<Record<Layout, Readonly<Record<string, Partial<Verdict>>>>>): Promise<Ran> {
  const dir = await mkdtemp(join(tmpdir(), 'skein-ci-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  for (const folder of ['.ci', 'bin']) await mkdir(join(dir, folder))
  await cp(join(root, '.ci/run'), join(dir, '.ci/run'))
  for (const link of ['test', 'node_modules']) await symlink(join(root, link), join(dir, link))
  const passed = { ...judge(exampleJournal()), evidence: { injected: true } }
  for (const [layout, names] of [['hot', scenarioNames('hot')] as const, ['roles', inRoles] as const]) {
    const verdicts = names.map((scenario) => ({ ...passed, scenario, ...wrong[layout][scenario] }))
    await writeFile(join(dir, `${layout}.json`), JSON.stringify(verdicts))
    await writeFile(join(dir, `${layout}.code`), Object.keys(wrong[layout]).length > 0 ? '2' : '0')
  }
  for (const [name, program] of [['make', make] as const, ['docker', '#!/bin/sh\n'] as const]) {
    await writeFile(join(dir, 'bin', name), program)
    await chmod(join(dir, 'bin', name), 0o755)
  }
  const env = { ...process.env, PATH: `${join(dir, 'bin')}${delimiter}${process.env.PATH}` }
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    execFile(join(dir, '.ci/run'), { cwd: dir, env }, (error, stdout) => resolve({ code: error ? Number(error.code) : 0, said: stdout }))
  })
  const asked = (await readFile(join(dir, 'asked'), 'utf8')).trimEnd().split('\n')
  return { code, said, asked: asked.map((line) => line.replace(/ (SEED|JSON)=\S+/g, '')) }
}

const steps = ['install', 'check', 'test', 'features', 'mutate CHANGED=1 SECONDS=300', 'memory']
const hotRun = 'fault SCENARIO=all LAYOUT=hot SECONDS=30'
const rolesRun = `fault SCENARIO=${inRoles.join(',')} LAYOUT=roles SECONDS=30`

test('every scenario of the hot layout is run, and four of the layout of roles, each with time for as many as they are', async (t) => {
  const { code, said, asked } = await runWith(t, { hot: {}, roles: {} })
  assert.deepEqual(asked, [...steps, hotRun, rolesRun])
  assert.match(said, new RegExp(`^fault after \\d+ s of ${scenarioNames('hot').length * 110}, exit code 0$`, 'm'))
  assert.match(said, /^fault-roles after \d+ s of 440, exit code 0$/m)
  assert.match(said, /PASSED in \d+ s\n$/)
  assert.equal(code, 0)
})

test('slow scenarios are run again, with time for as many as they are', async (t) => {
  const { code, said, asked } = await runWith(t, { hot: { 'kill-hot': slow, zombie: slow }, roles: { zombie: slow } })
  assert.deepEqual(asked.slice(steps.length), [
    hotRun,
    'fault SCENARIO=kill-hot,zombie LAYOUT=hot SECONDS=30',
    rolesRun,
    'fault SCENARIO=zombie LAYOUT=roles SECONDS=30',
  ])
  assert.match(said, /^fault-again after \d+ s of 400, exit code 0$/m)
  assert.match(said, /^fault-roles-again after \d+ s of 200, exit code 0$/m)
  assert.equal(code, 0)
})

test('a message lost is not run again, and fails the whole', async (t) => {
  const { code, said, asked } = await runWith(t, { hot: { 'kill-hot': { missing: 1 } }, roles: {} })
  assert.deepEqual(asked.slice(steps.length), [hotRun, rolesRun])
  assert.match(said, /FAILED in \d+ s\n$/)
  assert.equal(code, 1)
})
