// What a gateway goes by before it has read what an app allows: docs/known-limits.md says what that lets through.
import assert from 'node:assert/strict'
import test from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { limitsInForce } from '@skein/domain'
import { createAppPolicies } from './app-policies.ts'

test('until the policy of an app has been read the defaults hold, also where it lets nobody ask', async () => {
  const { promise: answered, resolve } = Promise.withResolvers<void>()
  const closed = limitsInForce({ friendRequestsPerHour: 0, addedByStrangersPerHour: 0 })
  const app = async () => {
    await answered
    return { limits: closed }
  }
  const policies = createAppPolicies({ app }, { viewReadMs: 60_000, policyKeepMs: 60_000, policiesMax: 1 })
  const inForce = () => {
    const { friendRequestsPerHour, addedByStrangersPerHour } = policies.of('app')
    return [friendRequestsPerHour.value, addedByStrangersPerHour.value]
  }
  const { friendRequestsPerHour, addedByStrangersPerHour } = limitsInForce({})
  const byDefault = [friendRequestsPerHour.value, addedByStrangersPerHour.value]
  assert.ok(byDefault.every((value) => value > 0))
  assert.deepEqual(inForce(), byDefault)
  assert.deepEqual(inForce(), byDefault, 'nor by the second question, while the first reads')
  resolve()
  while (inForce()[0] !== 0) await setImmediate()
  assert.deepEqual(inForce(), [0, 0])
})
