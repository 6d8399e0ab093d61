// Whom a user has put into groups: how many within an hour, and each of them how often. Both drain in an hour, whatever the policy of the app.
// What is asked again within that hour is counted once: its answer is due to whoever asks, however full the hour is by then. What is kept of a
// user is bounded: nothing of what was refused, and of the rest whatever was counted longest ago is forgotten first.
import { emptyBucket, type LeakingBucket, levelOf, pour } from './token-bucket.ts'

export interface AddedUsers {
  readonly all: LeakingBucket
  /** By user, who was counted longest ago first. */
  readonly each: Map<string, LeakingBucket>
  /** By key, the one counted longest ago first. */
  readonly additions: Map<string, CountedAddition>
}

interface CountedAddition {
  readonly countedAt: number
}

export interface Addition {
  /** The same of all requests that ask for the same thing once, and of no other. */
  readonly key: string
  /** Whom it names, each once. */
  readonly userIds: readonly string[]
}

export interface AddingLimits {
  readonly usersAddedPerHour: number
  readonly sameUserAddedPerHour: number
  readonly usersAddedKeptMax: number
}

/** What would be beyond a limit, and when it no longer is: 0 for what no hour allows. */
export interface BeyondHour {
  readonly detail: string
  readonly retryAfterMs: number
}

const hourMs = 3_600_000
const hourSeconds = 3_600

export const noneAdded = (nowMs: number): AddedUsers => ({ all: emptyBucket(nowMs), each: new Map(), additions: new Map() })

export const isNoneLeft = ({ all }: AddedUsers, nowMs: number): boolean => nowMs - all.countedAt >= hourMs

/** Counts an addition, if it has not been, or says beyond which limit it is; then nothing is counted. */
export function countAdded(added: AddedUsers, { key, userIds }: Addition, limits: AddingLimits, nowMs: number): BeyondHour | null {
  const { all, each, additions } = added
  forget(each, nowMs)
  forget(additions, nowMs)
  if (additions.has(key)) return null
  const beyond = beyondLimits(added, userIds, limits, nowMs)
  if (beyond !== null) return beyond
  const { usersAddedPerHour, sameUserAddedPerHour, usersAddedKeptMax } = limits
  pour(all, userIds.length, usersAddedPerHour / hourSeconds, nowMs)
  for (const userId of userIds) {
    const bucket = each.get(userId) ?? emptyBucket(nowMs)
    pour(bucket, 1, sameUserAddedPerHour / hourSeconds, nowMs)
    each.delete(userId)
    each.set(userId, bucket)
    if (each.size > usersAddedKeptMax) each.delete(each.keys().next().value!)
  }
  additions.set(key, { countedAt: nowMs })
  if (additions.size > usersAddedKeptMax) additions.delete(additions.keys().next().value!)
  return null
}

/** Takes back what was counted, once: it was refused for good. */
export function uncountAdded({ all, each, additions }: AddedUsers, { key, userIds }: Addition): void {
  if (!additions.delete(key)) return
  all.level = Math.max(0, all.level - userIds.length)
  for (const userId of userIds) {
    const bucket = each.get(userId)
    if (bucket === undefined) continue
    bucket.level -= 1
    if (bucket.level <= 0) each.delete(userId)
  }
}

/** Changes nothing: an entry that was asked for in vain stays in its place, and as old as it is. */
function beyondLimits({ all, each }: AddedUsers, userIds: readonly string[], limits: AddingLimits, nowMs: number): BeyondHour | null {
  const { usersAddedPerHour, sameUserAddedPerHour } = limits
  const tooMany = beyondHour(all, userIds.length, usersAddedPerHour, nowMs)
  if (tooMany !== null) return { ...tooMany, detail: `usersAddedPerHour ${tooMany.detail}` }
  for (const userId of userIds) {
    const tooOften = beyondHour(each.get(userId) ?? emptyBucket(nowMs), 1, sameUserAddedPerHour, nowMs)
    if (tooOften !== null) return { ...tooOften, detail: `sameUserAddedPerHour ${tooOften.detail}, user ${userId}` }
  }
  return null
}

function beyondHour(bucket: LeakingBucket, count: number, perHour: number, nowMs: number): BeyondHour | null {
  if (count > perHour) return { detail: `${perHour}, asked ${count}`, retryAfterMs: 0 }
  const tooMany = levelOf(bucket, perHour / hourSeconds, nowMs) + count - perHour
  return tooMany > 0 ? { detail: String(perHour), retryAfterMs: Math.ceil((tooMany * hourMs) / perHour) } : null
}

function forget(counted: Map<string, CountedAddition>, nowMs: number): void {
  for (const [key, { countedAt }] of counted) {
    if (nowMs - countedAt < hourMs) return
    counted.delete(key)
  }
}
