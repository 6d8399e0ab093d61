// What a message said before it was edited, asked over the wire.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { openGateway } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const conversationId = 'd:alice:bob'
const textBody = (text: string) => ({ contentType: 'text/plain', bytes: Buffer.from(text) })

async function edit(client: WireClient, messageId: string, text: string): Promise<void> {
  const request = { conversationId, seq: 1, messageId, clientRequestId: randomUUID(), body: textBody(text) }
  assert.equal(await client.codeOf('edit', wire.EditRequest.encode(request).finish()), '')
}

async function ask(client: WireClient, said: { conversationId?: string; seq?: number; fromVersion?: number }) {
  const answer = await client.request('edits', wire.EditsRequest.encode({ conversationId, seq: 1, ...said }).finish())
  if (WireClient.codeOf(answer) !== '') {
    const { code, detail } = wire.Error.decode(answer.body)
    return { refusal: `${code} ${detail}`, texts: [], more: false }
  }
  const { items, more } = wire.EditsReply.decode(answer.body)
  return { refusal: '', texts: items.map(textIn), more }
}

function textIn(item: Uint8Array): string {
  const { seq, messageSent } = wire.ConversationItem.decode(item)
  return `${seq}: ${Buffer.from(messageSent!.body!.bytes!)}`
}

async function withMessage(t: Parameters<typeof openGateway>[0]) {
  const open = await openGateway(t)
  const [alice, bob] = [await open.login({ userId: 'alice' }), await open.login({ userId: 'bob' })]
  const sent = await alice.answer('send', alice.sendText(conversationId, randomUUID(), 'first'))
  return { open, alice, bob, messageId: wire.SendReply.decode(sent.body).messageId }
}

test('earlier versions come oldest first, for whoever may see the message, and none once it was taken away', async (t) => {
  const { open, alice, bob, messageId } = await withMessage(t)
  assert.deepEqual((await ask(bob, {})).texts, [])
  await edit(alice, messageId, 'second')
  await edit(alice, messageId, 'third')
  const page = await ask(bob, {})
  assert.deepEqual([page.texts, page.more], [['1: first', '1: second'], false])
  assert.deepEqual((await ask(bob, { fromVersion: 1 })).texts, ['1: second'])
  const carol = await open.login({ userId: 'carol' })
  assert.equal((await ask(carol, {})).refusal, `NOT_A_MEMBER ${conversationId}`)
  const revoke = wire.RevokeRequest.encode({ conversationId, seq: 1, messageId, clientRequestId: randomUUID() })
  assert.equal(await alice.codeOf('revoke', revoke.finish()), '')
  assert.deepEqual((await ask(bob, {})).texts, [])
})

test('a page weighs no more than an answer may, and says that there are more', async (t) => {
  const { open, alice, messageId } = await withMessage(t)
  open.backend.itemBytesMax = 3_000
  for (const letter of ['a', 'b', 'c', 'd']) await edit(alice, messageId, letter.repeat(1_200))
  const seen: string[] = []
  const counts: number[] = []
  for (let more = true; more; ) {
    const page = await ask(alice, { fromVersion: seen.length })
    counts.push(page.texts.length)
    seen.push(...page.texts)
    more = page.more
  }
  assert.deepEqual(counts, [3, 1])
  assert.deepEqual(
    seen.map((text) => text.slice(0, 4)),
    ['1: f', '1: a', '1: b', '1: c'],
  )
})

test('what is asked wrongly is named, and views that do not answer may be asked again', async (t) => {
  const { open, alice } = await withMessage(t)
  assert.equal((await ask(alice, { conversationId: 'd:bob:alice' })).refusal, 'INVALID_ARGUMENT conversationId')
  assert.equal((await ask(alice, { seq: 0 })).refusal, 'INVALID_ARGUMENT seq')
  assert.equal((await ask(alice, { seq: 2 ** 60 })).refusal, 'INVALID_ARGUMENT seq')
  assert.equal((await ask(alice, { seq: 2 })).refusal, 'MESSAGE_NOT_FOUND seq 2')
  open.backend.viewsDown = true
  assert.equal((await ask(alice, {})).refusal, 'UNAVAILABLE views')
})
