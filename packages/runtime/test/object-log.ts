// A log of one partition in memory for domains that have no codecs: the records themselves, a clock that is set by hand, and a fence. Every append
// takes one turn of the loop.
import { randomUUID } from 'node:crypto'
import type { Command, Event, EventLog, LogTopic, PartitionWriter, StoredRecord, TailOptions } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'

const turn = () => new Promise((resolve) => setImmediate(resolve))

export class ObjectLog<C extends Command, E extends Event> {
  readonly partitionCount = 1
  /** Milliseconds since the epoch. */
  now: number
  readonly clock = { now: () => this.now, aheadMs: () => 0 }
  readonly records: { readonly commands: StoredRecord<C>[]; readonly events: StoredRecord<E>[] } = { commands: [], events: [] }
  readonly #waiting = new Set<() => void>()
  #claim = -1
  readonly #logEpoch = randomUUID()

  constructor(now: number) {
    this.now = now
  }

  get port(): EventLog<C, E> {
    return this as unknown as EventLog<C, E>
  }

  partitionOf(): number {
    return 0
  }

  async appendCommand(command: C): Promise<void> {
    this.#push('commands', this.keyOf(command), command)
    await turn()
  }

  /** Of a command. */
  keyOf: (command: C) => string = () => ''

  async claim(): Promise<PartitionWriter<E>> {
    await turn()
    const claim = this.records.events.length
    const claimId = randomUUID()
    const meta = { claim: this.#claim, commandOffset: -1, commandId: '' }
    this.#push('events', '', { type: 'PartitionClaimed', meta, claimId, logEpoch: this.#logEpoch } as unknown as E)
    this.#claim = claim
    return this.#writer({ partition: 0, claim, claimId, logEpoch: this.#logEpoch })
  }

  #writer(claimed: Pick<PartitionWriter<E>, 'partition' | 'claim' | 'claimId' | 'logEpoch'>): PartitionWriter<E> {
    let nextOffset = claimed.claim + 1
    return {
      ...claimed,
      get nextOffset() {
        return nextOffset
      },
      append: async (records) => {
        if (this.#claim !== claimed.claim) throw new LogError('FENCED', `claimed at ${this.#claim}`)
        const first = nextOffset
        for (const { key, value } of records) this.#push('events', key, value)
        nextOffset += records.length
        await turn()
        return first
      },
      close() {},
    }
  }

  async bounds(topic: LogTopic) {
    return new Map([[0, { start: 0, end: this.records[topic].length }]])
  }

  async *read(topic: LogTopic, _partition: number, from: number, to: number) {
    if (to > this.records[topic].length) throw new LogError('OUT_OF_RANGE', `${topic} end before ${to}`)
    if (from < to) yield this.records[topic].slice(from, to)
  }

  async *tail(topic: LogTopic, _partition: number, { from, signal }: TailOptions) {
    let next = from
    let wake = () => {}
    const waker = () => wake()
    this.#waiting.add(waker)
    signal.addEventListener('abort', waker)
    while (!signal.aborted) {
      const found = this.records[topic].slice(next)
      next += found.length
      if (found.length > 0) yield found
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    this.#waiting.delete(waker)
  }

  async deadLetter(): Promise<void> {}

  encoded(): Uint8Array {
    return new Uint8Array()
  }

  #push(topic: LogTopic, key: string, value: C | E): void {
    const records = this.records[topic] as StoredRecord<C | E>[]
    records.push({ topic, partition: 0, offset: records.length, key, value, appendedAt: this.now, bytes: 1 })
    for (const wake of this.#waiting) wake()
  }
}
