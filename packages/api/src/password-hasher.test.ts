// Story: passwords were hashed in the order in which they came. One address that brought fifty wrong logins and sixty registrations at once kept
// everybody waiting for seconds, and whoever came behind the first 64 of them was refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPasswordHasher, type PasswordHasherOptions } from './password-hasher.ts'

const password = 'correct horse'

function openHasher(changes: Partial<PasswordHasherOptions> = {}) {
  const parameters = { memoryKiB: 8, passes: 1, parallelism: 1 }
  const hasher = createPasswordHasher({ parameters, concurrent: 1, queuedMax: 10, queuedPerAddressMax: 10, ...changes })
  const done: string[] = []
  /** What became of it: its name stands in `done`, or its code is the answer. */
  const hash = (addressKey: string, name: string) =>
    hasher.hash({ password, addressKey }).then(
      () => void done.push(name),
      (error) => `${error.code} ${error.detail} ${error.retryAfterMs}`,
    )
  return { hasher, done, hash }
}

test('addresses take turns, one password each', async () => {
  const { done, hash } = openHasher()
  const greedy = ['g1', 'g2', 'g3', 'g4'].map((name) => hash('greedy', name))
  const others = [hash('other', 'o1'), hash('third', 't1'), hash('other', 'o2')]
  await Promise.all([...greedy, ...others])
  assert.deepEqual(done, ['g1', 'o1', 't1', 'g2', 'o2', 'g3', 'g4'])
})

test('of one address so many wait, and of all; the rest is refused, and every place is free again', async () => {
  const { hash, done } = openHasher({ queuedMax: 4, queuedPerAddressMax: 3 })
  const greedy = ['g1', 'g2', 'g3', 'g4', 'g5'].map((name) => hash('greedy', name))
  const others = [hash('other', 'o1'), hash('third', 't1')]
  assert.equal((await Promise.all(greedy)).at(-1), 'RATE_LIMITED hashesQueuedPerAddressMax 2000')
  assert.equal((await Promise.all(others)).at(-1), 'UNAVAILABLE hashesQueuedMax 2000')
  for (const name of ['g6', 'g7', 'g8', 'g9']) greedy.push(hash('greedy', name))
  await Promise.all(greedy)
  assert.deepEqual(done.toSorted(), ['g1', 'g2', 'g3', 'g4', 'g6', 'g7', 'g8', 'g9', 'o1'])
})

test('one address alone has all places', async () => {
  const { hasher, done, hash } = openHasher({ concurrent: 2, queuedMax: 3 })
  const hashed = ['g1', 'g2', 'g3', 'g4', 'g5'].map((name) => hash('greedy', name))
  assert.equal(await hash('greedy', 'g6'), 'UNAVAILABLE hashesQueuedMax 2000')
  await Promise.all(hashed)
  assert.equal(done.length, 5)
  await assert.rejects(hasher.verify({ password, addressKey: 'greedy' }, 'damaged'), /not a PHC string/) // its place is free again as well
  await Promise.all([hash('greedy', 'g7'), hash('greedy', 'g8')])
  assert.equal(done.length, 7)
})

test('nothing verifies against no row', async () => {
  assert.equal(await openHasher().hasher.verify({ password, addressKey: 'any' }, null), false)
})
