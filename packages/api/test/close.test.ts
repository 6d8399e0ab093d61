// A process that was told to stop while one request was being answered did not end by itself: the client kept the connection of it for another
// request, as all do, and after 25 seconds the process was given up, with exit code 1. Whatever had to stop after the API had not been stopped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@skein/testing'
import { within } from '@skein/timing'
import { openApi } from './open-api.ts'

/** Clients keep a connection for longer. */
const closesWithinMs = 3_000

test('who is being answered when the API closes is answered, and does not hold it up', async (t) => {
  const api = await openApi(t)
  const { authorization } = await api.enter('ann')
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  const { liveNodes } = api.backend.presence
  api.backend.presence.liveNodes = async () => {
    asked.resolve()
    await answer.promise
    return liveNodes.call(api.backend.presence)
  }
  const address = await api.server.listen({ host: '127.0.0.1', port: 0 })
  const answered = fetch(`${address}/v1/shop/gateway`, { headers: authorization })
  await asked.promise
  const closed = api.server.close()
  await eventually(() => !api.server.server.listening)
  answer.resolve()
  assert.equal((await answered).status, 200)
  await within(closesWithinMs, 'the server', closed)
})
