// Keeps one connection alive: chooses an address, logs in, syncs, and comes back after every end as the end asks for:
// at once elsewhere, after a jittered back-off, or not at all.

import { pause } from '../back-off.ts'
import { monotonicMs } from '../clock.ts'
import { asSkeinError, SkeinError } from '../skein-error.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import { type ConnectionEnd, nextOf } from './connection-end.ts'
import { createReconnectPace, type ReconnectPaceOptions } from './reconnect-pace.ts'

export type LinkState = 'idle' | 'connecting' | 'syncing' | 'online' | 'waiting' | 'stopped' | 'closed'

const legal: Record<LinkState, readonly LinkState[]> = {
  idle: ['connecting', 'closed'],
  connecting: ['syncing', 'waiting', 'stopped', 'closed'],
  syncing: ['online', 'connecting', 'waiting', 'stopped', 'closed'],
  online: ['connecting', 'waiting', 'stopped', 'closed'],
  waiting: ['connecting', 'closed'],
  stopped: ['connecting', 'closed'],
  closed: [],
}

export interface LinkOptions extends ReconnectPaceOptions {
  readonly access: Access
  open(address: string, token: string, onEnd: (end: ConnectionEnd) => void, signal: AbortSignal): Promise<Connection>
  /** Logged in. Resolves when synced; a rejection ends the connection. */
  onUp(connection: Connection): Promise<void>
  onDown(end: ConnectionEnd): void
  /** With the end of the last connection, where it is the reason: `waiting`, `stopped`, and `connecting` without a wait. */
  onState(state: LinkState, error?: SkeinError): void
}

const tokenProblems = new Set(['TOKEN_EXPIRED', 'TOKEN_INVALID', 'UNAUTHENTICATED'])

/** Faults of a server or of this client may pass; a refusal does not. */
function endOfError({ code, detail, retriable, retryAfterMs }: SkeinError): ConnectionEnd {
  const mayPass = retriable || code === 'CLIENT_FAULT' || nextOf(code) === 'backOff'
  return { code, detail, next: mayPass ? 'backOff' : 'stop', retryAfterMs }
}

const reasonOf = (end: ConnectionEnd) => new SkeinError(end.code, end.detail, { retriable: end.next !== 'stop' })

export class Link {
  readonly #options: LinkOptions
  readonly #scope = new AbortController()
  #waiters: { resolve: () => void; reject: (error: SkeinError) => void }[] = []
  #state: LinkState = 'idle'
  #connection: Connection | null = null

  constructor(options: LinkOptions) {
    this.#options = options
  }

  get state(): LinkState {
    return this.#state
  }

  get connection(): Connection | null {
    return this.#connection
  }

  /** Resolves when synced for the first time; rejects when it stops instead. */
  start(): Promise<void> {
    if (this.#state === 'closed') return Promise.reject(new SkeinError('CLOSED', 'this client was closed'))
    if (this.#state === 'online') return Promise.resolve()
    const done = new Promise<void>((resolve, reject) => this.#waiters.push({ resolve, reject }))
    if (this.#state === 'idle' || this.#state === 'stopped') void this.#run()
    return done
  }

  /** Also cuts what is being opened: no login leaves this device afterwards. */
  close(): void {
    this.#scope.abort()
    const open = this.#connection
    this.#connection = null
    open?.close()
    if (this.#state !== 'closed') this.#enter('closed')
  }

  #enter(next: LinkState, error?: SkeinError): void {
    if (this.#state === next) return
    if (!legal[this.#state].includes(next)) throw new Error(`a link cannot go from ${this.#state} to ${next}`)
    this.#state = next
    this.#options.onState(next, error)
    if (next !== 'online' && next !== 'stopped' && next !== 'closed') return
    const waiters = this.#waiters
    this.#waiters = []
    for (const { resolve, reject } of waiters) {
      if (next === 'online') resolve()
      else reject(error ?? new SkeinError('CLOSED', ''))
    }
  }

  async #run(): Promise<void> {
    const { access } = this.#options
    const { signal } = this.#scope
    const pace = createReconnectPace(this.#options)
    let renewals = 0
    let reason: SkeinError | undefined
    while (!signal.aborted) {
      this.#enter('connecting', reason)
      reason = undefined
      const { end, heldMs } = await this.#attempt()
      if (signal.aborted) return
      if (heldMs !== null) {
        renewals = 0
        pace.held(heldMs)
      }
      if (tokenProblems.has(end.code) && renewals === 0 && access.renewToken()) {
        renewals += 1
        reason = reasonOf(end)
        continue
      }
      if (end.next === 'stop') {
        this.#enter('stopped', reasonOf(end))
        return
      }
      const waitMs = pace.waitMs(end)
      if (waitMs === null) {
        reason = reasonOf(end)
        continue
      }
      this.#enter('waiting', reasonOf(end))
      await pause(waitMs, signal)
    }
  }

  /** One attempt, to its end: how the connection ended, or why there was none. */
  async #attempt(): Promise<{ end: ConnectionEnd; heldMs: number | null }> {
    try {
      return await this.#connected()
    } catch (cause) {
      return { end: endOfError(asSkeinError(cause)), heldMs: null }
    }
  }

  /** Of a connection that was logged in, and for how long it was. */
  async #connected(): Promise<{ end: ConnectionEnd; heldMs: number }> {
    const { access } = this.#options
    const { signal } = this.#scope
    const { token, address } = await access.next()
    if (signal.aborted) throw new SkeinError('CLOSED', '')
    const ended = Promise.withResolvers<ConnectionEnd>()
    let opened: Connection
    try {
      opened = await this.#options.open(address, token, ended.resolve, signal)
    } catch (error) {
      access.failed(address)
      throw error
    }
    if (signal.aborted) {
      opened.close()
      throw new SkeinError('CLOSED', '')
    }
    const since = monotonicMs()
    this.#connection = opened
    access.worked()
    this.#enter('syncing')
    this.#options.onUp(opened).then(
      () => {
        if (this.#connection === opened && opened.open) this.#enter('online')
      },
      () => opened.destroy(),
    )
    const end = await ended.promise
    this.#connection = null
    access.failed(address)
    this.#options.onDown(end)
    return { end, heldMs: monotonicMs() - since }
  }
}
