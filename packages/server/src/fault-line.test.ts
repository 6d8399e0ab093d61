// A log that did not answer was told of in a stack trace, and so was one behind whose place nobody reads.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ClaimWentBack, LogError, OtherHistory } from '@skein/event-sourcing'
import { ConfigError } from './config-error.ts'
import { faultLine } from './fault-line.ts'

test('what an operator can do something about is one line, with the cause of what does not answer', () => {
  assert.equal(faultLine(new ConfigError('SKEIN_X is wrong')), 'SKEIN_X is wrong')
  assert.equal(faultLine(new LogError('UNAVAILABLE', 'no leader answers')), 'no leader answers')
  const cause = new Error('events/3 has no leader')
  assert.equal(
    faultLine(new LogError('UNAVAILABLE', 'partition 3 cannot be claimed now', { cause })),
    'partition 3 cannot be claimed now: events/3 has no leader',
  )
  assert.equal(faultLine(new LogError('OUT_OF_RANGE', 'no offset 460')), 'no offset 460')
  assert.equal(faultLine(new OtherHistory('rebuild the views')), 'rebuild the views')
  assert.match(faultLine(new ClaimWentBack(9, 12, 1, 11))!, /^event at offset 12 of partition 9 was written under claim 1/)
  assert.equal(faultLine(new TypeError('a bug')), null)
})
