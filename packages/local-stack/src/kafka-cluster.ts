// Three Kafka nodes of one cluster, each broker and controller in one process, so that any one of them can be killed. Internal topics are on
// all three, and a controller that is gone is replaced about as soon as a broker that is gone is noticed.
import { setTimeout as delay } from 'node:timers/promises'
import { countBrokers, type KafkaHandle, type KafkaOptions, newClusterId, prepareKafka } from './kafka.ts'
import { claimServerState } from './server-state.ts'

const nodeIds = [1, 2, 3]
const joinTimeoutMs = 30_000
const joinPollMs = 100

const clusterProperties = {
  'default.replication.factor': 3,
  'offsets.topic.replication.factor': 3,
  'transaction.state.log.replication.factor': 3,
  'transaction.state.log.min.isr': 2,
  // A new controller counts the session of a broker from its own election on.
  'controller.quorum.fetch.timeout.ms': 600,
  'controller.quorum.election.timeout.ms': 300,
  'controller.quorum.election.backoff.max.ms': 300,
}

type ClusterOptions = Omit<KafkaOptions, 'port' | 'preferredPort' | 'member'>

/** The handles in the order of the nodes' ids, from 1 on; each has a directory beside `dir`, whose name ends with its id. */
export async function prepareKafkaCluster(options: ClusterOptions): Promise<readonly KafkaHandle[]> {
  const nodes = nodeIds.map((nodeId) => ({ nodeId, dir: `${options.dir}-${nodeId}` }))
  const addresses: string[] = []
  for (const { nodeId, dir } of nodes) {
    const { controllerPort } = await claimServerState(dir, { controller: true })
    addresses.push(`${nodeId}@127.0.0.1:${controllerPort}`)
  }
  const [clusterId, voters] = [newClusterId(), addresses.join()]
  const properties = { ...clusterProperties, ...options.properties }
  const handles: KafkaHandle[] = []
  for (const { nodeId, dir } of nodes)
    handles.push(await prepareKafka({ ...options, dir, properties, member: { clusterId, nodeId, voters } }))
  const brokers = handles.map(({ bootstrap }) => bootstrap)
  return handles.map((handle) => Object.assign(handle, { brokers }))
}

/** Starts the nodes together, for one alone is no majority, and waits until each knows all. Rejects when not all of them come up. */
export async function startNodes(nodes: readonly KafkaHandle[]): Promise<void> {
  await Promise.all(nodes.map((node) => node.start()))
  const deadline = performance.now() + joinTimeoutMs
  for (const { bootstrap } of nodes) {
    while ((await countBrokers(bootstrap)) < nodes.length) {
      if (performance.now() > deadline) throw new Error(`${bootstrap} does not know ${nodes.length} brokers after ${joinTimeoutMs} ms`)
      await delay(joinPollMs)
    }
  }
}
