// Chooses the library of a listener and says which one it took.
import type { Logger } from '@skein/telemetry'
import { openTcpTransport } from './tcp-transport.ts'
import type { ListenOptions, OpenTransport, Transport, TransportNode } from './transport.ts'
import { loadUWebSockets, openUWebSocketsTransport } from './uwebsockets-transport.ts'
import { openWsTransport } from './ws-transport.ts'

async function webSocketTransport(options: ListenOptions, logger: Logger): Promise<OpenTransport> {
  if (options.library === 'ws') return openWsTransport
  const library = await loadUWebSockets(logger)
  const usable = library !== null && (options.tls === undefined || library.SSLApp !== undefined)
  if (usable) return openUWebSocketsTransport(library)
  if (options.library === 'uWebSockets.js') throw new Error('uWebSockets.js is asked for and not usable here')
  return openWsTransport
}

export async function openTransport(options: ListenOptions, node: TransportNode): Promise<Transport> {
  const { logger } = node
  const open = options.kind === 'tcp' ? openTcpTransport : await webSocketTransport(options, logger)
  const transport = await open(options, node)
  logger.info({ transport: transport.library, address: transport.address }, 'listening')
  return transport
}
