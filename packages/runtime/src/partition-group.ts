// Serves the partitions that a group membership assigns, one server each, whatever the server does: an owner of a
// partition, a projector's reader, a deliverer. A partition that comes back waits until its last server has ended.
import type { Membership } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { ConsumerGroup } from './consumer-group.ts'

export interface PartitionServer {
  /** `active` where it does its work. */
  readonly phase?: string
  /** Ends serving; resolves when nothing of it goes on. */
  stop(): Promise<void>
  /** Ends at its next fault, or after the time given. Only a proof that others keep a stale server out asks for it. */
  abandon?(graceMs: number): Promise<void>
}

export interface PartitionGroupOptions<S extends PartitionServer> {
  readonly group: ConsumerGroup
  readonly serve: (partition: number, membership: Membership) => S
  readonly logger: Logger
  /** How long servers go on after their membership is lost; 0, as it should be, ends them at once. */
  readonly lostGraceMs?: number
}

export class PartitionGroup<S extends PartitionServer> {
  readonly #options: PartitionGroupOptions<S>
  readonly #serving = new Map<number, S>()
  /** What is still ending, by partition. */
  readonly #ending = new Map<number, Promise<void>>()
  /** Partitions assigned now: one that is gone again before its server began is not served. */
  readonly #assigned = new Set<number>()
  #membership: Promise<Membership> | null = null

  constructor(options: PartitionGroupOptions<S>) {
    this.#options = options
  }

  /** Each partition that is served, with how that goes. */
  status(): readonly { readonly partition: number; readonly phase: string }[] {
    return [...this.#serving].map(([partition, { phase = 'active' }]) => ({ partition, phase }))
  }

  get servers(): ReadonlyMap<number, S> {
    return this.#serving
  }

  async start(): Promise<void> {
    this.#membership = this.#options.group.join({
      assigned: (partition) => void this.#begin(partition),
      revoked: (partition) => this.#end(partition),
      lost: (partitions) => {
        for (const partition of partitions) void this.#end(partition, this.#options.lostGraceMs)
      },
    })
    await this.#membership
  }

  /** Hands everything over and leaves the group. */
  async stop(): Promise<void> {
    await (await this.#membership)?.leave()
    await Promise.all([...this.#assigned].map((p) => this.#end(p)))
  }

  async #begin(partition: number): Promise<void> {
    this.#assigned.add(partition)
    await this.#ending.get(partition)
    const membership = await this.#membership
    if (!membership || !this.#assigned.has(partition) || this.#serving.has(partition)) return
    this.#serving.set(partition, this.#options.serve(partition, membership))
  }

  async #end(partition: number, graceMs = 0): Promise<void> {
    this.#assigned.delete(partition)
    const server = this.#serving.get(partition)
    if (!server) return this.#ending.get(partition)
    this.#serving.delete(partition)
    const ended = graceMs > 0 && server.abandon ? server.abandon(graceMs) : server.stop()
    const ending = ended.catch((error) => {
      this.#options.logger.error({ group: this.#options.group.name, partition, error }, 'a partition did not end cleanly')
    })
    this.#ending.set(partition, ending)
    await ending
    if (this.#ending.get(partition) === ending) this.#ending.delete(partition)
  }
}
