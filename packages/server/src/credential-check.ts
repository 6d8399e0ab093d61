// Credentials are no view: those of an older backup than the log's lack whoever registered since. A row is written before its user is registered,
// so that a user in the views without one tells. Looked at once, at the start, when the views contain what the log had then.
import type { CredentialStore } from '@skein/api'
import type { ReadViews } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { BackOff, pause } from '@skein/timing'
import type { Backbone } from './backbone.ts'
import { boundsOfAll } from './event-bounds.ts'

/** Whoever is missing in an older backup is among the newest. */
const usersLookedAt = 1_000
const againMs = 500
/** A question that failed may be one that takes too long: it is asked ever less often. */
const failedAgainMaxMs = 600_000

export interface CredentialCheckParts {
  readonly log: Pick<Backbone['log'], 'partitionCount' | 'bounds'>
  readonly views: Pick<ReadViews, 'checkpoints' | 'newestUsers'>
  readonly credentials: Pick<CredentialStore, 'password'>
  readonly logger: Logger
}

export interface CredentialCheck {
  /** Resolves when it asks nothing any more. */
  stop(): Promise<void>
}

/** Waits as long as that takes, for servers that do not answer too. */
export function checkCredentials(parts: CredentialCheckParts): CredentialCheck {
  const stopped = new AbortController()
  const going = untilChecked(parts, stopped.signal)
  return {
    stop() {
      stopped.abort()
      return going
    },
  }
}

async function untilChecked(parts: CredentialCheckParts, signal: AbortSignal): Promise<void> {
  const backOff = new BackOff({ minMs: againMs, maxMs: failedAgainMaxMs })
  let ends: ReadonlyMap<number, number> | null = null
  let waitMs = againMs
  do {
    waitMs = againMs
    try {
      ends ??= new Map([...(await boundsOfAll(parts.log))].map(([partition, { end }]) => [partition, end]))
      if (!(await haveReached(parts.views, ends))) continue
      await tellMissing(parts, signal)
      return
    } catch (error) {
      waitMs = backOff.nextMs()
      parts.logger.warn({ error, againMs: Math.round(waitMs) }, 'credentials are not checked yet')
    }
  } while (await pause(waitMs, signal))
}

async function haveReached(views: CredentialCheckParts['views'], ends: ReadonlyMap<number, number>): Promise<boolean> {
  const checkpoints = await views.checkpoints()
  return [...ends].every(([partition, end]) => (checkpoints.get(partition)?.nextOffset ?? 0) >= end)
}

async function tellMissing({ views, credentials, logger }: CredentialCheckParts, signal: AbortSignal): Promise<void> {
  const newest = await views.newestUsers(usersLookedAt)
  const missing: string[] = []
  for (const { appId, userId } of newest) {
    if (signal.aborted) return
    if ((await credentials.password(appId, userId)) === null) missing.push(`${appId}/${userId}`)
  }
  if (missing.length === 0) {
    logger.debug({ ofNewest: newest.length }, 'the newest users of the log have credentials')
    return
  }
  logger.error(
    { missing: missing.length, ofNewest: newest.length, oldest: missing.at(-1) },
    'credentials are older than the log: users that it has registered have no password and cannot log in; put back credentials of the same moment as the log, or later',
  )
}
