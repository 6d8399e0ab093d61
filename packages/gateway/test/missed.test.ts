// What a client missed of what was done to conversations and messages, asked over the wire.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { openGateway } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const textBody = (text: string) => ({ contentType: 'text/plain', bytes: Buffer.from(text) })

interface Asked {
  readonly cursor?: Uint8Array
  readonly afterConversationId?: string
  readonly afterSeq?: number
  readonly limit?: number
}

async function ask(client: WireClient, said: Asked) {
  const answer = await client.request('missed', wire.MissedRequest.encode(said).finish())
  if (WireClient.codeOf(answer) !== '') {
    const { code, detail } = wire.Error.decode(answer.body)
    return { refusal: `${code} ${detail}`, places: [], last: null, more: false, full: false }
  }
  const { items, more, full } = wire.MissedReply.decode(answer.body)
  const told = items.map((item) => wire.ConversationItem.decode(item))
  return { refusal: '', places: told.map(({ conversationId, seq }) => `${conversationId} ${seq}`), last: told.at(-1) ?? null, more, full }
}

async function allPages(client: WireClient, said: Asked) {
  const pages: string[][] = []
  let after = {}
  for (let more = true; more; ) {
    const page = await ask(client, { ...said, ...after })
    pages.push(page.places)
    if (page.last) after = { afterConversationId: page.last.conversationId, afterSeq: page.last.seq }
    more = page.more
  }
  return pages
}

async function withEdits(t: Parameters<typeof openGateway>[0], count: number) {
  const open = await openGateway(t)
  const [alice, bob] = [await open.login({ userId: 'alice' }), await open.login({ userId: 'bob' })]
  const peers = ['d:alice:bob', 'd:alice:carol']
  const ids = new Map<string, string>()
  for (const conversationId of peers) {
    const sent = await alice.answer('send', alice.sendText(conversationId, randomUUID(), 'x'))
    ids.set(conversationId, wire.SendReply.decode(sent.body).messageId)
  }
  const sync = await bob.request('sync', wire.SyncRequest.encode({}).finish())
  const { cursor } = wire.SyncReply.decode(sync.body)
  for (const conversationId of peers) {
    for (let i = 0; i < count; i++) {
      const named = { conversationId, seq: 1, messageId: ids.get(conversationId)!, clientRequestId: randomUUID() }
      assert.equal(await alice.codeOf('edit', wire.EditRequest.encode({ ...named, body: textBody('y'.repeat(900)) }).finish()), '')
    }
    alice.sendText(conversationId, randomUUID(), 'more')
  }
  await alice.request('heartbeat')
  return { open, alice, bob, cursor }
}

test('control items since the cursor come in pages by number and by bytes, of conversations that the reader is in', async (t) => {
  const { open, alice, bob, cursor } = await withEdits(t, 5)
  open.backend.itemBytesMax = 2_500
  const direct = Array.from({ length: 5 }, (_, i) => `d:alice:bob ${i + 2}`)
  assert.deepEqual(await allPages(bob, { cursor }), [direct.slice(0, 2), direct.slice(2, 4), direct.slice(4)])
  assert.deepEqual(
    await allPages(bob, { cursor, limit: 1 }),
    direct.map((place) => [place]),
  )
  const both = [...direct, ...direct.map((place) => place.replace('bob', 'carol'))]
  assert.deepEqual((await allPages(alice, { cursor })).flat(), both)
})

test('who comes with no cursor is told to sync, and what is asked wrongly is named', async (t) => {
  const { open, bob, cursor } = await withEdits(t, 1)
  const { full, places, more } = await ask(bob, {})
  assert.deepEqual([full, places, more], [true, [], false])
  assert.equal((await ask(bob, { cursor, afterConversationId: 'd:bob:alice' })).refusal, 'INVALID_ARGUMENT afterConversationId')
  assert.equal((await ask(bob, { cursor, afterSeq: 2 ** 60 })).refusal, 'INVALID_ARGUMENT afterSeq')
  assert.equal((await ask(bob, { cursor: new Uint8Array(8_193) })).refusal, 'INVALID_ARGUMENT cursor')
  open.backend.viewsDown = true
  assert.equal((await ask(bob, { cursor })).refusal, 'UNAVAILABLE views')
})
