// Syncs that were answered though the views stood still in some partitions. Clients are told so and do not ask again by themselves, while the
// views may lack something of theirs. So they are told to sync again once the views have what was in the log by then.
import type { Connection } from '../../connection/connection.ts'
import type { GatewayLimits } from '../../limits.ts'
import { monotonicMs } from '../../monotonic-clock.ts'
import type { HandOver } from './hand-over.ts'

export interface OwedSyncs {
  /** What the views lack of these partitions was not shown to this connection. */
  owe(connection: Connection, partitions: ReadonlySet<number>): void
  /** Tells those who can be told by now, unless the round before is still on the way. */
  tick(): void
  /** How many are owed one. */
  readonly pending: number
}

/** `hurry` is called for what is due soon. */
export function createOwedSyncs(handOver: HandOver, limits: GatewayLimits, hurry: () => void): OwedSyncs {
  const owed = new Map<Connection, ReadonlySet<number>>()
  let going = false

  async function round(): Promise<void> {
    for (const connection of owed.keys()) if (!connection.open) owed.delete(connection)
    if (owed.size === 0) return
    const { all } = await handOver.behind()
    const nowMs = monotonicMs()
    for (const [connection, partitions] of owed) {
      if ([...partitions].every((partition) => all.has(partition))) continue
      // The sync that it asks for says anew what is owed.
      owed.delete(connection)
      connection.resyncAt = nowMs + Math.random() * limits.resyncSpreadMs
      hurry()
    }
  }

  return {
    owe(connection, partitions) {
      if (partitions.size === 0) return
      // A page of a sync takes nothing back of what the page before it owes.
      owed.set(connection, new Set([...(owed.get(connection) ?? []), ...partitions]))
      hurry()
    },
    tick() {
      if (going) return
      going = true
      round()
        // Log or views cannot be asked: the next round tries on, and whatever is read meanwhile says so.
        .catch(() => {})
        .finally(() => {
          going = false
        })
    },
    get pending() {
      return owed.size
    },
  }
}
