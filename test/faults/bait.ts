// Work for a zombie: commands straight into the log for users who take no part in the run, so many at once that a
// processor frozen right behind them has some in its hands when it wakes.
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { SendMessage } from '@skein/contracts'
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import type { Cluster } from '../load/cluster.ts'
import { makePeople } from '../load/people.ts'

export interface Bait {
  /** Floods the partitions; resolves while most of it is still undone. */
  lay(): Promise<void>
  close(): Promise<void>
}

const users = 64
const messagesPerUser = 150
const bodyBytes = 200
const commandLifeMs = 30_000
const headStartMs = 40

export async function prepareBait(cluster: Cluster): Promise<Bait> {
  const appId = `bait-${randomUUID().slice(0, 8)}`
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger)
  const people = await makePeople(backbone, { appId, count: users })
  const send = (userId: string) => {
    const conversationId = `d:${userId}:${userId}`
    return backbone.log.appendCommand(toOneself(appId, userId, conversationId))
  }
  // What is in memory needs no look at the views, which would be over when the zombie wakes.
  await Promise.all(people.map(({ userId }) => send(userId)))
  return {
    async lay() {
      const sends = people.flatMap(({ userId }) => Array.from({ length: messagesPerUser }, () => send(userId)))
      const [first, ...others] = sends
      for (const other of others) other.catch(() => {})
      await first
      await delay(headStartMs)
    },
    close: () => backbone.close(),
  }
}

function toOneself(appId: string, userId: string, conversationId: string): SendMessage {
  const bytes = Buffer.alloc(bodyBytes, 'bait')
  const meta = {
    appId,
    commandId: randomUUID(),
    actorId: userId,
    deviceId: 'device-0',
    enteredAt: Date.now(),
    deadlineAt: Date.now() + commandLifeMs,
    retry: false,
    replyNode: '',
    replyConnection: '',
    intent: { id: randomUUID(), contentHash: createHash('sha256').update(bytes).digest() },
    traceparent: null,
  }
  return {
    type: 'SendMessage',
    meta,
    conversationId,
    body: { contentType: 'text/plain', encoding: '', keyId: '', bytes },
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  }
}
