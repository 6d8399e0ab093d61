// Creates the topics that infra/topics.json declares and verifies those that exist: a partition count or timestamp type
// that differs would move keys or expire fencing state, so such a cluster is refused with the difference named.
// kafkajs makes topics; it is not asked about them, because it answers nothing while any partition of the cluster has no leader.
import { setTimeout as delay } from 'node:timers/promises'
import { LogError } from '@skein/event-sourcing'
import { Kafka, logLevel } from 'kafkajs'
import { KafkaConnection } from './kafka-connection.ts'
import type { ConfigEntry, KafkaEndpoint } from './kafkajs-parts.ts'
import { configSource, protocolErrorOf, resourceType } from './kafkajs-parts.ts'
import { topicMetadata } from './metadata-request.ts'

const requestTimeoutMs = 5_000
/** Until every broker that may be asked knows of a new topic. */
const knownWithinMs = 15_000
const knownPollMs = 100

export interface TopicSpec {
  readonly role: string
  readonly name: string
  readonly partitions: number
  readonly replicationFactor: number
  readonly configs: Readonly<Record<string, string>>
}

export interface TopicFile {
  readonly profiles: Readonly<Record<string, { readonly replicationFactor: number; readonly configs: Readonly<Record<string, string>> }>>
  readonly topics: readonly {
    readonly role: string
    readonly name: string
    readonly partitions: number
    readonly configs: Readonly<Record<string, string>>
  }[]
}

/** Topics of a profile (`single` or `cluster`), with names prefixed and partitions overridden where asked for. */
export function topicsOf(
  file: TopicFile,
  profile: string,
  override: { readonly prefix?: string; readonly partitions?: number } = {},
): TopicSpec[] {
  const chosen = file.profiles[profile]
  if (!chosen) throw new Error(`no topic profile ${profile}: there are ${Object.keys(file.profiles).join(', ')}`)
  return file.topics.map((topic) => ({
    ...topic,
    name: `${override.prefix ?? ''}${topic.name}`,
    partitions: override.partitions ?? topic.partitions,
    replicationFactor: chosen.replicationFactor,
    configs: { ...topic.configs, ...chosen.configs },
  }))
}

/** Creates what is missing; answers what was created. Throws MISCONFIGURED when an existing topic differs. */
export function applyTopics(endpoint: KafkaEndpoint, specs: readonly TopicSpec[]): Promise<readonly string[]> {
  return withConnection(endpoint, async (connection) => {
    const before = await foundTopics(connection, specs)
    const missing = specs.filter((s) => !before.has(s.name))
    if (missing.length > 0) await createTopics(endpoint, missing)
    let found = await foundTopics(connection, specs)
    for (const deadline = performance.now() + knownWithinMs; found.size < specs.length && performance.now() < deadline; ) {
      await delay(knownPollMs)
      found = await foundTopics(connection, specs)
    }
    refuseDifferences(specs, found, (_name, declared, entry) => entry?.configValue !== declared)
    return missing.map((s) => s.name)
  })
}

/** Throws MISCONFIGURED when a topic is missing, or differs in what exactness rests on; an operator may keep and replicate more. */
export function verifyTopics(endpoint: KafkaEndpoint, specs: readonly TopicSpec[]): Promise<void> {
  return withConnection(endpoint, async (connection) => {
    const found = await foundTopics(connection, specs)
    const missing = specs.filter((s) => !found.has(s.name)).map((s) => s.name)
    if (missing.length > 0)
      throw new LogError(
        'MISCONFIGURED',
        `topics are missing: ${missing.join(', ')}; create them with \`node packages/server/src/main.ts deploy\``,
      )
    refuseDifferences(specs, found, isUnsafe)
  })
}

/** The broker stores everything by one of them, whatever a producer chose: the compressions that are read here. */
const readableCompressions = new Set(['uncompressed', 'gzip', 'zstd'])

/** Below nothing is no limit. */
const amount = (text: string | undefined): number => (Number(text) < 0 ? Number.POSITIVE_INFINITY : Number(text))

