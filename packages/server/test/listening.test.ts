// Whatever address a server listens on, what it hands to clients and to operators are URLs behind which it is.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readConfig } from '../src/config.ts'
import { startRoles } from '../src/role-process.ts'

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'))
const hosts = ['127.0.0.1', '0.0.0.0', ...(hasIPv6 ? ['::1', '::'] : [])]

const answers = (address: string) =>
  new Promise<void>((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }, () => resolve(void socket.destroy()))
    socket.on('error', reject)
  })

/** One after the other opens what the first has made. */
const dir = mkdtempSync(join(tmpdir(), 'skein-listening-'))
after(() => rmSync(dir, { recursive: true }))

for (const host of hosts)
  test(`a server on ${host} is where it says`, async () => {
    const settings = { SKEIN_DATA_DIR: dir, SKEIN_HOST: host, SKEIN_API_PORT: '0', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0' }
    const config = readConfig({ ...settings, SKEIN_ROLES: 'gateway,api', SKEIN_PARTITIONS: '1', SKEIN_LOG_LEVEL: 'error' })
    const running = await startRoles(config)
    try {
      const { api, gateway, ops } = running.ready
      for (const address of [api!, ...gateway, ops]) {
        assert.ok(!['0.0.0.0', '[::]', ''].includes(new URL(address).hostname), address)
        await answers(address)
      }
    } finally {
      await running.stop()
    }
  })
