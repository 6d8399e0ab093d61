// Membership where there is nobody to share with: every member serves every partition at once and never expires. Two
// processes on one file would both serve all, and fencing lets only the newer claim of each partition write.
import type { LogTopic, Membership, MembershipListener } from '@skein/event-sourcing'
import type { GroupPositions } from './group-positions.ts'

export interface MembershipParts {
  readonly partitionCount: number
  readonly group: string
  readonly topic: LogTopic
  readonly positions: GroupPositions
}

export function joinAlone(parts: MembershipParts, listener: MembershipListener): Membership {
  const partitions = Array.from({ length: parts.partitionCount }, (_, partition) => partition)
  let member = true
  // After the caller has its membership: a listener may use it.
  let assigned = false
  const assigning = setImmediate(() => {
    assigned = true
    for (const partition of partitions) listener.assigned(partition)
  })
  return {
    membershipTimeoutMs: Number.POSITIVE_INFINITY,
    lastHeartbeatSentAt: () => Number.POSITIVE_INFINITY,
    nextHeartbeat: () => Promise.resolve(),
    commit: (partition, nextOffset) => parts.positions.note(parts.group, parts.topic, partition, nextOffset),
    async committed(asked) {
      const found = new Map<number, number>()
      for (const partition of asked) {
        const nextOffset = parts.positions.newest(parts.group, parts.topic, partition)
        if (nextOffset !== undefined) found.set(partition, nextOffset)
      }
      return found
    },
    async leave() {
      if (!member) return
      member = false
      clearImmediate(assigning)
      if (assigned) await Promise.allSettled(partitions.map((partition) => listener.revoked(partition)))
      await parts.positions.flush()
    },
  }
}
