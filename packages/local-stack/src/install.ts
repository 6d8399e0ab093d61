// Brings the servers onto this machine: Kafka and the registry as jars through Maven, PostgreSQL, Redis and kcat as system packages.
// What is there already costs a few file look-ups. A server's directory appears in one rename, when it is complete; a lock file only keeps
// two processes from doing the same work twice.

import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { installLock } from './install-lock.ts'
import type { JavaProgram } from './java.ts'
import { type LocalStackLog, silent } from './log.ts'
import { infraDir, serversHome } from './paths.ts'
import { runProgram } from './run-program.ts'
import { type ServerName, serverNames } from './server-name.ts'
import { assertInstallable, findPostgres, installPackages, missingPackages } from './system-packages.ts'

const mavenTimeoutMs = 600_000

export interface InstallOptions {
  readonly only?: readonly ServerName[] | undefined
  /** Also what people look with: kcat. */
  readonly tools?: boolean | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

export interface InstalledServers {
  readonly kafka: JavaProgram
  readonly registry: JavaProgram
  /** Where `initdb` and `postgres` are; empty when PostgreSQL was not asked for. */
  readonly postgresBin: string
}

export async function installServers(options: InstallOptions = {}): Promise<InstalledServers> {
  const { only = serverNames, home = serversHome, log = silent } = options
  const missing = await missingPackages(only, options.tools ?? false)
  if (missing.length > 0) {
    await assertInstallable(missing)
    await mkdir(home, { recursive: true })
    await using _lock = await installLock(`${home}/packages.lock`)
    await installPackages(only, options.tools ?? false, log)
  }
  const kafkaDir = `${home}/kafka-${await pinnedVersion('kafka', 'kafka.version')}`
  const registryDir = `${home}/registry-${await pinnedVersion('registry', 'apicurio.version')}`
  if (only.includes('kafka')) await installOnce(kafkaDir, log, fetchKafka)
  if (only.includes('registry')) await installOnce(registryDir, log, fetchRegistry)
  return {
    kafka: await javaProgram(kafkaDir, `${kafkaDir}/libs`),
    registry: await javaProgram(registryDir, registryDir),
    postgresBin: only.includes('postgres') ? ((await findPostgres()) ?? '') : '',
  }
}

/** `dir` exists only when it is complete. */
async function installOnce(dir: string, log: LocalStackLog, fetch: (incoming: string) => Promise<void>): Promise<void> {
  if (existsSync(dir)) return
  await mkdir(dirname(dir), { recursive: true })
  await using _lock = await installLock(`${dir}.lock`)
  if (existsSync(dir)) return
  log.info({ dir }, 'downloading a server')
  const incoming = `${dir}.incoming-${process.pid}`
  try {
    await rm(incoming, { recursive: true, force: true })
    await mkdir(incoming)
    await fetch(incoming)
    await rename(incoming, dir).catch((cause) => {
      if (!existsSync(dir)) throw cause
    })
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}

async function fetchKafka(incoming: string): Promise<void> {
  await maven('kafka', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${incoming}/libs`)
}

async function fetchRegistry(incoming: string): Promise<void> {
  await maven('registry', 'dependency:copy', `-DoutputDirectory=${incoming}`)
  const archive = (await readdir(incoming)).find((name) => name.endsWith('.tar.gz'))
  if (archive === undefined) throw new Error('Maven left no registry archive')
  await runProgram('tar', ['-xzf', `${incoming}/${archive}`, '-C', incoming])
  await rm(`${incoming}/${archive}`)
}

async function maven(name: string, goal: string, ...settings: string[]): Promise<void> {
  await runProgram('mvn', ['-B', '-q', '-f', `${infraDir}/${name}/pom.xml`, goal, ...settings], { timeoutMs: mavenTimeoutMs })
}

async function pinnedVersion(name: string, property: string): Promise<string> {
  const pom = await readFile(`${infraDir}/${name}/pom.xml`, 'utf8')
  const version = new RegExp(`<${property}>([^<]+)</${property}>`).exec(pom)?.[1]
  if (version === undefined) throw new Error(`infra/${name}/pom.xml names no ${property}`)
  return version
}

async function javaProgram(dir: string, jarsDir: string): Promise<JavaProgram> {
  // Spelled out and sorted, not `*`: a class archive holds only for exactly the class path it was made with.
  const jars = existsSync(jarsDir) ? (await readdir(jarsDir)).filter((name) => name.endsWith('.jar')).sort() : []
  const classPath = jars.map((name) => `${jarsDir}/${name}`).join(':')
  return { classPath, classArchive: `${dir}/classes-${hash('sha256', `${await javaInUse()} ${classPath}`).slice(0, 12)}.jsa` }
}

/** Another one ignores a class archive without a word, and so does the same one for servers that were copied elsewhere. */
async function javaInUse(): Promise<string> {
  try {
    const java = await realpath((await runProgram('which', ['java'])).trim())
    return `${java} ${(await stat(java)).mtimeMs}`
  } catch {
    return '' // then nothing starts that could use an archive
  }
}
