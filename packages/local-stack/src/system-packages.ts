// The servers that come from the system: which are missing, and their installation where that is allowed (root on Debian or Ubuntu).
// Installing must start nothing and change nothing that was there: services that a package would start are kept off, now and at boot, and
// only for packages that this installed.

import { constants, existsSync } from 'node:fs'
import { access, chmod, readdir, rm, writeFile } from 'node:fs/promises'
import type { LocalStackLog } from './log.ts'
import { runProgram } from './run-program.ts'
import type { ServerName } from './server-name.ts'

const aptTimeoutMs = 600_000
const policyFile = '/usr/sbin/policy-rc.d'
const searchPath = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin', '/opt/homebrew/bin']
const postgresRoot = '/usr/lib/postgresql'
const javaPackages = ['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'openjdk-25-jre-headless']
/** Units of a package that a fresh installation would start at boot. */
const units: Readonly<Record<string, string>> = { postgresql: 'postgresql', 'redis-server': 'redis-server' }

export async function findProgram(name: string, ...moreDirs: string[]): Promise<string | undefined> {
  for (const dir of [...moreDirs, ...searchPath]) {
    const path = `${dir}/${name}`
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return undefined
}

/** The directory of the newest `initdb` and `postgres`. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = existsSync(postgresRoot) ? await readdir(postgresRoot) : []
  const dirs = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${postgresRoot}/${version}/bin`)
  return (await findProgram('initdb', ...dirs))?.replace(/\/initdb$/, '')
}

/** Debian names of what is not there. */
export async function missingPackages(servers: readonly ServerName[], tools: boolean): Promise<string[]> {
  const needsJava = servers.includes('kafka') || servers.includes('registry')
  const wanted: [string, () => Promise<string | undefined>][] = []
  if (needsJava) wanted.push(['java', () => findProgram('java')], ['maven', () => findProgram('mvn')])
  if (servers.includes('postgres')) wanted.push(['postgresql', findPostgres])
  if (servers.includes('redis')) wanted.push(['redis-server', () => findProgram('redis-server')])
  if (tools) wanted.push(['kcat', () => findProgram('kcat')])
  const missing: string[] = []
  for (const [name, find] of wanted) if ((await find()) === undefined) missing.push(name)
  return missing
}

/** Throws, with the one command to run, where this may not install. */
export async function assertInstallable(missing: readonly string[]): Promise<void> {
  if ((await findProgram('apt-get')) === undefined) {
    throw new Error(`missing: ${missing.join(', ')}. Install them with: brew install openjdk@21 maven postgresql@16 redis kcat`)
  }
  if (process.getuid?.() !== 0) {
    const packages = missing.map((name) => (name === 'java' ? 'default-jre-headless' : name)).join(' ')
    throw new Error(`missing: ${missing.join(', ')}. Install them with: sudo apt-get update && sudo apt-get install -y ${packages}`)
  }
}

export async function installPackages(servers: readonly ServerName[], tools: boolean, log: LocalStackLog): Promise<void> {
  const missing = await missingPackages(servers, tools)
  if (missing.length === 0) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  log.info({ packages: missing }, 'installing packages')
  await runProgram('apt-get', [...wait, '-q', 'update'], { env, timeoutMs: aptTimeoutMs })
  const packages = await Promise.all(missing.map((name) => (name === 'java' ? newestJava() : name)))
  await using _quiet = await withoutServiceStarts()
  await runProgram('apt-get', [...wait, '-q', '-y', '--no-install-recommends', 'install', ...packages], { env, timeoutMs: aptTimeoutMs })
  await keepOffAtBoot(missing)
}

async function newestJava(): Promise<string> {
  for (const name of javaPackages) if ((await runProgram('apt-cache', ['search', '--names-only', `^${name}$`])) !== '') return name
  return 'default-jre-headless'
}

/** Debian asks this file before it starts a service of a package. One that is already there has its own reasons and stays. */
async function withoutServiceStarts(): Promise<AsyncDisposable> {
  if (existsSync(policyFile)) return { [Symbol.asyncDispose]: async () => {} }
  await writeFile(policyFile, '#!/bin/sh\nexit 101\n', { flag: 'wx' })
  await chmod(policyFile, 0o755)
  return { [Symbol.asyncDispose]: () => rm(policyFile, { force: true }) }
}

async function keepOffAtBoot(installed: readonly string[]): Promise<void> {
  if (!existsSync('/run/systemd/system')) return
  for (const name of installed) if (units[name] !== undefined) await runProgram('systemctl', ['disable', units[name]])
}
