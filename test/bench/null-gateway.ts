// A gateway that answers and pushes at once and keeps nothing: what is measured against it is the generator itself. It
// can also misbehave on purpose, once, so that the checker is seen to notice.
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Packet } from '@skein/contracts'
import { encodePacket, flags, PacketDecoder, packetName, parseConversationId, wire } from '@skein/contracts'
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

export interface NullGatewayOptions {
  readonly plant?: PlantedFault | undefined
  /** Told the client's id of each message. */
  readonly sent?: (clientMessageId: string) => void
  /** How long an answer to a send takes; none by default. */
  readonly answerMs?: number
  /** Of a group; what is said there is shown to all of them but who said it, and a planted fault happens to one of them. */
  readonly membersOf?: (conversationId: string) => readonly string[]
}

const packetBytesMax = 1_048_576
/** The fault happens to the first message at or behind this one. */
const faultAt = 100
const limits = { packetBytesMax, bodyBytesMax: 65_536, inFlightMax: 64, unackedPushesMax: 1000, pageItemsMax: 200 }

/** What it says to whom, whatever the transport. A token is the user id itself. */
class NullPeers {
  readonly #peers = new Map<string, Peer>()
  readonly #seqs = new Map<string, number>()
  readonly #sent: NullGatewayOptions['sent']
  readonly #answerMs: number
  readonly #membersOf: NonNullable<NullGatewayOptions['membersOf']>
  #plant: PlantedFault | null
  #sends = 0
  #held: { readonly to: Peer; readonly conversationId: string; readonly body: Uint8Array } | null = null

  constructor({ plant, sent, answerMs = 0, membersOf = membersOfPair }: NullGatewayOptions) {
    this.#plant = plant ?? null
    this.#sent = sent
    this.#answerMs = answerMs
    this.#membersOf = membersOf
  }

  /** Takes what a new connection receives. */
  receiver(write: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    const decoder = new PacketDecoder({ packetBytesMax })
    const peer: Peer = { userId: '', pushed: 0, write }
    return (bytes) => {
      for (const packet of decoder.push(bytes)) this.#take(peer, packet)
    }
  }

  #take(peer: Peer, packet: Packet): void {
    const name = packetName(packet.service, packet.command)
    if (name === 'send') this.#takeSend(peer, packet)
    if (name !== 'login') return
    peer.userId = wire.LoginRequest.decode(packet.body).token
    this.#peers.set(peer.userId, peer)
    const reply = { userId: peer.userId, deviceId: 'null', connectionId: peer.userId, heartbeatIntervalMs: 30_000, limits }
    peer.write(encodePacket('login', packet.sequence, flags.ack, wire.LoginReply.encode(reply).finish()))
  }

  #takeSend(peer: Peer, packet: Packet): void {
    const { conversationId, clientMessageId, body } = wire.SendRequest.decode(packet.body)
    this.#sent?.(clientMessageId)
    const hit = this.#plant !== null && ++this.#sends >= faultAt ? this.#plant : null
    const seq = (this.#seqs.get(conversationId) ?? 0) + (hit === 'gap' ? 2 : 1)
    this.#seqs.set(conversationId, seq)
    const reply = { messageId: clientMessageId, seq, ordinal: seq, sentAtMs: Date.now() }
    const answer = encodePacket('send', packet.sequence, flags.ack, wire.SendReply.encode(reply).finish())
    if (this.#answerMs === 0) peer.write(answer)
    else setTimeout(() => peer.write(answer), this.#answerMs)
    const others = this.#membersOf(conversationId).filter((userId) => userId !== peer.userId && this.#peers.has(userId))
    if (others.length === 0) return
    const messageSent = { messageId: clientMessageId, clientMessageId, body }
    const item = { conversationId, seq, ordinal: seq, actorId: peer.userId, occurredAtMs: Date.now(), messageSent }
    if (hit) this.#plant = null
    const pushed = wire.Push.encode({ items: [wire.ConversationItem.encode(item).finish()] }).finish()
    // The last: who is behind the writers reads.
    for (const userId of others) this.#show(this.#peers.get(userId)!, conversationId, pushed, userId === others.at(-1) ? hit : null)
  }

  #show(to: Peer, conversationId: string, body: Uint8Array, hit: PlantedFault | null): void {
    if (hit === 'loss') return
    if (hit === 'swap') {
      this.#held = { to, conversationId, body }
      return
    }
    push(to, body)
    if (hit === 'duplicate') push(to, body)
    if (this.#held?.to !== to || this.#held.conversationId !== conversationId) return
    push(to, this.#held.body)
    this.#held = null
  }
}

const membersOfPair = (conversationId: string): readonly string[] => {
  const parsed = parseConversationId(conversationId)
  return parsed?.kind === 'direct' ? parsed.userIds : []
}

function push(to: Peer, body: Uint8Array): void {
  to.pushed = (to.pushed + 1) & 0xffff
  to.write(encodePacket('push', to.pushed, 0, body))
}

export async function startNullGateway(options: NullGatewayOptions = {}): Promise<NullGateway> {
  const peers = new NullPeers(options)
  const sockets = new Set<Socket>()
  const tcp = createServer({ noDelay: true }, (socket) => {
    const receive = peers.receiver((bytes) => socket.write(bytes))
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.on('data', receive)
  })
  const webSocket = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  webSocket.on('connection', (socket) => {
    const receive = peers.receiver((bytes) => socket.send(bytes))
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
