// A server that was killed and is starting refuses every connection, and makes a process for each to say so. Roles that retried tried 100 to 225
// times a second, on the machine that was to bring it back.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { createConnect } from '../src/database/connecting.ts'

const message = (kind: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(content.length + 4)
  return Buffer.concat([Buffer.from(kind), length, content])
}
const starting = message('E', Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0'))
const welcome = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])

test('while the server refuses, all who want a connection share one attempt', async (t) => {
  let isStarting = true
  let attempts = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      attempts += 1
      if (isStarting) socket.end(starting)
      else socket.write(welcome)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const pool = new pg.Pool({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, user: 'a', database: 'a', max: 10 })
  pool.on('error', () => {})
  t.after(async () => {
    server.close()
    await pool.end()
  })
  const connect = createConnect(pool)
  let over = false
  const wanting = Array.from({ length: 20 }, async () => {
    while (!over) {
      const client = await connect().catch((error: { code?: string }) => assert.equal(error.code, '57P03'))
      if (client) return client.release()
    }
  })
  const since = performance.now()
  await delay(1_000)
  const seconds = (performance.now() - since) / 1_000
  // The first of each, before anybody knows, and about ten a second from then on.
  assert.ok(attempts >= 5 && attempts <= 20 + 12 * seconds, `${attempts} attempts in ${seconds} s`)
  isStarting = false
  const back = performance.now()
  await Promise.all(wanting)
  assert.ok(performance.now() - back < 10_000, 'and all have one soon after it is back')
  over = true
  // Nobody waits for anybody any more.
  const later = performance.now()
  for (let i = 0; i < 50; i++) (await connect()).release()
  assert.ok(performance.now() - later < 3_000)
})
