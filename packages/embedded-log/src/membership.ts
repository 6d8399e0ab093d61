// Membership where there is nobody to share with: every member serves every partition at once and never expires. Two
// processes on one file would both serve all, and fencing lets only the newer claim of each partition write.
import type { Membership, MembershipListener } from '@skein/event-sourcing'
import type { GroupPositions } from './group-positions.ts'

export interface MembershipParts {
  readonly partitionCount: number
  readonly group: string
  readonly positions: Pick<GroupPositions, 'note' | 'flush'>
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
    commit: (topic, partition, position) => parts.positions.note(parts.group, topic, partition, position),
    async leave() {
      if (!member) return
      member = false
      clearImmediate(assigning)
      if (assigned) await Promise.allSettled(partitions.map((partition) => listener.revoked(partition)))
      await parts.positions.flush()
    },
  }
}
