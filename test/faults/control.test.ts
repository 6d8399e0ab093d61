// A control begins when its message is acked and its device is there, and is written down with what became of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sent } from '@skein/client'
import { SkeinError } from '@skein/client'
import { eventually } from '@skein/testing'
import type { Device } from './audience.ts'
import { Controls } from './control.ts'
import type { ControlEntry, ControlKind } from './journal.ts'
import { newJournal } from './journal.ts'

const sent = { conversationId: 'd:ann:bob', clientMessageId: 'one', seq: 3, messageId: 'id' } as Sent

async function carriedOut(kind: ControlKind, answer: object | Error): Promise<ControlEntry> {
  const journal = newJournal('control', 1)
  const controls = new Controls(journal, () => 7)
  const targets: unknown[] = []
  const ask = async (target: Sent) => {
    targets.push([target.seq, target.messageId])
    if (answer instanceof Error) throw answer
    return answer
  }
  const device = { userId: 'ann', deviceId: 'phone', client: { [kind]: ask }, away: true } as unknown as Device
  controls.plan('one', { kind, device })
  controls.follow({ ...sent, clientMessageId: 'another' })
  controls.follow(sent)
  assert.deepEqual([controls.open, targets], [1, []], 'not while its device is away')
  device.away = false
  await eventually(() => controls.open === 0, { what: 'it is answered' })
  assert.deepEqual(targets, [[3, 'id']])
  return journal.controls[0]!
}

test('what is acked has the seq of its item, or none', async () => {
  for (const kind of ['revoke', 'edit', 'deleteForAll'] as const) {
    const { targetSeq, seq, ackedAtMs, refused } = await carriedOut(kind, { seq: 9 })
    assert.deepEqual([targetSeq, seq, ackedAtMs, refused], [3, 9, 7, null])
  }
  assert.deepEqual((await carriedOut('deleteForMe', {})).seq, 0)
})

test('a refusal for good, a client that was closed, and one that gave up are told apart', async () => {
  const fate = async (error: Error) => {
    const { ackedAtMs, refused, abandoned } = await carriedOut('revoke', error)
    return { ackedAtMs, refused, abandoned }
  }
  assert.deepEqual(await fate(new SkeinError('TOO_LATE', '')), { ackedAtMs: null, refused: 'TOO_LATE', abandoned: false })
  assert.deepEqual(await fate(new SkeinError('CLOSED', '')), { ackedAtMs: null, refused: null, abandoned: true })
  const gaveUp = new SkeinError('UNAVAILABLE', '', { retriable: true })
  assert.deepEqual(await fate(gaveUp), { ackedAtMs: null, refused: null, abandoned: false })
})
