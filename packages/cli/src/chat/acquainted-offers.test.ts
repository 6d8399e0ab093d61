// Whom the tab key offers where any user may be meant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Relation, UserProfile } from '@skein/client'
import type { ChatFloor } from './chat-command.ts'
import { completionsOf } from './completion.ts'
import { createNames } from './names.ts'

/** Of somebody with so many friends, of whom this device knows the first and the last, who talks with two of them and with zoe. */
function chatWith(friendCount: number) {
  const friends = Array.from({ length: friendCount }, (_, i) => ({ userId: `friend-${i}` }) as Relation)
  const known = new Set(['friend-0', `friend-${friendCount - 1}`, 'zoe'])
  const asked: string[] = []
  let lists = 0
  const client = {
    userId: 'me',
    profile: (userId: string) => (known.has(userId) ? ({ userId, userName: `${userId}!` } as UserProfile) : undefined),
    async findUser({ userId }: { userId: string }) {
      asked.push(userId)
      known.add(userId)
      return { userId, userName: `${userId}!` }
    },
    async friends() {
      lists += 1
      return { relations: friends, more: false }
    },
  }
  const places = {
    list: () => ['zoe', 'friend-0', 'friend-30'].map((userId) => ({ session: { kind: 'direct', conversationId: `d:${userId}:me` } })),
  }
  const floor = { client, places, names: createNames(client as never), target: 'g:cake' } as unknown as ChatFloor
  return { asked, lists: () => lists, offered: async (line: string) => (await completionsOf(line, floor))[0] }
}

// One press of the key asked for each of four hundred friends at once, and what was typed next waited until the server took requests again.
test('one press of the key asks for a few names, and offers all that are known', async () => {
  const { asked, offered } = chatWith(400)
  const first = await offered('/invite ')
  assert.equal(asked.length, 20)
  assert.equal(first.length, 23)
  assert.deepEqual(await offered('/invite friend-399'), ['friend-399! '])
  assert.deepEqual(await offered('/invite zo'), ['zoe! '])
  assert.equal(first.includes('friend-30!'), true, 'whom one talks with comes first')
})

test('names are offered where an invitation is taken back, of one user', async () => {
  const { offered } = chatWith(3)
  assert.deepEqual(await offered('/uninvite z'), ['zoe! '])
  assert.deepEqual(await offered('/uninvite zoe! '), [])
})

test('friends are offered by no command that makes friends, and listed once for it', async () => {
  const { lists, offered, asked } = chatWith(400)
  assert.deepEqual(await offered('/add '), ['zoe! '])
  assert.deepEqual([lists(), asked], [1, []])
})
