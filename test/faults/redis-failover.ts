// A replica of Redis is promoted that lacks the last second: it takes the address of the primary, which is killed. In that second as many
// people left a gateway as came to it, so that the replica holds as many connections as there are, and not the same ones.
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startRedis } from '@skein/local-stack'
import { eventually } from '@skein/testing'
import { Redis } from 'ioredis'
import type { Cluster } from '../load/cluster.ts'
import type { Evidence, Fault } from './faults.ts'
import { inviteVisitors } from './visitors.ts'

const lostMs = 1_000
/** Until clients have synced because the node link had been interrupted: what is written afterwards is heard by delivery alone. */
const settledMs = 8_000
const heardWithinMs = 5_000
const inStepMs = 500

const replicas = new Map<Cluster, Awaited<ReturnType<typeof startRedis>>>()

/** Of what this server has written for its replicas. */
async function offsetOf(redis: Redis): Promise<number> {
  return Number(/master_repl_offset:(\d+)/.exec(await redis.info('replication'))![1])
}

async function startReplica(cluster: Cluster) {
  const { port, password } = cluster.stack.redis
  const replica = await startRedis({ dir: join(cluster.dir, `replica-${Date.now()}`) })
  replicas.set(cluster, replica)
  const control = new Redis(replica.url)
  await control.config('SET', 'masterauth', password)
  await control.replicaof('127.0.0.1', port)
  await eventually(async () => /master_link_status:up/.test(await control.info('replication')), { timeoutMs: 10_000, intervalMs: 50 })
  return control
}

/** The replica is the primary from now on, where the primary was. */
async function takeOver(control: Redis, { port, password }: Cluster['stack']['redis']): Promise<void> {
  await control.config('SET', 'requirepass', password)
  await control.config('SET', 'port', String(port))
}

async function failOver(cluster: Cluster): Promise<Evidence> {
  const { redis } = cluster.stack
  const visitors = await inviteVisitors(cluster)
  const primary = new Redis(redis.url)
  primary.on('error', () => {})
  const control = await startReplica(cluster)
  control.on('error', () => {})
  try {
    await delay(inStepMs)
    await control.replicaof('NO', 'ONE')
    const kept = await offsetOf(control)
    await Promise.all([visitors.change(), delay(lostMs)])
    const lostBytes = (await offsetOf(primary)) - kept
    await redis.kill('SIGKILL')
    await takeOver(control, redis)
    const answers = await redis.answers()
    await delay(settledMs)
    const deaf = await visitors.unheard(heardWithinMs)
    return { injected: lostBytes > 0 && answers && deaf === 0, lostBytes, lostMs, promotedAnswers: answers, cameAndHearNothing: deaf }
  } finally {
    primary.disconnect()
    control.disconnect()
    await visitors.close()
  }
}

export const redisFailover: Fault = {
  inject: failOver,
  async mend(cluster) {
    await replicas.get(cluster)?.remove()
    if (replicas.delete(cluster)) await cluster.server('redis').start()
  },
}