/** The clock of the log, that it forgets and refuses no more than declared, stores what can be read, and acknowledges what stays. */
function isUnsafe(name: string, declared: string, entry: ConfigEntry | undefined): boolean {
  const found = entry?.configValue
  switch (name) {
    case 'message.timestamp.type':
    case 'cleanup.policy':
    case 'unclean.leader.election.enable':
      return found !== declared
    case 'compression.type':
      return !readableCompressions.has(found ?? '')
    case 'retention.ms':
    case 'retention.bytes':
    case 'max.message.bytes':
    case 'min.insync.replicas':
      return !(amount(found) >= amount(declared))
    default:
      return false
  }
}

/** What an acknowledgement rests on is recorded in the topic: a default of the brokers changes while nobody looks. */
const recorded: ReadonlySet<string> = new Set(['min.insync.replicas', 'unclean.leader.election.enable'])

async function createTopics({ brokers, clientId, ssl, sasl }: KafkaEndpoint, missing: readonly TopicSpec[]): Promise<void> {
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    ssl: ssl as never,
    sasl: sasl as never,
    logLevel: logLevel.NOTHING,
    retry: { retries: 3 },
  })
  const admin = kafka.admin()
  await admin.connect()
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((s) => ({
        topic: s.name,
        numPartitions: s.partitions,
        replicationFactor: s.replicationFactor,
        configEntries: Object.entries(s.configs).map(([name, value]) => ({ name, value })),
      })),
    })
  } finally {
    await admin.disconnect()
  }
}

interface FoundTopic {
  readonly partitions: number
  /** Of the partition that has fewest. */
  readonly replicas: number
  readonly configs: ReadonlyMap<string, ConfigEntry>
}

async function withConnection<R>(endpoint: KafkaEndpoint, work: (connection: KafkaConnection) => Promise<R>): Promise<R> {
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs })
  try {
    return await work(connection)
  } finally {
    connection.destroy()
  }
}

/** Those that are there. */
async function foundTopics(connection: KafkaConnection, specs: readonly TopicSpec[]): Promise<ReadonlyMap<string, FoundTopic>> {
  const found = new Map<string, FoundTopic>()
  for (const { name } of specs) {
    try {
      const { replicas } = await connection.ask((broker) => topicMetadata(broker, name))
      const resources = [{ type: resourceType.topic, name }]
      const described = await connection.ask((broker) => broker.describeConfigs({ includeSynonyms: false, resources }))
      const configs = new Map(described.resources.flatMap((r) => r.configEntries).map((entry) => [entry.configName, entry]))
      found.set(name, { partitions: replicas.size, replicas: Math.min(...replicas.values()), configs })
    } catch (error) {
      if (protocolErrorOf(error) !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error
    }
  }
  return found
}

type Differs = (name: string, declared: string, entry: ConfigEntry | undefined) => boolean

function refuseDifferences(specs: readonly TopicSpec[], found: ReadonlyMap<string, FoundTopic>, differs: Differs): void {
  const differences = specs.flatMap((spec) => differencesOf(spec, found.get(spec.name), differs))
  if (differences.length > 0) throw new LogError('MISCONFIGURED', `topics differ from infra/topics.json: ${differences.join('; ')}`)
}

function differencesOf(spec: TopicSpec, found: FoundTopic | undefined, differs: Differs): string[] {
  if (!found) return [`${spec.name} is not there`]
  const { partitions, replicas, configs } = found
  const wrong = Object.entries(spec.configs).filter(([name, value]) => differs(name, value, configs.get(name)))
  const borrowed = Object.keys(spec.configs).filter((name) => recorded.has(name) && configs.get(name)?.configSource !== configSource.topic)
  return [
    ...(partitions === spec.partitions ? [] : [`${spec.name} has ${partitions} partitions, configured ${spec.partitions}`]),
    ...(replicas >= spec.replicationFactor ? [] : [`${spec.name} has ${replicas} replicas, configured ${spec.replicationFactor}`]),
    // With one in sync, an acknowledgement rests on a single broker however many there are.
    ...(replicas > 1 && !(Number(configs.get('min.insync.replicas')?.configValue) > 1)
      ? [`${spec.name} has ${replicas} replicas and min.insync.replicas=1, where at least 2 must have what is acknowledged`]
      : []),
    ...wrong.map(([name, value]) => `${spec.name} has ${name}=${configs.get(name)?.configValue}, configured ${value}`),
    ...borrowed.map((name) => `${spec.name} has ${name} from its brokers, not recorded in the topic`),
  ]
}
