// The host of an address that is told to clients: one that they can reach, written as URLs want it.
import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

type Interfaces = ReturnType<typeof networkInterfaces>

const everywhere = new Set(['0.0.0.0', '::', '::0', '0:0:0:0:0:0:0:0', ''])
const linkLocal = /^fe[89ab]/i

/** Of a listener on every address of this machine, one by which others reach it, or at least programs on it. */
export function toldHost(host: string, interfaces: () => Interfaces = networkInterfaces): string {
  const named = everywhere.has(host) ? ownAddress(host, interfaces()) : host
  return isIPv6(named) ? `[${named}]` : named
}

/** IPv4 first, which who listens on `::` takes as well. */
function ownAddress(host: string, interfaces: Interfaces): string {
  const others = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !linkLocal.test(address))
  const found = others.find(({ family }) => family === 'IPv4') ?? (host.includes(':') ? others[0] : undefined)
  return found?.address ?? '127.0.0.1'
}
