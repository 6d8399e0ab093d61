// Who might write a partition, one after another: the history by which it is told whether a position that somebody kept is one of this log.
// A claim stands where its record does.
import type { SkeinEvent } from '@skein/contracts'
import { claimRecordOf, type Position } from '@skein/event-sourcing'
import { type RowOf, table } from './table.ts'

export const claims = table('claims', { key: { claim_id: 'text' }, columns: {}, keeps: 'first' })

/** Null for every event that claims nothing. */
export function claimRow(event: SkeinEvent, at: Position): RowOf<typeof claims> | null {
  const claimed = claimRecordOf(event, at.offset)
  return claimed && { claim_id: claimed.claimId, partition: at.partition, offset: at.offset }
}
