// Reads cells of state from the views for the processor: one statement, so that all cells and the partition's checkpoint
// belong to one snapshot. Asks the primary only. A cell here equals the fold of the events before that checkpoint.
import type { Cell } from '@skein/domain'
import type { Prefetch, Prefetched } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { within } from '@skein/timing'
import { type Database, defaultSchema, quoteSchema } from './database.ts'
import { checkpointOf } from './projector-store.ts'

export interface PrefetchOptions {
  readonly schema?: string
  /** Limit on the whole call, waiting for a connection included; in the server, on the statement. */
  readonly timeoutMs?: number
}

const prefetchTimeoutMs = 1_000

/** Parts of each kind of key, behind the kind. Parts hold no `|`. */
const partsOfKind = {
  conversation: 2,
  member: 3,
  intent: 4,
  user: 2,
  'known-user': 2,
  'user-name': 2,
  'device-session': 3,
} as const

type Kind = keyof typeof partsOfKind
const kinds = Object.keys(partsOfKind) as Kind[]

interface CellRow {
  /** Kind of the cell, or `checkpoint`. */
  kind: string
  /** Place of the key in what was asked. */
  place: number
  cell: Record<string, unknown>
}

/** Parameters: the partition, then per kind an array of places and one array per part of the key. */
function prefetchSql(schema: string): string {
  let parameter = 2
  const asked = (kind: Kind, parts: readonly string[]): string => {
    const arrays = [`$${parameter++}::int[]`, ...parts.map(() => `$${parameter++}::text[]`)]
    if (parts.length !== partsOfKind[kind]) throw new Error(`a key of kind ${kind} has other parts`)
    return `unnest(${arrays.join(', ')}) AS r (place, ${parts.join(', ')})`
  }
  return `
    SELECT 'checkpoint' AS kind, 0 AS place, json_build_object('partition', c.partition, 'next_offset', c.next_offset,
      'log_epoch', c.log_epoch, 'claim', c.claim, 'command_offset', c.command_offset) AS cell
    FROM ${schema}.checkpoints c WHERE c.partition = $1
    UNION ALL
    SELECT 'conversation', r.place, json_build_object('lastSeq', c.last_seq, 'lastOrdinal', c.last_ordinal,
      'memberCount', c.member_count, 'ownerId', c.owner_id, 'creatorId', c.creator_id, 'name', c.name)
    FROM ${asked('conversation', ['app_id', 'conversation_id'])}
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.conversations c WHERE c.app_id = r.app_id AND c.conversation_id = r.conversation_id OFFSET 0) c
    UNION ALL
    SELECT 'member', r.place, json_build_object('role', m.role, 'readOrdinal', coalesce(s.read_ordinal, 0),
      'fromSeq', m.from_seq, 'toSeq', m.to_seq)
    FROM ${asked('member', ['app_id', 'conversation_id', 'user_id'])}
    CROSS JOIN LATERAL (
      SELECT m.role, m.from_seq, m.to_seq FROM ${schema}.memberships m
      WHERE m.app_id = r.app_id AND m.conversation_id = r.conversation_id AND m.user_id = r.user_id
      ORDER BY m.from_seq DESC LIMIT 1
    ) m
    LEFT JOIN ${schema}.sessions s ON s.app_id = r.app_id AND s.user_id = r.user_id AND s.conversation_id = r.conversation_id
    UNION ALL
    SELECT 'intent', r.place, json_build_object('seq', m.seq, 'ordinal', CASE m.kind WHEN 'message' THEN m.ordinal ELSE 0 END,
      'messageId', coalesce(m.message_id, ''),
      'occurredAt', m.occurred_at, 'contentHash', encode(m.content_hash, 'hex'))
    FROM ${asked('intent', ['app_id', 'conversation_id', 'sender_id', 'client_message_id'])}
    CROSS JOIN LATERAL (
      SELECT m.seq, m.ordinal, m.kind, m.message_id, m.occurred_at, m.content_hash FROM ${schema}.messages m
      WHERE m.app_id = r.app_id AND m.conversation_id = r.conversation_id AND m.sender_id = r.sender_id
        AND m.client_message_id = r.client_message_id
      ORDER BY m.seq LIMIT 1
    ) m
    UNION ALL
    SELECT 'user', r.place, json_build_object('userName', u.user_name, 'displayName', u.display_name)
    FROM ${asked('user', ['app_id', 'user_id'])}
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.users u WHERE u.app_id = r.app_id AND u.user_id = r.user_id OFFSET 0) u
    UNION ALL
    SELECT 'known-user', r.place, json_build_object()
    FROM ${asked('known-user', ['app_id', 'user_id'])}
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.users u WHERE u.app_id = r.app_id AND u.user_id = r.user_id OFFSET 0) u
    UNION ALL
    SELECT 'user-name', r.place, json_build_object('userId', n.user_id, 'userName', n.user_name)
    FROM ${asked('user-name', ['app_id', 'name'])}
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.user_names n WHERE n.app_id = r.app_id AND n.name = r.name OFFSET 0) n
    UNION ALL
    SELECT 'device-session', r.place, json_build_object('deviceId', d.device_id, 'expiresAt', d.expires_at,
      'closed', d.closed_at IS NOT NULL)
    FROM ${asked('device-session', ['app_id', 'user_id', 'session_id'])}
    CROSS JOIN LATERAL (
      SELECT * FROM ${schema}.device_sessions d
      WHERE d.app_id = r.app_id AND d.user_id = r.user_id AND d.session_id = r.session_id OFFSET 0
    ) d`
}

/** Throws for a key that no cell can have: asking for one is a bug. */
function keyValues(keys: readonly string[]): unknown[][] {
  const asked = new Map(kinds.map((kind) => [kind, Array.from({ length: partsOfKind[kind] + 1 }, (): unknown[] => [])]))
  keys.forEach((key, place) => {
    const [kind, ...parts] = key.split('|')
    const columns = asked.get(kind as Kind)
    if (!columns || parts.length !== partsOfKind[kind as Kind]) throw new Error(`not a key of a cell: ${key}`)
    columns[0]!.push(place)
    parts.forEach((part, i) => {
      columns[i + 1]!.push(part)
    })
  })
  return kinds.flatMap((kind) => asked.get(kind)!)
}

function cellOf({ kind, cell }: CellRow): Cell {
  if (kind !== 'intent') return { kind, ...cell } as unknown as Cell
  return { kind, ...cell, contentHash: Buffer.from(cell.contentHash as string, 'hex').toString('latin1') } as unknown as Cell
}

export function createPrefetch(
  db: Database,
  { schema = defaultSchema, timeoutMs = prefetchTimeoutMs }: PrefetchOptions = {},
): Prefetch<Cell> {
  const text = prefetchSql(quoteSchema(schema))
  const name = `${schema}-prefetch`
  return async (partition, keys): Promise<Prefetched<Cell>> => {
    const answer = db.query<CellRow>(text, [partition, ...keyValues(keys)], { name, timeoutMs })
    const { rows } = await within(timeoutMs, 'a prefetch', answer)
    const cells = new Map<string, Cell>()
    let checkpoint = emptyCheckpoint(partition)
    for (const row of rows) {
      if (row.kind === 'checkpoint') checkpoint = checkpointOf(row.cell as never)
      else cells.set(keys[row.place]!, cellOf(row))
    }
    return { checkpoint, cells }
  }
}
