// A full disk wrote ten equal error lines a second, until it was fuller still and nothing else could be found in the log.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { createLogger } from './logger.ts'

test('equal warnings and errors become one line, and one with their count per interval; others are written as they come', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 })
  const lines: string[] = []
  const logger = createLogger({ level: 'info', write: (line) => lines.push(line) })
  const taken = () =>
    lines.splice(0).map((line) => JSON.parse(line) as { msg: string; time: string; repeated?: number; partition?: number })
  const error = Object.assign(new Error('disk is full'), { name: 'LogError', code: 'UNAVAILABLE' })
  const one = logger.child({ role: 'gateway' })
  for (let i = 0; i < 100; i++) {
    t.mock.timers.tick(50)
    one.error({ error }, 'append failed')
    if (i % 50 === 0) logger.info({ i }, 'going on')
  }
  one.error({ error, partition: 3 }, 'append failed')
  logger.error({ error }, 'append failed')
  assert.deepEqual(
    taken().map(({ msg, partition, repeated }) => [msg, partition, repeated]),
    [
      ['append failed', undefined, undefined],
      ['going on', undefined, undefined],
      ['going on', undefined, undefined],
      ['append failed', 3, undefined],
      ['append failed', undefined, undefined],
    ],
  )
  t.mock.timers.tick(6_000)
  const told = taken()
  assert.deepEqual(
    told.map(({ msg, repeated }) => [msg, repeated]),
    [['append failed', 99]],
  )
  assert.ok(Date.parse(told[0]!.time) > 1_010_000)
  t.mock.timers.tick(30_000)
  assert.deepEqual(taken(), [])
  one.error({ error }, 'append failed')
  assert.deepEqual(
    taken().map(({ msg, repeated }) => [msg, repeated]),
    [['append failed', undefined]],
  )
})

// A dead PostgreSQL wrote one line for each request: they differed by the connection and by the id of the command in the error's text.
test('lines that differ by ids alone are one line; what comes again is told with the newest ids', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 })
  const lines: string[] = []
  const logger = createLogger({ level: 'info', write: (line) => lines.push(line) })
  let newest = ''
  const failed = (conversationId: string) => {
    newest = randomUUID()
    const error = Object.assign(new Error(`command ${randomUUID()} has no answer`), { code: 'UNAVAILABLE' })
    logger.warn({ error, request: 'history', connectionId: newest, conversationId }, 'views could not answer')
  }
  for (const conversationId of ['d:alice:bob', 'g:"quoted" team', 'g:x']) failed(conversationId)
  logger.warn({ request: 'members', connectionId: newest }, 'views could not answer')
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { request: string }).request),
    ['history', 'members'],
  )
  failed('d:alice:bob')
  t.mock.timers.tick(10_000)
  const told = JSON.parse(lines[2]!) as { repeated: number; connectionId: string; conversationId: string }
  assert.deepEqual([lines.length, told.repeated, told.connectionId, told.conversationId], [3, 3, newest, 'd:alice:bob'])
})
