// Shares partitions among the members of a group. Sticky: a member keeps what it has up to its fair share.
// Cooperative: a partition that has to move is first taken from its owner and given to nobody; the owner hands it over
// and asks for another round, in which it is given on. Pure.

export interface MemberOwnership {
  readonly memberId: string
  /** Partitions the member serves now. */
  readonly owned: readonly number[]
  /** Generation in which it got them: of two members that claim the same partition the newer one has it. */
  readonly generation: number
}

export interface Assignment {
  readonly byMember: ReadonlyMap<string, readonly number[]>
  /** Partitions that wait for their owner to let go. */
  readonly moving: readonly number[]
}

export function assign(members: readonly MemberOwnership[], partitionCount: number): Assignment {
  const sorted = [...members].sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  const owner = new Map<number, MemberOwnership>()
  for (const member of sorted) {
    for (const partition of member.owned) {
      const rival = owner.get(partition)
      if (partition < partitionCount && (!rival || rival.generation < member.generation)) owner.set(partition, member)
    }
  }
  const least = Math.floor(partitionCount / sorted.length)
  const bonus = partitionCount % sorted.length
  const held = new Map(sorted.map((m) => [m.memberId, [...owner].filter(([, o]) => o === m).map(([p]) => p)]))
  // The larger shares go to those who hold most already, so that as little as possible moves.
  const byHolding = [...sorted].sort((a, b) => held.get(b.memberId)!.length - held.get(a.memberId)!.length)
  const share = new Map(byHolding.map((m, i) => [m.memberId, least + (i < bonus ? 1 : 0)]))

  const result = new Map<string, number[]>()
  const moving: number[] = []
  for (const member of sorted) {
    const mine = held.get(member.memberId)!.sort((a, b) => a - b)
    const kept = mine.slice(0, share.get(member.memberId)!)
    moving.push(...mine.slice(kept.length))
    result.set(member.memberId, kept)
  }
  const free = Array.from({ length: partitionCount }, (_, p) => p).filter((p) => !owner.has(p))
  for (const partition of free) {
    const taker = sorted.find((m) => result.get(m.memberId)!.length < share.get(m.memberId)!)
    // Places reserved for partitions that are moving stay open for the next round.
    if (taker) result.get(taker.memberId)!.push(partition)
  }
  return { byMember: result, moving }
}
