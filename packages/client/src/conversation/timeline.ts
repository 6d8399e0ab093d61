// The order of one conversation on one device. Everything up to `lastSeq` has been shown; an item is shown only as the
// next one; what comes early is held (bounded: the highest are let go, as history has them), what comes again is
// dropped. `targetSeq` is the highest seq known to exist for this user, held or not. Pure but for its own fields.
import { rememberedPlacesMax } from '../options.ts'
import type { Item } from './item.ts'

export interface Timeline {
  /** -1 while it is not known where this device begins to follow. */
  lastSeq: number
  targetSeq: number
  readonly held: Map<number, Item>
  /** When what was shown last had happened, by seq: two records that ever stood at one place differ in it. */
  readonly shownAtMs: Map<number, number>
}

export interface Hole {
  readonly afterSeq: number
  readonly beforeSeq: number
}

export const createTimeline = (lastSeq = -1, targetSeq = lastSeq, shownAtMs: readonly [number, number][] = []): Timeline => {
  return { lastSeq, targetSeq, held: new Map(), shownAtMs: new Map(shownAtMs) }
}

/**
 * Whether something else was shown at the place of an item: the log has lost its end, and grown to this place again. What came there later
 * happened later; an earlier one comes from views that are of the old log yet.
 */
export const isOfOtherHistory = ({ shownAtMs }: Timeline, { seq, occurredAtMs }: Item): boolean =>
  occurredAtMs > (shownAtMs.get(seq) ?? Number.POSITIVE_INFINITY)

/** Takes an item in and returns those to show now, in order. */
export function offer(timeline: Timeline, item: Item, heldMax: number): Item[] {
  if (item.seq > timeline.targetSeq) timeline.targetSeq = item.seq
  if (timeline.lastSeq >= 0) {
    if (item.seq <= timeline.lastSeq) return []
    if (item.seq === timeline.lastSeq + 1) {
      moveTo(timeline, item)
      return timeline.held.size === 0 ? [item] : [item, ...release(timeline)]
    }
  }
  timeline.held.set(item.seq, item)
  if (timeline.held.size > heldMax) timeline.held.delete(Math.max(...timeline.held.keys()))
  return []
}

/** Sets the beginning behind this seq; returns what can be shown then. */
export function beginAt(timeline: Timeline, seq: number): Item[] {
  timeline.lastSeq = seq
  if (timeline.targetSeq < seq) timeline.targetSeq = seq
  for (const held of timeline.held.keys()) if (held <= seq) timeline.held.delete(held)
  return release(timeline)
}

/** Passes over what this user may not see, up to this seq; returns what can be shown then, and what is held on the way. */
export function passOver(timeline: Timeline, seq: number): Item[] {
  const items: Item[] = []
  while (timeline.lastSeq < seq) {
    timeline.lastSeq = Math.min(seq, (firstHeld(timeline)?.seq ?? Number.POSITIVE_INFINITY) - 1)
    items.push(...release(timeline))
  }
  if (timeline.targetSeq < seq) timeline.targetSeq = seq
  return items
}

function release(timeline: Timeline): Item[] {
  const items: Item[] = []
  for (;;) {
    const next = timeline.held.get(timeline.lastSeq + 1)
    if (!next) return items
    timeline.held.delete(next.seq)
    moveTo(timeline, next)
    items.push(next)
  }
}

function moveTo(timeline: Timeline, { seq, occurredAtMs }: Item): void {
  const { shownAtMs } = timeline
  timeline.lastSeq = seq
  shownAtMs.set(seq, occurredAtMs)
  if (shownAtMs.size > rememberedPlacesMax) shownAtMs.delete(shownAtMs.keys().next().value!)
}

/** Lowest item held; undefined when none is. */
export function firstHeld(timeline: Timeline): Item | undefined {
  if (timeline.held.size === 0) return undefined
  return timeline.held.get(Math.min(...timeline.held.keys()))
}

/** What is missing first; null when nothing is, or the beginning is unknown. */
export function holeOf(timeline: Timeline): Hole | null {
  if (timeline.lastSeq < 0 || timeline.lastSeq >= timeline.targetSeq) return null
  return { afterSeq: timeline.lastSeq, beforeSeq: firstHeld(timeline)?.seq ?? timeline.targetSeq + 1 }
}
