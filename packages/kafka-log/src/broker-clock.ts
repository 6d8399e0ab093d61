// What the answers of brokers tell of their clocks. A record was stamped by its leader after it was sent and before it was answered:
// between these two moments of the monotonic clock the broker's clock showed that time. All answers together leave a small interval, which
// is trusted a little less as it ages. Brokers may differ: the one in the middle is believed, and partitions of one that is wrong refuse.
import type { LogClock } from '@skein/event-sourcing'

/** Two clocks part by no more than this, in ms per ms. */
const driftMax = 0.000_5
/** The log stamps whole milliseconds. */
const stampMs = 1

export interface StampedAppend {
  /** By the broker's clock, ms since the epoch. */
  readonly appendedAt: number
  /** Moments of performance.now(). */
  readonly sentAt: number
  readonly answeredAt: number
}

export interface BrokerClock extends LogClock {
  learn(broker: number, append: StampedAppend): void
}

/** What is to be added to the monotonic clock, at least and at most. */
interface Known {
  readonly least: number
  readonly most: number
  readonly at: number
}

export function createBrokerClock(wall: () => number = Date.now, monotonic: () => number = () => performance.now()): BrokerClock {
  const known = new Map<number, Known>()

  /** What is to be added to the own clock. */
  function correction(): number {
    if (known.size === 0) return 0
    const own = wall() - monotonic()
    const corrections: number[] = []
    for (const { least, most } of known.values()) corrections.push(Math.min(Math.max(own, least), most) - own)
    if (corrections.length > 1) corrections.sort((a, b) => a - b)
    return corrections[(corrections.length - 1) >> 1]!
  }

  return {
    now: () => Math.floor(wall() + correction()),
    aheadMs: () => 0 - correction(),
    learn(broker, { appendedAt, sentAt, answeredAt }) {
      const [least, most] = [appendedAt - answeredAt, appendedAt + stampMs - sentAt]
      const before = known.get(broker)
      const drift = before === undefined ? 0 : (answeredAt - before.at) * driftMax
      const both = {
        least: Math.max(least, (before?.least ?? least) - drift),
        most: Math.min(most, (before?.most ?? most) + drift),
        at: answeredAt,
      }
      // One of the clocks was set, or the monotonic one stood still while the host slept: what was known is void.
      known.set(broker, both.least <= both.most ? both : { least, most, at: answeredAt })
    },
  }
}
