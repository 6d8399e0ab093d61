// Messages are in storage before they leave, whoever else writes there, and whoever closes the client is told which stay there.
import assert from 'node:assert/strict'
import test from 'node:test'
import { flags } from '@skein/contracts'
import type { Connection } from '../link/connection.ts'
import { SkeinError } from '../skein-error.ts'
import { memoryStorage, type Storage } from '../storage/storage.ts'
import { newUuid } from '../uuid.ts'
import { textBody } from './item.ts'
import { Outbox } from './outbox.ts'

async function open(storage: Storage, outlived = true): Promise<Outbox> {
  const outbox = new Outbox({
    ...{ storage, outlived, messagesMax: 100, roomReserved: 0 },
    backOff: { baseMs: 1, maxMs: 1 },
    random: Math.random,
    onSent: () => {},
    onRefused: () => {},
  })
  await outbox.load()
  return outbox
}

const draft = (text: string) => ({
  ...{ conversationId: 'd:ann:bob', clientMessageId: newUuid(), replyTo: 0, mentionAll: false, attachments: [] },
  body: textBody(text),
})

/** One that answers nothing. */
function connection(): { readonly sent: string[]; readonly on: Connection } {
  const sent: string[] = []
  const on = { room: 10, open: true, request: (name: string) => void sent.push(name) }
  return { sent, on: on as unknown as Connection }
}

/** One that stores when told to. */
function slow(values = new Map<string, string>()) {
  const gate = Promise.withResolvers<void>()
  const memory = memoryStorage(values)
  const storage: Storage = {
    ...memory,
    async set(key, value) {
      await gate.promise
      await memory.set(key, value)
    },
  }
  return { storage, gate, values }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('nothing leaves before it is stored', async () => {
  // Sent first, it is not there after a crash, and what came of it is never known: no test failed for that.
  const { storage, gate } = slow()
  const outbox = await open(storage)
  const { sent, on } = connection()
  outbox.up(on)
  outbox.add(draft('one')).catch(() => {})
  outbox.pump()
  outbox.down()
  outbox.up(on)
  await turn()
  assert.deepEqual(sent, [])
  gate.resolve()
  await turn()
  assert.deepEqual(sent, ['send'])
})

// Both numbered from what they had found: the second wrote over what the first had stored, and the person's message was gone.
test('two clients on one storage lose nothing of each other', async () => {
  const values = new Map<string, string>()
  const [one, other] = [await open(memoryStorage(values)), await open(memoryStorage(values))]
  for (const text of ['of the one', 'of the one']) one.add(draft(text)).catch(() => {})
  other.add(draft('of the other')).catch(() => {})
  await turn()
  assert.equal((await open(memoryStorage(values))).size, 3)
})

// A send that was pending rejected with CLOSED, whether or not it would be sent by the next client: whoever sent it again sent it twice, and
// whoever did not lost it.
test('what is pending at the close is told to be kept where it is, stored by then or on its way', async () => {
  const { storage, gate, values } = slow()
  const outbox = await open(storage)
  const sends = [outbox.add(draft('one')), outbox.add(draft('two'))].map((send) => assert.rejects(send, { code: 'KEPT' }))
  const closed = outbox.close(new SkeinError('CLOSED', ''))
  setTimeout(gate.resolve, 20)
  await closed
  assert.equal(values.size, 2)
  await Promise.all(sends)
  assert.equal((await open(memoryStorage(values))).size, 2)
  await assert.rejects(outbox.add(draft('three')), { code: 'CLOSED' })
})

test('what is kept nowhere is told to be closed, and what storage refused is told to be refused', async () => {
  const passing = await open(memoryStorage(), false)
  const send = passing.add(draft('one'))
  void passing.close(new SkeinError('CLOSED', ''))
  await assert.rejects(send, { code: 'CLOSED' })
  const { storage, gate } = slow()
  const outbox = await open(storage)
  const refused = outbox.add(draft('one'))
  void outbox.close(new SkeinError('CLOSED', ''))
  gate.reject(new SkeinError('QUOTA', ''))
  await assert.rejects(refused, { code: 'QUOTA' })
})

// Each refusal made the next attempt a retry, which the server looks up: an overloaded server was given more work for all that it refused.
test('an attempt that was refused unsubmitted counts as none; any other flags all that follow', async () => {
  const codes = ['OVERLOADED', 'HELD', 'TOO_MANY_IN_FLIGHT', 'RATE_LIMITED', 'UNAVAILABLE', 'OVERLOADED', 'DEADLINE_EXCEEDED', 'OVERLOADED']
  const flagged = async (attempted: boolean, refusals: readonly string[]) => {
    const outbox = await open(memoryStorage())
    const seen: boolean[] = []
    const on = {
      ...{ room: 10, open: true },
      request(_name: string, { flagBits }: { flagBits: number }, onAnswer: (error: SkeinError | null, body: Uint8Array) => void) {
        const code = refusals[seen.push((flagBits & flags.retry) !== 0) - 1]
        const error = code === undefined ? null : new SkeinError(code, '', { retriable: true })
        setImmediate(() => onAnswer(error, new Uint8Array(0)))
      },
    }
    outbox.up(on as unknown as Connection)
    await outbox.add(draft('one'), attempted)
    return seen
  }
  assert.deepEqual(await flagged(false, codes), [false, false, false, false, false, true, true, true, true])
  assert.deepEqual(await flagged(true, ['OVERLOADED']), [true, true])
  assert.deepEqual(await flagged(false, ['OF_A_LATER_RELEASE']), [false, true])
})

test('what a connection that ends says of itself says nothing of what was under way on it', async () => {
  const outbox = await open(memoryStorage())
  const seen: number[] = []
  const ending = {
    ...{ room: 10, open: true },
    request(_name: string, request: { flagBits: number }, onAnswer: (error: SkeinError | null, body: Uint8Array) => void) {
      seen.push(request.flagBits)
      ending.open = false
      onAnswer(new SkeinError('RATE_LIMITED', 'floodPacketsMax', { retriable: true }), new Uint8Array(0))
    },
  }
  outbox.up(ending as unknown as Connection)
  outbox.add(draft('one')).catch(() => {})
  await turn()
  outbox.down()
  const next = { room: 10, open: true, request: (_name: string, request: { flagBits: number }) => void seen.push(request.flagBits) }
  outbox.up(next as unknown as Connection)
  assert.deepEqual(seen, [0, flags.retry])
})
