// A run on the whole product in one process on embedded parts, which a fault ends under load and starts again at once on the
// same data and ports. Its views are compared with a rebuild after a clean stop, as only one process can open them.
import type { Verification } from '@skein/server'
import { type LoadOptions, usualRate } from './cluster-runs.ts'
import { embeddedFaults } from './embedded-faults.ts'
import { EmbeddedServer } from './embedded-server.ts'
import { readGauges } from './gauges.ts'
import type { Installation, Login } from './installation.ts'
import type { Journal } from './journal.ts'
import { runFault } from './run.ts'

const appId = 'fault'
const users = 60
const secondDeviceEvery = 3
const town = { pairs: 150, blocking: 10, groups: 60, changing: 20, large: 0, growing: 0 }
const registrationsAtOnce = 4

export async function runEmbedded(scenario: string, options: LoadOptions): Promise<Journal> {
  options.progress('starting the server')
  const server = await EmbeddedServer.start()
  try {
    options.progress(`registering ${users} users; the log is ${server.dir}/server.log`)
    const installation: Installation = {
      appId,
      apiUrl: server.ready.api!,
      gateways: () => [...server.ready.gateway],
      logins: await register(server.ready.api!),
      away: [],
      caughtUp: () => caughtUp(server.ready.ops),
      // Nothing outside the server can open its log.
      hides: async () => null,
      compareViews: () => compareViews(server),
    }
    const fault = embeddedFaults[scenario]!(server)
    return await runFault(installation, { ...options, rate: options.rate ?? usualRate, scenario, town, fault })
  } finally {
    await server.remove()
  }
}

async function register(apiUrl: string): Promise<Login[]> {
  const logins: Login[] = []
  const numbers = Array.from({ length: users }, (_, i) => i)
  const one = async (i: number) => {
    const account = { userName: `user-${i}`, password: `password of ${i}` }
    await post(`${apiUrl}/v1/${appId}/users`, { ...account, displayName: account.userName })
    const devices = ['device-0', ...(i % secondDeviceEvery === 0 ? ['device-1'] : []), 'reader']
    for (const deviceId of devices) {
      const answer = await post(`${apiUrl}/v1/${appId}/sessions`, { ...account, deviceId, platform: 'load' })
      logins.push({ userId: String(answer.userId), deviceId, token: String(answer.token), reader: deviceId === 'reader' })
    }
  }
  await Promise.all(
    Array.from({ length: registrationsAtOnce }, async () => {
      for (let i = numbers.shift(); i !== undefined; i = numbers.shift()) await one(i)
    }),
  )
  return logins
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

/** By the server's own word: nothing outside it can open its log. */
async function caughtUp(ops: string): Promise<boolean> {
  const gauges = [...(await readGauges(ops))]
  const lags = gauges.filter(([name]) => name.startsWith('skein_processor_lag{')).map(([, lag]) => lag)
  return lags.length > 0 && lags.every((lag) => lag === 0)
}

async function compareViews(server: EmbeddedServer): Promise<{ count: number; examples: string[] }> {
  await server.end('SIGTERM')
  const { code, output } = await server.command('verify-views')
  if (code !== 0 && code !== 1) throw new Error(`verify-views ended with ${code}: ${output}`)
  const { differences, complete } = JSON.parse(output) as Verification
  const examples = differences.slice(0, 5).map(({ table, key, kind, columns }) => `${table} ${JSON.stringify(key)} ${kind} ${columns}`)
  return { count: Math.max(differences.length, code) + (complete ? 0 : 1), examples }
}
