// What a reader of a partition makes of the claims it meets: the next claim, an event of a claim that was replaced, a claim whose record was
// passed over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClaimGuard } from './claim-guard.ts'

const written = (claim: number) => ({ type: 'Added', meta: { claim, commandOffset: -1, commandId: '' } })
const claimed = (before: number) => ({ ...written(before), type: 'PartitionClaimed' })

test('claims go on from record to record, also where two owners claimed at once', () => {
  const claimOf = createClaimGuard(0, 4)
  const events = [written(4), claimed(4), claimed(4), written(7)]
  assert.deepEqual(
    events.map((event, i) => claimOf(5 + i, event)),
    [4, 6, 7, 7],
  )
  assert.throws(() => claimOf(9, written(6)), { code: 'CLAIM_WENT_BACK' })
})

test('a claim whose record was not met is of another history, in an event and in the next claim alike; the first claim ever is not', () => {
  assert.throws(() => createClaimGuard(0, 4)(9, written(6)), { code: 'OTHER_HISTORY' })
  assert.throws(() => createClaimGuard(0, 4)(9, claimed(6)), { code: 'OTHER_HISTORY' })
  assert.equal(createClaimGuard(0)(9, written(6)), 6)
  assert.equal(createClaimGuard(0)(0, claimed(-1)), 0)
})
