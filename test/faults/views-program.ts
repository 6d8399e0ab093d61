// The program's commands on the views of a cluster, run as an operator runs them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Verification } from '@skein/server'
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import type { Cluster } from '../load/cluster.ts'

const program = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))

export interface ProgramEnd {
  readonly code: number | null
  readonly output: string
  /** On standard error. */
  readonly said: string
}

export async function runOnViews({ servers, config, tokenSecret }: Cluster, command: string): Promise<ProgramEnd> {
  const env = {
    PATH: '/usr/bin:/bin',
    SKEIN_TOKEN_SECRET: tokenSecret,
    SKEIN_DATA_DIR: config.dataDir,
    SKEIN_PARTITIONS: String(config.partitionCount),
    SKEIN_KAFKA_BROKERS: servers.brokers.join(','),
    SKEIN_REGISTRY_URL: servers.registryUrl,
    SKEIN_POSTGRES_URL: servers.postgresUrl,
    SKEIN_REDIS_URL: servers.redisUrl,
  }
  const child = spawn(process.execPath, [program, command, '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output, said }
}

/** Differences as `table kind columns`. */
export async function verifyViews(cluster: Cluster): Promise<{ code: number | null; found: string[] }> {
  const { code, output } = await runOnViews(cluster, 'verify-views')
  return { code, found: (JSON.parse(output) as Verification).differences.map((d) => `${d.table} ${d.kind} ${d.columns}`) }
}

export async function queryViews(cluster: Cluster, text: string): Promise<void> {
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger)
  try {
    await backbone.database.query(text, [])
  } finally {
    await backbone.close()
  }
}
