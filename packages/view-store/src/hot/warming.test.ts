// Every cold read asks for its conversation to be kept. Were each of them done, a thousand people who come back after an outage would have the
// database read a thousand conversations on top of their pages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HotSource } from './hot-source.ts'
import type { ColdConversation } from './hot-views.ts'
import { createWarming } from './warming.ts'

const source = {} as HotSource
const cold = (conversationId: string): ColdConversation => ({ appId: 'app', conversationId, generation: 'one' })
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('few conversations are warmed at once, each once, and again when it failed', async () => {
  const asked: string[] = []
  const ends: PromiseWithResolvers<void>[] = []
  const warm = createWarming(
    {
      warm({ conversationId }) {
        asked.push(conversationId)
        const end = Promise.withResolvers<void>()
        ends.push(end)
        return end.promise
      },
    },
    source,
  )
  for (const id of ['a', 'a', 'b', 'c', 'd', 'e', 'b']) warm(cold(id))
  assert.deepEqual(asked, ['a', 'b', 'c', 'd'])
  ends[0]!.reject(new Error('the database is away'))
  ends[1]!.resolve()
  await turn()
  for (const id of ['a', 'e', 'f']) warm(cold(id))
  assert.deepEqual(asked, ['a', 'b', 'c', 'd', 'a', 'e'])
  for (const end of ends) end.resolve()
})
