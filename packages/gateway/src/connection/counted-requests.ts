// How much a user has asked for within an hour, whatever the limit. What is asked again within that hour is counted once: its answer is due to
// whoever asks, however full the hour is by then. What is kept is bounded: whatever was counted longest ago is forgotten first.
import type { CommandMeta } from '@skein/contracts'
import { forgetDrained, hourMs, hourSeconds } from './hourly-counts.ts'
import { emptyBucket, type LeakingBucket, pour } from './token-bucket.ts'

export interface CountedRequests {
  readonly all: LeakingBucket
  /** By key, the one counted longest ago first. */
  readonly requests: Map<string, { readonly countedAt: number }>
}

export interface Countable {
  /** The same of all requests that ask for the same thing once, and of no other. */
  readonly key: string
  /** For how many it counts. */
  readonly amount: number
}

export interface RequestLimits {
  readonly perHour: number
  readonly keptMax: number
}

export const noneCounted = (nowMs: number): CountedRequests => ({ all: emptyBucket(nowMs), requests: new Map() })

export const isNoneLeft = ({ all }: CountedRequests, nowMs: number): boolean => nowMs - all.countedAt >= hourMs

/** By the content too: under the same id something else may be asked for. */
export function countedKeyOf({ commandId, intent }: CommandMeta): string {
  return intent === null ? commandId : `${intent.id} ${Buffer.from(intent.contentHash).toString('base64')}`
}

/** Whether it was counted within an hour, and not taken back. */
export function isCounted({ requests }: CountedRequests, { key }: Pick<Countable, 'key'>, nowMs: number): boolean {
  forgetDrained(requests, nowMs)
  return requests.has(key)
}

export function count({ all, requests }: CountedRequests, { key, amount }: Countable, limits: RequestLimits, nowMs: number): void {
  pour(all, amount, limits.perHour / hourSeconds, nowMs)
  requests.set(key, { countedAt: nowMs })
  if (requests.size > limits.keptMax) requests.delete(requests.keys().next().value!)
}

/** Takes back what was counted, once: it was refused for good. Whether it did. */
export function uncount({ all, requests }: CountedRequests, { key, amount }: Countable): boolean {
  if (!requests.delete(key)) return false
  all.level = Math.max(0, all.level - amount)
  return true
}
