// The two-hop floor: what any system of this shape must spend. A record goes to a topic, is read by one process, written by
// a fenced writer to another topic, and read by a third process: the log adapter of the product and nothing else, on topics
// of its own, with commands and events of the same size as the product's.
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { applyTopics } from '@skein/kafka-log'
import type { Cluster } from '../load/cluster.ts'
import { messageBytes } from './installation.ts'
import type { Percentiles } from './latencies.ts'

const program = fileURLToPath(new URL('./floor-process.ts', import.meta.url))
const warmupMs = 3_000
const timeoutMs = 60_000
const brokerWarmup = { rate: 2_000, durationMs: 25_000 }

export const floorParts = ['processor', 'sink', 'source'] as const

export interface FloorPlan {
  readonly part: (typeof floorParts)[number]
  readonly brokers: readonly string[]
  readonly registryUrl: string
  readonly prefix: string
  readonly partitions: number
  readonly bytes: number
  readonly rate: number
  readonly warmupMs: number
  readonly durationMs: number
}

export interface FloorReport {
  readonly sent: number
  readonly delivered: number
  readonly latency: Percentiles
}

/** Throws when a record did not come through: then it measured nothing. */
export async function probeFloor(cluster: Cluster, options: { rate: number; durationMs: number }): Promise<Percentiles> {
  const prefix = `floor-${randomUUID().slice(0, 8)}.`
  const { brokers, registryUrl } = cluster.servers
  const partitions = cluster.config.partitionCount
  const configs = { 'message.timestamp.type': 'LogAppendTime' }
  const specs = ['commands', 'events'].map((role) => ({ role, name: `${prefix}${role}`, partitions, replicationFactor: 1, configs }))
  await applyTopics({ brokers, clientId: 'skein-floor' }, specs)
  const children: ChildProcess[] = []
  const start = async (part: FloorPlan['part']) => {
    const plan: FloorPlan = { part, brokers, registryUrl, prefix, partitions, bytes: messageBytes, warmupMs, ...options }
    const child = fork(program, [JSON.stringify(plan)], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    children.push(child)
    await heard(child)
    return child
  }
  try {
    const [, sink, source] = [await start('processor'), await start('sink'), await start('source')]
    source.send('go')
    const { sent } = (await heard(source)) as FloorReport
    sink.send(sent)
    const { delivered, latency } = (await heard(sink)) as FloorReport
    if (delivered !== sent) throw new Error(`the floor probe sent ${sent} records and received ${delivered}`)
    return latency
  } finally {
    for (const child of children) child.kill('SIGKILL')
  }
}

/** The broker compiles what it runs often: half a minute of load, and it runs as it will for days. */
export const warmUpBroker = async (cluster: Cluster): Promise<void> => void (await probeFloor(cluster, brokerWarmup))

async function heard(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process of the floor probe ended with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(timeoutMs) }), ended])
  return message
}
