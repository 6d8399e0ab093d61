// .ci/run once had a budget for second runs that was the same for one scenario and for nine, and took an hour when it ran all of them: what it
// asks make for, how long that may take, which scenarios have their turn, and what it makes of the answer. In a checkout of its own, whose make
// only writes down what it is asked for.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Layout } from '@skein/server'
import { exampleJournal } from '../faults/example-journal.ts'
import { chooseScenarios, neverLeftOut } from '../faults/scenario-choice.ts'
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

const git = (commit: string) => `#!/bin/sh
[ "$1" != rev-parse ] || echo ${commit}
`

/** Of a commit, as .ci/run chooses them; all of them where it is asked to run all. */
const hotOf = (commit: string | null) =>
  commit === null
    ? chooseScenarios('all', 'hot')
    : chooseScenarios('all', 'hot', { withinSeconds: 720, loadSeconds: 30, seed: Number.parseInt(commit.slice(0, 7), 16) })

interface Asked {
  readonly wrong?: Readonly<Partial<Record<Layout, Readonly<Record<string, Partial<Verdict>>>>>>
  readonly commit?: string
  readonly all?: boolean
}

interface Ran {
  readonly code: number
  readonly said: string
  /** Of make, without the seed and the file of results. */
  readonly asked: readonly string[]
}

async function runWith(t: TestContext, { wrong = {}, commit = commits[0]!, all = false }: Asked): Promise<Ran> {
  const dir = await mkdtemp(join(tmpdir(), 'skein-ci-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  for (const folder of ['.ci', 'bin']) await mkdir(join(dir, folder))
  await cp(join(root, '.ci/run'), join(dir, '.ci/run'))
  for (const link of ['test', 'node_modules']) await symlink(join(root, link), join(dir, link))
  const passed = { ...judge(exampleJournal()), evidence: { injected: true } }
  for (const [layout, names] of [['hot', hotOf(all ? null : commit).wanted] as const, ['roles', inRoles] as const]) {
    const verdicts = names.map((scenario) => ({ ...passed, scenario, ...wrong[layout]?.[scenario] }))
    await writeFile(join(dir, `${layout}.json`), JSON.stringify(verdicts))
    await writeFile(join(dir, `${layout}.code`), wrong[layout] ? '2' : '0')
  }
  for (const [name, program] of [['make', make] as const, ['docker', '#!/bin/sh\n'] as const, ['git', git(commit)] as const]) {
    await writeFile(join(dir, 'bin', name), program)
    await chmod(join(dir, 'bin', name), 0o755)
  }
  const env = { ...process.env, PATH: `${join(dir, 'bin')}${delimiter}${process.env.PATH}`, CI_ALL: all ? '1' : '' }
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    execFile(join(dir, '.ci/run'), { cwd: dir, env }, (error, stdout) => resolve({ code: error ? Number(error.code) : 0, said: stdout }))
  })
  const asked = (await readFile(join(dir, 'asked'), 'utf8')).trimEnd().split('\n')
  return { code, said, asked: asked.map((line) => line.replace(/ (SEED|JSON)=\S+/g, '')) }
}

const steps = ['install', 'check', 'test', 'features', 'mutate CHANGED=1 SECONDS=270', 'memory']
const commits = ['e55db10f3a2b', '0123456789ab']
const hotRun = (names: readonly string[]) => `fault SCENARIO=${names.join(',')} LAYOUT=hot SECONDS=30 RATE=300`
const rolesRun = `fault SCENARIO=${inRoles.join(',')} LAYOUT=roles SECONDS=30 RATE=300`

describe('what continuous integration runs', { concurrency: 3 }, () => {
  test('four scenarios of the hot layout are always run, with as many of the others as there is time for, and four of the layout of roles', async (t) => {
    const { code, said, asked } = await runWith(t, {})
    const { wanted, left } = hotOf(commits[0]!)
    assert.deepEqual(asked, [...steps, hotRun(wanted), rolesRun])
    for (const name of neverLeftOut.hot) assert.ok(wanted.includes(name), name)
    assert.match(said, new RegExp(`^fault after \\d+ s of ${wanted.length * 110}, exit code 0$`, 'm'))
    assert.match(said, /^fault-roles after \d+ s of 440, exit code 0$/m)
    const told = said.split('\n').filter((line) => line.startsWith('fault scenarios of layout hot, '))
    assert.equal(told.length, 2, 'before they are run, and in the closing lines')
    for (const line of told) {
      assert.ok(line.includes(`: run ${wanted.join(', ')}; not run: ${left.join(', ')} (`), line)
      assert.match(line, /CI_ALL=1 \.ci\/run, or make fault SCENARIO=all/)
    }
    assert.match(said, /PASSED in \d+ s\n$/)
    assert.equal(code, 0)
  })

  test('other commits run others', async (t) => {
    const runs = await Promise.all(commits.map((commit) => runWith(t, { commit })))
    const asked = runs.map((run) => run.asked[steps.length]!)
    assert.deepEqual(
      asked,
      commits.map((commit) => hotRun(hotOf(commit).wanted)),
    )
    assert.equal(new Set(asked).size, commits.length)
  })

  test('all are run when that is asked for', async (t) => {
    const { said, asked } = await runWith(t, { all: true })
    assert.deepEqual(asked.slice(steps.length), [hotRun(scenarioNames('hot')), rolesRun])
    assert.match(said, new RegExp(`^fault after \\d+ s of ${scenarioNames('hot').length * 110}, exit code 0$`, 'm'))
    assert.match(said, /^fault scenarios of layout hot, seed \d+: run kill-hot, .*; not run: none$/m)
  })

  test('slow scenarios are run again, with time for as many as they are', async (t) => {
    const { code, said, asked } = await runWith(t, { wrong: { hot: { 'kill-hot': slow }, roles: { zombie: slow } } })
    assert.deepEqual(asked.slice(steps.length), [
      hotRun(hotOf(commits[0]!).wanted),
      'fault SCENARIO=kill-hot LAYOUT=hot SECONDS=30 RATE=300',
      rolesRun,
      'fault SCENARIO=zombie LAYOUT=roles SECONDS=30 RATE=300',
    ])
    assert.match(said, /^fault-again after \d+ s of 200, exit code 0$/m)
    assert.match(said, /^fault-roles-again after \d+ s of 200, exit code 0$/m)
    assert.equal(code, 0)
  })

  test('of all, as many as a quarter are run again', async (t) => {
    const { code, said, asked } = await runWith(t, { all: true, wrong: { hot: { 'kill-hot': slow, zombie: slow } } })
    assert.equal(asked[steps.length + 1], 'fault SCENARIO=kill-hot,zombie LAYOUT=hot SECONDS=30 RATE=300')
    assert.match(said, /^fault-again after \d+ s of 400, exit code 0$/m)
    assert.equal(code, 0)
  })

  test('a message lost is not run again, and fails the whole', async (t) => {
    const { code, said, asked } = await runWith(t, { wrong: { hot: { 'kill-hot': { missing: 1 } } } })
    assert.deepEqual(asked.slice(steps.length), [hotRun(hotOf(commits[0]!).wanted), rolesRun])
    assert.match(said, /FAILED in \d+ s\n$/)
    assert.equal(code, 1)
  })
})
