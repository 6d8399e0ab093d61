// Whom a user has put into groups: how many within an hour, and each of them how often. Both drain in an hour, whatever the policy of the app.
// What is kept of a user is bounded: nothing of what was refused, and of the rest whatever was counted longest ago is forgotten first.
import { type CountedRequests, count, isCounted, noneCounted, uncount } from './counted-requests.ts'
import { type BeyondHour, beyondEach, beyondHour, countEach, forgetDrained, type HourlyCounts, uncountEach } from './hourly-counts.ts'

export interface AddedUsers extends CountedRequests {
  readonly each: HourlyCounts
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

export const noneAdded = (nowMs: number): AddedUsers => ({ ...noneCounted(nowMs), each: new Map() })

/** Counts an addition, if it has not been, or says beyond which limit it is; then nothing is counted. */
export function countAdded(added: AddedUsers, addition: Addition, limits: AddingLimits, nowMs: number): BeyondHour | null {
  const { key, userIds } = addition
  forgetDrained(added.each, nowMs)
  if (isCounted(added, addition, nowMs)) return null
  const beyond = beyondLimits(added, userIds, limits, nowMs)
  if (beyond !== null) return beyond
  const { usersAddedPerHour, sameUserAddedPerHour, usersAddedKeptMax: keptMax } = limits
  countEach(added.each, userIds, { perHour: sameUserAddedPerHour, keptMax }, nowMs)
  count(added, { key, amount: userIds.length }, { perHour: usersAddedPerHour, keptMax }, nowMs)
  return null
}

/** Takes back what was counted, once: it was refused for good. Whether it did. */
export function uncountAdded(added: AddedUsers, { key, userIds }: Addition): boolean {
  if (!uncount(added, { key, amount: userIds.length })) return false
  uncountEach(added.each, userIds)
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
