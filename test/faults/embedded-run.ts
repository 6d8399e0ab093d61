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
/** Who are never there: they cost a registration each, so that groups are large from fewer members on. */
const awayUsers = 40
const largeAboveMembers = 60
const crowd = { steady: 30, awayAtFirst: 8 }
const town = { pairs: 150, blocking: 10, groups: 60, changing: 20, large: 1, growing: 1, crowd }
const registrationsAtOnce = 4

export async function runEmbedded(scenario: string, options: LoadOptions): Promise<Journal> {
  options.progress('starting the server')
  const server = await EmbeddedServer.start({ SKEIN_LARGE_ABOVE_MEMBERS: String(largeAboveMembers) })
  try {
    options.progress(`registering ${users} users; the log is ${server.dir}/server.log`)
    const installation: Installation = {
      appId,
      apiUrl: server.ready.api!,
      gateways: () => [...server.ready.gateway],
      ...(await register(server.ready.api!, server.operatorKey)),
      caughtUp: () => caughtUp(server.ready.ops),
      // Nothing outside the server can open its log.
      hides: async () => null,
      subjects: async () => null,
      compareViews: () => compareViews(server),
    }
    const fault = embeddedFaults[scenario]!(server)
    return await runFault(installation, { ...options, rate: options.rate ?? usualRate, scenario, town, fault })
  } finally {
    await server.remove()
  }
}

async function register(apiUrl: string, operatorKey: string): Promise<Pick<Installation, 'logins' | 'tellerId' | 'away'>> {
  const logins: Login[] = []
  const away: string[] = []
  const accountOf = async (userName: string) => {
    const account = { userName, password: `password of ${userName}` }
    const { userId } = await post(`${apiUrl}/v1/${appId}/users`, { ...account, displayName: userName })
    return { ...account, userId: String(userId) }
  }
  const one = async (i: number) => {
    const { userId, ...account } = await accountOf(`user-${i}`)
    const devices = ['device-0', ...(i % secondDeviceEvery === 0 ? ['device-1'] : []), 'reader']
    for (const deviceId of devices) {
      const { token } = await post(`${apiUrl}/v1/${appId}/sessions`, { ...account, deviceId, platform: 'load' })
      logins.push({ userId, deviceId, token: String(token), reader: deviceId === 'reader' })
    }
  }
  const numbers = Array.from({ length: users + awayUsers }, (_, i) => i)
  await Promise.all(
    Array.from({ length: registrationsAtOnce }, async () => {
      for (let i = numbers.shift(); i !== undefined; i = numbers.shift())
        if (i < users) await one(i)
        else away.push((await accountOf(`away-${i}`)).userId)
    }),
  )
  const tellerId = logins[0]!.userId
  await ask('PUT', `${apiUrl}/v1/${appId}/users/${tellerId}/broadcast-right`, { allowed: true }, { authorization: `Bearer ${operatorKey}` })
  return { logins, tellerId, away }
}

const post = (url: string, body: object) => ask('POST', url, body)

async function ask(method: string, url: string, body: object, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
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
