// Asks whether device sessions are still open, for all logins of a moment in one question; the next question opens while
// one is on the way. A session the views do not know may be one they have not seen yet: it is asked again for a while, and
// there certainly is none only when they have passed the end of the log as of the login, for it was opened before that.
import { userLogKey } from '@skein/contracts'
import type { Checkpoint } from '@skein/event-sourcing'
import type { DeviceSessionState } from '@skein/projections'
import type { GatewayLimits } from '../limits.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { GatewayPorts } from '../ports.ts'
import { answerWithin } from '../requests/reads/view-gate.ts'
import type { TokenClaims } from './token-verifier.ts'

/** unknown: the views lag, nobody can tell. */
export type DeviceSessionVerdict = DeviceSessionState | 'absent'

interface Question {
  readonly claims: TokenClaims
  readonly askUntil: number
  /** Of the user's events. */
  readonly partition: number
  /** What the views must have passed to be believed that there is no such session; null until it is doubted. */
  end: number | null
  resolve(verdict: DeviceSessionVerdict): void
  reject(cause: unknown): void
}

export interface DeviceSessionCheck {
  /** 'unknown' only after deviceSessionVisibleMs. Rejects with ViewsUnavailable. */
  stateOf(claims: TokenClaims): Promise<DeviceSessionVerdict>
}

type Checkpoints = ReadonlyMap<number, Checkpoint>
const noCheckpoints: Checkpoints = new Map()

export function createDeviceSessionCheck({ endOffsets, partitionOf, views }: GatewayPorts, limits: GatewayLimits): DeviceSessionCheck {
  let queue: Question[] = []
  let again: Question[] = []
  let asking = false

  function settle(batch: readonly Question[], states: readonly DeviceSessionState[], checkpoints: Checkpoints): void {
    const now = monotonicMs()
    for (const [i, question] of batch.entries()) {
      const state = states[i] ?? 'unknown'
      const nextOffset = checkpoints.get(question.partition)?.nextOffset ?? 0
      if (state !== 'unknown') question.resolve(state)
      else if (question.end === null) doubt(question)
      else if (nextOffset >= question.end) deny(question, nextOffset)
      else if (now >= question.askUntil) question.resolve('unknown')
      else later(question)
    }
  }

  /** Beside the questions: a log that does not answer holds up nobody whose session is known. */
  function doubt(question: Question): void {
    endOffsets().then((ends) => {
      question.end = ends.get(question.partition) ?? 0
      later(question)
    }, question.reject)
  }

  /** Views that are ahead of the log are of another log, and know nothing of this one. */
  function deny(question: Question, nextOffset: number): void {
    endOffsets().then((ends) => question.resolve((ends.get(question.partition) ?? 0) >= nextOffset ? 'absent' : 'unknown'), question.reject)
  }

  function later(question: Question): void {
    if (again.push(question) === 1) setTimeout(askAgain, limits.deviceSessionPollMs)
  }

  function askAgain(): void {
    queue.push(...again)
    again = []
    void ask()
  }

  async function ask(): Promise<void> {
    if (asking) return
    asking = true
    while (queue.length > 0) {
      const batch = queue.slice(0, limits.deviceSessionBatchMax)
      queue = queue.slice(batch.length)
      const list = batch.map(({ claims: { appId, userId, sessionId } }) => ({ appId, userId, sessionId }))
      try {
        // Before the sessions, which then are no older.
        const doubted = batch.some(({ end }) => end !== null)
        const checkpoints = doubted ? await answerWithin(limits.viewReadMs, () => views.checkpoints()) : noCheckpoints
        settle(batch, await answerWithin(limits.viewReadMs, () => views.deviceSessions(list)), checkpoints)
      } catch (error) {
        for (const question of batch) question.reject(error)
      }
    }
    asking = false
  }

  return {
    stateOf: (claims) =>
      new Promise((resolve, reject) => {
        const askUntil = monotonicMs() + limits.deviceSessionVisibleMs
        const partition = partitionOf(userLogKey(claims.appId, claims.userId))
        // The first of a turn lets the others of the turn join its question.
        if (queue.push({ claims, askUntil, partition, end: null, resolve, reject }) === 1) queueMicrotask(ask)
      }),
  }
}
