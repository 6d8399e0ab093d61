// The views of an embedded server are in a thread of their own. In that of the gateways each statement, of the projector too, held up
// everybody who was connected: 24 ms from a send to its delivery at 500 a second.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { heldMs, threadFaultFlags } from '../load/thread-faults.ts'
import { type Embedded, startEmbedded } from './installation.ts'
import { assertDense, between, openWorld, sees } from './people.ts'

/** No read takes so long otherwise. */
const longMs = 1_000

async function startWithThreadFaults(t: TestContext): Promise<Embedded> {
  const installation = await startEmbedded({ NODE_OPTIONS: threadFaultFlags.join(' ') })
  t.after(() => installation.close())
  return installation
}

function opsOf({ dataDir }: Embedded): string {
  const { ops } = JSON.parse(readFileSync(join(dataDir, 'endpoints.json'), 'utf8')) as { ops: string }
  return ops
}

const metricsOf = async (installation: Embedded): Promise<string> => (await fetch(`${opsOf(installation)}/metrics`)).text()
const gauge = (metrics: string, name: string): number => Number(new RegExp(`^${name}\\{.*\\} (\\S+)$`, 'm').exec(metrics)?.[1])

/** Two who talk to each other, and what they said so far. */
async function talking(t: TestContext, installation: Embedded) {
  const world = openWorld(t, installation)
  const [ann, ben] = [await world.register('ann'), await world.register('ben')]
  const [speaker, listener] = [await world.device(ann), await world.device(ben)]
  const conversationId = between(ann, ben)
  const said: string[] = []
  /** Answers after how long it was shown. */
  const say = async (text: string) => {
    const startedAt = performance.now()
    await speaker.client.send(conversationId, text)
    await listener.hears(text)
    said.push(text)
    return performance.now() - startedAt
  }
  await say('before')
  return { world, ben, conversationId, speaker, listener, said, say }
}

/** Asks until an answer stays away; the one that is waited for. */
async function untilHeldUp<T>(ask: () => Promise<T>): Promise<{ readonly answer: Promise<T> }> {
  for (;;) {
    const answer = ask()
    if ((await Promise.race([answer, pause(longMs, 'late')])) === 'late') return { answer }
  }
}

test('while the views are held up people talk on, and who reads is answered afterwards', { timeout: 240_000 }, async (t) => {
  const installation = await startWithThreadFaults(t)
  const { world, ben, conversationId, listener, said, say } = await talking(t, installation)
  const { connection } = await world.connection(await world.login(ben, 'reader'))
  // For as long as clocks may differ, a processor that has just begun looks in the views for what it is asked.
  const prefetches = async () => gauge(await metricsOf(installation), 'skein_processor_prefetches')
  await sees('sends are decided from memory', async () => {
    const before = await prefetches()
    await say('not yet')
    return (await prefetches()) === before
  })
  installation.process.kill('SIGUSR2')
  const { answer } = await untilHeldUp(() => connection.ask('history', { conversationId, beforeSeq: 0, afterSeq: 0, limit: 20 }))
  let isRead = false
  const read = answer.then((page) => {
    isRead = true
    return page
  })
  const took: number[] = []
  for (let i = 0; i < 5; i++) took.push(await say(`meanwhile ${i}`))
  const told = `shown after ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`
  assert.equal(isRead, false, `the views were held up all that time; ${told}`)
  assert.ok(Math.max(...took) < heldMs / 4, told)
  assert.ok((await read).items.length > 0)
  assert.deepEqual(listener.texts(conversationId), said)
})

test('a server ends when its views do, says so, and goes on from what it had acknowledged', { timeout: 240_000 }, async (t) => {
  const installation = await startWithThreadFaults(t)
  const { world, ben, conversationId, listener, said, say } = await talking(t, installation)
  for (let i = 0; i < 10; i++) await say(`message ${i}`)
  const { process: server } = installation
  const ended = once(server, 'exit')
  server.kill('SIGWINCH')
  assert.deepEqual(await ended, [1, null])
  const lines = [...installation.lines().values()].join('')
  assert.match(
    lines,
    /"level":50,.*the thread of the views has ended.*a planted fault.*"msg":"the views have ended, and this process with them: start it again"/,
  )
  await installation.restart('SIGKILL')
  await say('afterwards')
  assert.deepEqual(listener.texts(conversationId), said)
  assertDense(listener, conversationId)
  const fresh = await world.device(ben, { deviceId: 'laptop', fullSyncDepth: Number.POSITIVE_INFINITY })
  await fresh.hears('afterwards')
  assert.deepEqual(fresh.texts(conversationId), said)
})

// What is left beside them is read at the next start, and is no part of a copy of `log.sqlite`, which is all that the runbook has backed up.
test('a server that is stopped closes its views and its log; its metrics tell of the thread', { timeout: 240_000 }, async (t) => {
  const installation = await startEmbedded()
  t.after(() => installation.close())
  await talking(t, installation)
  const told = await metricsOf(installation)
  for (const name of [
    'skein_projector_events',
    'skein_views_loop_busy_seconds',
    'skein_views_heap_used_bytes',
    'skein_process_loop_busy_seconds',
  ])
    assert.ok(gauge(told, name) > 0, `${name} is ${gauge(told, name)}`)
  const { parts } = (await (await fetch(`${opsOf(installation)}/readyz`)).json()) as { parts: { name: string; ok: boolean }[] }
  assert.deepEqual(parts.map(({ name }) => name).sort(), [
    'appends',
    'delivery partitions',
    'log',
    'processor partitions',
    'projector partitions',
    'views',
  ])
  const ended = once(installation.process, 'exit')
  installation.process.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
  const left = readdirSync(installation.dataDir).filter((name) => /-wal$|-shm$|^views\.opened$/.test(name))
  assert.deepEqual(left, [])
})
