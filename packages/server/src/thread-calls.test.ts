// Calls between threads, over a channel within this one: what arrives is what was said, bytes and faults included.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageChannel } from 'node:worker_threads'
import { answerCalls, ThreadCalls } from './thread-calls.ts'

interface Methods {
  echo(...said: unknown[]): Promise<unknown>
  never(): Promise<void>
}

function connect(t: { after(end: () => void): void }, methods: Promise<Partial<Methods>> | Partial<Methods>) {
  const { port1, port2 } = new MessageChannel()
  t.after(() => port1.close())
  answerCalls(port2, Promise.resolve(methods) as Promise<Methods>)
  const posted: number[] = []
  const calls = new ThreadCalls({
    on: (name: 'message', listener: (message: Uint8Array) => void) => port1.on(name, listener),
    postMessage: (message: Uint8Array, list: readonly ArrayBuffer[]) => {
      posted.push(message.length)
      port1.postMessage(message, [...list])
    },
  })
  return { calls, posted, asked: calls.methods<Methods>({ echo: { withinMs: 10_000 }, never: { withinMs: 20 } }) }
}

test('what is said and answered arrives as it was: numbers without bounds, lists by key, bytes of either kind', async (t) => {
  const { asked } = connect(t, { echo: async (...said) => said })
  const said = [
    { n: Number.POSITIVE_INFINITY, none: undefined, nothing: null, text: 'ä🙂', of: [1, -1, 2 ** 53] },
    new Map([['k', new Set([3])]]),
    Uint8Array.of(1, 2, 3),
    Buffer.from('hidden'),
    new Uint8Array(0),
  ]
  assert.deepEqual(await asked.echo(...said), said)
})

// Bytes stand in buffers that many share: with a page of fifty items fifty of these went along, of 8 KB each.
test('of bytes only those that are meant go along', async (t) => {
  const { asked, posted } = connect(t, { echo: async () => null })
  await asked.echo(new Uint8Array(1_000_000).subarray(10, 13))
  assert.ok(posted[0]! < 200, `${posted[0]} bytes`)
})

test('a fault comes back with its code, whether it is worth another try, where it was thrown and why', async (t) => {
  const cause = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  const fault = Object.assign(new Error('not written', { cause }), { name: 'LogError', code: 'UNAVAILABLE', retriable: true })
  const ring = new Error('ring')
  ring.cause = ring
  const { asked } = connect(t, { echo: async (which) => Promise.reject(which === 'fault' ? fault : which === 'ring' ? ring : 'text') })
  await assert.rejects(asked.echo('fault'), (error: Error & { code?: string; retriable?: boolean }) => {
    const { name, message, code, retriable, stack } = error
    assert.deepEqual({ name, message, code, retriable, stack }, { ...fault, message: 'not written', stack: fault.stack })
    assert.deepEqual([(error.cause as Error).message, (error.cause as { code?: string }).code], ['no space left', 'ENOSPC'])
    return error instanceof Error
  })
  await assert.rejects(asked.echo('ring'), { message: 'ring' })
  await assert.rejects(asked.echo('text'), { message: 'text' })
})

test('where nothing will ever answer, every call fails with why', async (t) => {
  const { asked } = connect(t, Promise.reject(Object.assign(new Error('do not open'), { code: 'CONFIG' })))
  for (let i = 0; i < 2; i++) await assert.rejects(asked.echo(), { code: 'CONFIG', message: 'do not open' })
})

test('a call ends when its time is over or the thread has ended, and none waits for it later', async (t) => {
  const { asked, calls } = connect(t, { never: () => new Promise(() => {}), echo: () => new Promise(() => {}) })
  await assert.rejects(asked.never(), { code: 'TIMEOUT' })
  const waiting = asked.echo()
  calls.end(new Error('the thread has ended'))
  await assert.rejects(waiting, { message: 'the thread has ended' })
  await assert.rejects(asked.echo(), { message: 'the thread has ended' })
})
