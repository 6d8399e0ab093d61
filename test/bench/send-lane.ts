// What one person says in one conversation: one unanswered send on the wire, the others behind it in order. A refusal that
// can be repeated is repeated, with the retry flag unless it says that nothing was submitted; a connection that ends is opened again and
// counted as a refusal.
import { setTimeout as delay } from 'node:timers/promises'
import { errorCatalogue, isErrorCode } from '@skein/contracts'
import type { LedgerMessage } from '../load/ledger.ts'
import type { ErrorAnswer, Push, SendReply, SendTemplate } from '../load/load-connection.ts'
import { LoadConnection, sendTemplate } from '../load/load-connection.ts'

/** One person at one gateway. */
export interface LoadEnd {
  readonly address: string
  readonly appId: string
  readonly userId: string
  readonly token: string
  readonly localAddress?: string
}

export interface LaneOptions {
  readonly end: LoadEnd
  readonly conversationId: string
  readonly bytes: Uint8Array
  /** `tookMs` since it was last written. */
  answered(id: string, seq: number, tookMs: number): void
  /** With a code of the error catalogue, or CONNECTION_LOST, ANSWER_TIMEOUT or RESYNC. */
  refused(code: string): void
  shown(push: Push): void
}

const resendDelayMs = 200
const answerTimeoutMs = 15_000
const heartbeatMs = 10_000

export class Lane {
  readonly end: LoadEnd
  readonly conversationId: string
  readonly #options: LaneOptions
  readonly #template: SendTemplate
  readonly #waiting: LedgerMessage[] = []
  #onTheWay: LedgerMessage | null = null
  /** Whether its last attempt was flagged, and how many there were of all messages. */
  #retry = false
  #attempts = 0
  #sequence = 0
  #wroteAt = performance.now()
  #closed = false
  #connection: LoadConnection | null = null

  /** Resolves when the person is logged in. */
  static async open(options: LaneOptions): Promise<Lane> {
    const lane = new Lane(options)
    lane.#connection = await lane.#connect()
    return lane
  }

  private constructor(options: LaneOptions) {
    this.#options = options
    this.end = options.end
    this.conversationId = options.conversationId
    this.#template = sendTemplate(options.conversationId, { contentType: 'text/plain', bytes: options.bytes })
  }

  send(message: LedgerMessage): void {
    if (this.#onTheWay) {
      this.#waiting.push(message)
      return
    }
    this.#onTheWay = message
    this.#write(false)
  }

  /** Heartbeats and answers that do not come; to be called every second. */
  upkeep(now: number): void {
    if (this.#onTheWay && now - this.#wroteAt > answerTimeoutMs) {
      this.#options.refused('ANSWER_TIMEOUT')
      this.#write(true)
    } else if (!this.#onTheWay && now - this.#wroteAt > heartbeatMs) {
      this.#wroteAt = now
      this.#connection?.heartbeat()
    }
  }

  close(): void {
    this.#closed = true
    this.#connection?.close()
  }

  #connect(): Promise<LoadConnection> {
    return LoadConnection.open({
      ...this.end,
      onPush: this.#options.shown,
      onSendAnswer: (sequence, reply, refusal) => this.#takeAnswer(sequence, reply, refusal),
      onEnd: (reason) => this.#takeEnd(reason),
      onResync: () => this.#options.refused('RESYNC'),
    })
  }

  #write(retry: boolean): void {
    if (!this.#connection || !this.#onTheWay) return
    this.#wroteAt = performance.now()
    this.#retry = retry
    this.#attempts += 1
    this.#sequence = this.#connection.send(this.#template, this.#onTheWay.id, retry)
  }

  #next(): void {
    this.#onTheWay = this.#waiting.shift() ?? null
    this.#write(false)
  }

  #takeAnswer(sequence: number, reply: SendReply | null, refusal: ErrorAnswer | null): void {
    if (sequence !== this.#sequence || !this.#onTheWay) return
    if (reply) {
      this.#options.answered(this.#onTheWay.id, Number(reply.seq), performance.now() - this.#wroteAt)
      this.#next()
      return
    }
    const { code, retriable, retryAfterMs } = refusal!
    this.#options.refused(code)
    const retry = this.#retry || !(isErrorCode(code) && errorCatalogue[code].unsubmitted)
    if (!retriable) {
      this.#next()
      return
    }
    const attempts = this.#attempts
    // Another connection may have been opened meanwhile, and the message sent there.
    const again = () => attempts === this.#attempts && this.#write(retry)
    setTimeout(again, Math.max(resendDelayMs, retryAfterMs ?? 0))
  }

  #takeEnd(reason: string): void {
    this.#connection = null
    if (this.#closed) return
    this.#options.refused(/^[A-Z_]+$/.test(reason) ? reason : 'CONNECTION_LOST')
    void this.#reopen()
  }

  async #reopen(): Promise<void> {
    while (!this.#closed && !this.#connection) {
      await delay(resendDelayMs)
      this.#connection = await this.#connect().catch(() => null)
    }
    this.#write(true)
  }
}
