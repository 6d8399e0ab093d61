// The load of groups is measured before anything is measured with it: against a gateway that pushes to all members at once, every delivery is
// counted, none is missed, and what the gateway withholds is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectedGroups } from './group-generator.ts'
import type { GroupStepResult } from './group-load.ts'
import { placeOf } from './group-places.ts'
import { type NullGatewayOptions, startNullGateway } from './null-gateway.ts'

const members = 30
const writers = 5

/** Two groups at one gateway, whose users are numbered through; 40 messages a second for two seconds, of which the last second is measured. */
async function run(plant?: NullGatewayOptions['plant']): Promise<GroupStepResult> {
  const conversationIds = ['g:one', 'g:two']
  const userIds = Array.from({ length: 2 * members }, (_, i) => `null-${i}`)
  const membersOf = (conversationId: string) => userIds.slice(conversationIds.indexOf(conversationId) * members).slice(0, members)
  const gateway = await startNullGateway({ plant, membersOf })
  try {
    const ends = userIds.map((userId, i) => ({ address: gateway.addresses[i % 2]!, appId: 'null', userId, token: userId }))
    const places = conversationIds.map((id, g) =>
      placeOf(
        id,
        Array.from({ length: members }, (_, i) => g * members + i),
        writers,
      ),
    )
    const load = await connectedGroups(ends, places, 200)
    try {
      return await load.run({ rate: 100, conversationIds, warmupMs: 1_000, durationMs: 1_000, settleMs: 5_000 })
    } finally {
      load.close()
    }
  } finally {
    await gateway.close()
  }
}

const faultsIn = ({ lost, gaps, repeated, leaked }: GroupStepResult) => ({ lost, gaps, repeated, leaked })
const none = { lost: 0, gaps: 0, repeated: 0, leaked: 0 }

test('each message is delivered to every member but its writer, and each delivery is counted once', async () => {
  const result = await run()
  assert.deepEqual([result.sent, result.acked, result.delivered], [100, 100, 100 * (members - writers)])
  assert.deepEqual([faultsIn(result), result.settled, result.refused], [none, true, {}])
  // Those at the ends of the time are in it or not.
  assert.ok(Math.abs(result.deliveries - 100 * (members - 1)) <= 50 * members, `${result.deliveries} deliveries`)
  assert.ok(result.toLastMs.p50 >= result.deliverMs.p50 && result.toLastMs.max > 0, JSON.stringify(result.toLastMs))
})

for (const [fault, counted] of [
  ['loss', { gaps: 1 }],
  ['duplicate', { repeated: 1 }],
  ['swap', { gaps: 1, repeated: 1 }],
  ['gap', { gaps: members - writers }],
] as const)
  test(`a planted ${fault} is counted as what it is`, async () => {
    assert.deepEqual(faultsIn(await run(fault)), { ...none, ...counted })
  })
