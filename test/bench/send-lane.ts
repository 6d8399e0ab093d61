// What one person says in one conversation: one unanswered send on the wire, the others behind it in order. A refusal that
// can be repeated is repeated with the retry flag; a connection that ends is opened again and counted as a refusal.
import { setTimeout as delay } from 'node:timers/promises'
import type { LedgerMessage } from '../load/ledger.ts'
import type { LoadConnection, Push, Refusal, SendReply } from '../load/load-connection.ts'
import { openLoadConnection, sendTemplate } from '../load/load-connection.ts'

/** One person at one gateway. */
export interface LoadEnd {
  readonly address: string
  readonly appId: string
  readonly userId: string
  readonly token: string
  readonly localAddress?: string
}

export interface Lane {
  readonly end: LoadEnd
  readonly conversationId: string
  send(message: LedgerMessage): void
  /** Heartbeats and answers that do not come; to be called every second. */
  upkeep(now: number): void
  close(): void
}

export interface LaneOptions {
  readonly end: LoadEnd
  readonly conversationId: string
  readonly bytes: Uint8Array
  answered(id: string, seq: number): void
  /** With a code of the error catalogue, or CONNECTION_LOST, ANSWER_TIMEOUT or RESYNC. */
  refused(code: string): void
  shown(push: Push): void
}

const resendDelayMs = 200
const answerTimeoutMs = 15_000
const heartbeatMs = 10_000

/** Resolves when the person is logged in. */
export async function openLane(options: LaneOptions): Promise<Lane> {
  const { end, conversationId, answered, refused, shown } = options
  const template = sendTemplate(conversationId, { contentType: 'text/plain', bytes: options.bytes })
  const waiting: LedgerMessage[] = []
  let onTheWay: LedgerMessage | null = null
  let sequence = 0
  let wroteAt = performance.now()
  let closed = false
  let connection: LoadConnection | null = await open()

  function open(): Promise<LoadConnection> {
    return openLoadConnection({ ...end, onPush: shown, onSendAnswer, onEnd, onResync: () => refused('RESYNC') })
  }

  function write(retry: boolean): void {
    if (!connection || !onTheWay) return
    wroteAt = performance.now()
    sequence = connection.send(template, onTheWay.id, retry)
  }

  function next(): void {
    onTheWay = waiting.shift() ?? null
    write(false)
  }

  function onSendAnswer(answer: number, reply: SendReply | null, refusal: Refusal | null): void {
    if (answer !== sequence || !onTheWay) return
    if (reply) {
      answered(onTheWay.id, Number(reply.seq))
      next()
      return
    }
    refused(refusal!.code)
    if (!refusal!.retriable) next()
    else setTimeout(() => write(true), Math.max(resendDelayMs, refusal!.retryAfterMs ?? 0))
  }

  function onEnd(reason: string): void {
    connection = null
    if (closed) return
    refused(/^[A-Z_]+$/.test(reason) ? reason : 'CONNECTION_LOST')
    void reopen()
  }

  async function reopen(): Promise<void> {
    while (!closed && !connection) {
      await delay(resendDelayMs)
      connection = await open().catch(() => null)
    }
    write(true)
  }

  return {
    end,
    conversationId,
    send(message) {
      if (onTheWay) {
        waiting.push(message)
        return
      }
      onTheWay = message
      write(false)
    },
    upkeep(now) {
      if (onTheWay && now - wroteAt > answerTimeoutMs) {
        refused('ANSWER_TIMEOUT')
        write(true)
      } else if (!onTheWay && now - wroteAt > heartbeatMs) {
        wroteAt = now
        connection?.heartbeat()
      }
    },
    close() {
      closed = true
      connection?.close()
    },
  }
}
