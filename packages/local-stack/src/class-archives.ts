// Records once, right after installation, which classes Kafka and the registry load, so that every later start takes about half the time
// and processor. It is named by the Java and the class path it was made with, as it holds for no other: servers that were copied, or
// a Java that was renewed, get another. One that is missing costs nothing but that gain: failing to make one is no failure.

import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { installServers } from './install.ts'
import { installLock } from './install-lock.ts'
import type { JavaProgram } from './java.ts'
import { startKafka } from './kafka.ts'
import { type LocalStackLog, silent } from './log.ts'
import { serversHome } from './paths.ts'
import { startRegistry } from './registry.ts'
import type { ServerHandle } from './server-process.ts'

export async function recordClassArchives(options: { home?: string | undefined; log?: LocalStackLog | undefined }): Promise<void> {
  const { home = serversHome, log = silent } = options
  const { kafka, registry } = await installServers({ home, log, only: ['kafka', 'registry'] })
  if (existsSync(kafka.classArchive) && existsSync(registry.classArchive)) return
  await using _lock = await installLock(`${home}/classes.lock`)
  if (existsSync(kafka.classArchive) && existsSync(registry.classArchive)) return
  log.info({ home }, 'recording class archives, once')
  const dir = await mkdtemp(`${tmpdir()}/skein-classes-`)
  const running: ServerHandle[] = []
  try {
    const archives = { kafka: `${dir}/kafka.jsa`, registry: `${dir}/registry.jsa` }
    const broker = await startKafka({ dir: `${dir}/kafka`, home, recordClassesTo: archives.kafka })
    running.push(broker)
    const schemas = await startRegistry({ dir: `${dir}/registry`, home, kafka: broker, recordClassesTo: archives.registry })
    running.push(schemas)
    await schemas.stop()
    await keepArchive(archives.registry, registry)
    await broker.stop()
    await keepArchive(archives.kafka, kafka)
  } catch (error) {
    log.info({ reason: String(error) }, 'no class archives: starts take longer')
  } finally {
    for (const server of running.reverse()) await server.kill()
    await rm(dir, { recursive: true, force: true })
  }
}

async function keepArchive(recorded: string, program: JavaProgram): Promise<void> {
  const incoming = `${program.classArchive}.incoming`
  await copyFile(recorded, incoming) // the temporary directory may be another file system
  const dir = dirname(program.classArchive)
  for (const name of await readdir(dir)) if (/^classes.*[.]jsa/.test(name) && `${dir}/${name}` !== incoming) await rm(`${dir}/${name}`)
  await rename(incoming, program.classArchive)
}
