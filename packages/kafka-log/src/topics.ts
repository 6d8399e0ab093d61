// Creates the topics that infra/topics.json declares and verifies those that exist: a partition count or timestamp type
// that differs would move keys or expire fencing state, so such a cluster is refused with the difference named.
import { LogError } from '@skein/event-sourcing'
import { Kafka, logLevel } from 'kafkajs'
import type { KafkaEndpoint } from './kafkajs-parts.ts'

const topicResource = 2
const brokerResource = 4

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
export async function applyTopics(endpoint: KafkaEndpoint, specs: readonly TopicSpec[]): Promise<readonly string[]> {
  const admin = adminOf(endpoint)
  await admin.connect()
  try {
    const existing = new Set(await admin.listTopics())
    const missing = specs.filter((s) => !existing.has(s.name))
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((s) => ({
          topic: s.name,
          numPartitions: s.partitions,
          replicationFactor: s.replicationFactor,
          configEntries: Object.entries(s.configs).map(([name, value]) => ({ name, value })),
        })),
      })
    }
    const differences = await differencesOf(admin, specs)
    if (differences.length > 0) throw new LogError('MISCONFIGURED', `topics differ from infra/topics.json: ${differences.join('; ')}`)
    return missing.map((s) => s.name)
  } finally {
    await admin.disconnect()
  }
}

/** Throws MISCONFIGURED when a topic is missing, or differs in what exactness rests on; an operator may keep and replicate more. */
export async function verifyTopics(endpoint: KafkaEndpoint, specs: readonly TopicSpec[]): Promise<void> {
  const admin = adminOf(endpoint)
  await admin.connect()
  try {
    const existing = new Set(await admin.listTopics())
    const missing = specs.filter((s) => !existing.has(s.name)).map((s) => s.name)
    if (missing.length > 0)
      throw new LogError(
        'MISCONFIGURED',
        `topics are missing: ${missing.join(', ')}; create them with \`node packages/server/src/main.ts deploy\``,
      )
    const differences = await differencesOf(admin, specs, isUnsafe)
    if (differences.length > 0) throw new LogError('MISCONFIGURED', `topics differ from infra/topics.json: ${differences.join('; ')}`)
  } finally {
    await admin.disconnect()
  }
}

/** The broker stores everything by one of them, whatever a producer chose: the compressions that are read here. */
const readableCompressions = new Set(['uncompressed', 'gzip', 'zstd'])

/** How long a broker may be silent before another leads its partitions, in ms; null where no broker tells. */
export async function brokerSessionTimeoutMs(endpoint: KafkaEndpoint): Promise<number | null> {
  const admin = adminOf(endpoint)
  await admin.connect()
  try {
    const { brokers } = await admin.describeCluster()
    const configNames = ['broker.session.timeout.ms']
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: brokers.map(({ nodeId }) => ({ type: brokerResource, name: String(nodeId), configNames })),
    })
    const told = resources.flatMap((r) => r.configEntries.map((e) => Number(e.configValue))).filter((ms) => ms > 0)
    return told.length > 0 ? Math.max(...told) : null
  } finally {
    await admin.disconnect()
  }
}

/** Below nothing is no limit. */
const amount = (text: string | undefined): number => (Number(text) < 0 ? Number.POSITIVE_INFINITY : Number(text))

/** The clock of the log, that it forgets and refuses no more than declared, stores what can be read, and acknowledges what stays. */
function isUnsafe(name: string, declared: string, found: string | undefined): boolean {
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

function adminOf(endpoint: KafkaEndpoint) {
  const { brokers, clientId, ssl, sasl } = endpoint
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    ssl: ssl as never,
    sasl: sasl as never,
    logLevel: logLevel.NOTHING,
    retry: { retries: 3 },
  })
  return kafka.admin()
}

async function differencesOf(
  admin: ReturnType<typeof adminOf>,
  specs: readonly TopicSpec[],
  differs: (name: string, declared: string, found: string | undefined) => boolean = (_name, declared, found) => found !== declared,
): Promise<string[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: specs.map((s) => s.name) })
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: specs.map((s) => ({ type: topicResource, name: s.name })),
  })
  return specs.flatMap((spec) => {
    const found = topics.find((t) => t.name === spec.name)?.partitions ?? []
    const partitions = found.length
    const replicas = Math.min(...found.map((p) => p.replicas.length))
    const configs = new Map(resources.find((r) => r.resourceName === spec.name)?.configEntries.map((e) => [e.configName, e.configValue]))
    const wrong = Object.entries(spec.configs).filter(([name, value]) => differs(name, value, configs.get(name)))
    return [
      ...(partitions === spec.partitions ? [] : [`${spec.name} has ${partitions} partitions, configured ${spec.partitions}`]),
      ...(replicas >= spec.replicationFactor ? [] : [`${spec.name} has ${replicas} replicas, configured ${spec.replicationFactor}`]),
      // With one in sync, an acknowledgement rests on a single broker however many there are.
      ...(replicas > 1 && !(Number(configs.get('min.insync.replicas')) > 1)
        ? [`${spec.name} has ${replicas} replicas and min.insync.replicas=1, where at least 2 must have what is acknowledged`]
        : []),
      ...wrong.map(([name, value]) => `${spec.name} has ${name}=${configs.get(name)}, configured ${value}`),
    ]
  })
}
