// Readers in the process of a writer are handed the very events that were encoded, and others what was decoded: nobody may be able to
// tell which. So for every type of event, what comes back from the log has the same fields with the same values, defaults included.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartitionClaimed, SkeinEvent } from '@skein/contracts'
import { allSchemas, createEventCodec, partitionMeta } from '@skein/contracts'
import fc from 'fast-check'
import { arbitraryUsers } from './arbitrary/small-world.ts'
import { arbitraryCommands } from './arbitrary-commands.ts'
import { assertUntilMet } from './assert-until-met.ts'
import { plain } from './plain.ts'
import { sampleAppId, sampleCommandsDone, sampleMessageSent } from './samples.ts'
import { createWorld } from './world.ts'

/** What the writer of a partition makes itself. */
function ofPartitions(): SkeinEvent[] {
  const claimed: PartitionClaimed = {
    type: 'PartitionClaimed',
    meta: { ...partitionMeta(1), claim: -1, commandOffset: -1 },
    producerId: 3,
    producerEpoch: 4,
    claimId: 'claim',
    logEpoch: 'epoch',
    owner: 'host:1',
  }
  return [claimed, { type: 'CommandsDone', meta: { ...partitionMeta(2), commandId: 'c', commandOffset: 7, claim: 0 } }]
}

test('for every type of event, what is decoded is what was encoded', async () => {
  let ids = 0
  const codec = await createEventCodec({ idOf: async () => ++ids, schemaOf: async () => null })
  const types = allSchemas().flatMap(({ subject }) => (subject.startsWith('skein.events.') ? subject.split('.').slice(-1) : []))
  assert.ok(types.length >= 20)
  const seen = new Set<string>()
  const comeBack = async (events: readonly SkeinEvent[]) => {
    const decoded = await codec.decode(events.map((event) => codec.encode(event)))
    for (const [i, event] of events.entries()) assert.deepEqual(plain(decoded[i]), plain(event))
    for (const { type } of events) seen.add(type)
  }
  // Tests hand these over.
  await comeBack([...ofPartitions(), sampleMessageSent('text', 3), sampleCommandsDone(3, 4)])
  const property = fc.asyncProperty(arbitraryCommands, async (commands) => {
    const world = createWorld()
    world.register(sampleAppId, ...arbitraryUsers)
    for (const command of commands) world.run(command)
    await comeBack(world.events)
  })
  await assertUntilMet(property, { seed: 0, numRuns: 200, endOnFailure: true, missing: () => types.filter((type) => !seen.has(type)) })
})
