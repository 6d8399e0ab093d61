// How the entries of the hot views are written in Redis, under the keys of a generation, and read back.
import type { ChainableCommander, Redis } from 'ioredis'
import { type HotEntry, type HotItem, type HotRow, type HotSession, hotKey, parseHotKey } from './hot-entry.ts'

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

export const encodeSession = ({ readOrdinal, fromSeq, toSeq, toOrdinal }: HotSession): string =>
  [readOrdinal, fromSeq, toSeq, toOrdinal].join(',')

export function decodeSession(value: string): HotSession {
  const [readOrdinal = 0, fromSeq = 0, toSeq = 0, toOrdinal = 0] = value.split(',').map(Number)
  return { readOrdinal, fromSeq, toSeq, toOrdinal }
}

/** Under the prefix of the keys of a generation. */
export function writeRow(pipeline: ChainableCommander, generation: string, row: HotRow): void {
  if (row.kind === 'head') {
    const key = `${generation}:head:${hotKey(row.appId, row.conversationId)}`
    pipeline.hset(key, 'seq', row.head.lastSeq, 'ordinal', row.head.lastOrdinal, 'uncounted', row.head.lastUncounted)
  } else if (row.kind === 'session') {
    pipeline.hset(`${generation}:session:${hotKey(row.appId, row.userId)}`, row.conversationId, encodeSession(row.session))
  } else {
    pipeline.sadd(`${generation}:hidden:${hotKey(row.appId, row.userId)}`, ...row.conversationIds)
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
    const items = itemsOf(await redis.zrangebyscoreBuffer(key, '-inf', '(+inf', 'WITHSCORES'))
    if (items.length > 0) yield { kind, appId, conversationId: id, items }
  }
}

/** Of an answer with scores. */
function itemsOf(answer: readonly Buffer[]): HotItem[] {
  const items: HotItem[] = []
  for (let i = 0; i < answer.length; i += 2) items.push({ seq: Number(answer[i + 1]), bytes: answer[i]! })
  return items
}
