// Messages on their way: kept until answered, in storage before their first attempt, at most one unanswered send per
// conversation on the wire, strictly in the order of sending, always under the same clientMessageId, and flagged as a
// retry whenever an earlier attempt may have left this device, in this process or one before it.
import { flags, wire } from '@skein/contracts'
import { type BackOff, backOffMs } from './back-off.ts'
import type { Connection } from './connection.ts'
import type { Attachment, Body } from './item.ts'
import { decodeAnswer } from './requests.ts'
import { asSkeinError, SkeinError } from './skein-error.ts'
import type { Storage } from './storage.ts'

export interface Draft {
  readonly conversationId: string
  readonly clientMessageId: string
  readonly body: Body
  readonly replyTo: number
  readonly attachments: readonly Attachment[]
}

export interface Sent {
  readonly conversationId: string
  readonly clientMessageId: string
  readonly messageId: string
  readonly seq: number
  readonly ordinal: number
  readonly sentAtMs: number
}

interface Entry {
  readonly draft: Draft
  readonly key: string
  readonly bytes: Uint8Array
  readonly resolve: (sent: Sent) => void
  readonly reject: (error: SkeinError) => void
  stored: boolean
  /** May have reached a server: every further attempt says so. */
  attempted: boolean
  refusals: number
  /** The connection it waits for an answer on. */
  on: Connection | null
  timer: ReturnType<typeof setTimeout> | undefined
}

export interface OutboxOptions {
  readonly storage: Storage
  readonly messagesMax: number
  readonly backOff: BackOff
  readonly random: () => number
  /** Requests left free for everything else. */
  readonly roomReserved: number
  /** Before the promise of the send resolves. */
  onSent(draft: Draft, sent: Sent): void
  onRefused(draft: Draft, error: SkeinError): void
}

export interface Outbox {
  readonly size: number
  /** Reads what an earlier process left. */
  load(): Promise<void>
  add(draft: Draft): Promise<Sent>
  /** Sends what can be sent now. */
  pump(): void
  up(connection: Connection): void
  down(): void
  /** Stops; what is unsent stays in storage and its promises reject with this error. */
  close(error: SkeinError): void
  /** Removes what storage keeps of it. */
  clear(): Promise<void>
}

/** Conversations waiting to send again: a server keeps each of them open, and bounds their number. */
const backingOffMax = 256
const keyPrefix = 'outbox/'
const keyOf = (number: number) => keyPrefix + String(number).padStart(16, '0')

const encodeDraft = (draft: Draft): Uint8Array =>
  wire.SendRequest.encode({ ...draft, body: { ...draft.body }, attachments: [...draft.attachments] }).finish()

