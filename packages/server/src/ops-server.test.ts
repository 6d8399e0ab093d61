// The port of a process for its operators: where it listens, and what it makes of any address that is asked.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { serveOps } from './ops-server.ts'

const config = (env: Record<string, string>) => readConfig({ SKEIN_TOKEN_SECRET: 'x'.repeat(32), ...env })

// It listened wherever clients were served: with SKEIN_HOST=0.0.0.0 the whole network read how many were connected, and what was wrong.
test('health, readiness and metrics are told on this machine alone, unless an address is named for them', async (t) => {
  const parts = [{ name: 'log', ok: false }]
  const ops = await serveOps(config({ SKEIN_HOST: '0.0.0.0' }), { metrics: async () => 'skein_up 1\n', parts: async () => parts })
  t.after(() => ops.close())
  assert.equal(new URL(ops.address).hostname, '127.0.0.1')
  await assert.rejects(fetch(ops.address.replace('127.0.0.1', '127.0.0.2')), 'it listens there as well')
  const metrics = await fetch(`${ops.address}/metrics?x=1`)
  assert.deepEqual([await metrics.text(), metrics.headers.get('access-control-allow-origin')], ['skein_up 1\n', null])
  assert.match(metrics.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/)
  assert.deepEqual(await (await fetch(`${ops.address}/readyz`)).json(), { ok: false, parts })
  const named = await serveOps(config({ SKEIN_OPS_HOST: '127.0.0.2' }), { metrics: async () => '', parts: async () => [] })
  t.after(() => named.close())
  assert.equal(new URL(named.address).hostname, '127.0.0.2')
})

// What cannot be parsed as an address was thrown out of the server, and ended the process.
test('an address that is none is not found, and ends nothing', async (t) => {
  const ops = await serveOps(config({}), { metrics: async () => '', parts: async () => [] })
  t.after(() => ops.close())
  const socket = connect(Number(new URL(ops.address).port), '127.0.0.1')
  socket.write('GET // HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
  assert.match(String((await once(socket, 'data'))[0]), /^HTTP\/1\.1 404/)
  assert.equal((await fetch(`${ops.address}/healthz`)).status, 200)
})
