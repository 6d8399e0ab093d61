// A program that had closed its client was kept by a server that never closed its side of the connection: one that stood still.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import test from 'node:test'
import { openTcpSocket } from '../src/link/tcp-socket.ts'

test('a connection that was closed is over, though the other side never ends it', async (t) => {
  const accepted: Socket[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => accepted.push(socket.resume()))
  t.after(() => {
    for (const socket of accepted) socket.destroy()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as { port: number }
  let close = () => {}
  const closed = new Promise<void>((resolve) => (close = resolve))
  const socket = await openTcpSocket(`tcp://127.0.0.1:${port}`, { onBytes() {}, onClose: () => close() }, { connectTimeoutMs: 10_000 })
  socket.close()
  const late = new Promise((resolve) => setTimeout(resolve, 20_000, 'late').unref())
  assert.equal(await Promise.race([closed, late]), undefined)
})
