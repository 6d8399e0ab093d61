// What a line of the log says of an error, and what it never says.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createLogger } from './logger.ts'

function written(log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = []
  log(createLogger({ level: 'info', write: (line) => lines.push(line) }))
  assert.equal(lines.length, 1)
  return JSON.parse(lines[0]!) as Record<string, unknown>
}

const textOf = (error: unknown): string => String(written((logger) => logger.error({ error }, 'failed')).error)
const fault = (code: string, message: string, more: object = {}) => Object.assign(new Error(message), { name: 'LogError', code, ...more })

test('an error in a field is written with code, message and causes, under whatever name', () => {
  // It was written as {}: the gateway said that a command was not appended, and not why.
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9092'), { code: 'ECONNREFUSED' })
  const error = fault('UNAVAILABLE', 'no leader', { cause })
  const expected = 'LogError UNAVAILABLE: no leader; cause: Error ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:9092'
  assert.equal(textOf(error), expected)
  const line = written((logger) => logger.warn({ why: error, partition: 3, none: undefined }, 'failed'))
  assert.deepEqual([line.why, line.partition, line.msg], [expected, 3, 'failed'])
})

test('a bug says where it was thrown', () => {
  const text = textOf(new TypeError('x is not a function'))
  assert.match(text, /^TypeError: x is not a function at .*logger\.test\.ts:\d+:\d+/)
  assert.ok(!text.includes('\n'))
  assert.doesNotMatch(text, /node:|node_modules/, 'only frames of Skein')
})

test('attempts on several addresses are told though their error has no message', () => {
  const attempts = ['::1', '127.0.0.1'].map((address) => new Error(`connect ECONNREFUSED ${address}:5432`))
  const error = Object.assign(new AggregateError(attempts), { code: 'ECONNREFUSED' })
  assert.equal(textOf(error), 'AggregateError ECONNREFUSED: connect ECONNREFUSED ::1:5432, connect ECONNREFUSED 127.0.0.1:5432')
})

test('what hangs on an error is not written, nor what a parser quotes, nor more than a line', () => {
  const secret = 'my secret'
  const carrying = fault('23514', 'violates a check', { detail: secret, command: { args: [secret] }, where: secret })
  assert.equal(textOf(carrying), 'LogError 23514: violates a check')
  let parsing: unknown
  try {
    JSON.parse(`${secret} and more of it`)
  } catch (error) {
    parsing = error
  }
  assert.match(String(parsing), /my secret/)
  assert.doesNotMatch(textOf(parsing), /secret/)
  assert.doesNotMatch(textOf(new Error('the body does not parse', { cause: parsing })), /secret/)
  assert.ok(textOf(fault('INTERNAL', 'x'.repeat(100_000))).length < 600)
  const ring = new Error('ring')
  ring.cause = ring
  assert.ok(textOf(ring).length < 200)
})

test('other fields stay as they are', () => {
  const fields = { a: 1, b: { c: [null] }, d: 'e' }
  const { level: _, time: __, ...line } = written((logger) => logger.info(fields, 'm'))
  assert.deepEqual(line, { ...fields, msg: 'm' })
})
