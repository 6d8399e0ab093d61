// `skein broadcast` and `skein app broadcaster`, as processes, and the API that they talk to, played here: what they ask, what they print, and how
// an operator goes on where a process of theirs was killed. On servers they are tested in test/e2e/suite/broadcasts.ts.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { skein, until } from './chat-process.ts'

const messageId = '00000000-0000-4000-8000-000000000001'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string
  readonly body: Record<string, unknown>
}

/** What it answers to who asks how far it was told; a status alone is a fault. */
interface Stage {
  progress: Record<string, number> | number
  status: number
}

const notYet = { told: 1, of: 4, gateways: 1, gatewaysAll: 2 }
const done = { told: 6, of: 6, gateways: 2, gatewaysAll: 2 }

/** An API of operators. */
async function play(t: TestContext) {
  const asked: Asked[] = []
  const stage: Stage = { progress: done, status: 200 }
  const answerTo = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const { method = '', url = '', headers } = request
    const body = method === 'GET' ? {} : ((await json(request)) as Record<string, unknown>)
    asked.push({ method, path: url, key: headers.authorization ?? '', body })
    const refusal = (status: number, code: string) =>
      [status, { error: { code, message: code, retriable: status === 503 } }] as [number, unknown]
    if (headers.authorization !== 'Bearer the key') return refusal(403, 'FORBIDDEN')
    if (method === 'PUT') return [200, { allowed: body.allowed }]
    if (method === 'POST') {
      const before = asked.find((one) => one.method === 'POST' && one.body.id === body.id)!
      if (before.body.text !== body.text) return refusal(409, 'ID_REUSED')
      return stage.status === 200
        ? [200, { id: body.id, messageId, seq: body.online === true ? 0 : 4, sentAt: 5 }]
        : refusal(503, 'UNAVAILABLE')
    }
    return typeof stage.progress === 'number' ? refusal(stage.progress, 'UNAVAILABLE') : [200, stage.progress]
  }
  const server = createServer(async (request, response) => {
    const [status, body] = await answerTo(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  t.after(() => server.closeAllConnections())
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const run = (...args: string[]) => skein(t, [...args, '--api', api, '--operator-key', 'the key'])
  return { asked, stage, run, posts: () => asked.filter(({ method }) => method === 'POST') }
}

test('it tells what is said, watches until all gateways have told all of theirs, and says how far they are on stderr', async (t) => {
  const { stage, run, posts, asked } = await play(t)
  stage.progress = notYet
  const { out, ended } = run('broadcast', 'shop', 'We', 'are closed', '--rate', '500')
  await until(() => out.errors !== '', 'progress')
  stage.progress = done
  await ended
  const [id, ...more] = out.text.split('\n')
  assert.match(id!.slice('id '.length), uuid)
  assert.deepEqual(more, ['stored as 4 for everybody', 'told 6 of 6 connections, by 2 of 2 gateways', ''])
  assert.deepEqual([out.code, out.errors], [0, 'told 1 of 4 connections, by 1 of 2 gateways\n'])
  const body = { id: id!.slice('id '.length), text: 'We are closed', online: false, perSecond: 500 }
  assert.deepEqual(posts(), [{ method: 'POST', path: '/v1/shop/broadcasts', key: 'Bearer the key', body }])
  assert.equal(asked.at(-1)!.path, `/v1/shop/broadcasts/${messageId}`)
})

test('for programs it prints JSON, what was come to on stdout and how far it is on stderr', async (t) => {
  const { stage, run } = await play(t)
  stage.progress = notYet
  const { out, ended, lines } = run('broadcast', 'shop', 'back soon', '--online', '--json')
  await until(() => out.errors !== '', 'progress')
  stage.progress = done
  await ended
  const { id } = lines()[0]!
  assert.match(String(id), uuid)
  assert.deepEqual(lines(), [
    { type: 'asked', id },
    { type: 'sent', id, messageId, seq: 0, sentAt: 5 },
    { type: 'done', ...done },
  ])
  assert.deepEqual(JSON.parse(out.errors), { type: 'progress', ...notYet })
})

test('whose process is killed gives the same text and id again, and watches from where it stands', async (t) => {
  const { stage, run, posts } = await play(t)
  stage.progress = notYet
  const first = run('broadcast', 'shop', 'closed', '--json')
  await until(() => first.out.errors !== '', 'progress')
  first.child.kill('SIGKILL')
  await first.ended
  const id = String(first.lines()[0]!.id)
  const again = run('broadcast', 'shop', 'closed', '--json', '--id', id)
  await until(() => again.out.errors !== '', 'progress')
  stage.progress = done
  await again.ended
  assert.equal(again.out.code, 0)
  assert.deepEqual(
    posts().map(({ body }) => body.id),
    [id, id],
  )
  assert.deepEqual(again.lines().at(-1), { type: 'done', ...done })
  const other = run('broadcast', 'shop', 'another text', '--id', id)
  await other.ended
  assert.deepEqual([other.out.code, other.out.errors], [1, 'ID_REUSED: ID_REUSED\n'])
})

test('an API that does not answer meanwhile ends nothing, and is asked again', async (t) => {
  const { stage, run } = await play(t)
  stage.progress = 503
  const { out, ended } = run('broadcast', 'shop', 'closed')
  await until(() => out.errors !== '', 'the fault')
  stage.progress = done
  await ended
  assert.deepEqual([out.code, out.errors.trimEnd().split('\n').length], [0, 1])
  assert.match(out.errors, /^UNAVAILABLE.*\(asking again\)\n$/)
})

test('who watches no longer is told how to go on, and by the code that it is not over', async (t) => {
  const { stage, run } = await play(t)
  stage.progress = notYet
  const { out, ended } = run('broadcast', 'shop', 'closed', '--watch', '0')
  await ended
  assert.equal(out.code, 2)
  assert.match(out.errors, /TIMEOUT: it is still being told; give the same text with the same --id/)
})

test('what may not have been asked is told by the code, with the id on stdout', async (t) => {
  const { stage, run } = await play(t)
  stage.status = 503
  const { out, ended } = run('broadcast', 'shop', 'closed')
  await ended
  assert.deepEqual([out.code, out.text.split('\n').length], [2, 2])
  assert.match(out.text, /^id /)
})

test('an operator gives the right to broadcast, and takes it', async (t) => {
  const { run, asked } = await play(t)
  const given = run('app', 'broadcaster', 'shop', 'ann')
  await given.ended
  assert.deepEqual([given.out.code, given.out.text], [0, 'ann may broadcast\n'])
  const taken = run('app', 'broadcaster', 'shop', 'ann', '--take', '--json')
  await taken.ended
  assert.deepEqual(taken.lines(), [{ userId: 'ann', allowed: false }])
  assert.deepEqual(
    asked.map(({ method, path, body }) => [method, path, body.allowed]),
    [
      ['PUT', '/v1/shop/users/ann/broadcast-right', true],
      ['PUT', '/v1/shop/users/ann/broadcast-right', false],
    ],
  )
})

test('help everywhere; without the key, or with a rate that is none, nothing is asked', async (t) => {
  const { asked } = await play(t)
  for (const [args, says] of [
    [['broadcast', '--help'], /^Usage: skein broadcast [\s\S]*--online[\s\S]*--rate[\s\S]*--id[\s\S]*--watch[\s\S]*--json/],
    [['app', 'broadcaster', '--help'], /^Usage: skein app broadcaster [\s\S]*--take[\s\S]*--json/],
    [['--help'], /broadcast/],
  ] as const) {
    const { out, ended } = skein(t, [...args])
    await ended
    assert.equal(out.code, 0)
    assert.match(out.text, says)
  }
  for (const [args, says] of [
    [['broadcast', 'shop', 'x'], /^INVALID_ARGUMENT: give --operator-key or SKEIN_OPERATOR_KEY/],
    [['broadcast', 'shop', 'x', '--operator-key', 'k', '--rate', '1.5'], /--rate <n>.*a whole number/],
    [['broadcast', 'shop', '--operator-key', 'k'], /missing required argument 'text'/],
    [['app', 'broadcaster', 'shop', 'ann'], /^INVALID_ARGUMENT: give --operator-key or SKEIN_OPERATOR_KEY/],
  ] as const) {
    const { out, ended } = skein(t, [...args])
    await ended
    assert.equal(out.code, 1)
    assert.match(out.errors, says)
  }
  assert.deepEqual(asked, [])
})
