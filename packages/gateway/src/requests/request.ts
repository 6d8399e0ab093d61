// A request: a packet that its client waits for the answer of. It is answered or refused once, by whatever became of it. What it says is
// given to its handler beside it and not kept here: those bytes belong to the transport.
import { type ErrorCode, flags, type PacketName, packets, type RequestName, type requestCodecs } from '@skein/contracts'
import type { Connection } from '../connection/connection.ts'
import { type ErrorAnswer, refuse } from '../connection/error-answer.ts'
import type { GatewayContext } from '../context.ts'

/** What each request says, as it was decoded. */
export type Said = { readonly [N in RequestName]: ReturnType<(typeof requestCodecs)[N]['decode']> }

export interface RequestPacket<N extends RequestName> {
  readonly name: N
  readonly sequence: number
  /** The client says that it may have asked this before. */
  readonly retry: boolean
}

export class Request<N extends RequestName = RequestName> {
  readonly context: GatewayContext
  readonly connection: Connection
  readonly name: N
  readonly sequence: number
  readonly retry: boolean
  /** Whether it counts among the requests of its connection without an answer. */
  #inFlight = false

  constructor(context: GatewayContext, connection: Connection, { name, sequence, retry }: RequestPacket<N>) {
    this.context = context
    this.connection = connection
    this.name = name
    this.sequence = sequence
    this.retry = retry
  }

  /** Counts from now on until it is answered. */
  enter(): void {
    this.#inFlight = true
    this.connection.inFlight += 1
  }

  /** With the bytes of its answer. */
  answer(body: Uint8Array): void {
    this.#settle()
    const heading = { sequence: this.sequence, flags: flags.ack }
    this.context.outbox.packet(this.connection, packets[this.name as PacketName], heading, body)
  }

  refuse(code: ErrorCode, detail: string, retryAfterMs = 0): void {
    this.#settle()
    const { service, command } = packets[this.name as PacketName]
    const refusal: ErrorAnswer = { code, detail, retryAfterMs }
    if (this.connection.open) refuse(this.context, this.connection, { service, command, sequence: this.sequence }, refusal)
  }

  #settle(): void {
    if (this.#inFlight) this.connection.inFlight -= 1
    this.#inFlight = false
  }
}

/** How the requests of one name are done. */
export interface Handler<N extends RequestName = RequestName> {
  /** Whether it may be done now; refuses it when not. */
  admit(request: Request<N>, said: Said[N]): boolean
  /** Does an admitted one: answers or refuses it, now or later. The bytes of what it says are the transport's after this turn. */
  handle(request: Request<N>, said: Said[N]): void | Promise<void>
  /** One was refused for its connection's rate before it was looked at. */
  passedOver?(request: Request<N>, said: Said[N]): void
}
