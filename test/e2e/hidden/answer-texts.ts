// What is answered, as text that is equal where nobody can tell two answers apart: the code, the detail and when to ask again, or all of a reply. Ids
// that whoever asks gave themselves are written by what they stand for; so is the time of day.
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, SkeinError } from '@skein/client'
import type { AnswerBodies, RequestBodies, RequestName } from '@skein/contracts'

/** By what they stand for, the ids that whoever asks has said or knows of themselves. */
export type Said = Readonly<Record<string, string>>

/** A rate of seconds is waited for. */
const rateMsMax = 5_000
/** Views which lag on a busy machine may be at fault. */
const faultsMax = 20

/** Of when it was, and what the server called it: these differ between any two answers. */
const passing = /"(\w*(?:AtMs|SinceMs)|messageId|clientMessageId|noticeId)":(?:\d+|"[^"]*")/g

const masked = (text: string, said: Said): string =>
  Object.entries(said).reduce((rest, [what, id]) => (id === '' ? rest : rest.replaceAll(id, `<${what}>`)), text)

const isZero = (found: string): boolean => /:0$/.test(found)

/** Zero stands for what never was: it is not masked. */
const replyText = (reply: unknown): string =>
  JSON.stringify(reply, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)).replaceAll(
    passing,
    (found, field) => (isZero(found) ? found : `"${field}":~`),
  )

/** As long as a busy machine may take. */
const answerTimeoutMs = 60_000

/** The answer, once the rate of its user allows it, and whatever has to answer does. */
export async function patiently<N extends RequestName>(
  connection: Connection,
  name: N,
  message: RequestBodies[N],
): Promise<AnswerBodies[N]> {
  for (let faults = 0, retry = false; ; ) {
    try {
      return await connection.ask(name, message, { retry, timeoutMs: answerTimeoutMs })
    } catch (error) {
      if (!(error instanceof SkeinError)) throw error
      const { code, retryAfterMs } = error
      if (code === 'UNAVAILABLE') {
        faults += 1
        retry = true
      }
      const again = code === 'UNAVAILABLE' ? faults <= faultsMax : code === 'RATE_LIMITED' && retryAfterMs <= rateMsMax
      if (!again) throw error
      await pause(retryAfterMs || 500)
    }
  }
}

export async function answerText<N extends RequestName>(
  connection: Connection,
  name: N,
  message: RequestBodies[N],
  said: Said,
): Promise<string> {
  try {
    return masked(`reply ${replyText(await patiently(connection, name, message))}`, said)
  } catch (error) {
    if (!(error instanceof SkeinError)) throw error
    const { code, detail, retryAfterMs, retriable } = error
    return masked(`${code} ${detail} ${retriable} ${retryAfterMs}`, said)
  }
}
