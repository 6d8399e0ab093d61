// Chooses the gateway a client is sent to: of two live ones taken at random, the one with fewer connections. Choosing the
// emptiest of all would send everybody to the same one until the next count.
import type { NodeInfo } from '@skein/node-link'
import { ApiError } from './api-error.ts'

export interface GatewayAddresses {
  readonly addresses: readonly string[]
}

/** `random` answers [0, 1). Throws UNAVAILABLE when no gateway takes clients. */
export function chooseGateway(nodes: readonly NodeInfo[], random: () => number): GatewayAddresses {
  const open = nodes.filter((node) => node.role === 'gateway' && !node.draining && node.addresses.length > 0)
  if (open.length === 0) throw new ApiError('UNAVAILABLE', 'no gateway takes clients')
  const first = Math.floor(random() * open.length)
  const second = (first + 1 + Math.floor(random() * (open.length - 1))) % open.length
  const [a, b] = [open[first]!, open[second]!]
  return { addresses: b.connections < a.connections ? b.addresses : a.addresses }
}
