// Processors asked twice a second how far the views are, each of them and also where nothing had been written for hours: a third of the
// transactions of a PostgreSQL at rest.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { partitionMeta } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import { silentLogger } from '@skein/telemetry'
import { createMemoryBroker, eventually } from '@skein/testing'
import { pause } from '@skein/timing'
import { consumerGroup, createProcessor, newCounters } from '../src/index.ts'
import { MemoryView } from './memory-view.ts'
import { noTimers } from './no-timers.ts'
import { message, quickLimits } from './processor-bench.ts'

const checkpointPollMs = 20
const partitions = [0, 1]

async function openProcessor(t: TestContext) {
  const broker = await createMemoryBroker({ partitionCount: partitions.length })
  const log = broker.open()
  const view = new MemoryView()
  for (const user of ['ann', 'bob']) view.users.add(user)
  let polls = 0
  const processor = createProcessor<SkeinCommand, SkeinEvent, Cell, Uint8Array>({
    log,
    decider: skeinDecider,
    prefetch: view.prefetch,
    timers: noTimers,
    checkpoints: () => {
      polls += 1
      return view.checkpoints()
    },
    commandsDone: (commandId) => ({ type: 'CommandsDone', meta: { ...partitionMeta(0), commandId } }),
    outcome: () => {},
    logger: silentLogger,
    limits: { ...quickLimits, checkpointPollMs },
    selfFence: true,
    wokeAt: () => Number.NEGATIVE_INFINITY,
    group: consumerGroup(log, 'processor', 'commands'),
    counters: newCounters(),
  })
  await processor.start()
  t.after(async () => {
    await processor.stop()
    await log.close()
  })
  await eventually(() => processor.status().filter(({ phase }) => phase === 'active').length === partitions.length)
  return {
    log,
    processor,
    polls: () => polls,
    lag: () => processor.status().reduce((sum, { lag }) => sum + (lag ?? 0), 0),
    async advance() {
      for (const partition of partitions) await view.advance(log, partition)
    },
  }
}

test('how far the views are is asked while they lack something, and not again before something is written', async (t) => {
  const { log, polls, lag, advance } = await openProcessor(t)
  const claims = polls()
  assert.equal(lag(), partitions.length, 'the claims')
  await eventually(() => polls() >= claims + 3)
  await advance()
  await eventually(() => lag() === 0)
  const shown = polls()
  await pause(10 * checkpointPollMs)
  assert.equal(polls(), shown)
  await log.appendCommand(message('hello'))
  await eventually(() => lag() > 0)
  await advance()
  // By the next poll, which says so at once.
  await eventually(() => lag() === 0)
  assert.ok(polls() > shown)
})
