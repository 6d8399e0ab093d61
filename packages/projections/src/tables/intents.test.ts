// Rows of intents: what became of a command, by the event that answers it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventMeta, SkeinEvent } from '@skein/contracts'
import { intentRow } from './intents.ts'

const answers = { id: 'own', contentHash: Uint8Array.of(1), reply: Uint8Array.of(2) }
const meta: EventMeta = {
  ...{ appId: 'app', claim: 0, commandOffset: 0, commandId: 'c', actorId: 'ann', deviceId: 'phone', connectionId: '' },
  ...{ occurredAt: 1_000, answers, traceparent: null },
}
const at = { partition: 3, offset: 7 }
const left: SkeinEvent = { type: 'MemberLeft', meta, conversationId: 'g:one', seq: 4, ordinal: 1, userId: 'ann' }

test('what was done is no refusal, and what names no intent leaves no row', () => {
  assert.deepEqual(intentRow(left, at), {
    ...{ app_id: 'app', aggregate_id: 'g:one', actor_id: 'ann', client_id: 'own', content_hash: answers.contentHash, reply: answers.reply },
    ...{ refused_code: '', refused_detail: '', ...at },
  })
  assert.equal(intentRow({ ...left, meta: { ...meta, answers: null } }, at), null)
})
