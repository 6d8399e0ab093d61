// The PROXY protocol header that a load balancer puts before the first byte of a TCP connection: version 1 (a line of
// text) and version 2 (binary). Reads from the front of what has arrived and says how much of it was the header.
import { plainAddress } from './trusted-proxies.ts'

const signature = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1')
const lineBytesMax = 107
/** Version 2: fixed part, and as much of addresses and extensions as is accepted. */
const fixedBytes = 16
const variableBytesMax = 2048

/** `address` is empty where the proxy speaks for itself (LOCAL, UNKNOWN). */
export type ProxyHeader = { readonly address: string; readonly bytes: number } | 'incomplete' | 'invalid'

function readText(bytes: Buffer): ProxyHeader {
  const end = bytes.indexOf('\r\n')
  if (end < 0) return bytes.length >= lineBytesMax ? 'invalid' : 'incomplete'
  if (end + 2 > lineBytesMax) return 'invalid'
  const [, protocol, source] = bytes.toString('latin1', 0, end).split(' ')
  if (protocol === 'UNKNOWN') return { address: '', bytes: end + 2 }
  if ((protocol !== 'TCP4' && protocol !== 'TCP6') || source === undefined || source === '') return 'invalid'
  return { address: plainAddress(source), bytes: end + 2 }
}

function readBinary(bytes: Buffer): ProxyHeader {
  if (bytes.length < fixedBytes) return 'incomplete'
  const command = bytes[12]!
  const length = bytes.readUInt16BE(14)
  if (command >> 4 !== 2 || length > variableBytesMax) return 'invalid'
  const end = fixedBytes + length
  if (bytes.length < end) return 'incomplete'
  if ((command & 15) === 0) return { address: '', bytes: end }
  if ((command & 15) !== 1) return 'invalid'
  const family = bytes[13]! >> 4
  if (family === 1 && length >= 12) return { address: bytes.subarray(16, 20).join('.'), bytes: end }
  if (family === 2 && length >= 36) {
    const groups: string[] = []
    for (let at = 16; at < 32; at += 2) groups.push(bytes.readUInt16BE(at).toString(16))
    const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
    return { address: mapped ? bytes.subarray(28, 32).join('.') : groups.join(':'), bytes: end }
  }
  return family === 0 ? { address: '', bytes: end } : 'invalid'
}

/** Reads the header at the front of the bytes that have arrived so far. */
export function readProxyHeader(bytes: Buffer): ProxyHeader {
  const start = Math.min(bytes.length, signature.length)
  if (bytes.subarray(0, start).equals(signature.subarray(0, start))) {
    return start < signature.length ? 'incomplete' : readBinary(bytes)
  }
  const text = 'PROXY '
  const seen = bytes.toString('latin1', 0, Math.min(bytes.length, text.length))
  if (!text.startsWith(seen)) return 'invalid'
  return seen.length < text.length ? 'incomplete' : readText(bytes)
}
