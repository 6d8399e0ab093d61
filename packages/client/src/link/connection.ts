// One socket, logged in: requests matched to answers by sequence, pushes handed on and acknowledged cumulatively,
// heartbeats, and a dead peer noticed. It never reconnects and remembers nothing: that is the client's part. Packets of
// one turn leave in one write; timers are one per connection, so that thousands of connections cost little.
import type { AnswerBodies, Messages, Packet, PacketName, RequestBodies, RequestName } from '@skein/contracts'
import { encodePacket, flags, PacketDecoder, packetName } from '@skein/contracts'
import { createClockWatch, monotonicMs } from '../clock.ts'
import { answerKinds, Error as ErrorKind, Goodbye, Heartbeat, Push as PushKind, Resync, requestKinds } from '../generated/wire.ts'
import { SkeinError } from '../skein-error.ts'
import { decode, encode } from '../wire/wire-message.ts'
import { type ConnectionEnd, endOfClose, endOfGoodbye } from './connection-end.ts'
import { openSocket } from './open-socket.ts'
import type { Socket, SocketOptions } from './socket.ts'

export type Push = Messages.Push
export type LoginReply = Messages.LoginReply
/** Called once with the body of the answer, or with what went wrong. */
export type OnAnswer = (error: SkeinError | null, body: Uint8Array) => void

export interface EncodedRequest {
  readonly body: Uint8Array
  readonly flagBits?: number
  readonly timeoutMs?: number | undefined
}

export interface ConnectionOptions extends Partial<SocketOptions> {
  readonly token: string
  readonly appId: string
  /** Name and version of the software, for operators. */
  readonly clientName?: string
  readonly answerTimeoutMs?: number
  readonly pushAckDelayMs?: number
  readonly pushAckCountMax?: number
  /** Gives up opening and logging in. */
  readonly signal?: AbortSignal
  /** Called for every push, before it is acknowledged. */
  onPush(push: Push): void
  onResync?(reason: string): void
  /** Called once, only after a successful login. */
  onEnd?(end: ConnectionEnd): void
}

interface Pending {
  readonly onAnswer: OnAnswer
  readonly expiresAt: number
}

const nothing = new Uint8Array(0)
const sequenceMax = 0xffff
const tickMs = 250
/** After a sleep, or when a clock was set, the peer says within this time that it is there. */
const lookMs = 5_000
/** What a client takes in beyond the limit for what it sends: pages of items are longer than one. */
const packetBytesMaxIn = 64 * 1024 * 1024

export const connectionDefaults = { connectTimeoutMs: 10_000, answerTimeoutMs: 15_000, pushAckDelayMs: 1_000, pushAckCountMax: 32 } as const

export class Connection {
  /** What the server said at login. */
  login!: LoginReply
  readonly address: string
  readonly #options: ConnectionOptions
  readonly #pending = new Map<number, Pending>()
  readonly #decoder = new PacketDecoder({ packetBytesMax: packetBytesMaxIn })
  #socket: Socket | null = null
  #outgoing: Uint8Array[] = []
  #sequence = 0
  #inFlightMax = 1
  #pushAckCountMax: number
  #end: ConnectionEnd | null = null
  #goodbye: ConnectionEnd | null = null
  #loggedIn = false
  #pushesToAck = 0
  #newestPush = 0
  #ackTimer: ReturnType<typeof setTimeout> | undefined
  #tickTimer: ReturnType<typeof setInterval> | undefined
  #heardAt = monotonicMs()
  #wroteAt = monotonicMs()
  #beatAt = 0
  #tickedAt = monotonicMs()
  readonly #clocksParted = createClockWatch()
  /** When the peer must have been heard after a look at it; null while none is under way. */
  #lookedFor: number | null = null

  /** Opens the socket and logs in. Rejects with a SkeinError when either fails. */
  static async open(address: string, options: ConnectionOptions): Promise<Connection> {
    const connection = new Connection(address, options)
    connection.#socket = await openSocket(
      address,
      { onBytes: (bytes) => connection.#take(bytes), onClose: (code, reason) => connection.#closed(endOfClose(code, reason)) },
      { ...options, connectTimeoutMs: options.connectTimeoutMs ?? connectionDefaults.connectTimeoutMs },
    )
    const giveUp = () => connection.destroy()
    options.signal?.addEventListener('abort', giveUp, { once: true })
    connection.#tickTimer = setInterval(() => connection.#tick(), tickMs)
    try {
      if (options.signal?.aborted) throw new SkeinError('CLOSED', 'given up')
      connection.login = await connection.ask('login', {
        token: options.token,
        appId: options.appId,
        clientName: options.clientName ?? 'skein-client',
      })
      return connection
    } catch (error) {
      connection.destroy()
      throw error
    } finally {
      options.signal?.removeEventListener('abort', giveUp)
    }
  }

