// `make install` on a machine with another Node: npm printed twenty lines of EBADENGINE and of scripts before the first useful one, though the
// Node that the code runs on is one of the things being installed.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const installer = fileURLToPath(new URL('../../infra/install.mjs', import.meta.url))
const makefile = fileURLToPath(new URL('../../Makefile', import.meta.url))

test('the first line is of use, and npm does not complain of the Node that it runs on', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'skein-install-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  const npm = (await run('sh', ['-c', 'command -v npm'])).stdout.trim()
  const write = (path: string, value: unknown) => writeFile(join(dir, path), typeof value === 'string' ? value : JSON.stringify(value))
  for (const folder of ['infra', 'bin', 'part']) await mkdir(join(dir, folder))
  await cp(installer, join(dir, 'infra/install.mjs'))
  await write('package.json', { name: 'whole', version: '1.0.0', workspaces: ['part'] })
  await write('part/package.json', { name: 'part', version: '1.0.0', engines: { node: '>=999' } })
  // Nothing is fetched, and the second installation, which wants GitHub, is none.
  await write('bin/npm', `#!/bin/sh\n[ "$1" = install ] && exit 1\nexec "${npm}" "$@" --offline\n`)
  await chmod(join(dir, 'bin/npm'), 0o755)
  const inDir = { cwd: dir, env: { ...process.env, PATH: `${join(dir, 'bin')}${delimiter}${process.env.PATH}` } }
  await run(npm, ['install', '--package-lock-only', '--offline', '--loglevel=error'], inDir)
  const { stdout, stderr } = await run(process.execPath, ['infra/install.mjs'], inDir)
  assert.match(stdout, /^installing what package-lock\.json pins, Node 24 included\n/)
  assert.doesNotMatch(stdout + stderr, /warn|EBADENGINE|funding/i)
})

// `make start` as the first thing that somebody does said "node: No such file or directory" and a line number.
test('where there is no Node, or no npm with it, make says what to install', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'skein-install-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  const make = (await run('sh', ['-c', 'command -v make'])).stdout.trim()
  await cp(makefile, join(dir, 'Makefile'))
  await writeFile(join(dir, 'package-lock.json'), '{}')
  const told = (target: string) =>
    run(make, [target], { cwd: dir, env: { PATH: join(dir, 'bin') } }).then(
      () => 'nothing',
      ({ stderr }: { stderr: string }) => stderr,
    )
  for (const target of ['install', 'start', 'test'])
    assert.match(await told(target), /^Skein needs Node\.js with npm, .*https:\/\/nodejs\.org$/m)
  await mkdir(join(dir, 'bin'))
  await writeFile(join(dir, 'bin/node'), '#!/bin/sh\n')
  await chmod(join(dir, 'bin/node'), 0o755)
  assert.match(await told('install'), /^Skein needs Node\.js with npm/m)
})
