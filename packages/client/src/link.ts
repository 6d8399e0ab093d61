// Keeps one connection alive: chooses an address, logs in, syncs, and comes back after every end as the end asks for:
// at once elsewhere, after a jittered back-off, or not at all.

import type { Access } from './access.ts'
import { type BackOff, backOffMs, pause } from './back-off.ts'
import type { Connection } from './connection.ts'
import type { ConnectionEnd } from './connection-end.ts'
import { asSkeinError, SkeinError } from './skein-error.ts'

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

export interface LinkOptions {
  readonly access: Access
  readonly backOff: BackOff
  /** A connection that lived this long starts the back-off anew. */
  readonly stableMs: number
  readonly random: () => number
  open(address: string, token: string, onEnd: (end: ConnectionEnd) => void, signal: AbortSignal): Promise<Connection>
  /** Logged in. Resolves when synced; a rejection ends the connection. */
  onUp(connection: Connection): Promise<void>
  onDown(end: ConnectionEnd): void
  /** With the end of the last connection, where it is the reason: `waiting`, `stopped`, and `connecting` without a wait. */
  onState(state: LinkState, error?: SkeinError): void
}

export interface Link {
  readonly state: LinkState
  readonly connection: Connection | null
  /** Resolves when synced for the first time; rejects when it stops instead. */
  start(): Promise<void>
  /** Also cuts what is being opened: no login leaves this device afterwards. */
  close(): void
}

const tokenProblems = new Set(['TOKEN_EXPIRED', 'TOKEN_INVALID', 'UNAUTHENTICATED'])

/** Faults of a server or of this client may pass; a refusal does not. */
const mayPass = (error: SkeinError) => error.retriable || error.code === 'INTERNAL' || error.code === 'CLIENT_FAULT'

const reasonOf = (end: ConnectionEnd) => new SkeinError(end.code, end.detail, { retriable: end.next !== 'stop' })

export function createLink(options: LinkOptions): Link {
  let state: LinkState = 'idle'
  let connection: Connection | null = null
  const scope = new AbortController()
  const waiters: { resolve: () => void; reject: (error: SkeinError) => void }[] = []

  function enter(next: LinkState, error?: SkeinError): void {
    if (state === next) return
    if (!legal[state].includes(next)) throw new Error(`a link cannot go from ${state} to ${next}`)
    state = next
    options.onState(next, error)
    if (next === 'online') for (const waiter of waiters.splice(0)) waiter.resolve()
    if (next === 'stopped' || next === 'closed') {
      const reason = error ?? new SkeinError('CLOSED', '')
      for (const waiter of waiters.splice(0)) waiter.reject(reason)
    }
  }

  /** One attempt, to its end: how the connection ended. */
  async function attempt(): Promise<ConnectionEnd> {
    const { token, address } = await options.access.next()
    if (scope.signal.aborted) throw new SkeinError('CLOSED', '')
    const ended = Promise.withResolvers<ConnectionEnd>()
    let opened: Connection
    try {
      opened = await options.open(address, token, ended.resolve, scope.signal)
    } catch (error) {
      options.access.failed(address)
      throw error
    }
    if (scope.signal.aborted) {
      opened.close()
      throw new SkeinError('CLOSED', '')
    }
    connection = opened
    options.access.worked()
    enter('syncing')
    options.onUp(opened).then(
      () => {
        if (connection === opened && opened.open) enter('online')
      },
      () => opened.destroy(),
    )
    const end = await ended.promise
    connection = null
    options.access.failed(address)
    options.onDown(end)
    return end
  }

  async function run(): Promise<void> {
    let failures = 0
    let renewals = 0
    let reason: SkeinError | undefined
    while (!scope.signal.aborted) {
      enter('connecting', reason)
      reason = undefined
      const startedAt = Date.now()
      let end: ConnectionEnd
      try {
        end = await attempt()
        renewals = 0
      } catch (cause) {
        const error = asSkeinError(cause)
        end = { code: error.code, detail: error.detail, next: mayPass(error) ? 'backOff' : 'stop', retryAfterMs: error.retryAfterMs }
      }
      if (scope.signal.aborted) return
      if (Date.now() - startedAt > options.stableMs) failures = 0
      if (tokenProblems.has(end.code) && renewals === 0 && options.access.renewToken()) {
        renewals += 1
        reason = reasonOf(end)
        continue
      }
      if (end.next === 'stop') {
        enter('stopped', reasonOf(end))
        return
      }
      if (end.next === 'reconnect' && failures === 0) {
        failures += 1
        reason = reasonOf(end)
        continue
      }
      enter('waiting', reasonOf(end))
      const waitMs = Math.max(end.retryAfterMs, backOffMs(options.backOff, failures, options.random))
      failures += 1
      await pause(waitMs, scope.signal)
    }
  }

  return {
    get state() {
      return state
    },
    get connection() {
      return connection
    },
    start() {
      if (state === 'closed') return Promise.reject(new SkeinError('CLOSED', 'this client was closed'))
      if (state === 'online') return Promise.resolve()
      const done = new Promise<void>((resolve, reject) => waiters.push({ resolve, reject }))
      if (state === 'idle' || state === 'stopped') void run()
      return done
    },
    close() {
      scope.abort()
      const open = connection
      connection = null
      open?.close()
      if (state !== 'closed') enter('closed')
    },
  }
}
