// Conversations by what people type for them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '@skein/client'
import type { Names } from './names.ts'
import { createPlaces } from './places.ts'

// Whoever typed a number first, before any list, was told that there is none, though conversations had come.
test('a number stands for a conversation before any was shown, the newest first', async () => {
  const sessionOf = (conversationId: string, lastActivityAtMs: number) => ({
    conversationId,
    name: 'cake',
    role: 'member',
    lastActivityAtMs,
  })
  const sessions = [sessionOf('g:old', 1), sessionOf('g:new', 2)]
  const places = createPlaces({ sessions: () => [...sessions] } as unknown as Client, {} as Names)
  assert.deepEqual([await places.find('#1'), await places.find('#2')], ['g:new', 'g:old'])
  await assert.rejects(places.find('#3'), { code: 'MISTYPED' })
})