function decodeDraft(bytes: Uint8Array): Draft {
  const request = wire.SendRequest.decode(bytes)
  return {
    conversationId: request.conversationId,
    clientMessageId: request.clientMessageId,
    body: { contentType: '', encoding: '', keyId: '', ...request.body, bytes: new Uint8Array(request.body?.bytes ?? []) } as Body,
    replyTo: request.replyTo,
    attachments: request.attachments.map((a) => ({ url: '', name: '', contentType: '', size: 0, ...a })) as Attachment[],
  }
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

/** Refusals that speak of the connection, not of the message. */
export const isAboutConnection = (code: string): boolean => code === 'UNAUTHENTICATED' || code.startsWith('TOKEN_') || code === 'LOGGED_OUT'

export function createOutbox(options: OutboxOptions): Outbox {
  const queues = new Map<string, Entry[]>()
  /** Conversations whose first entry may be sendable. */
  const ready = new Set<string>()
  let connection: Connection | null = null
  let number = 0
  let size = 0
  let backingOff = 0
  let closed: SkeinError | null = null

  function append(draft: Draft, bytes: Uint8Array, key: string, attempted: boolean, settle: Pick<Entry, 'resolve' | 'reject'>): Entry {
    const entry: Entry = { draft, key, bytes, stored: attempted, attempted, refusals: 0, on: null, timer: undefined, ...settle }
    const queue = queues.get(draft.conversationId)
    if (queue) queue.push(entry)
    else queues.set(draft.conversationId, [entry])
    size += 1
    return entry
  }

  function remove(entry: Entry): void {
    const id = entry.draft.conversationId
    const queue = queues.get(id)
    const at = queue?.indexOf(entry) ?? -1
    if (!queue || at < 0) return
    queue.splice(at, 1)
    size -= 1
    if (queue.length === 0) queues.delete(id)
    else ready.add(id)
    options.storage.delete(entry.key).catch(() => {})
  }

  function pump(): void {
    for (const id of ready) {
      if (!connection || connection.room <= options.roomReserved || backingOff >= backingOffMax) return
      ready.delete(id)
      const entry = queues.get(id)?.[0]
      if (entry?.stored && !entry.on && !entry.timer) transmit(entry, connection)
    }
  }

  function transmit(entry: Entry, on: Connection): void {
    entry.on = on
    const flagBits = entry.attempted ? flags.retry : 0
    entry.attempted = true
    on.request('send', entry.bytes, flagBits, (error, body) => {
      // Its answer is no longer awaited there: the entry waits for the next connection.
      if (entry.on !== on) return
      entry.on = null
      if (!on.open) return
      if (error) refused(entry, error, on)
      else accepted(entry, body)
      pump()
    })
  }

  function accepted(entry: Entry, body: Uint8Array): void {
    const reply = decodeAnswer('send', body)
    const { conversationId, clientMessageId } = entry.draft
    const sent = {
      conversationId,
      clientMessageId,
      messageId: reply.messageId,
      seq: reply.seq,
      ordinal: reply.ordinal,
      sentAtMs: reply.sentAtMs,
    }
    remove(entry)
    options.onSent(entry.draft, sent)
    entry.resolve(sent)
  }

  function refused(entry: Entry, error: SkeinError, on: Connection): void {
    if (isAboutConnection(error.code)) {
      on.destroy()
      return
    }
    if (!error.retriable) {
      remove(entry)
      options.onRefused(entry.draft, error)
      entry.reject(error)
      return
    }
    const waitMs = Math.max(error.retryAfterMs, backOffMs(options.backOff, entry.refusals, options.random))
    entry.refusals += 1
    backingOff += 1
    entry.timer = setTimeout(() => {
      entry.timer = undefined
      backingOff -= 1
      ready.add(entry.draft.conversationId)
      pump()
    }, waitMs)
  }

  return {
    get size() {
      return size
    },
    async load() {
      for (const [key, value] of await options.storage.list(keyPrefix)) {
        number = Math.max(number, Number(key.slice(keyPrefix.length)))
        const bytes = fromBase64(value)
        append(decodeDraft(bytes), bytes, key, true, { resolve: () => {}, reject: () => {} })
      }
      for (const id of queues.keys()) ready.add(id)
    },
    add(draft) {
      if (closed) return Promise.reject(closed)
      if (size >= options.messagesMax) {
        return Promise.reject(new SkeinError('BACKLOG_FULL', `${options.messagesMax} messages wait already`, { retriable: true }))
      }
      return new Promise((resolve, reject) => {
        number += 1
        const bytes = encodeDraft(draft)
        const entry = append(draft, bytes, keyOf(number), false, { resolve, reject })
        options.storage.set(entry.key, toBase64(bytes)).then(
          () => {
            entry.stored = true
            ready.add(draft.conversationId)
            pump()
          },
          (error) => {
            remove(entry)
            reject(asSkeinError(error))
            pump()
          },
        )
      })
    },
    pump,
    up(next) {
      connection = next
      for (const id of queues.keys()) ready.add(id)
      pump()
    },
    down() {
      connection = null
      backingOff = 0
      for (const [head] of queues.values()) {
        if (!head) continue
        head.on = null
        clearTimeout(head.timer)
        head.timer = undefined
      }
    },
    close(error) {
      closed = error
      this.down()
      for (const queue of queues.values()) for (const entry of queue) entry.reject(error)
      queues.clear()
      ready.clear()
      size = 0
    },
    async clear() {
      for (const [key] of await options.storage.list(keyPrefix)) await options.storage.delete(key)
    },
  }
}
