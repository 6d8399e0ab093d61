// Messages on their way: kept until answered, in storage before their first attempt, at most one unanswered send per
// conversation on the wire, strictly in the order of sending, always under the same clientMessageId, and flagged as a
// retry whenever an earlier attempt may have been done, in this process or one before it, or the application named the id.
import { flags } from '@skein/contracts'
import { type BackOff, backOffMs } from '../back-off.ts'
import { SendReply, SendRequest } from '../generated/wire.ts'
import type { Connection } from '../link/connection.ts'
import { isAboutConnection, isUnsubmitted } from '../link/connection-end.ts'
import { asSkeinError, SkeinError } from '../skein-error.ts'
import type { Storage } from '../storage/storage.ts'
import { newUuid } from '../uuid.ts'
import { decode, encode } from '../wire/wire-message.ts'
import type { Attachment, Body } from './item.ts'

export interface Draft {
  readonly conversationId: string
  readonly clientMessageId: string
  readonly body: Body
  readonly replyTo: number
  readonly attachments: readonly Attachment[]
  /** Whether it is meant for everybody in the group. */
  readonly mentionAll: boolean
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
  /** May have been given to the log: every further attempt says so. */
  attempted: boolean
  refusals: number
  /** The connection it waits for an answer on. */
  on: Connection | null
  timer: ReturnType<typeof setTimeout> | undefined
}

export interface OutboxOptions {
  readonly storage: Storage
  /** What is in it outlives this client. */
  readonly outlived: boolean
  readonly messagesMax: number
  readonly backOff: BackOff
  readonly random: () => number
  /** Requests left free for everything else. */
  readonly roomReserved: number
  /** Before the promise of the send resolves. */
  onSent(draft: Draft, sent: Sent): void
  onRefused(draft: Draft, error: SkeinError): void
}

/** Conversations waiting to send again: a server keeps each of them open, and bounds their number. */
const backingOffMax = 256
const keyPrefix = 'outbox/'
const numberLength = 16

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

const kept = () =>
  new SkeinError('KEPT', 'this client was closed; the message is in storage, and the next client on it sends it', { retriable: true })

