// One batch: decided in order, each command on what its predecessors left, with an outcome for everyone who can be told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import type { Added, Adding, Count } from '../test/counting-domain.ts'
import { add, countingDecider } from '../test/counting-domain.ts'
import type { Batch } from './batch-decision.ts'
import { decideBatch } from './batch-decision.ts'
import { PartitionState } from './partition-state.ts'
import { defaultProcessorLimits } from './processor-limits.ts'

function decide(
  commands: readonly (Adding | UndecodableRecord)[],
  batch: Partial<Batch<Adding>> = {},
  known: readonly string[] = ['n', 'm'],
  keys: readonly string[] = [],
) {
  const checkpoint = { partition: 0, nextOffset: 0, logEpoch: 'log', claim: 0, claimId: 'claim', commandOffset: -1, commandId: '' }
  const state = new PartitionState<Adding, Added, Count, number>({
    decider: countingDecider,
    limits: { ...defaultProcessorLimits, clockSkewMaxMs: 0 },
    checkpoint,
  })
  state.beginWindow(0)
  state.admit(known, { checkpoint, cells: new Map() })
  const records = commands.map((value, i): StoredRecord<Adding | UndecodableRecord> => {
    return {
      topic: 'commands',
      partition: 0,
      offset: 50 + i,
      key: keys[i] ?? ('undecodable' in value ? 'k' : value.to),
      value,
      appendedAt: 1000,
      bytes: 1,
    }
  })
  const base = {
    partition: 0,
    nextOffset: 8,
    claim: 3,
    refuseAll: null,
    coldRefused: false,
    enteredAheadMaxMs: 10,
    unstorable: new Map<string, LogError>(),
    doubtful: { before: 0, at: 0 },
  }
  const decided = decideBatch({ decider: countingDecider, logger: silentLogger, encoded: ({ to }) => Buffer.from(to) }, state, {
    ...base,
    records,
    ...batch,
  })
  const said = decided.outcomes.map(({ outcome }) => (outcome.accepted ? outcome.reply : outcome.code))
  return { ...decided, said, state }
}

test('each command stands on its predecessors; events carry claim and command, outcomes the offset of the last event', () => {
  const { said, groups, outcomes, count } = decide([add('n', 1), add('n', 2000), add('n', 2, { id: 'i' }), add('n', 2, { id: 'i' })])
  assert.deepEqual(said, [1, 'TOO_MUCH', 3, 2])
  assert.equal(count, 4)
  assert.deepEqual(
    groups.map((g) => [g.commandOffset, g.records.map((r) => [r.key, r.value.amount, r.value.meta.claim, r.value.meta.commandOffset])]),
    [
      [50, [['n', 1, 3, 50]]],
      [52, [['n', 2, 3, 52]]],
    ],
  )
  assert.deepEqual(
    outcomes.flatMap(({ outcome }) => (outcome.accepted ? [outcome.offset] : [])),
    [8, 9, 9],
  )
})

// An edge that made keys by hand could have made a second writer of an aggregate, and nobody would have noticed.
test('a command under the key of another aggregate is refused and dead-lettered, and decided by nobody', () => {
  const { said, groups, deadLetters, settled } = decide([add('n', 1), add('m', 2)], {}, ['n', 'm'], ['n', 'n'])
  assert.deepEqual(said, [1, 'INTERNAL'])
  assert.equal(groups.length, 1)
  assert.deepEqual(
    deadLetters.map(({ key, from }) => [key, from.offset]),
    [['n', 51]],
  )
  assert.equal(settled, true)
})

test('a refusal is told with its detail', () => {
  assert.deepEqual(decide([add('n', 2000)]).outcomes[0]!.outcome, { accepted: false, code: 'TOO_MUCH', detail: 'sum 2000' })
  const refuseAll = { code: 'UNAVAILABLE', detail: 'why' }
  assert.deepEqual(decide([add('n', 1)], { refuseAll }).outcomes[0]!.outcome, { accepted: false, ...refuseAll })
})

test('a command appended after its deadline is refused; at its deadline it is not', () => {
  assert.deepEqual(decide([add('n', 1, { deadlineAt: 999 }), add('n', 1, { deadlineAt: 1000 })]).said, ['DEADLINE_EXCEEDED', 1])
})

test('what cannot be decoded, decided or stored is dead-lettered and passed, with a refusal where somebody can be told', () => {
  const garbage = { undecodable: true, bytes: Buffer.from('x'), cause: 'why' } as const
  const [large, unfit] = [add('n', 5), add('n', 6)]
  const commands = [garbage, add('n', -1), add('n', Number.NaN, { id: 'i' }), large, unfit, add('n', 1)]
  const { said, deadLetters, count, state } = decide(commands, {
    unstorable: new Map([
      [large.meta.commandId, new LogError('TOO_LARGE', 'why')],
      [unfit.meta.commandId, new LogError('UNENCODABLE', 'why')],
    ]),
  })
  assert.deepEqual(said, ['INTERNAL', 'INTERNAL', 'TOO_LARGE', 'INTERNAL', 1])
  assert.deepEqual(
    deadLetters.map(({ from }) => from.offset),
    [50, 51, 52, 53, 54],
  )
  assert.equal(count, 6)
  assert.equal(state.intentCount, 0)
})

test('cold commands are refused while the view is silent, hot ones around them are decided', () => {
  assert.deepEqual(decide([add('n', 1), add('cold', 1), add('n', 1)], { coldRefused: true }).said, [1, 'UNAVAILABLE', 2])
  const refuseAll = { code: 'UNAVAILABLE', detail: 'lag' }
  assert.deepEqual(decide([add('n', 1), add('cold', 1)], { refuseAll }).said, ['UNAVAILABLE', 'UNAVAILABLE'])
})

test('a cell nobody read ends the batch before its command; as the first command it is a bug of the domain', () => {
  const first = decide([add('n', 1), add('unread', 1), add('n', 1)])
  assert.deepEqual([first.said, first.count], [[1], 1])
  assert.deepEqual(decide([add('unread', 1)]).said, ['INTERNAL'])
})
