// Composes the connection node.
import { createGateway, createTokenVerifier } from '@skein/gateway'
import type { Metrics } from '@skein/telemetry'
import type { Backbone, Role } from './backbone.ts'

export async function startGatewayRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, views } = backbone
  const { host, tls, trustedProxies } = config
  const presence = backbone.presence()
  const partitions = Array.from({ length: config.partitionCount }, (_, p) => p)
  const gateway = createGateway({
    transports: [
      {
        kind: 'websocket',
        host,
        port: config.wsPort,
        tls,
        trustedProxies,
        advertise: config.wsAdvertise,
        library: config.wsLibrary,
        forwardedHeader: 'x-forwarded-for',
      },
      { kind: 'tcp', host, port: config.tcpPort, tls, trustedProxies, advertise: config.tcpAdvertise, proxyProtocol: config.proxyProtocol },
    ],
    appendCommand: backbone.appendCommand,
    clock: log.clock,
    endOffsets: async () => {
      const bounds = await log.bounds('events', partitions)
      // A partition whose end nobody tells now has one that no view is known to have passed.
      return new Map(partitions.map((p) => [p, bounds.get(p)?.end ?? Number.POSITIVE_INFINITY]))
    },
    partitionOf: (key) => log.partitionOf(key),
    partitionCount: log.partitionCount,
    views: views.reads,
    membership: views.membership,
    link: backbone.link(),
    presence,
    verifyToken: createTokenVerifier(config.tokenSecret),
    logger: backbone.logger.child({ role: 'gateway' }),
  })
  metrics.add('gateway', () => {
    const { failures, held } = presence.lease()
    return { ...gateway.metrics(), leaseFailures: failures, leaseHeld: held ? 1 : 0 }
  })
  const addresses = await gateway.start()
  return { name: 'gateway', addresses, stop: () => gateway.drain() }
}
