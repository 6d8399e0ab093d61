// One schema registry (Apicurio) that speaks the Confluent API and keeps its schemas in Kafka, so that they live and die with the topics.

import { installServers } from './install.ts'
import { type JvmTuning, jvmOptions } from './java.ts'
import type { KafkaHandle } from './kafka.ts'
import { type LocalStackLog, silent } from './log.ts'
import { serversHome } from './paths.ts'
import { type ServerHandle, ServerProcess } from './server-process.ts'
import { claimServerState } from './server-state.ts'

const readyTimeoutMs = 90_000
const stopTimeoutMs = 30_000
const probeTimeoutMs = 2_000
const apiPath = '/apis/ccompat/v7'

export interface RegistryOptions extends JvmTuning {
  readonly dir: string
  readonly kafka: Pick<KafkaHandle, 'brokers'>
  readonly port?: number | undefined
  readonly preferredPort?: number | undefined
  readonly supervised?: boolean | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

export interface RegistryHandle extends ServerHandle {
  /** Base of the Confluent API, without a slash at its end. */
  readonly url: string
}

export async function startRegistry(options: RegistryOptions): Promise<RegistryHandle> {
  const handle = await prepareRegistry(options)
  await handle.start()
  return handle
}

export async function prepareRegistry(options: RegistryOptions): Promise<RegistryHandle> {
  const home = options.home ?? serversHome
  const { registry } = await installServers({ home, only: ['registry'], log: options.log ?? silent })
  const state = await claimServerState(options.dir, { port: options.port, preferredPort: options.preferredPort })
  const origin = `http://127.0.0.1:${state.port}`
  const url = origin + apiPath
  const settings = {
    'quarkus.http.host': '127.0.0.1',
    'quarkus.http.port': state.port,
    'quarkus.log.level': 'WARN',
    'quarkus.banner.enabled': false,
    'apicurio.storage.kind': 'kafkasql',
    'apicurio.kafkasql.bootstrap.servers': options.kafka.brokers.join(),
    // How long a start waits for a snapshot of the schemas; without one it reads them all from the journal.
    'apicurio.kafkasql.consumer.poll.timeout': 500,
    'quarkus.http.access-log.enabled': false,
    'apicurio.import.work-dir': `${options.dir}/import`,
    'java.io.tmpdir': options.dir,
  }
  const control = new ServerProcess({
    name: 'registry',
    dir: options.dir,
    state,
    command: 'java',
    args: [
      ...jvmOptions(registry, { ...options, heapMaxMb: options.heapMaxMb ?? 256, quickStart: options.quickStart ?? true }),
      ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
      '-cp',
      registry.classPath,
      'io.quarkus.runner.GeneratedMain',
    ],
    marker: `-Djava.io.tmpdir=${options.dir} `,
    stopSignal: 'SIGTERM',
    stopTimeoutMs,
    readyTimeoutMs,
    probe: () => askReady(origin),
    supervised: options.supervised ?? true,
  })
  return Object.assign(control, { url })
}

// It serves requests before it has read its journal, and would then deny schemas that it has: its own health check knows.
async function askReady(origin: string): Promise<void> {
  for (const path of ['/health/ready', `${apiPath}/subjects`]) {
    const response = await fetch(origin + path, { signal: AbortSignal.timeout(probeTimeoutMs) })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  }
}