export class Outbox {
  readonly #options: OutboxOptions
  readonly #queues = new Map<string, Entry[]>()
  /** Conversations whose first entry may be sendable. */
  readonly #ready = new Set<string>()
  #connection: Connection | null = null
  #number = 0
  /** Two clients may have one storage where nothing can keep them apart: neither writes what the other has written. */
  readonly #name = newUuid()
  #size = 0
  #backingOff = 0
  #closed: SkeinError | null = null
  /** Of what is unsent when it is closed. */
  #left: SkeinError | null = null
  readonly #storing = new Set<Promise<void>>()

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#size
  }

  /** Reads what an earlier process left. */
  async load(): Promise<void> {
    for (const [key, value] of await this.#options.storage.list(keyPrefix)) {
      this.#number = Math.max(this.#number, Number(key.slice(keyPrefix.length, keyPrefix.length + numberLength)))
      const bytes = fromBase64(value)
      const draft = decode(SendRequest, bytes) as Draft
      this.#append({ draft, bytes, key, stored: true, attempted: true, resolve: () => {}, reject: () => {} })
    }
    for (const id of this.#queues.keys()) this.#ready.add(id)
  }

  /** `attempted`: it may have been sent under this id before, by whoever named it. */
  async add(draft: Draft, attempted = false): Promise<Sent> {
    if (this.#closed) throw this.#closed
    const { messagesMax, storage } = this.#options
    if (this.#size >= messagesMax) throw new SkeinError('BACKLOG_FULL', `${messagesMax} messages wait already`, { retriable: true })
    const bytes = encode(SendRequest, draft)
    this.#number += 1
    const { promise, resolve, reject } = Promise.withResolvers<Sent>()
    const key = `${keyPrefix}${String(this.#number).padStart(numberLength, '0')}/${this.#name}`
    const entry = this.#append({ draft, bytes, key, stored: false, attempted, resolve, reject })
    const storing: Promise<void> = storage
      .set(entry.key, toBase64(bytes))
      .then(
        () => this.#stored(entry),
        (error) => {
          this.#remove(entry)
          reject(asSkeinError(error))
          this.pump()
        },
      )
      .finally(() => this.#storing.delete(storing))
    this.#storing.add(storing)
    return promise
  }

  /** Sends what can be sent now. */
  pump(): void {
    for (const id of this.#ready) {
      const on = this.#connection
      if (!on || on.room <= this.#options.roomReserved || this.#backingOff >= backingOffMax) return
      this.#ready.delete(id)
      const entry = this.#queues.get(id)?.[0]
      if (entry?.stored && !entry.on && !entry.timer) this.#transmit(entry, on)
    }
  }

  up(connection: Connection): void {
    this.#connection = connection
    for (const id of this.#queues.keys()) this.#ready.add(id)
    this.pump()
  }

  down(): void {
    this.#connection = null
    this.#backingOff = 0
    for (const [head] of this.#queues.values()) {
      if (!head) continue
      head.on = null
      clearTimeout(head.timer)
      head.timer = undefined
    }
  }

  /**
   * Stops. What is unsent stays in storage, also what is on its way there, and its promises reject with KEPT: the next client on that storage
   * sends it. Where nothing outlives this client, or what is kept is about to be cleared, they reject with the error.
   */
  async close(error: SkeinError, keeps = true): Promise<void> {
    const left = keeps && this.#options.outlived ? kept() : error
    this.#closed = error
    this.#left = left
    this.down()
    for (const queue of this.#queues.values()) for (const entry of queue) if (entry.stored) entry.reject(left)
    this.#queues.clear()
    this.#ready.clear()
    this.#size = 0
    while (this.#storing.size > 0) await Promise.all(this.#storing)
  }

  /** Removes what storage keeps of it. */
  async clear(): Promise<void> {
    const { storage } = this.#options
    for (const [key] of await storage.list(keyPrefix)) await storage.delete(key)
  }

  #stored(entry: Entry): void {
    entry.stored = true
    if (this.#left) entry.reject(this.#left)
    else this.#ready.add(entry.draft.conversationId)
    this.pump()
  }

  #append(given: Omit<Entry, 'refusals' | 'on' | 'timer'>): Entry {
    const entry: Entry = { ...given, refusals: 0, on: null, timer: undefined }
    const queue = this.#queues.get(entry.draft.conversationId)
    if (queue) queue.push(entry)
    else this.#queues.set(entry.draft.conversationId, [entry])
    this.#size += 1
    return entry
  }

  #remove(entry: Entry): void {
    const id = entry.draft.conversationId
    const queue = this.#queues.get(id)
    const at = queue?.indexOf(entry) ?? -1
    if (!queue || at < 0) return
    queue.splice(at, 1)
    this.#size -= 1
    if (queue.length === 0) this.#queues.delete(id)
    else this.#ready.add(id)
    this.#options.storage.delete(entry.key).catch(() => {})
  }

  #transmit(entry: Entry, on: Connection): void {
    entry.on = on
    const { attempted } = entry
    const request = { body: entry.bytes, flagBits: attempted ? flags.retry : 0 }
    entry.attempted = true
    on.request('send', request, (error, body) => {
      // Its answer is no longer awaited there: the entry waits for the next connection.
      if (entry.on !== on) return
      entry.on = null
      if (!on.open) return
      if (error && isUnsubmitted(error.code)) entry.attempted = attempted
      if (error) this.#refused(entry, error, on)
      else this.#accepted(entry, body)
      this.pump()
    })
  }

  #accepted(entry: Entry, body: Uint8Array): void {
    const { conversationId, clientMessageId } = entry.draft
    const sent: Sent = { conversationId, clientMessageId, ...decode(SendReply, body) }
    this.#remove(entry)
    this.#options.onSent(entry.draft, sent)
    entry.resolve(sent)
  }

  #refused(entry: Entry, error: SkeinError, on: Connection): void {
    if (isAboutConnection(error.code)) {
      on.destroy()
      return
    }
    if (!error.retriable) {
      this.#remove(entry)
      this.#options.onRefused(entry.draft, error)
      entry.reject(error)
      return
    }
    const { backOff, random } = this.#options
    const waitMs = Math.max(error.retryAfterMs, backOffMs(backOff, entry.refusals, random))
    entry.refusals += 1
    this.#backingOff += 1
    entry.timer = setTimeout(() => {
      entry.timer = undefined
      this.#backingOff -= 1
      this.#ready.add(entry.draft.conversationId)
      this.pump()
    }, waitMs)
  }
}
