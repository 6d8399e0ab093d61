// The checkpoints of the views: how far each partition has come. Not made of rows like the other tables: their store moves them.
import type { Checkpoint } from '@skein/event-sourcing'

export const checkpointsTable = {
  name: 'checkpoints',
  key: ['partition'],
  columns: {
    partition: 'int',
    next_offset: 'bigint',
    log_epoch: 'text',
    claim: 'bigint',
    claim_id: 'text',
    command_offset: 'bigint',
    command_id: 'text',
  },
} as const

export interface CheckpointRow {
  partition: number
  next_offset: number
  log_epoch: string
  claim: number
  claim_id: string
  command_offset: number
  command_id: string
}

export const checkpointOf = (row: CheckpointRow): Checkpoint => ({
  partition: row.partition,
  nextOffset: row.next_offset,
  logEpoch: row.log_epoch,
  claim: row.claim,
  claimId: row.claim_id,
  commandOffset: row.command_offset,
  commandId: row.command_id,
})

/** Columns of `checkpoints c`. */
export const checkpointColumns = Object.keys(checkpointsTable.columns)
  .map((name) => `c.${name}`)
  .join(', ')

/** All there are. */
export const checkpointsSql = (schema: string): string => `SELECT ${checkpointColumns} FROM ${schema}.checkpoints c`
