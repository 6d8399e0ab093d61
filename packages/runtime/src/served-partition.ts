// One partition served until told to stop: what fails is begun again after a growing pause. A reader of events (delivery and the like)
// begins where the reader before it stopped, and says how far it has come, so that the next one knows. Where the log is no
// longer the one of that place, as one that was put back, it goes on with what the newest owner wrote, once the reader has said to whom it
// concerns that more may have come before.
import type { EventLog, GroupPosition } from '@skein/event-sourcing'
import { ClaimWentBack } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { BackOffLimits } from '@skein/timing'
import { BackOff, unlessAborted } from '@skein/timing'
import { endPosition, isOfThisLog, newestClaim } from './log-history.ts'
import type { PartitionServer } from './partition-group.ts'
import { ServingPhase } from './serving-phase.ts'

export interface Service {
  readonly signal: AbortSignal
  readonly backOff: BackOffLimits
  /** Kept by whoever has no phases of its own. */
  readonly phase?: ServingPhase
  /** Serves until the signal aborts or something fails. `succeeded` says that work was done: the next pause is the shortest again. */
  serve(succeeded: () => void): Promise<void>
  /** Told of each failure while not stopped; answers whether to begin again. */
  failed(error: unknown): boolean
  /** What has to be waited for after the pause, before beginning again. */
  mayBegin?(): Promise<void>
}

export async function serveUntilStopped({ signal, backOff: limits, phase, serve, failed, mayBegin }: Service): Promise<void> {
  const backOff = new BackOff(limits)
  while (!signal.aborted) {
    try {
      await serve(() => {
        backOff.reset()
        phase?.succeeded()
      })
    } catch (error) {
      if (signal.aborted) return
      phase?.failed()
      if (!failed(error)) return phase?.stopped()
      await backOff.pause(signal)
      await mayBegin?.()
    }
  }
}

export interface Reading {
  readonly signal: AbortSignal
  /** Told of how far it has come, first of where it begins. */
  reached(position: GroupPosition): void
}

export interface PartitionReader {
  /** Reads on from this position until the signal aborts, and then resolves. */
  serve(partition: number, from: GroupPosition, reading: Reading): Promise<void>
  /** Told before it reads on behind records that no reader has read; rejects when it could not say so to whom they concern. */
  passedOver(partition: number, signal: AbortSignal): Promise<void>
}

export interface ReadingLimits {
  readonly retryMinMs: number
  readonly retryMaxMs: number
}

export const defaultReadingLimits: ReadingLimits = { retryMinMs: 100, retryMaxMs: 1000 }

export interface ReadingOptions {
  // biome-ignore lint/suspicious/noExplicitAny: records are the reader's business
  readonly log: Pick<EventLog<any, any>, 'bounds' | 'read'>
  readonly reader: PartitionReader
  /** Where the readers before it stood: of several that did not know of each other, each. */
  readonly stood: (partition: number) => Promise<readonly GroupPosition[]>
  /** Records how far it has come. */
  readonly commit: (partition: number, position: GroupPosition) => void
  readonly logger: Logger
  readonly limits?: ReadingLimits
}

export class ServedPartition implements PartitionServer {
  readonly #partition: number
  readonly #options: ReadingOptions
  readonly #stop = new AbortController()
  readonly #phase = new ServingPhase()
  readonly #running: Promise<void>
  #from: GroupPosition | undefined

  constructor(partition: number, options: ReadingOptions) {
    const { retryMinMs, retryMaxMs } = options.limits ?? defaultReadingLimits
    this.#partition = partition
    this.#options = options
    this.#running = serveUntilStopped({
      signal: this.#stop.signal,
      backOff: { minMs: retryMinMs, maxMs: retryMaxMs },
      phase: this.#phase,
      serve: (succeeded) => this.#read(succeeded),
      failed: (error) => this.#failed(error),
    })
  }

  get phase(): string {
    return this.#phase.name
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  async #read(succeeded: () => void): Promise<void> {
    const { reader, commit } = this.#options
    const begunAt = await unlessAborted(this.#begin(), this.#stop.signal)
    this.#from = begunAt
    let reading = true
    const reached = (position: GroupPosition): void => {
      // What it says once it has ended would be said over where it was begun anew.
      if (!reading) return
      this.#from = position
      commit(this.#partition, position)
    }
    try {
      await reader.serve(this.#partition, begunAt, { signal: this.#stop.signal, reached })
    } finally {
      reading = false
      if (this.#from.nextOffset > begunAt.nextOffset) succeeded()
    }
  }

  /**
   * Where it stood, or the furthest of the readers before it: all before it was read by one of them. A place of another log may seem to be
   * further than it is, and does not count beside one of this. A partition never read begins with what comes now.
   */
  async #begin(): Promise<GroupPosition> {
    const { log, reader, logger } = this.#options
    const partition = this.#partition
    const places = this.#from === undefined ? await this.#options.stood(partition) : [this.#from]
    if (places.length === 0) return endPosition(log, partition)
    const stood = places.toSorted((a, b) => b.nextOffset - a.nextOffset)
    for (const place of stood) if (await isOfThisLog(log, partition, place)) return place
    const from = await newestClaim(log, partition)
    logger.warn({ partition, stood, from }, 'the log is not the one that was read before: reading on with what its newest owner wrote')
    await reader.passedOver(partition, this.#stop.signal)
    return from
  }

  /** A claim that went back is for good: no retry makes the log to be trusted. */
  #failed(error: unknown): boolean {
    if (error instanceof ClaimWentBack) return false
    this.#options.logger.warn({ partition: this.#partition, from: this.#from, error }, 'reading interrupted, beginning again')
    return true
  }
}
