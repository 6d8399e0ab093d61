// Folds records of a partition onto a checkpoint: what they change, and the checkpoint behind them. Stops where the log cannot
// be the truth: at a claim that goes back, at a record of another log than the view was built from, at one it cannot read.
import type { Checkpoint, Event, Position, ProjectedBatch, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { createClaimGuard, LogError } from '@skein/event-sourcing'

export interface Projection<E extends Event, Change> {
  readonly project: (event: E, position: Position) => readonly Change[]
  /** Log epoch a claim names; null where the record does not count. */
  readonly logEpochOf: (event: E, offset: number) => string | null
}

/** Throws ClaimWentBack, or MISCONFIGURED for what no retry mends. There is at least one record. */
export function projectBatch<E extends Event, Change>(
  { project, logEpochOf }: Projection<E, Change>,
  records: readonly StoredRecord<E | UndecodableRecord>[],
  expected: Checkpoint,
): ProjectedBatch<Change> {
  const changes: Change[] = []
  let { claim, commandOffset, logEpoch } = expected
  const claimOf = createClaimGuard(expected.partition, claim)
  for (const { partition, offset, value } of records) {
    if ('undecodable' in value)
      throw new LogError('MISCONFIGURED', `event ${partition}@${offset} cannot be decoded: update this release`, { cause: value.cause })
    claim = claimOf(offset, value)
    commandOffset = Math.max(commandOffset, value.meta.commandOffset)
    const named = logEpochOf(value, offset)
    if (named !== null && logEpoch !== '' && named !== logEpoch) {
      throw new LogError(
        'MISCONFIGURED',
        `partition ${partition} is another log (${named}) than the view was built from (${logEpoch}): rebuild the views`,
      )
    }
    logEpoch = named ?? logEpoch
    changes.push(...project(value, { partition, offset }))
  }
  const nextOffset = records.at(-1)!.offset + 1
  const { partition } = expected
  return { partition, expected, next: { partition, nextOffset, logEpoch, claim, commandOffset }, changes }
}
