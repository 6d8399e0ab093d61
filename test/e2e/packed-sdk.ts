// The SDK's package as a stranger gets it: built by its own script, packed, and installed from the tarball into an empty
// project, with nothing of this repository within reach.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const exec = promisify(execFile)
const buildScript = fileURLToPath(new URL('../../packages/client/build/build.ts', import.meta.url))
const timeoutMs = 120_000

export interface PackedSdk {
  /** What lies in node_modules. */
  installed(): Promise<string[]>
  /** Source of the file that browsers load. */
  browserBundle(): Promise<string>
  /** The value that this program prints as JSON; it is the body of a module of the empty project. */
  run(program: string, args: readonly string[]): Promise<unknown>
  remove(): Promise<void>
}

export async function installPackedSdk(): Promise<PackedSdk> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-stranger-'))
  const built = (await exec(process.execPath, [buildScript], { timeout: timeoutMs })).stdout.trim()
  const npm = (...args: string[]) => exec('npm', args, { cwd: directory, timeout: timeoutMs })
  await npm('pack', built, '--pack-destination', directory)
  const tarball = (await readdir(directory)).find((name) => name.endsWith('.tgz'))!
  await writeFile(join(directory, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', private: true, type: 'module' }))
  await npm('install', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`)
  const modules = join(directory, 'node_modules')
  return {
    async installed() {
      const names = (await readdir(modules)).filter((name) => !name.startsWith('.'))
      const inScopes = names.map(async (name) =>
        name.startsWith('@') ? (await readdir(join(modules, name))).map((inner) => `${name}/${inner}`) : [name],
      )
      return (await Promise.all(inScopes)).flat()
    },
    browserBundle: () => readFile(join(modules, '@skein/client/browser.js'), 'utf8'),
    async run(program, args) {
      await writeFile(join(directory, 'program.mjs'), program)
      const { stdout } = await exec(process.execPath, ['program.mjs', ...args], { cwd: directory, timeout: timeoutMs })
      return JSON.parse(stdout) as unknown
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}
