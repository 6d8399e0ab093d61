// How often each of many was counted within an hour, whatever the limit. What is kept is bounded: nothing of what was taken back, nothing that
// has drained, and of the rest whoever was counted longest ago is forgotten first.
import { emptyBucket, type LeakingBucket, levelOf, pour } from './token-bucket.ts'

/** By name, who was counted longest ago first. */
export type HourlyCounts = Map<string, LeakingBucket>

interface Counted {
  readonly countedAt: number
}

export interface CountLimits {
  readonly perHour: number
  readonly keptMax: number
}

/** What would be beyond a limit, and when it no longer is: 0 for what no hour allows. */
export interface BeyondHour {
  readonly detail: string
  readonly retryAfterMs: number
}

export const hourMs = 3_600_000
export const hourSeconds = 3_600

export function countEach(counts: HourlyCounts, names: readonly string[], { perHour, keptMax }: CountLimits, nowMs: number): void {
  for (const name of names) {
    const bucket = counts.get(name) ?? emptyBucket(nowMs)
    pour(bucket, 1, perHour / hourSeconds, nowMs)
    counts.delete(name)
    counts.set(name, bucket)
    if (counts.size > keptMax) counts.delete(counts.keys().next().value!)
  }
}

export function uncountEach(counts: HourlyCounts, names: readonly string[]): void {
  for (const name of names) {
    const bucket = counts.get(name)
    if (bucket === undefined) continue
    bucket.level -= 1
    if (bucket.level <= 0) counts.delete(name)
  }
}

/** Changes nothing: an entry that was asked for in vain stays in its place, and as old as it is. */
export function beyondEach(counts: HourlyCounts, name: string, perHour: number, nowMs: number): BeyondHour | null {
  return beyondHour(counts.get(name) ?? emptyBucket(nowMs), 1, perHour, nowMs)
}

/** Changes nothing. */
export function beyondHour(bucket: LeakingBucket, count: number, perHour: number, nowMs: number): BeyondHour | null {
  if (count > perHour) return { detail: `${perHour}, asked ${count}`, retryAfterMs: 0 }
  const tooMany = levelOf(bucket, perHour / hourSeconds, nowMs) + count - perHour
  return tooMany > 0 ? { detail: String(perHour), retryAfterMs: Math.ceil((tooMany * hourMs) / perHour) } : null
}

/** Whatever was counted an hour ago has drained. */
export function forgetDrained(counted: Map<string, Counted>, nowMs: number): void {
  for (const [name, { countedAt }] of counted) {
    if (nowMs - countedAt < hourMs) return
    counted.delete(name)
  }
}
