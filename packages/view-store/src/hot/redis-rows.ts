// How the entries of the hot views are written in Redis, under the keys of a generation, and read back.
import { wire } from '@skein/contracts'
import type { ChainableCommander, Redis } from 'ioredis'
import { type HotEntry, type HotItem, type HotSession, hotKey, parseHotKey } from './hot-entry.ts'

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

export const encodeSession = ({ readOrdinal, fromSeq, toSeq, toOrdinal }: HotSession): string =>
  [readOrdinal, fromSeq, toSeq, toOrdinal].join(',')

export function decodeSession(value: string): HotSession {
  const [readOrdinal = 0, fromSeq = 0, toSeq = 0, toOrdinal = 0] = value.split(',').map(Number)
  return { readOrdinal, fromSeq, toSeq, toOrdinal }
}

interface Writing {
  /** Prefix of the keys of a generation. */
  readonly generation: string
  readonly entry: HotEntry
  readonly itemAgeMs: number
}

export function writeEntry(pipeline: ChainableCommander, { generation, entry, itemAgeMs }: Writing): void {
  if (entry.kind === 'head') {
    const key = `${generation}:head:${hotKey(entry.appId, entry.conversationId)}`
    pipeline.hset(key, 'seq', entry.head.lastSeq, 'ordinal', entry.head.lastOrdinal, 'uncounted', entry.head.lastUncounted)
  } else if (entry.kind === 'session') {
    pipeline.hset(`${generation}:session:${hotKey(entry.appId, entry.userId)}`, entry.conversationId, encodeSession(entry.session))
  } else if (entry.kind === 'hidden') {
    pipeline.sadd(`${generation}:hidden:${hotKey(entry.appId, entry.userId)}`, ...entry.conversationIds)
  } else {
    const key = `${generation}:items:${hotKey(entry.appId, entry.conversationId)}`
    pipeline.zadd(key, ...entry.items.flatMap(({ seq, bytes }) => [seq, bufferOf(bytes)]))
    pipeline.pexpireat(key, entry.items.at(-1)!.occurredAt + itemAgeMs)
  }
}

/** Entries under a key whose name is what stands behind the generation. */
export async function* entriesOf(redis: Redis, key: string, name: string): AsyncGenerator<HotEntry> {
  const colon = name.indexOf(':')
  const kind = name.slice(0, colon)
  const { appId, id } = parseHotKey(name.slice(colon + 1))
  if (kind === 'head') {
    const [seq, ordinal, uncounted] = await redis.hmget(key, 'seq', 'ordinal', 'uncounted')
    const head = { lastSeq: Number(seq), lastOrdinal: Number(ordinal), lastUncounted: Number(uncounted) }
    yield { kind, appId, conversationId: id, head }
  } else if (kind === 'session') {
    for (const [conversationId, value] of Object.entries(await redis.hgetall(key))) {
      yield { kind, appId, userId: id, conversationId, session: decodeSession(value) }
    }
  } else if (kind === 'hidden') {
    yield { kind, appId, userId: id, conversationIds: (await redis.smembers(key)).sort() }
  } else if (kind === 'items') {
    const items = (await redis.zrangeBuffer(key, '0', '-1')).map(itemOf)
    if (items.length > 0) yield { kind, appId, conversationId: id, items }
  }
}

function itemOf(bytes: Uint8Array): HotItem {
  const { seq, occurredAtMs } = wire.ConversationItem.decode(bytes)
  return { seq, occurredAt: occurredAtMs, bytes }
}
