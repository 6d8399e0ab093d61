// Whose word is taken about a client's address. A forwarded address counts only when every hop to its right is trusted;
// whatever an untrusted peer claims about itself is ignored.
import { BlockList, isIP } from 'node:net'

export interface TrustedProxies {
  trusts(address: string): boolean
}

const mappedDotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const mappedHex = /^(?:::|(?:0{1,4}:){5})ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i

/** IPv4 addresses mapped into IPv6 as plain IPv4, no zone. */
export function plainAddress(address: string): string {
  if (!address.includes(':')) return address
  const zone = address.indexOf('%')
  const bare = zone < 0 ? address : address.slice(0, zone)
  const dotted = mappedDotted.exec(bare)
  if (dotted !== null) return dotted[1]!
  const hex = mappedHex.exec(bare)
  if (hex === null) return bare
  const [high, low] = [Number.parseInt(hex[1]!, 16), Number.parseInt(hex[2]!, 16)]
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}

/** From addresses and networks such as 10.0.0.0/8. Throws for what is neither. */
export function createTrustedProxies(list: readonly string[]): TrustedProxies {
  const trusted = new BlockList()
  for (const entry of list) {
    const [address, prefix] = entry.split('/') as [string, string | undefined]
    const family = isIP(address)
    if (family === 0) throw new Error(`not an address or network: ${entry}`)
    const kind = family === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) trusted.addAddress(address, kind)
    else trusted.addSubnet(address, Number(prefix), kind)
  }
  return {
    trusts(address) {
      const family = isIP(address)
      return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
    },
  }
}

/** Addresses in a Forwarded header (RFC 7239), leftmost first. */
function forwardedFor(header: string): string[] {
  const addresses: string[] = []
  for (const element of header.split(',')) {
    const match = /(?:^|;)\s*for\s*=\s*("[^"]*"|[^;\s]+)/i.exec(element)
    if (match !== null) addresses.push(match[1]!.replaceAll('"', ''))
  }
  return addresses
}

/** An address without brackets and port; empty when it is none. */
function bareAddress(value: string): string {
  const text = value.trim()
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)
  const address = plainAddress(bracketed?.[1] ?? withPort?.[1] ?? text)
  return isIP(address) === 0 ? '' : address
}

/** The client's address: the rightmost one in the header that is not a trusted proxy's; the peer's unless it is trusted. */
export function clientAddress(
  peer: string,
  kind: 'x-forwarded-for' | 'forwarded' | undefined,
  header: string,
  proxies: TrustedProxies,
): string {
  if (kind === undefined || header === '' || !proxies.trusts(peer)) return peer
  const hops = kind === 'forwarded' ? forwardedFor(header) : header.split(',')
  let client = peer
  for (let i = hops.length - 1; i >= 0; i--) {
    const address = bareAddress(hops[i]!)
    if (address === '') return client
    client = address
    if (!proxies.trusts(address)) return client
  }
  return client
}
