// TCP and TLS as a socket, in Node only: the modules are loaded when first needed, so that bundles for browsers carry
// no trace of them.
import type { Socket as NetSocket } from 'node:net'
import { SkeinError } from '../skein-error.ts'
import type { Socket, SocketEvents, SocketOptions } from './socket.ts'

/** How long the other side may take to end a connection that this one has ended. */
const lingerMs = 2_000

async function dial(url: URL, options: SocketOptions): Promise<NetSocket> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port)
  if (url.protocol === 'tls:') {
    const tls = await import('node:tls')
    return tls.connect({ host, port, ...(isIpAddress(host) ? {} : { servername: host }), ...(options.tlsCa ? { ca: options.tlsCa } : {}) })
  }
  const net = await import('node:net')
  return net.connect({ host, port })
}

const isIpAddress = (host: string) => /^[0-9.]+$/.test(host) || host.includes(':')

export async function openTcpSocket(address: string, events: SocketEvents, options: SocketOptions): Promise<Socket> {
  const url = new URL(address)
  const socket = await dial(url, options)
  socket.setNoDelay(true)
  return new Promise((resolve, reject) => {
    let opened = false
    let failure = ''
    const timer = setTimeout(() => socket.destroy(new Error(`not open after ${options.connectTimeoutMs} ms`)), options.connectTimeoutMs)
    socket.on('error', (error) => {
      failure = error.message
    })
    socket.on('close', () => {
      clearTimeout(timer)
      if (opened) events.onClose(0, failure)
      else reject(new SkeinError('CONNECTION_LOST', `${address}: ${failure || 'closed'}`, { retriable: true }))
    })
    socket.on('data', (bytes) => events.onBytes(bytes))
    socket.once(url.protocol === 'tls:' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      opened = true
      resolve({
        write(bytes) {
          if (socket.writable) socket.write(bytes)
        },
        get queuedBytes() {
          return socket.writableLength
        },
        close() {
          socket.end()
          const cut = setTimeout(() => socket.destroy(), lingerMs)
          socket.once('close', () => clearTimeout(cut))
        },
        destroy: () => socket.destroy(),
      })
    })
  })
}
