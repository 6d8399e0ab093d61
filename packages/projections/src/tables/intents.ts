// What became of the intents that clients have named, refusals included: any event that answers one writes it, and of two answers to
// the same the first stands for ever.
import { aggregateIdOf, type SkeinEvent } from '@skein/contracts'
import type { IntentCell } from '@skein/domain'
import type { Position } from '@skein/event-sourcing'
import { read, stored } from './stored-cell.ts'
import { type RowOf, table } from './table.ts'

export const intents = table('intents', {
  key: { app_id: 'text', aggregate_id: 'text', actor_id: 'text', client_id: 'text' },
  columns: { content_hash: 'bytea', reply: 'bytea', refused_code: 'text', refused_detail: 'text' },
  keeps: 'first',
})

/** As the domain remembers them: one character per byte. */
const asText = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

export const intentCell = stored<IntentCell>()({
  key: ['app_id', 'aggregate_id', 'actor_id', 'client_id'],
  reads: [read(intents, 'content_hash', 'reply', 'refused_code', 'refused_detail')],
  cellOf: ([{ content_hash, reply, refused_code: code, refused_detail: detail }]) => ({
    kind: 'intent',
    contentHash: asText(content_hash),
    reply: asText(reply),
    refused: code === '' ? null : { accepted: false, code, detail },
  }),
  writes: null,
})

/** The intent that an event answers; null where it answers none. */
export function intentRow(event: SkeinEvent, at: Position): RowOf<typeof intents> | null {
  const { appId, actorId, answers } = event.meta
  if (answers === null) return null
  return {
    app_id: appId,
    aggregate_id: aggregateIdOf(event),
    actor_id: actorId,
    client_id: answers.id,
    content_hash: answers.contentHash,
    reply: answers.reply,
    refused_code: event.type === 'CommandRefused' ? event.code : '',
    refused_detail: event.type === 'CommandRefused' ? event.detail : '',
    partition: at.partition,
    offset: at.offset,
  }
}
