// Programs of others that read Kafka, as far as this machine can have them: kcat from the system, Confluent's client for Python from
// PyPI. The latter is kept beside the downloaded servers, complete or not at all, under a name that changes with what is pinned.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installServers } from '@skein/local-stack'

const exec = promisify(execFile)
const readTimeoutMs = 30_000
const installTimeoutMs = 120_000
const outputBytesMax = 256 * 1024 * 1024
const serversHome = join(import.meta.dirname, '../../.skein/servers')
const requirements = join(import.meta.dirname, 'python/requirements.txt')
const printRecords = join(import.meta.dirname, 'python/print_records.py')

/** What this kcat can do; empty when there is none and none can be installed. */
export async function kcatFeatures(): Promise<string> {
  try {
    await installServers({ only: [], tools: true })
    return (await exec('kcat', ['-V'])).stdout
  } catch {
    return ''
  }
}

export async function kcat(args: readonly string[]): Promise<Buffer> {
  const options = { timeout: readTimeoutMs, maxBuffer: outputBytesMax, encoding: 'buffer' } as const
  return (await exec('kcat', [...args], options)).stdout
}

export interface ConfluentClient {
  /** Every record of the topic, decoded with the registry. */
  read(source: { brokers: readonly string[]; registryUrl: string; topic: string }): Promise<{ key: string; value: unknown }[]>
}

/** Undefined where there is no Python with pip, or its packages cannot be had. */
export async function confluentClient(): Promise<ConfluentClient | undefined> {
  const pinned = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12)
  const dir = join(serversHome, `confluent-kafka-${pinned}`)
  if (!existsSync(dir) && !(await install(dir))) return undefined
  return {
    async read({ brokers, registryUrl, topic }) {
      const env = { ...process.env, PYTHONPATH: dir }
      const options = { env, timeout: readTimeoutMs, maxBuffer: outputBytesMax }
      const { stdout } = await exec('python3', [printRecords, brokers.join(','), registryUrl, topic], options)
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { key: string; value: unknown })
    },
  }
}

async function install(dir: string): Promise<boolean> {
  const incoming = `${dir}.incoming-${process.pid}`
  const quick = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:']
  try {
    await mkdir(serversHome, { recursive: true })
    await exec('python3', ['-m', 'pip', 'install', ...quick, '--target', incoming, '-r', requirements], { timeout: installTimeoutMs })
    await rename(incoming, dir)
  } catch {
    await rm(incoming, { recursive: true, force: true })
  }
  return existsSync(dir)
}
