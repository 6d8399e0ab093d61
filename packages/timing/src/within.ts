// A limit on the time that a promise may take. What the promise stands for is not cancelled: only the waiting for it ends.

/** No answer in time. The same call can succeed later without any change. */
export class TookTooLong extends Error {
  readonly code = 'TIMEOUT'
  readonly retriable = true
  /** What was waited for. */
  readonly what: string
  readonly timeoutMs: number

  constructor(what: string, timeoutMs: number) {
    super(`no answer from ${what} within ${timeoutMs} ms`)
    this.name = 'TookTooLong'
    this.what = what
    this.timeoutMs = timeoutMs
  }
}

/**
 * Settles as the promise does, or rejects with TookTooLong when it has not settled in time. An answer that came in time, and that this
 * process was too busy to read, is read first: timers run before input, and giving up for being slow oneself makes more work.
 */
export function within<T>(timeoutMs: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const timeout = new Promise<never>((_, reject) => {
    const late = () => reject(new TookTooLong(what, timeoutMs))
    timer = setTimeout(() => setImmediate(late), timeoutMs)
  })
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}
