// One socket to a broker: frames of Kafka's protocol, and which answer is whose. A broker answers in the order in which it is asked, and so
// this expects it: what is out of order, of no sensible length or late ends the socket, as nothing behind it can be told. Once it has
// ended, whatever was under way is rejected, its outcome unknown, and nothing is sent any more.
// https://kafka.apache.org/protocol.html#protocol_network
import type { OnReadOpts, Socket } from 'node:net'
import { ByteWriter } from './byte-writer.ts'

/** More than a broker takes in one request (its socket.request.max.bytes), so more than any record batch, and than a fetch asks for beside one. */
const answerBytesMax = 128 * 1024 * 1024
const sizeBytes = 4
const correlationBytes = 4
/** As much as is read at once. */
const readBytes = 64 * 1024
const headerBytes = sizeBytes + 2 + 2 + correlationBytes + 2
/** Of no request: whoever waits until it is connected. */
const connecting = -1

/** It is a number of 32 bits, and never negative here. */
export const correlationAfter = (id: number): number => (id + 1) % 2 ** 31

export interface RequestKind {
  readonly apiKey: number
  readonly apiVersion: number
}

export interface BrokerRequest extends RequestKind {
  /** Of the body, about: it only spares copies. */
  readonly bodyBytes: number
  readonly write: (writer: ByteWriter) => unknown
  /** Where a request may take longer than others. */
  readonly timeoutMs?: number
  /** Whether the broker may hold it for long: nothing but such requests is to wait behind it. */
  readonly held?: boolean
}

export interface BrokerSocketOptions {
  readonly clientId: string
  /** Without an answer for so long, the socket ends. */
  readonly requestTimeoutMs: number
}

/** How a socket hands over what comes. */
export interface Reading {
  readonly onread: OnReadOpts
}

interface UnderWay {
  readonly id: number
  readonly timeoutMs: number
  /** By performance.now(). */
  readonly dueAt: number
  resolve(body: Buffer): void
  reject(error: Error): void
}

export class BrokerSocket {
  readonly #socket: Socket
  readonly #options: BrokerSocketOptions
  /** In the order in which they were sent. */
  readonly #underWay: UnderWay[] = []
  #correlationId = 0
  /** Of the answer that is coming: its size, as far as that has come, and then what it is. */
  readonly #size = Buffer.alloc(sizeBytes)
  #answer: Buffer | null = null
  #filledBytes = 0
  #timer: NodeJS.Timeout | undefined
  #timerDueAt = Number.POSITIVE_INFINITY
  #ended: Error | null = null
  #retiring = false

  /** Begins to connect; `connect` is to take over what it is given, and to call back once it has. */
  constructor(connect: (reading: Reading, connected: () => void) => Socket, options: BrokerSocketOptions) {
    this.#options = options
    // Read into one buffer, without a stream between: most answers are short, and streams cost more than they do.
    const callback = (count: number, bytes: Uint8Array) => {
      this.#received(bytes, count)
      return true
    }
    this.#socket = connect({ onread: { buffer: Buffer.allocUnsafeSlow(readBytes), callback } }, () => this.#connected())
    // It would hold small requests back for up to 40 ms.
    this.#socket.setNoDelay(true)
    this.#socket.on('error', (cause) => this.destroy(new Error('the connection to a broker failed', { cause })))
    for (const event of ['end', 'close']) this.#socket.on(event, () => this.destroy(new Error('a broker ended the connection')))
  }

  /** To be called once, and awaited before anything is asked. Where it takes longer, the socket ends. */
  connected(timeoutMs: number): Promise<void> {
    return new Promise<Buffer>((resolve, reject) => this.#await({ id: connecting, timeoutMs, resolve, reject })).then(() => {})
  }

  get isOpen(): boolean {
    return this.#ended === null
  }

  /** Sends it now, once. Resolves to the body of the answer. */
  ask({ apiKey, apiVersion, bodyBytes, write, timeoutMs = 0 }: BrokerRequest): Promise<Buffer> {
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      const { clientId, requestTimeoutMs } = this.#options
      const id = this.#correlationId
      const writer = new ByteWriter(headerBytes + clientId.length * 3 + bodyBytes)
      writer.int32(0).int16(apiKey).int16(apiVersion).int32(id).string(clientId)
      write(writer)
      writer.setInt32(0, writer.length - sizeBytes)
      this.#correlationId = correlationAfter(id)
      this.#await({ id, timeoutMs: Math.max(timeoutMs, requestTimeoutMs), resolve, reject })
      this.#socket.write(writer.bytes)
    })
  }

  /** Ends it once all that is under way has been answered. */
  retire(): void {
    this.#retiring = true
    if (this.#underWay.length === 0) this.destroy(new Error('the connection was replaced'))
  }

  /** Ends it now: what is under way rejects, and what has not left the process does not leave it any more. */
  destroy(error: Error): void {
    if (this.#ended) return
    this.#ended = error
    clearTimeout(this.#timer)
    this.#socket.destroy()
    this.#answer = null
    for (const { reject } of this.#underWay.splice(0)) reject(error)
  }

  #connected(): void {
    if (this.#underWay[0]?.id === connecting) this.#underWay.shift()!.resolve(Buffer.alloc(0))
  }

  #await(one: Omit<UnderWay, 'dueAt'>): void {
    const dueAt = performance.now() + one.timeoutMs
    this.#underWay.push({ ...one, dueAt })
    if (dueAt < this.#timerDueAt) this.#watch(dueAt)
  }

  #watch(dueAt: number): void {
    clearTimeout(this.#timer)
    this.#timerDueAt = dueAt
    // What came in while this process was held up is read before it is judged.
    this.#timer = setTimeout(() => setImmediate(() => this.#checkTime()), Math.max(1, Math.ceil(dueAt - performance.now())))
  }

  /** One timer for all: most requests are answered long before, and the next begins meanwhile. */
  #checkTime(): void {
    this.#timerDueAt = Number.POSITIVE_INFINITY
    // The others are answered behind it, however soon they were due.
    const first = this.#underWay[0]
    if (!first || this.#ended) return
    if (first.dueAt > performance.now()) this.#watch(first.dueAt)
    else this.destroy(new Error(`a broker did not answer within ${first.timeoutMs} ms`))
  }

  /** These are overwritten by what comes next. */
  #received(bytes: Uint8Array, count: number): void {
    for (let at = 0; at < count && this.isOpen; ) {
      const into = this.#answer ?? this.#size
      const taken = Math.min(count - at, into.length - this.#filledBytes)
      into.set(bytes.subarray(at, at + taken), this.#filledBytes)
      at += taken
      this.#filledBytes += taken
      if (this.#filledBytes < into.length) return
      this.#filledBytes = 0
      if (into === this.#size) this.#begin(into.readInt32BE(0))
      else {
        this.#answer = null
        this.#answered(into)
      }
    }
  }

  #begin(size: number): void {
    if (size < correlationBytes || size > answerBytesMax) this.destroy(new Error(`a broker announced an answer of ${size} bytes`))
    else this.#answer = Buffer.allocUnsafe(size)
  }

  #answered(answer: Buffer): void {
    const id = answer.readInt32BE(0)
    const next = this.#underWay[0]
    if (next?.id !== id) {
      this.destroy(new Error(`a broker answered request ${id} where ${next?.id ?? 'none'} was due`))
      return
    }
    this.#underWay.shift()
    next.resolve(answer.subarray(correlationBytes))
    if (this.#retiring) this.retire()
  }
}
