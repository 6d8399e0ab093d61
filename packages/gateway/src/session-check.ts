// Asks whether device sessions are still open, for all logins of a moment in one question; the next question opens while
// one is on the way. A session the views do not know yet may be a login they have not seen: it is asked again for a while.
import type { DeviceSessionState, ReadViews } from '@skein/projections'
import { monotonicMs } from './connection.ts'
import type { GatewayLimits } from './limits.ts'
import type { TokenClaims } from './token-verifier.ts'
import { answerWithin } from './view-gate.ts'

interface Question {
  readonly claims: TokenClaims
  readonly askUntil: number
  resolve(state: DeviceSessionState): void
  reject(cause: unknown): void
}

export interface SessionCheck {
  /** 'unknown' only after sessionVisibleMs. Rejects with ViewsUnavailable. */
  stateOf(claims: TokenClaims): Promise<DeviceSessionState>
}

export function createSessionCheck(views: ReadViews, limits: GatewayLimits): SessionCheck {
  let queue: Question[] = []
  let again: Question[] = []
  let asking = false

  function settle(batch: readonly Question[], states: readonly DeviceSessionState[]): void {
    const now = monotonicMs()
    for (const [i, question] of batch.entries()) {
      const state = states[i] ?? 'unknown'
      if (state !== 'unknown' || now >= question.askUntil) question.resolve(state)
      else if (again.push(question) === 1) setTimeout(askAgain, limits.sessionPollMs)
    }
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
      const batch = queue.slice(0, limits.sessionBatchMax)
      queue = queue.slice(batch.length)
      const list = batch.map(({ claims: { appId, userId, sessionId } }) => ({ appId, userId, sessionId }))
      try {
        settle(batch, await answerWithin(limits.viewReadMs, () => views.deviceSessions(list)))
      } catch (error) {
        for (const question of batch) question.reject(error)
      }
    }
    asking = false
  }

  return {
    stateOf: (claims) =>
      new Promise((resolve, reject) => {
        const askUntil = monotonicMs() + limits.sessionVisibleMs
        // The first of a turn lets the others of the turn join its question.
        if (queue.push({ claims, askUntil, resolve, reject }) === 1) queueMicrotask(ask)
      }),
  }
}
