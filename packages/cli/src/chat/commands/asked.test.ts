// Story: who asked to join groups had a list of their ids alone, and could not tell which group was which.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SkeinError } from '@skein/client'
import type { ChatFloor } from '../chat-command.ts'
import { asked } from './asked.ts'

/** What is shown to somebody who asked to join these groups, and which were asked for their names. */
async function shown(groups: readonly string[]) {
  const looked: string[] = []
  const said: string[] = []
  const client = {
    ownJoinRequests: async () => ({ requests: groups.map((conversationId) => ({ conversationId })), more: false }),
    async joinInfo(conversationId: string) {
      looked.push(conversationId)
      if (conversationId === 'g:closed') throw new SkeinError('NOT_JOINABLE', 'conversationId')
      return { name: `cake ${conversationId.slice(2)}` }
    },
  }
  const places = { label: async (conversationId: string) => (conversationId === 'g:left' ? 'pie' : conversationId) }
  const output = { notice: (_: string, text: string) => void said.push(text) }
  await asked.run({ client, places, output } as unknown as ChatFloor, [], '')
  return { lines: said.flatMap((text) => text.split('\n')), looked }
}

test('groups that one has asked to join are shown by name, with the id to take it back by', async () => {
  const { lines, looked } = await shown(['g:a', 'g:closed', 'g:left'])
  assert.deepEqual(lines, ['cake a (/withdraw g:a)', 'g:closed (/withdraw g:closed)', 'pie (/withdraw g:left)'])
  assert.deepEqual(looked, ['g:a', 'g:closed'])
})

test('a few are asked for their names, the others are shown by their ids', async () => {
  const { lines, looked } = await shown(Array.from({ length: 50 }, (_, i) => `g:${i}`))
  assert.deepEqual([looked.length, lines.length], [20, 50])
  assert.deepEqual(lines.slice(19, 21), ['cake 19 (/withdraw g:19)', 'g:20 (/withdraw g:20)'])
})
