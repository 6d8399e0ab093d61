// Opens the socket that an address asks for.
import { SkeinError } from '../skein-error.ts'
import { type Socket, type SocketEvents, type SocketOptions, transportOf } from './socket.ts'
import { openTcpSocket } from './tcp-socket.ts'
import { openWebSocket } from './web-socket.ts'

/** Resolves when open. */
export function openSocket(address: string, events: SocketEvents, options: SocketOptions): Promise<Socket> {
  switch (transportOf(address)) {
    case 'ws':
      return openWebSocket(address, events, options)
    case 'tcp':
      return openTcpSocket(address, events, options)
    default:
      return Promise.reject(new SkeinError('INVALID_ARGUMENT', `no transport for address ${address}`))
  }
}
