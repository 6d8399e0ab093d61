// One Kafka node, broker and controller in one process (KRaft), formatted once. Its defaults suit one small machine: few internal
// partitions, no wait before a group's first rebalance, short sessions allowed. Any broker property can be overridden.

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import kafkajs from 'kafkajs'
import { installServers } from './install.ts'
import { type JvmTuning, jvmOptions, runJava } from './java.ts'
import { type LocalStackLog, silent } from './log.ts'
import { kafkaLogConfig, serversHome } from './paths.ts'
import { type ServerHandle, ServerProcess } from './server-process.ts'
import { claimServerState } from './server-state.ts'

const readyTimeoutMs = 60_000
const stopTimeoutMs = 20_000

export interface KafkaOptions extends JvmTuning {
  /** Holds data, log file and state; made when missing. */
  readonly dir: string
  readonly port?: number | undefined
  readonly preferredPort?: number | undefined
  /** Broker properties on top of, or instead of, the defaults. */
  readonly properties?: Readonly<Record<string, string | number | boolean>> | undefined
  /** Of a node among several. */
  readonly member?: ClusterMember | undefined
  readonly supervised?: boolean | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

export interface ClusterMember {
  readonly clusterId: string
  readonly nodeId: number
  /** `node@host:port` of all, with commas between. */
  readonly voters: string
}

export interface KafkaHandle extends ServerHandle {
  /** `127.0.0.1:port` */
  readonly bootstrap: string
  /** Of every node of its cluster. */
  readonly brokers: string[]
}

export async function startKafka(options: KafkaOptions): Promise<KafkaHandle> {
  const handle = await prepareKafka(options)
  await handle.start()
  return handle
}

/** The handle of a broker that may be down, or was started by another process. */
export async function prepareKafka(options: KafkaOptions): Promise<KafkaHandle> {
  const home = options.home ?? serversHome
  const { kafka } = await installServers({ home, only: ['kafka'], log: options.log ?? silent })
  const state = await claimServerState(options.dir, { port: options.port, preferredPort: options.preferredPort, controller: true })
  const config = `${options.dir}/server.properties`
  await writeFile(
    config,
    propertiesText({
      ...defaultProperties(options.dir, state.port, state.controllerPort!),
      ...memberProperties(options.member),
      ...options.properties,
    }),
  )
  const java = [...jvmOptions(kafka, options), '-cp', kafka.classPath, `-Dlog4j2.configurationFile=${kafkaLogConfig}`]
  if (!existsSync(`${options.dir}/data/meta.properties`)) {
    await runJava([
      '-Xmx128m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      kafka.classPath,
      `-Dlog4j2.configurationFile=${kafkaLogConfig}`,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      options.member?.clusterId ?? newClusterId(),
      '-c',
      config,
    ])
  }
  const bootstrap = `127.0.0.1:${state.port}`
  const control = new ServerProcess({
    name: 'kafka',
    dir: options.dir,
    state,
    command: 'java',
    args: [...java, 'kafka.Kafka', config],
    marker: config,
    stopSignal: 'SIGTERM',
    stopTimeoutMs,
    readyTimeoutMs,
    probe: async () => {
      if ((await countBrokers(bootstrap)) === 0) throw new Error('the broker is not registered yet')
    },
    supervised: options.supervised ?? true,
  })
  return Object.assign(control, { bootstrap, brokers: [bootstrap] })
}

export const newClusterId = (): string => randomBytes(16).toString('base64url').replace(/^-/, 'A')

const memberProperties = (member: ClusterMember | undefined): Record<string, string | number> =>
  member === undefined ? {} : { 'node.id': member.nodeId, 'controller.quorum.voters': member.voters }

/** Those that the broker knows to be there, itself among them. */
export async function countBrokers(bootstrap: string): Promise<number> {
  const client = new kafkajs.Kafka({
    clientId: 'local-stack',
    brokers: [bootstrap],
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 1_000,
    requestTimeout: 2_000,
    retry: { retries: 0 },
  })
  const admin = client.admin()
  try {
    await admin.connect()
    return (await admin.describeCluster()).brokers.length
  } finally {
    await admin.disconnect()
  }
}

function defaultProperties(dir: string, port: number, controllerPort: number): Record<string, string | number | boolean> {
  return {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': `${dir}/data`,
    'auto.create.topics.enable': false,
    // Topics of the product say how long they keep; the registry's journal does not, and must not lose schemas after a week.
    'log.retention.ms': -1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    // A request passes from a network thread to another; on a few cores more of them only wake each other.
    'num.network.threads': Math.min(3, availableParallelism()),
    'num.io.threads': Math.min(8, 2 * availableParallelism()),
    // Held for as long as the broker runs, and 128 MB unless it is said: half of the old generation here. Young generations of the serial collector
    // no longer fitted into the rest for certain, and so every few seconds the whole heap was compacted while the broker stood still, 0.1 to 0.4 s.
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1_000,
    // After kill -9 the node may not register again until the session of its earlier life has run out.
    'broker.session.timeout.ms': 1_500,
    'broker.heartbeat.interval.ms': 300,
  }
}

function propertiesText(properties: Record<string, string | number | boolean>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${String(value).replaceAll('\\', '\\\\')}\n`)
    .join('')
}
