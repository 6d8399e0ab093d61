// People of an app of their own who take no part in the load: some leave and some come at a chosen moment, all at a gateway of their own, so
// that exactly as many come to it as leave, and who came is written to. Whoever is not shown what was written, or only after they connected again, was forgotten by somebody.
import { randomUUID } from 'node:crypto'
import { type Client, createClient } from '@skein/client'
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import type { Cluster } from '../load/cluster.ts'
import { makePeople } from '../load/people.ts'

/** As many come as leave. */
const visitors = 10

export interface Visitors {
  /** As many as come now, who were there for a while, leave. */
  change(): Promise<void>
  /** How many of those who came are not shown in time what is written to them now. */
  unheard(withinMs: number): Promise<number>
  close(): Promise<void>
}

export async function inviteVisitors(cluster: Cluster): Promise<Visitors> {
  const appId = `visit-${randomUUID().slice(0, 8)}`
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger)
  const people = await makePeople(backbone, { appId, count: 2 * visitors + 1 }).finally(() => backbone.close())
  const gateway = await cluster.start('gateway')
  const clients = people.map(({ token, deviceId }) =>
    createClient({ appId, token, deviceId, transport: 'tcp', gateways: [...gateway.ready.gateway] }),
  )
  const [writer, ...others] = clients as [Client, ...Client[]]
  const [leaving, coming] = [others.slice(0, visitors), others.slice(visitors)]
  await Promise.all([writer, ...leaving].map((client) => client.connect()))
  return {
    async change() {
      await Promise.all([...leaving.map((client) => client.close()), ...coming.map((client) => client.connect())])
    },
    async unheard(withinMs) {
      const deaf = new Set(coming)
      for (const client of coming) client.on('message', () => deaf.delete(client))
      await Promise.all(coming.map((client) => writer.send(`d:${[writer.userId, client.userId].sort().join(':')}`, 'are you there?')))
      await eventually(() => deaf.size === 0, { timeoutMs: withinMs, intervalMs: 100 }).catch(() => {})
      return deaf.size
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()))
      gateway.kill('SIGTERM')
      await gateway.ended
    },
  }
}
