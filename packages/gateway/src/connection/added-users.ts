// Whom a user has put into groups: how many within an hour, and each of them how often. Both drain in an hour, whatever the policy of the app.
// What is asked again within that hour is counted once: its answer is due to whoever asks, however full the hour is by then. What is kept of a
// user is bounded: nothing of what was refused, and of the rest whatever was counted longest ago is forgotten first.
import {
  type BeyondHour,
  beyondEach,
  beyondHour,
  countEach,
  forgetDrained,
  type HourlyCounts,
  hourMs,
  hourSeconds,
  uncountEach,
} from './hourly-counts.ts'
import { emptyBucket, type LeakingBucket, pour } from './token-bucket.ts'

export interface AddedUsers {
  readonly all: LeakingBucket
  readonly each: HourlyCounts
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

export const noneAdded = (nowMs: number): AddedUsers => ({ all: emptyBucket(nowMs), each: new Map(), additions: new Map() })

export const isNoneLeft = ({ all }: AddedUsers, nowMs: number): boolean => nowMs - all.countedAt >= hourMs

/** Whether it was counted within an hour, and not taken back. */
export function isCounted({ additions }: AddedUsers, { key }: Addition, nowMs: number): boolean {
  forgetDrained(additions, nowMs)
  return additions.has(key)
}

/** Counts an addition, if it has not been, or says beyond which limit it is; then nothing is counted. */
export function countAdded(added: AddedUsers, addition: Addition, limits: AddingLimits, nowMs: number): BeyondHour | null {
  const { all, each, additions } = added
  const { key, userIds } = addition
  forgetDrained(each, nowMs)
  if (isCounted(added, addition, nowMs)) return null
  const beyond = beyondLimits(added, userIds, limits, nowMs)
  if (beyond !== null) return beyond
  const { usersAddedPerHour, sameUserAddedPerHour, usersAddedKeptMax } = limits
  pour(all, userIds.length, usersAddedPerHour / hourSeconds, nowMs)
  countEach(each, userIds, { perHour: sameUserAddedPerHour, keptMax: usersAddedKeptMax }, nowMs)
  additions.set(key, { countedAt: nowMs })
  if (additions.size > usersAddedKeptMax) additions.delete(additions.keys().next().value!)
  return null
}

/** Takes back what was counted, once: it was refused for good. Whether it did. */
export function uncountAdded({ all, each, additions }: AddedUsers, { key, userIds }: Addition): boolean {
  if (!additions.delete(key)) return false
  all.level = Math.max(0, all.level - userIds.length)
  uncountEach(each, userIds)
  return true
}

/** Beyond which limit they are; counts nothing. */
export function beyondLimits(
  { all, each }: AddedUsers,
  userIds: readonly string[],
  limits: AddingLimits,
  nowMs: number,
): BeyondHour | null {
  const { usersAddedPerHour, sameUserAddedPerHour } = limits
  const tooMany = beyondHour(all, userIds.length, usersAddedPerHour, nowMs)
  if (tooMany !== null) return { ...tooMany, detail: `usersAddedPerHour ${tooMany.detail}` }
  for (const userId of userIds) {
    const tooOften = beyondEach(each, userId, sameUserAddedPerHour, nowMs)
    if (tooOften !== null) return { ...tooOften, detail: `sameUserAddedPerHour ${tooOften.detail}, user ${userId}` }
  }
  return null
}
