// WebSocket as a socket, in browsers and in Node: binary messages of whole packets.
import { SkeinError } from '../skein-error.ts'
import type { Socket, SocketEvents, SocketOptions } from './socket.ts'

export function openWebSocket(address: string, events: SocketEvents, options: SocketOptions): Promise<Socket> {
  const WebSocketClass = options.webSocket ?? globalThis.WebSocket
  if (!WebSocketClass) return Promise.reject(new SkeinError('INVALID_ARGUMENT', 'this runtime has no WebSocket: give `webSocket`'))
  return new Promise((resolve, reject) => {
    const socket = new WebSocketClass(address)
    socket.binaryType = 'arraybuffer'
    let opened = false
    let closed = false
    const lost = (detail: string) => reject(new SkeinError('CONNECTION_LOST', `${address}: ${detail}`, { retriable: true }))
    const timer = setTimeout(() => {
      closed = true
      lost(`not open after ${options.connectTimeoutMs} ms`)
      socket.close()
    }, options.connectTimeoutMs)
    const end = (code: number, reason: string) => {
      if (closed) return
      closed = true
      clearTimeout(timer)
      if (opened) events.onClose(code, reason)
      else lost(reason || `closed with ${code}`)
    }
    socket.onopen = () => {
      clearTimeout(timer)
      if (closed) return
      opened = true
      resolve({
        write(bytes) {
          if (socket.readyState === 1) socket.send(bytes as Uint8Array<ArrayBuffer>)
        },
        get queuedBytes() {
          return socket.bufferedAmount
        },
        close: () => socket.close(1000),
        destroy() {
          socket.close(1000)
          end(1006, 'destroyed')
        },
      })
    }
    socket.onmessage = (event) => {
      if (closed) return
      if (typeof event.data === 'string') return
      events.onBytes(new Uint8Array(event.data as ArrayBuffer))
    }
    socket.onerror = () => {
      if (!opened) end(1006, 'cannot connect')
    }
    socket.onclose = (event) => end(event.code, event.reason)
  })
}
