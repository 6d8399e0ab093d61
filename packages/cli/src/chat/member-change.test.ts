// What people are told became of those whom they named. Whoever made a group with somebody who lets nobody add them was told that it was made.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupCreate } from './commands/group-create.ts'
import { describeChange } from './member-change.ts'
import type { Names } from './names.ts'

const change = {
  conversationId: 'g:team',
  seq: 1,
  changed: ['b', 'c'],
  already: ['d'],
  refused: [
    { userId: 'e', code: 'NOT_REACHABLE' },
    { userId: 'f', code: 'GROUP_FULL' },
  ],
  memberCount: 3,
}
const names: Names = {
  userId: async (name) => name.toLowerCase(),
  userIds: async (all) => all.map((name) => name.toLowerCase()),
  user: async (userId) => userId.toUpperCase(),
  some: async () => new Map(),
}

test('each who was named is told of, with the reason where they were refused', async () => {
  const refused = 'refused: E (NOT_REACHABLE); refused: F (GROUP_FULL)'
  assert.equal(await describeChange('added', change, names), `added: B, C; nothing to change: D; ${refused}`)
  const nobody = { ...change, changed: [], already: [] }
  assert.equal(await describeChange('removed', nobody, names), `removed: nobody; ${refused}`)
  assert.equal(await describeChange('added', { ...change, already: [], refused: [] }, names), 'added: B, C')
})

test('whoever creates a group is told who is not in it', async () => {
  const told: string[] = []
  const create = async (refused: typeof change.refused) => {
    const floor = {
      client: { createGroup: async () => ({ ...change, refused }) },
      places: { named: async () => {} },
      choose: async () => {},
      output: { notice: (_kind: string, text: string) => void told.push(text) },
      names,
    }
    await groupCreate.run(floor as unknown as Parameters<typeof groupCreate.run>[0], ['Team', 'E'], '')
  }
  await create(change.refused.slice(0, 1))
  await create([])
  assert.deepEqual(told, ['Team is g:team; refused: E (NOT_REACHABLE)', 'Team is g:team'])
})
