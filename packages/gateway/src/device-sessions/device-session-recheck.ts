// Asks about device sessions once more after the login. The views that a login asks may lag behind a logout, and delivery,
// which ends the connections of a session, may have been past that logout before the connection was registered with
// presence, or its kick was lost. Whatever the log holds now the views show once they have passed its end: the session is
// asked about again then, for many connections in one question, and for each no more than once.
import { userLogKey } from '@skein/contracts'
import type { DeviceSessionState } from '@skein/projections'
import type { Connection } from '../connection/connection.ts'
import type { GatewayLimits } from '../limits.ts'
import type { GatewayPorts } from '../ports.ts'
import { answerWithin } from '../requests/reads/view-gate.ts'
import type { TokenClaims } from './token-verifier.ts'

interface Recheck {
  readonly connection: Connection
  readonly claims: TokenClaims
  /** Of the user's events. */
  readonly partition: number
  /** What the views must have passed; null until it is read. */
  end: number | null
}

export interface DeviceSessionRecheck {
  /** The session of this connection is to be asked about once the views have what is in the log now. */
  due(connection: Connection): void
  /** Asks what can be asked by now, unless the round before is still on the way. */
  tick(): void
  /** How many are due. */
  readonly pending: number
}

export interface RecheckEnds {
  /** A session is closed. */
  readonly end: (connection: Connection) => void
  /** Something is due soon. */
  readonly hurry: () => void
}

export function createDeviceSessionRecheck(
  { endOffsets, partitionOf, views, logger }: GatewayPorts,
  limits: GatewayLimits,
  { end, hurry }: RecheckEnds,
): DeviceSessionRecheck {
  const due = new Map<Connection, Recheck>()
  let going = false
  let failed = false

  async function askAbout(batch: readonly Recheck[]): Promise<void> {
    const list = batch.map(({ claims: { appId, userId, sessionId } }) => ({ appId, userId, sessionId }))
    const states: readonly DeviceSessionState[] = await answerWithin(limits.viewReadMs, () => views.deviceSessions(list))
    for (const [i, recheck] of batch.entries()) {
      const { connection } = recheck
      // It may have become due anew meanwhile.
      if (due.get(connection) === recheck) due.delete(connection)
      // It was known at the login: views that do not know it any more are of another log, and no word against it.
      if (states[i] === 'closed') end(connection)
    }
  }

  async function round(): Promise<void> {
    for (const connection of due.keys()) if (!connection.open) due.delete(connection)
    const rechecks = [...due.values()]
    const unread = rechecks.filter((recheck) => recheck.end === null)
    if (unread.length > 0) {
      const ends = await endOffsets()
      for (const recheck of unread) {
        const end = ends.get(recheck.partition) ?? 0
        if (Number.isFinite(end)) recheck.end = end
      }
    }
    if (rechecks.length === 0) return
    const checkpoints = await answerWithin(limits.viewReadMs, () => views.checkpoints())
    const shown = rechecks.filter(({ end, partition }) => end !== null && (checkpoints.get(partition)?.nextOffset ?? 0) >= end)
    for (let at = 0; at < shown.length; at += limits.deviceSessionBatchMax)
      await askAbout(shown.slice(at, at + limits.deviceSessionBatchMax))
  }

  return {
    due(connection) {
      const claims = connection.identity!
      const partition = partitionOf(userLogKey(claims.appId, claims.userId))
      due.set(connection, { connection, claims, partition, end: null })
      hurry()
    },
    tick() {
      if (going) return
      going = true
      round()
        .then(() => {
          failed = false
        })
        .catch((error: unknown) => {
          if (!failed) logger.warn({ error, due: due.size }, 'device sessions could not be checked again; trying on')
          failed = true
        })
        .finally(() => {
          going = false
        })
    },
    get pending() {
      return due.size
    },
  }
}
