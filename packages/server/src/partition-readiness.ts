// Whether a role serves the partitions it was given. Each may be out of `active` for a while, as at a start, a rebalance
// or a renewed claim; one that stays out is named, with its phase and for how long, and makes the process unready.
import type { PartState } from './backbone.ts'

/** A start, a rebalance and the waits of a claim are over by then. */
const graceMs = 10_000

export interface PartitionPhase {
  readonly partition: number
  readonly phase: string
}

const lookMs = 1000

export interface PartitionReadiness {
  /** To be called now and then: what is active at any look counts as served until then. */
  look(): void
  part(): PartState
}

export interface PartitionReadinessOptions {
  /** Whose partitions: the name of the part begins with it. */
  readonly role: string
  readonly status: () => readonly PartitionPhase[]
  readonly now?: () => number
}

export function createPartitionReadiness({ role, status, now = () => performance.now() }: PartitionReadinessOptions): PartitionReadiness {
  const name = `${role} partitions`
  const inactiveSince = new Map<number, number>()

  function look(): readonly PartitionPhase[] {
    const given = status()
    const inactive = given.filter(({ phase }) => phase !== 'active')
    const still = new Set(inactive.map(({ partition }) => partition))
    for (const partition of inactiveSince.keys()) if (!still.has(partition)) inactiveSince.delete(partition)
    for (const partition of still) if (!inactiveSince.has(partition)) inactiveSince.set(partition, now())
    return inactive
  }

  return {
    look: () => void look(),
    part() {
      const late = look().flatMap(({ partition, phase }) => {
        const inactiveMs = now() - inactiveSince.get(partition)!
        return inactiveMs > graceMs ? `${partition} ${phase}, not active for ${Math.round(inactiveMs / 1000)} s` : []
      })
      return late.length === 0 ? { name, ok: true } : { name, ok: false, detail: late.join('; ') }
    },
  }
}

/** Looks until stopped. */
export function watchPartitions(options: PartitionReadinessOptions): Pick<PartitionReadiness, 'part'> & { stop(): void } {
  const readiness = createPartitionReadiness(options)
  const looking = setInterval(() => readiness.look(), lookMs)
  return { part: () => readiness.part(), stop: () => clearInterval(looking) }
}
