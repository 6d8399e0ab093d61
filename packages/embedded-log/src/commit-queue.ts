// Group commit: everything queued in one turn of the event loop is one transaction, in the order of calling. An operation
// looks and writes inside the transaction and settles its caller after the commit, so nothing is acknowledged before it
// is durable. While another process writes, the queue waits without blocking; who waits too long is UNAVAILABLE.
import type { DatabaseSync } from 'node:sqlite'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { EmbeddedLogLimits } from './limits.ts'
import { isBusy, isDamage } from './sqlite-fault.ts'

export interface Operation {
  readonly records: number
  readonly bytes: number
  /** Moment of performance.now() after which the operation is not begun any more. */
  readonly giveUpAt: number
  /**
   * Runs inside the transaction, without writing if it refuses; what it returns runs after the commit. A throw rolls back everybody. `now` is
   * what records are stamped with, ms since the epoch.
   */
  run(now: number): () => void
  fail(error: LogError): void
}

type Limits = Pick<EmbeddedLogLimits, 'commitRecordsMax' | 'commitBytesMax' | 'busyRetryMs'>

export class CommitQueue {
  readonly #database: DatabaseSync
  readonly #limits: Limits
  readonly #logger: Logger
  #queue: Operation[] = []
  #immediate: NodeJS.Immediate | undefined
  #retry: NodeJS.Timeout | undefined
  #closed = false

  constructor(database: DatabaseSync, limits: Limits, logger: Logger) {
    this.#database = database
    this.#limits = limits
    this.#logger = logger
  }

  add(operation: Operation): void {
    if (this.#closed) {
      operation.fail(new LogError('UNAVAILABLE', 'the log is closed'))
      return
    }
    this.#queue.push(operation)
    this.#schedule()
  }

  /** Commits what is queued if the file is free, and refuses the rest. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    while (this.#commit()) {}
    clearImmediate(this.#immediate)
    clearTimeout(this.#retry)
    for (const operation of this.#queue.splice(0)) operation.fail(new LogError('UNAVAILABLE', 'the log is closed'))
  }

  #schedule(): void {
    if (this.#immediate || this.#retry || this.#queue.length === 0) return
    this.#immediate = setImmediate(() => {
      this.#immediate = undefined
      this.#commit()
      if (!this.#closed) this.#schedule()
    })
  }

  /** One transaction; true when it is worth calling again. */
  #commit(): boolean {
    this.#refuseLate(performance.now())
    if (this.#queue.length === 0) return false
    try {
      this.#database.exec('BEGIN IMMEDIATE')
    } catch (cause) {
      return this.#notBegun(cause)
    }
    const group = this.#takeGroup()
    const now = Date.now()
    const settle: (() => void)[] = []
    try {
      for (const operation of group) settle.push(operation.run(now))
    } catch (cause) {
      this.#rollback()
      this.#failAll(group, 'UNAVAILABLE', 'the append was rolled back', cause)
      return true
    }
    try {
      this.#database.exec('COMMIT')
    } catch (cause) {
      this.#rollback()
      this.#failAll(group, 'UNKNOWN_OUTCOME', 'the commit failed', cause)
      return true
    }
    for (const done of settle) done()
    return true
  }

  #refuseLate(now: number): void {
    if (!this.#queue.some((operation) => operation.giveUpAt < now)) return
    const late = this.#queue.filter((operation) => operation.giveUpAt < now)
    this.#queue = this.#queue.filter((operation) => operation.giveUpAt >= now)
    for (const operation of late) operation.fail(new LogError('UNAVAILABLE', 'the log did not become free in time'))
  }

  #notBegun(cause: unknown): boolean {
    if (!isBusy(cause)) {
      this.#failAll(this.#queue.splice(0), 'UNAVAILABLE', 'the log file does not take appends', cause)
    } else if (!this.#closed) {
      this.#retry = setTimeout(() => {
        this.#retry = undefined
        this.#schedule()
      }, this.#limits.busyRetryMs)
    }
    return false
  }

  #takeGroup(): Operation[] {
    let records = 0
    let bytes = 0
    let count = 0
    for (const operation of this.#queue) {
      records += operation.records
      bytes += operation.bytes
      if (count > 0 && (records > this.#limits.commitRecordsMax || bytes > this.#limits.commitBytesMax)) break
      count++
    }
    return this.#queue.splice(0, count)
  }

  #rollback(): void {
    try {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
    } catch (error) {
      this.#logger.error({ error }, 'a transaction of the log could not be rolled back')
    }
  }

  #failAll(group: readonly Operation[], known: 'UNAVAILABLE' | 'UNKNOWN_OUTCOME', message: string, cause: unknown): void {
    const code = known === 'UNAVAILABLE' && isDamage(cause) ? 'CORRUPT' : known
    this.#logger.error({ error: cause, code }, 'appends to the log failed')
    for (const operation of group) operation.fail(new LogError(code, message, { cause }))
  }
}
