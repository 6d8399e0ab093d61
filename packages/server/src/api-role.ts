// Composes the HTTP API.
import type { ApiLimits } from '@skein/api'
import { createApi } from '@skein/api'
import { toldHost } from '@skein/gateway'
import type { Backbone, Role } from './backbone.ts'
import { checkCredentials } from './credential-check.ts'
import { keptSecret } from './kept-secret.ts'

export async function startApiRole(backbone: Backbone): Promise<Role> {
  const { config, log, views } = backbone
  const logger = backbone.logger.child({ role: 'api' })
  const link = backbone.link()
  const burst = config.registrationsBurst
  const api = createApi({
    appendCommand: backbone.appendCommand,
    clock: log.clock,
    partitionOf: (key) => log.partitionOf(key),
    partitionCount: log.partitionCount,
    link,
    views: views.reads,
    presence: backbone.presence(),
    credentials: backbone.credentials,
    tokenSecret: config.tokenSecret,
    operatorKey: config.operatorKey ?? keptSecret(config.dataDir, 'operator-key'),
    apps: { allowed: config.apps },
    limits: burst === undefined ? {} : loadTestLimits(burst),
    logger,
    ready: async () => (await backbone.parts()).every(({ ok }) => ok),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
  })
  const { port } = new URL(await api.listen({ host: config.host, port: config.apiPort }))
  const address = `http://${toldHost(config.host)}:${port}`
  const check = checkCredentials({ log, views: views.reads, credentials: backbone.credentials, logger })
  return {
    name: 'api',
    addresses: [address],
    async stop() {
      await check.stop()
      await api.close()
    },
  }
}

/** Registrations and logins of many users from one address, as load tests make them. */
function loadTestLimits(burst: number): Pick<ApiLimits, 'registrationsPerAddress' | 'failedLoginsPerAddress'> {
  const limit = { burst, perMinute: burst }
  return { registrationsPerAddress: limit, failedLoginsPerAddress: limit }
}
