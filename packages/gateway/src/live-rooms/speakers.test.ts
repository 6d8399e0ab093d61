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
  const ended = new Map<(typeof followers)[number], string>()
  for await (const part of speakers.ended(room, followers)) for (const [follower, code] of part) ended.set(follower, code)
  assert.deepEqual(
    parts.map(({ length }) => length),
    [10, 10, 5],
  )
  assert.deepEqual(parts.flat(), userIds)
  assert.deepEqual([...ended.keys()], [followers[0], followers[24], followers[25]])
  assert.deepEqual(new Set(ended.values()), new Set(['CONVERSATION_NOT_FOUND']))
})

// One part that could not be read let all who were banned go on hearing.
test('who is banned is known part by part, and where one could not be read, of all others', async () => {
  let reads = 0
  const views = {
    room: async () => facts,
    async bannedAmong({ among }: { readonly among: readonly string[] }) {
      reads += 1
      if (among.includes('user-2')) throw new Error('the views are down')
      return among
    },
  }
  const speakers = createSpeakers(views, { ...defaultLimits, followersPerReadMax: 2 })
  const followers = ['user-0', 'user-1', 'user-2', 'user-3', 'user-4'].map(followerOf)
  const parts = speakers.ended(room, followers)
  assert.deepEqual([...(await parts.next()).value!.keys()], followers.slice(0, 2))
  assert.equal(reads, 1, 'before the next is read')
  assert.deepEqual([...(await parts.next()).value!.keys()], followers.slice(4))
  await assert.rejects(parts.next(), { name: 'ViewsUnavailable' })
})
