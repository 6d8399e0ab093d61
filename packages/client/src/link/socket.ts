// One open transport: bytes out, bytes in, an end. The packets inside are the connection's affair.

export interface SocketEvents {
  onBytes(bytes: Uint8Array): void
  /** Called once. `closeCode` is that of WebSocket, 0 elsewhere. */
  onClose(closeCode: number, reason: string): void
}

export interface Socket {
  /** One or more whole packets. The array must not be changed afterwards. */
  write(bytes: Uint8Array): void
  /** Bytes written and not yet taken by the system. */
  readonly queuedBytes: number
  /** Ends it; what was written before is sent first, `onClose` follows. */
  close(): void
  /** Ends it at once. */
  destroy(): void
}

export interface SocketOptions {
  readonly connectTimeoutMs: number
  /** Another implementation of the browser's WebSocket. */
  readonly webSocket?: typeof WebSocket
  /** PEM certificates trusted for `tls:` besides the system's (Node only). */
  readonly tlsCa?: string
}

export type Transport = 'ws' | 'tcp'

/** Transport of an address; null for an address of another kind. */
export function transportOf(address: string): Transport | null {
  const scheme = address.slice(0, address.indexOf(':'))
  if (scheme === 'ws' || scheme === 'wss') return 'ws'
  if (scheme === 'tcp' || scheme === 'tls') return 'tcp'
  return null
}
