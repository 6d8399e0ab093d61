// A cluster of three brokers that keep everything three times: one is killed and comes back, and all three are restarted, one after another,
// as for a new version of Kafka.
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@skein/testing'
import kafkajs from 'kafkajs'
import type { Cluster } from '../load/cluster.ts'
import type { Evidence, Fault } from './faults.ts'
import { brokerRestartsMark } from './outage-marks.ts'

/** Long enough for others to have led its partitions for a while. */
const downMs = 6_000
const inSyncMsMax = 30_000
const inSyncPollMs = 200
/** Three brokers share two cores with everything else. */
const rateMax = 100
const coordinators = ['__consumer_offsets', '__transaction_state']

type Admin = ReturnType<kafkajs.Kafka['admin']>

async function withAdmin<R>({ servers }: Cluster, work: (admin: Admin) => Promise<R>): Promise<R> {
  const admin = new kafkajs.Kafka({ brokers: [...servers.brokers], clientId: 'faults', logLevel: kafkajs.logLevel.NOTHING }).admin()
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.disconnect()
  }
}

const topicsOf = (cluster: Cluster, topics: string[] = []) =>
  withAdmin(cluster, async (admin) => (await admin.fetchTopicMetadata({ topics })).topics)

/** Node ids of brokers, with how many partitions of the topics each of them leads. */
async function led(cluster: Cluster, topics: string[]): Promise<ReadonlyMap<number, number>> {
  const partitions = (await topicsOf(cluster, topics)).flatMap((topic) => topic.partitions)
  return new Map([...Map.groupBy(partitions, ({ leader }) => leader)].map(([node, list]) => [node, list.length]))
}

/** Milliseconds until every replica of every partition is in sync again: before, another loss would be one too many. */
async function inSync(cluster: Cluster): Promise<number> {
  const from = performance.now()
  const whole = async () =>
    (await topicsOf(cluster)).every((t) => t.partitions.every(({ isr, replicas }) => isr.length === replicas.length))
  await eventually(() => whole().catch(() => false), { timeoutMs: inSyncMsMax, intervalMs: inSyncPollMs, what: 'every replica in sync' })
  return Math.round(performance.now() - from)
}

/** The broker that coordinates most groups and writers is killed: owners must go on meanwhile, or be replaced. */
async function killOne(cluster: Cluster): Promise<Evidence> {
  const nodes = cluster.stack.kafkaNodes
  const [busiest] = [...(await led(cluster, coordinators))].sort(([, a], [, b]) => b - a)[0]!
  const ledBefore = (await led(cluster, [])).get(busiest) ?? 0
  const victim = nodes[busiest - 1]!
  const killedPid = victim.pid
  await victim.kill('SIGKILL')
  const gone = !(await victim.alive())
  await delay(downMs)
  const ledWhileGone = (await led(cluster, [])).get(busiest) ?? 0
  const startedAt = performance.now()
  await victim.start()
  const startMs = Math.round(performance.now() - startedAt)
  const injected = gone && ledBefore > 0 && ledWhileGone === 0 && victim.pid !== killedPid
  return { injected, node: busiest, killedPid, newPid: victim.pid, ledBefore, ledWhileGone, startMs, inSyncAfterMs: await inSync(cluster) }
}

async function restartEach(cluster: Cluster): Promise<Evidence> {
  const brokerRestarts: { stopMs: number; startMs: number; inSyncAfterMs: number }[] = []
  for (const node of cluster.stack.kafkaNodes) {
    const [pid, from] = [node.pid, performance.now()]
    await node.stop()
    const stopped = performance.now()
    await node.start()
    const started = performance.now()
    if (node.pid === pid) return { injected: false, why: `node on port ${node.port} was not restarted` }
    const times = { stopMs: Math.round(stopped - from), startMs: Math.round(started - stopped) }
    brokerRestarts.push({ ...times, inSyncAfterMs: await inSync(cluster) })
  }
  return { injected: brokerRestarts.length === 3, outageMark: brokerRestartsMark, brokerRestarts }
}

export const killBrokerOfThree: Fault = { brokers: 3, rateMax, inject: killOne }

export const restartThreeBrokers: Fault = { brokers: 3, rateMax, seconds: 80, inject: restartEach }
