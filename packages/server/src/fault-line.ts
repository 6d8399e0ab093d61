// What the program says of the fault that it ends with, where an operator can do something about it: one line, and no stack trace.

const operable = new Set(['CONFIG', 'MISCONFIGURED', 'CORRUPT', 'OUT_OF_RANGE', 'OTHER_HISTORY', 'CLAIM_WENT_BACK', 'UNAVAILABLE'])

/** Null for any other fault, of which all that is known is shown. */
export function faultLine(error: unknown): string | null {
  const { code, message, cause } = error as { code?: string; message: string; cause?: unknown }
  if (!operable.has(code ?? '')) return null
  // What does not answer, and why, is in the cause.
  return code === 'UNAVAILABLE' && cause instanceof Error ? `${message}: ${cause.message}` : message
}
