// Whether a connection to Redis still answers: a half-open socket would stay silent for as long as the system's own timers allow. One that is
// being heard is not asked, one that falls silent is asked soon, and one on which nothing is heard but its answers is asked seldom.
import type { Redis } from 'ioredis'

export interface SilenceLimits {
  /** After so long without a word a connection is asked. */
  readonly askAfterMs: number
  /** Without a word for so long after it was asked it is given up; where the answer was all that was heard, it is asked again. */
  readonly silenceMsMax: number
}

/** One that is being heard is given up 7 s after its last word, an idle one after 10 s. */
export const defaultSilenceLimits: SilenceLimits = { askAfterMs: 2_000, silenceMsMax: 5_000 }

export interface SilenceWatch {
  readonly redis: Pick<Redis, 'on' | 'ping' | 'status' | 'stream'>
  /** Told each time that the connection of now does not answer. */
  readonly silent: () => void
  readonly limits: SilenceLimits
  /** Milliseconds that never go back. */
  readonly now?: () => number
}

/** Watches each connection that is made from now on; answers what ends that. */
export function watchSilence({ redis, silent, limits, now = () => performance.now() }: SilenceWatch): () => void {
  let timer: NodeJS.Timeout | undefined
  let verdict: NodeJS.Immediate | undefined
  let heardAt = 0
  /** When it was asked what nothing was heard of since; 0 for nothing. */
  let askedAt = 0
  /** How often something was heard since it was asked: its answer is one. */
  let words = 0

  function rest(): void {
    clearTimeout(timer)
    clearImmediate(verdict)
  }

  function lookIn(ms: number): void {
    rest()
    timer = setTimeout(look, ms)
  }

  function heard(): void {
    heardAt = now()
    askedAt = 0
    words += 1
  }

  function expectAWord(): void {
    askedAt = now()
    words = 0
    lookIn(limits.silenceMsMax)
  }

  function ask(): void {
    expectAWord()
    // Before that it is being spoken to anyway. What becomes of the answer is heard, or its connection has ended.
    if (redis.status === 'ready') redis.ping().catch(() => {})
  }

  function look(): void {
    // What came while this process was busy is heard before the verdict.
    if (askedAt !== 0) verdict = setImmediate(judge)
    else goOn()
  }

  function judge(): void {
    if (askedAt === 0) goOn()
    else silent()
  }

  function goOn(): void {
    const silentMs = now() - heardAt
    if (words <= 1 || silentMs >= limits.askAfterMs) ask()
    else lookIn(limits.askAfterMs - silentMs)
  }

  redis.on('connect', () => {
    redis.stream.on('data', heard)
    expectAWord()
  })
  redis.on('close', rest)
  return rest
}