  private constructor(address: string, options: ConnectionOptions) {
    this.address = address
    this.#options = options
    this.#pushAckCountMax = options.pushAckCountMax ?? connectionDefaults.pushAckCountMax
  }

  get open(): boolean {
    return this.#end === null
  }

  /** Requests without an answer. */
  get inFlight(): number {
    return this.#pending.size
  }

  /** How many more requests the server's limit allows now. */
  get room(): number {
    return this.#end ? 0 : this.#inFlightMax - this.#pending.size
  }

  get queuedBytes(): number {
    return this.#socket?.queuedBytes ?? 0
  }

  /** The cheap way: encoded body in, encoded answer out, by callback. */
  request(name: PacketName, { body, flagBits = 0, timeoutMs }: EncodedRequest, onAnswer: OnAnswer): void {
    if (this.#end) {
      onAnswer(lost(this.#end), nothing)
      return
    }
    if (this.#pending.size >= this.#inFlightMax) {
      onAnswer(new SkeinError('TOO_MANY_IN_FLIGHT', `limit ${this.#inFlightMax}`, { retriable: true }), nothing)
      return
    }
    do this.#sequence = this.#sequence === sequenceMax ? 1 : this.#sequence + 1
    while (this.#pending.has(this.#sequence))
    const expiresAt = monotonicMs() + (timeoutMs ?? this.#options.answerTimeoutMs ?? connectionDefaults.answerTimeoutMs)
    this.#pending.set(this.#sequence, { onAnswer, expiresAt })
    this.#write(encodePacket(name, this.#sequence, flagBits, body))
  }

  /** Messages in and out, as a promise that rejects with a SkeinError. */
  ask<N extends RequestName>(
    name: N,
    message: RequestBodies[N],
    options: { retry?: boolean; timeoutMs?: number } = {},
  ): Promise<AnswerBodies[N]> {
    return new Promise((resolve, reject) => {
      const onAnswer: OnAnswer = (error, body) => {
        if (error) {
          reject(error)
          return
        }
        try {
          const answer: AnswerBodies[N] = decode(answerKinds[name], body)
          if (name === 'login') this.#welcome(answer as LoginReply)
          resolve(answer)
        } catch (cause) {
          reject(new SkeinError('MALFORMED_PACKET', `answer to ${name}`, { cause }))
        }
      }
      const body = encode(requestKinds[name], message)
      this.request(name, { body, flagBits: options.retry ? flags.retry : 0, timeoutMs: options.timeoutMs }, onAnswer)
    })
  }

  /** Leaves without a word. */
  close(): void {
    this.#flush()
    this.#socket?.close()
    this.#closed({ code: 'CLOSED', detail: 'closed by this side', next: 'stop', retryAfterMs: 0 })
  }

  /** Cuts the socket. */
  destroy(): void {
    this.#closed({ code: 'CONNECTION_LOST', detail: 'cut by this side', next: 'backOff', retryAfterMs: 0 })
    this.#socket?.destroy()
  }

  #welcome(reply: LoginReply): void {
    this.#loggedIn = true
    this.#inFlightMax = reply.limits?.inFlightMax || 1
    const unackedMax = reply.limits?.unackedPushesMax || this.#pushAckCountMax
    this.#pushAckCountMax = Math.max(1, Math.min(this.#pushAckCountMax, Math.floor(unackedMax / 2)))
    // The server's heartbeats are the only clock needed from here on: tick a few times per interval, not more.
    clearInterval(this.#tickTimer)
    const heartbeatMs = reply.heartbeatIntervalMs || 30_000
    this.#tickTimer = setInterval(() => this.#tick(), Math.min(1_000, heartbeatMs / 4))
    this.login = reply
  }

  #tick(): void {
    const now = monotonicMs()
    for (const [sequence, pending] of this.#pending) {
      if (pending.expiresAt > now) continue
      this.#pending.delete(sequence)
      pending.onAnswer(new SkeinError('ANSWER_TIMEOUT', 'no answer in time', { retriable: true }), nothing)
    }
    if (this.#loggedIn) this.#watchPeer(now, this.login.heartbeatIntervalMs || 30_000)
  }

  #watchPeer(now: number, heartbeatMs: number): void {
    const stoodStill = now - this.#tickedAt > heartbeatMs
    this.#tickedAt = now
    // Nobody was there to hear: the peer is asked before it is thought to be gone.
    if (this.#clocksParted() || stoodStill) {
      this.#lookedFor = now + Math.min(lookMs, heartbeatMs)
      this.#beat(now)
      return
    }
    const silentUntil = this.#lookedFor ?? this.#heardAt + heartbeatMs * 2
    if (now > silentUntil) {
      const detail = `nothing heard for ${Math.round(now - this.#heardAt)} ms`
      this.#closed({ code: 'CONNECTION_LOST', detail, next: 'backOff', retryAfterMs: 0 })
      this.#socket?.destroy()
    } else if (now - Math.min(this.#wroteAt, this.#heardAt) >= heartbeatMs / 2 && now - this.#beatAt >= heartbeatMs / 4) this.#beat(now)
  }

  #beat(now: number): void {
    this.#beatAt = now
    // Sequence 0 belongs to no request, so heartbeats take no room among them.
    this.#write(encodePacket('heartbeat', 0, 0, encode(Heartbeat, { timeMs: Date.now() })))
  }

  #write(packet: Uint8Array): void {
    if (this.#outgoing.push(packet) === 1) queueMicrotask(() => this.#flush())
  }

  #flush(): void {
    if (this.#outgoing.length === 0) return
    // What is due to be acknowledged rides along: most acknowledgements cost no packet on the way of their own.
    this.#sendAck()
    const packets = this.#outgoing
    this.#outgoing = []
    if (this.#end) return
    this.#wroteAt = monotonicMs()
    this.#socket?.write(packets.length === 1 ? packets[0]! : joined(packets))
  }

  #take(bytes: Uint8Array): void {
    if (this.#end) return
    this.#heardAt = monotonicMs()
    this.#lookedFor = null
    try {
      for (const packet of this.#decoder.push(bytes)) {
        if (this.#end) return
        this.#takePacket(packet)
      }
    } catch (error) {
      this.#closed({ code: 'MALFORMED_PACKET', detail: String(error), next: 'backOff', retryAfterMs: 0 })
      this.#socket?.destroy()
    }
  }

  #takePacket(packet: Packet): void {
    if (packet.flags & (flags.ack | flags.error)) {
      const pending = this.#pending.get(packet.sequence)
      // Late, or the answer to a heartbeat.
      if (!pending || packet.sequence === 0) return
      this.#pending.delete(packet.sequence)
      if (packet.flags & flags.error) pending.onAnswer(refusal(packet.body), nothing)
      else pending.onAnswer(null, packet.body)
      return
    }
    switch (packetName(packet.service, packet.command)) {
      case 'push':
        this.#options.onPush(decode(PushKind, packet.body))
        this.#acknowledge(packet.sequence)
        break
      case 'heartbeat':
        this.#write(encodePacket('heartbeat', packet.sequence, flags.ack, encode(Heartbeat, { timeMs: Date.now() })))
        break
      case 'resync':
        this.#options.onResync?.(decode(Resync, packet.body).reason)
        break
      case 'goodbye':
        this.#goodbye = endOfGoodbye(decode(Goodbye, packet.body))
        this.#closed(this.#goodbye)
        this.#socket?.close()
        break
      // What a later release may say is ignored.
    }
  }

  #acknowledge(sequence: number): void {
    this.#newestPush = sequence
    this.#pushesToAck += 1
    if (this.#pushesToAck >= this.#pushAckCountMax) this.#sendAck()
    else this.#ackTimer ??= setTimeout(() => this.#sendAck(), this.#options.pushAckDelayMs ?? connectionDefaults.pushAckDelayMs)
  }

  #sendAck(): void {
    clearTimeout(this.#ackTimer)
    this.#ackTimer = undefined
    if (this.#pushesToAck === 0 || this.#end) return
    this.#pushesToAck = 0
    this.#write(encodePacket('push', this.#newestPush, flags.ack, nothing))
  }

  #closed(end: ConnectionEnd): void {
    if (this.#end) return
    this.#end = end
    clearInterval(this.#tickTimer)
    clearTimeout(this.#ackTimer)
    const waiting = [...this.#pending.values()]
    this.#pending.clear()
    for (const pending of waiting) pending.onAnswer(lost(end), nothing)
    if (this.#loggedIn) this.#options.onEnd?.(end)
  }
}

const lost = (end: ConnectionEnd) =>
  new SkeinError(end.code, end.detail, { retriable: end.next !== 'stop', retryAfterMs: end.retryAfterMs })

function refusal(body: Uint8Array): SkeinError {
  const { code, detail, retriable, retryAfterMs } = decode(ErrorKind, body)
  return new SkeinError(code || 'INTERNAL', detail, { retriable, retryAfterMs })
}

function joined(packets: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(packets.reduce((sum, packet) => sum + packet.length, 0))
  let at = 0
  for (const packet of packets) {
    bytes.set(packet, at)
    at += packet.length
  }
  return bytes
}
