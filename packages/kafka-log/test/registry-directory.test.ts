// What a registry that is away, at fault or silent says of a schema, and what one says that has no such schema: the first may be asked
// again, the second makes a record undecodable for good.
import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { createEventCodec } from '@skein/contracts'
import { createRegistryDirectory } from '../src/index.ts'

type Answer = { readonly status: number; readonly body: object } | 'silence'

const requestTimeoutMs = 100
const record = { type: 'record', name: 'skein.events.Something', fields: [{ name: 'size', type: 'int' }] }
const found: Answer = { status: 200, body: { schema: JSON.stringify(record) } }
let answer: Answer
let asked = 0
const server = http.createServer((_request, response) => {
  asked += 1
  if (answer === 'silence') return
  response.writeHead(answer.status, { 'content-type': 'application/vnd.schemaregistry.v1+json' }).end(JSON.stringify(answer.body))
})
let url: string

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = 0
})

const directoryOf = (at: string) => createRegistryDirectory({ url: at, requestTimeoutMs })

test('a registry that cannot be reached rejects', async () => {
  const closed = http.createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  await assert.rejects(directoryOf(`http://127.0.0.1:${port}`).schemaOf(1), /ECONNREFUSED/)
})

for (const status of [401, 500, 503]) {
  test(`an answer of ${status} rejects, and the next question is asked anew`, async () => {
    const directory = directoryOf(url)
    answer = { status, body: { error_code: status * 100, message: 'not now' } }
    await assert.rejects(directory.schemaOf(1), /not now/)
    answer = found
    assert.deepEqual(await directory.schemaOf(1), record)
  })
}

// A registry that was frozen, or behind a network that lost its packets, was waited for without an end, also when it was back.
test('a registry that says nothing rejects in time, and the next question is asked anew', async () => {
  const directory = directoryOf(url)
  answer = 'silence'
  const began = performance.now()
  await assert.rejects(directory.schemaOf(1), /Timeout/)
  assert.ok(performance.now() - began < 5_000)
  answer = found
  assert.deepEqual(await directory.schemaOf(1), record)
})

test('what is found is asked for once', async () => {
  const directory = directoryOf(url)
  answer = found
  await directory.schemaOf(1)
  await directory.schemaOf(1)
  assert.equal(asked, 1)
})

test('a schema that does not exist is none, and the next question is asked anew', async () => {
  const directory = directoryOf(url)
  answer = { status: 404, body: { error_code: 40403, message: 'Schema 1 not found' } }
  assert.equal(await directory.schemaOf(1), null)
  answer = found
  assert.deepEqual(await directory.schemaOf(1), record)
})

// It was taken for a fault of the registry: a record of a stranger would have held everything behind it up for ever.
test('a schema of another kind is none', async () => {
  const directory = directoryOf(url)
  answer = { status: 200, body: { schemaType: 'PROTOBUF', schema: 'syntax = "proto3"; message A { int32 b = 1; }' } }
  assert.equal(await directory.schemaOf(1), null)
  answer = { status: 200, body: { schemaType: 'JSON', schema: '{"type":"object"}' } }
  assert.equal(await directory.schemaOf(2), null)
})

test('records wait for a registry that is away, and are undecodable where it knows no such schema', async () => {
  const directory = directoryOf(url)
  let id = 0
  const codec = await createEventCodec({ idOf: async () => ++id, schemaOf: directory.schemaOf })
  const unknown = Buffer.from([0, 0, 0, 0x10, 0, 1, 2])
  answer = { status: 503, body: { message: 'not now' } }
  await assert.rejects(async () => codec.decode([unknown]), /not now/)
  answer = { status: 404, body: { error_code: 40403, message: 'Schema 4096 not found' } }
  const [value] = await codec.decode([unknown])
  assert.ok(value instanceof Error)
})
