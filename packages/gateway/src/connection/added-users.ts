// Whom a user has put into groups: how many within an hour, and each of them how often. Both drain in an hour, whatever the policy of the app.
import { emptyBucket, type LeakingBucket, pour } from './token-bucket.ts'

export interface AddedUsers {
  readonly all: LeakingBucket
  /** By user, who was named longest ago first. */
  readonly each: Map<string, LeakingBucket>
}

export interface AddingLimits {
  readonly usersAddedPerHour: number
  readonly sameUserAddedPerHour: number
}

/** What would be beyond a limit, and when it no longer is: 0 for what no hour allows. */
export interface BeyondHour {
  readonly detail: string
  readonly retryAfterMs: number
}

const hourMs = 3_600_000
const hourSeconds = 3_600

export const noneAdded = (nowMs: number): AddedUsers => ({ all: emptyBucket(nowMs), each: new Map() })

export const isNoneLeft = ({ all }: AddedUsers, nowMs: number): boolean => nowMs - all.countedAt >= hourMs

/** Counts these users, each once, or says beyond which limit they are; then none is counted. */
export function countAdded(added: AddedUsers, userIds: readonly string[], limits: AddingLimits, nowMs: number): BeyondHour | null {
  const { all, each } = added
  forget(each, nowMs)
  const named = userIds.map((userId) => [userId, each.get(userId) ?? emptyBucket(nowMs)] as const)
  const { usersAddedPerHour, sameUserAddedPerHour } = limits
  const tooMany = beyondHour(all, named.length, usersAddedPerHour, nowMs)
  if (tooMany !== null) return { ...tooMany, detail: `usersAddedPerHour ${tooMany.detail}` }
  for (const [userId, bucket] of named) {
    const tooOften = beyondHour(bucket, 1, sameUserAddedPerHour, nowMs)
    if (tooOften !== null) return { ...tooOften, detail: `sameUserAddedPerHour ${tooOften.detail}, user ${userId}` }
  }
  all.level += named.length
  for (const [userId, bucket] of named) {
    bucket.level += 1
    each.delete(userId)
    each.set(userId, bucket)
  }
  return null
}

/** Takes back what was counted: it was refused. */
export function uncountAdded({ all, each }: AddedUsers, userIds: readonly string[]): void {
  all.level = Math.max(0, all.level - userIds.length)
  for (const userId of userIds) {
    const bucket = each.get(userId)
    if (bucket !== undefined) bucket.level = Math.max(0, bucket.level - 1)
  }
}

function beyondHour(bucket: LeakingBucket, count: number, perHour: number, nowMs: number): BeyondHour | null {
  if (count > perHour) return { detail: `${perHour}, asked ${count}`, retryAfterMs: 0 }
  const tooMany = pour(bucket, 0, perHour / hourSeconds, nowMs) + count - perHour
  return tooMany > 0 ? { detail: String(perHour), retryAfterMs: Math.ceil((tooMany * hourMs) / perHour) } : null
}

function forget(each: Map<string, LeakingBucket>, nowMs: number): void {
  for (const [userId, { countedAt }] of each) {
    if (nowMs - countedAt < hourMs) return
    each.delete(userId)
  }
}
