// A gateway that answers and pushes at once and keeps nothing: what is measured against it is the generator itself. It
// can also misbehave on purpose, once, so that the checker is seen to notice.
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Packet } from '@skein/contracts'
import { encodePacket, flags, PacketDecoder, packetName, parseConversationId, peerOf, wire } from '@skein/contracts'
import { WebSocketServer } from 'ws'

export const plantedFaults = ['loss', 'duplicate', 'swap', 'gap'] as const
export type PlantedFault = (typeof plantedFaults)[number]

export interface NullGateway {
  /** ws:// and tcp:// addresses. */
  readonly addresses: readonly string[]
  close(): Promise<void>
}

interface Peer {
  userId: string
  pushed: number
  write(bytes: Uint8Array): void
}

const packetBytesMax = 1_048_576
/** The fault happens to the first message at or behind this one. */
const faultAt = 100
const limits = { packetBytesMax, bodyBytesMax: 65_536, inFlightMax: 64, unackedPushesMax: 1000, pageItemsMax: 200 }

/** A token is the user id itself. */
export async function startNullGateway(options: { plant?: PlantedFault } = {}): Promise<NullGateway> {
  const peers = new Map<string, Peer>()
  const seqs = new Map<string, number>()
  const sockets = new Set<Socket>()
  let plant: PlantedFault | null = options.plant ?? null
  let sends = 0
  let held: { readonly to: Peer; readonly conversationId: string; readonly body: Uint8Array } | null = null

  function take(peer: Peer, packet: Packet): void {
    switch (packetName(packet.service, packet.command)) {
      case 'login': {
        peer.userId = wire.LoginRequest.decode(packet.body).token
        peers.set(peer.userId, peer)
        const reply = { userId: peer.userId, deviceId: 'null', connectionId: peer.userId, heartbeatIntervalMs: 30_000, limits }
        peer.write(encodePacket('login', packet.sequence, flags.ack, wire.LoginReply.encode(reply).finish()))
        break
      }
      case 'send':
        takeSend(peer, packet)
        break
      default:
    }
  }

  function takeSend(peer: Peer, packet: Packet): void {
    const { conversationId, clientMessageId, body } = wire.SendRequest.decode(packet.body)
    const hit = plant !== null && ++sends >= faultAt ? plant : null
    const seq = (seqs.get(conversationId) ?? 0) + (hit === 'gap' ? 2 : 1)
    seqs.set(conversationId, seq)
    const reply = { messageId: clientMessageId, seq, ordinal: seq, sentAtMs: Date.now() }
    peer.write(encodePacket('send', packet.sequence, flags.ack, wire.SendReply.encode(reply).finish()))
    const other = peers.get(peerOf(parseConversationId(conversationId) as never, peer.userId) ?? '')
    if (!other) return
    const messageSent = { messageId: clientMessageId, clientMessageId, body }
    const item = { conversationId, seq, ordinal: seq, actorId: peer.userId, occurredAtMs: Date.now(), messageSent }
    const pushed = wire.Push.encode({ items: [wire.ConversationItem.encode(item).finish()] }).finish()
    if (hit) plant = null
    if (hit === 'loss') return
    if (hit === 'swap') {
      held = { to: other, conversationId, body: pushed }
      return
    }
    push(other, pushed)
    if (hit === 'duplicate') push(other, pushed)
    if (held !== null && held.to === other && held.conversationId === conversationId) {
      push(other, held.body)
      held = null
    }
  }

  function push(to: Peer, body: Uint8Array): void {
    to.pushed = (to.pushed + 1) & 0xffff
    to.write(encodePacket('push', to.pushed, 0, body))
  }

  const receiver = (write: (bytes: Uint8Array) => void) => {
    const decoder = new PacketDecoder({ packetBytesMax })
    const peer: Peer = { userId: '', pushed: 0, write }
    return (bytes: Uint8Array) => {
      for (const packet of decoder.push(bytes)) take(peer, packet)
    }
  }
  const tcp = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.on(
      'data',
      receiver((bytes) => socket.write(bytes)),
    )
  })
  const webSocket = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  webSocket.on('connection', (socket) => {
    const receive = receiver((bytes) => socket.send(bytes))
    socket.on('error', () => {})
    socket.on('message', (data) => receive(data as Buffer))
  })
  await Promise.all([
    new Promise<void>((resolve) => void tcp.listen(0, '127.0.0.1', resolve)),
    new Promise((resolve) => webSocket.once('listening', resolve)),
  ])
  const port = (address: unknown) => (address as AddressInfo).port
  return {
    addresses: [`ws://127.0.0.1:${port(webSocket.address())}`, `tcp://127.0.0.1:${port(tcp.address())}`],
    async close() {
      for (const socket of sockets) socket.destroy()
      for (const socket of webSocket.clients) socket.terminate()
      await Promise.all([new Promise((resolve) => tcp.close(resolve)), new Promise((resolve) => webSocket.close(resolve))])
    },
  }
}
