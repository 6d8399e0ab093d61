// One membership of a group for several in this process who serve the same partitions, each in its own way: what it is given is given to
// all of them, and it is handed over when all have ended. Who comes later is given what is there; who leaves leaves the others what they have.
import type { Membership, MembershipListener } from '@skein/event-sourcing'
import type { ConsumerGroup } from './consumer-group.ts'

/** One of those who share it. */
class Sharer {
  readonly #listener: MembershipListener
  /** Partitions it has been told of. */
  readonly #serves = new Set<number>()
  /** What is still ending, by partition. */
  readonly #ending = new Map<number, Promise<void>>()
  #phase: 'joining' | 'member' | 'left' = 'joining'

  constructor(listener: MembershipListener) {
    this.#listener = listener
  }

  get hasLeft(): boolean {
    return this.#phase === 'left'
  }

  begin(partitions: Iterable<number>): void {
    if (this.#phase !== 'joining') return
    this.#phase = 'member'
    for (const partition of partitions) this.assigned(partition)
  }

  /** Of what comes before it has begun it is told then. */
  assigned(partition: number): void {
    if (this.#phase !== 'member') return
    this.#serves.add(partition)
    this.#listener.assigned(partition)
  }

  /** Resolves when it serves the partition no longer, whoever told it to end. */
  async revoked(partition: number): Promise<void> {
    if (this.#serves.delete(partition)) {
      const ended = () => {
        if (this.#ending.get(partition) === ending) this.#ending.delete(partition)
      }
      const ending = this.#listener.revoked(partition).then(ended, ended)
      this.#ending.set(partition, ending)
    }
    await this.#ending.get(partition)
  }

  lost(partitions: readonly number[]): void {
    const served = partitions.filter((partition) => this.#serves.delete(partition))
    if (served.length > 0) this.#listener.lost(served)
  }

  /** It is told of nothing more, and ends what it serves. */
  async leave(): Promise<void> {
    this.#phase = 'left'
    for (const partition of this.#serves) void this.revoked(partition)
    await Promise.all(this.#ending.values())
  }
}

/** The group, joined once for all who share the membership. When all have left, it is over. */
export function shareMembership(group: ConsumerGroup): ConsumerGroup {
  const assigned = new Set<number>()
  const sharers: Sharer[] = []
  let joining: Promise<Membership> | null = null

  const everybody: MembershipListener = {
    assigned(partition) {
      assigned.add(partition)
      for (const sharer of sharers) sharer.assigned(partition)
    },
    async revoked(partition) {
      assigned.delete(partition)
      await Promise.all(sharers.map((sharer) => sharer.revoked(partition)))
    },
    lost(partitions) {
      for (const partition of partitions) assigned.delete(partition)
      for (const sharer of sharers) sharer.lost(partitions)
    },
  }

  return {
    name: group.name,
    async join(listener) {
      const sharer = new Sharer(listener)
      sharers.push(sharer)
      joining ??= group.join(everybody)
      const membership = await joining
      // After the caller has its membership: a listener may use it.
      setImmediate(() => sharer.begin(assigned))
      return {
        membershipTimeoutMs: membership.membershipTimeoutMs,
        lastHeartbeatSentAt: () => membership.lastHeartbeatSentAt(),
        nextHeartbeat: () => membership.nextHeartbeat(),
        commit: (topic, partition, position) => membership.commit(topic, partition, position),
        // The last leaves the group, and so hands over what it has.
        leave: () => (sharers.some((other) => other !== sharer && !other.hasLeft) ? sharer.leave() : membership.leave()),
      }
    },
  }
}
