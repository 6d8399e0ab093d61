// What is written down of a log before some of it is cut off, and what of that the cut took.
import type { SkeinEvent } from '@skein/contracts'
import type { Bounds } from '@skein/event-sourcing'
import type { Backbone } from '@skein/server'
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import type { Cluster } from '../load/cluster.ts'
import { observer } from './cluster-installation.ts'
import type { LossEntry } from './journal.ts'

const boundsMsMax = 20_000

export interface WrittenDown {
  readonly partition: number
  readonly offset: number
  readonly event: SkeinEvent
}

/** By when the log was cut, as performance.now() tells it. */
export interface Cut extends Omit<LossEntry, 'returnedAtMs'> {
  readonly returnedAt: number
}

export async function observed<T>(cluster: Cluster, look: (backbone: Backbone) => Promise<T>): Promise<T> {
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger, observer)
  try {
    return await look(backbone)
  } finally {
    await backbone.close()
  }
}

/** A broker that has just started does not lead all of them yet. */
function boundsOfAll({ log }: Backbone): Promise<ReadonlyMap<number, Bounds>> {
  const partitions = Array.from({ length: log.partitionCount }, (_, partition) => partition)
  const asked = async () => {
    const bounds = await log.bounds('events', partitions)
    return bounds.size === partitions.length ? bounds : undefined
  }
  return eventually(asked, { timeoutMs: boundsMsMax, intervalMs: 100, what: 'every partition is led' })
}

/** Every event of an app. */
export async function writeDown(backbone: Backbone, appId: string): Promise<WrittenDown[]> {
  const { log } = backbone
  const found: WrittenDown[] = []
  for (const [partition, { start, end }] of await boundsOfAll(backbone))
    for await (const batch of log.read('events', partition, start, end))
      for (const { value, offset } of batch)
        if ('type' in value && value.meta.appId === appId) found.push({ partition, offset, event: value })
  return found
}

const relationEvents: ReadonlySet<string> = new Set<SkeinEvent['type']>([
  ...(['UserBlocked', 'UserUnblocked'] as const),
  ...(['FriendRequested', 'FriendRequestAnswered', 'FriendDeleted'] as const),
])

/** What of it the log does not have now, before anybody writes to it again. */
export async function missingNow(backbone: Backbone, written: readonly WrittenDown[]): Promise<Cut> {
  const bounds = await boundsOfAll(backbone)
  const lost = written.filter(({ partition, offset }) => offset >= bounds.get(partition)!.end).map(({ event }) => event)
  const cut = { messages: [] as string[], changes: [] as string[], pairs: [] as string[], marks: [] as LossEntry['marks'][number][] }
  for (const event of lost) {
    if (event.type === 'MessageSent' || event.type === 'BroadcastSent') {
      cut.messages.push(`${event.conversationId} ${event.meta.answers?.id}`)
      cut.marks.push({ userId: event.meta.actorId, conversationId: event.conversationId, ordinal: event.ordinal })
    } else if (event.type === 'ReadMarked') {
      cut.marks.push({ userId: event.userId, conversationId: event.conversationId, ordinal: event.ordinal })
    } else if (event.type === 'MessageHidden') {
      cut.changes.push(`${event.type} ${event.userId} ${event.conversationId} ${event.seq}`)
    } else if (relationEvents.has(event.type) && 'conversationId' in event) {
      cut.pairs.push(event.conversationId)
    } else if ('targetSeq' in event) {
      cut.changes.push(`${event.type} ${event.conversationId} ${event.targetSeq}`)
    }
  }
  return { events: lost.length, ...cut, returnedAt: performance.now() }
}
