// Wakes those who wait for records of a stream: at once for appends of this handle, by a slow look at SQLite's data
// version for those of another. The timer runs only while somebody waits.
import type { LogTopic } from '@skein/event-sourcing'

const nameOf = (topic: LogTopic, partition: number): string => `${topic}/${partition}`

export class AppendSignal {
  readonly #waiting = new Map<string, Set<() => void>>()
  readonly #dataVersion: () => number
  readonly #pollMs: number
  #seenVersion: number
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: { dataVersion: () => number; pollMs: number }) {
    this.#dataVersion = options.dataVersion
    this.#pollMs = options.pollMs
    this.#seenVersion = options.dataVersion()
  }

  /** Resolves at the next append to the stream, or when the signal aborts or the log closes. May resolve for nothing. */
  next(topic: LogTopic, partition: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#closed) return Promise.resolve()
    const name = nameOf(topic, partition)
    return new Promise((resolve) => {
      const waiters = this.#waiting.get(name) ?? new Set()
      const wake = () => {
        signal.removeEventListener('abort', wake)
        waiters.delete(wake)
        if (waiters.size === 0 && this.#waiting.get(name) === waiters) this.#waiting.delete(name)
        if (this.#waiting.size === 0) this.#stopPolling()
        resolve()
      }
      waiters.add(wake)
      this.#waiting.set(name, waiters)
      signal.addEventListener('abort', wake)
      this.#timer ??= setInterval(() => this.#poll(), this.#pollMs)
    })
  }

  /** Something was appended by this handle. */
  appended(topic: LogTopic, partition: number): void {
    for (const wake of [...(this.#waiting.get(nameOf(topic, partition)) ?? [])]) wake()
  }

  close(): void {
    this.#closed = true
    this.#wakeAll()
    this.#stopPolling()
  }

  #poll(): void {
    let version: number
    try {
      version = this.#dataVersion()
    } catch {
      // The file is locked for a moment (recovery): look again next time.
      return
    }
    if (version === this.#seenVersion) return
    this.#seenVersion = version
    this.#wakeAll()
  }

  #wakeAll(): void {
    for (const waiters of [...this.#waiting.values()]) for (const wake of [...waiters]) wake()
  }

  #stopPolling(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
