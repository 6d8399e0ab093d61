// A client made of nothing but sockets and packets, so that tests can also send what no proper client would.
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { encodePacket, flags, PacketDecoder, type PacketName, packetName, wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import { WebSocket } from 'ws'

interface Wire {
  write(bytes: Uint8Array): void
  pause(): void
  resume(): void
  end(): void
  destroy(): void
}

export interface Received {
  readonly name: PacketName | undefined
  readonly flags: number
  readonly sequence: number
  readonly body: Uint8Array
}

export class WireClient {
  readonly received: Received[] = []
  readonly #decoder = new PacketDecoder({ packetBytesMax: 16 * 1024 * 1024 })
  #wire: Wire | null = null
  #sequence = 0
  closed = false
  /** WebSocket close code; 0 on TCP. */
  closeCode = 0
  connectionId = ''

  /** `headers` are for WebSocket; `before` are bytes sent ahead of everything on TCP. */
  static async connect(
    address: string,
    options: { headers?: Record<string, string | string[]>; before?: Uint8Array } = {},
  ): Promise<WireClient> {
    const client = new WireClient()
    const { protocol, hostname, port } = new URL(address)
    if (protocol === 'ws:' || protocol === 'wss:') await client.#openWebSocket(address, options.headers ?? {})
    else await client.#openTcp(hostname, Number(port), protocol === 'tls:', options.before)
    return client
  }

  async #openWebSocket(address: string, headers: Record<string, string | string[]>): Promise<void> {
    const socket = new WebSocket(address, { headers, rejectUnauthorized: false, perMessageDeflate: false })
    socket.on('message', (data) => this.#take(data as Buffer))
    socket.on('close', (code) => {
      this.closed = true
      this.closeCode = code
    })
    this.#wire = {
      write: (bytes) => socket.send(bytes),
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      end: () => socket.close(),
      destroy: () => socket.terminate(),
    }
    await new Promise<void>((resolve, reject) => {
      socket.on('open', resolve)
      socket.on('error', reject)
    })
  }

  async #openTcp(host: string, port: number, tls: boolean, before?: Uint8Array): Promise<void> {
    const socket: Socket = tls ? connectTls({ host, port, rejectUnauthorized: false }) : connectTcp({ host, port, noDelay: true })
    socket.on('data', (bytes: Buffer) => this.#take(bytes))
    socket.on('close', () => {
      this.closed = true
    })
    this.#wire = {
      write: (bytes) => void socket.write(bytes),
      pause: () => void socket.pause(),
      resume: () => void socket.resume(),
      end: () => void socket.end(),
      destroy: () => void socket.destroy(),
    }
    await new Promise<void>((resolve, reject) => {
      socket.on(tls ? 'secureConnect' : 'connect', resolve)
      socket.on('error', reject)
    })
    socket.on('error', () => {})
    if (before !== undefined) socket.write(before)
  }

  #take(bytes: Uint8Array): void {
    for (const { service, command, flags: bits, sequence, body } of this.#decoder.push(bytes)) {
      this.received.push({ name: packetName(service, command), flags: bits, sequence, body: Uint8Array.from(body) })
    }
  }

  nextSequence(): number {
    this.#sequence = (this.#sequence % 65_535) + 1
    return this.#sequence
  }

  /** Any bytes at all. */
  write(bytes: Uint8Array): void {
    this.#wire!.write(bytes)
  }

  /** Sends a packet, answers its sequence. */
  send(name: PacketName, body: Uint8Array = new Uint8Array(0), flagBits = 0, sequence = this.nextSequence()): number {
    this.write(encodePacket(name, sequence, flagBits, body))
    return sequence
  }

  async answer(name: PacketName, sequence: number, timeoutMs = 20_000): Promise<Received> {
    const isAnswer = (r: Received) => r.name === name && r.sequence === sequence && (r.flags & (flags.ack | flags.error)) !== 0
    return eventually(() => this.received.find(isAnswer), { what: `answer to ${name} ${sequence}`, timeoutMs })
  }

  async request(name: PacketName, body?: Uint8Array, flagBits = 0): Promise<Received> {
    return this.answer(name, this.send(name, body, flagBits))
  }

  /** Error code of an answer; empty for success. */
  static codeOf(answer: Received): string {
    return (answer.flags & flags.error) !== 0 ? wire.Error.decode(answer.body).code : ''
  }

  async codeOf(name: PacketName, body?: Uint8Array, flagBits = 0): Promise<string> {
    return WireClient.codeOf(await this.request(name, body, flagBits))
  }

  async login(token: string, appId = 'app'): Promise<string> {
    const answer = await this.request('login', wire.LoginRequest.encode({ token, appId, clientName: 'test' }).finish())
    const code = WireClient.codeOf(answer)
    if (code === '') this.connectionId = wire.LoginReply.decode(answer.body).connectionId
    return code
  }

  sendText(conversationId: string, clientMessageId: string, text: string, flagBits = 0): number {
    const body = { contentType: 'text/plain', bytes: Buffer.from(text) }
    return this.send('send', wire.SendRequest.encode({ conversationId, clientMessageId, body }).finish(), flagBits)
  }

  async sendCode(sequence: number): Promise<string> {
    return WireClient.codeOf(await this.answer('send', sequence))
  }

  of(name: PacketName): Received[] {
    return this.received.filter((r) => r.name === name)
  }

  errors(): string[] {
    return this.received.filter((r) => (r.flags & flags.error) !== 0).map((r) => WireClient.codeOf(r))
  }

  acknowledge(sequence: number): void {
    this.send('push', undefined, flags.ack, sequence)
  }

  async goodbye(timeoutMs = 20_000) {
    const packet = await eventually(() => this.of('goodbye')[0], { what: 'goodbye', timeoutMs })
    return wire.Goodbye.decode(packet.body)
  }

  async untilClosed(timeoutMs = 20_000): Promise<void> {
    await eventually(() => this.closed, { what: 'the connection to close', timeoutMs })
  }

  pause(): void {
    this.#wire!.pause()
  }

  resume(): void {
    this.#wire!.resume()
  }

  end(): void {
    this.#wire!.end()
  }

  destroy(): void {
    this.#wire?.destroy()
  }
}
