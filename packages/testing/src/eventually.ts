// Waiting in tests: for a condition, with a deadline, and with the last failure told when it never holds.

export interface EventuallyOptions {
  readonly timeoutMs?: number
  readonly intervalMs?: number
  /** Named in the error. */
  readonly what?: string
}

/** Resolves to the first truthy answer; a throw counts as "not yet". */
export async function eventually<T>(condition: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<NonNullable<T>> {
  const { timeoutMs = 30_000, intervalMs = 5, what = 'the condition' } = options
  const deadline = performance.now() + timeoutMs
  let last: unknown
  for (;;) {
    try {
      const answer = await condition()
      if (answer) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    if (performance.now() > deadline) throw new Error(`${what} did not hold within ${timeoutMs} ms`, { cause: last })
    await new Promise((resolve) => setTimeout(resolve, intervalMs))
  }
}
