// Whether those who follow a live room still may. Story: the ids of all of them went to PostgreSQL at once, every few seconds, for a handful of bans.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultLimits } from '../limits.ts'
import { createSpeakers } from './speakers.ts'

const room = { appId: 'app', conversationId: 'g:stage' }
const facts = { name: 'stage', settings: [{ name: 'type', value: 'room' }], dismissedAtMs: 0, role: '', mutedUntilMs: 0 }
const followerOf = (userId: string) => ({ identity: { userId } })

test('whether followers were banned is asked in parts, one after the other, each user once', async () => {
  const parts: (readonly string[])[] = []
  let reading = 0
  const views = {
    room: async () => facts,
    async bannedAmong({ among }: { readonly among: readonly string[] }) {
      reading += 1
      assert.equal(reading, 1)
      parts.push(among)
      await null
      reading -= 1
      return among.filter((userId) => ['user-0', 'user-24'].includes(userId))
    },
  }
  const speakers = createSpeakers(views, { ...defaultLimits, followersPerReadMax: 10 })
  const userIds = Array.from({ length: 25 }, (_, i) => `user-${i}`)
  // One of them on two devices.
  const followers = [...userIds, 'user-24'].map(followerOf)
  const ended = await speakers.ended(room, followers)
  assert.deepEqual(
    parts.map(({ length }) => length),
    [10, 10, 5],
  )
  assert.deepEqual(parts.flat(), userIds)
  assert.deepEqual([...ended.keys()], [followers[0], followers[24], followers[25]])
  assert.deepEqual(new Set(ended.values()), new Set(['CONVERSATION_NOT_FOUND']))
})
