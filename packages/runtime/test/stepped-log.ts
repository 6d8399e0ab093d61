// A log whose every call passes a gate first and, when it has been done, a gate behind it: a gate that never opens is a
// process that died or froze there. What stands behind the gates is a real log.
import type { Command, Event, EventLog, PartitionWriter } from '@skein/event-sourcing'

export type Point =
  | 'claim'
  | 'claimed'
  | 'append'
  | 'appended'
  | 'read'
  | 'dead-letter'
  | 'dead-lettered'
  | 'prefetch'
  | 'prefetched'
  | 'batch'

/** Called at every point; the call goes on when it resolves, and fails when it rejects. */
export type Gate = (point: Point) => Promise<void> | void

export const never = new Promise<never>(() => {})

export function steppedLog<C extends Command, E extends Event>(log: EventLog<C, E>, gate: Gate): EventLog<C, E> {
  type Log = EventLog<C, E>
  const writer = (inner: PartitionWriter<E>): PartitionWriter<E> => ({
    partition: inner.partition,
    claim: inner.claim,
    claimId: inner.claimId,
    logEpoch: inner.logEpoch,
    get nextOffset() {
      return inner.nextOffset
    },
    async append(records) {
      await gate('append')
      const offset = await inner.append(records)
      await gate('appended')
      return offset
    },
    close: () => inner.close(),
  })
  async function* gated<T>(records: AsyncIterable<T>, point: Point): AsyncGenerator<T> {
    for await (const batch of records) {
      await gate(point)
      yield batch
    }
  }
  const stepped = {
    partitionCount: log.partitionCount,
    clock: log.clock,
    partitionOf: log.partitionOf,
    appendCommand: (...call: Parameters<Log['appendCommand']>) => log.appendCommand(...call),
    bounds: (...call: Parameters<Log['bounds']>) => log.bounds(...call),
    join: (...call: Parameters<Log['join']>) => log.join(...call),
    committed: (...call: Parameters<Log['committed']>) => log.committed(...call),
    encoded: (command: C) => log.encoded(command),
    close: () => log.close(),
    async claim(partition: number) {
      await gate('claim')
      const claimed = writer(await log.claim(partition))
      await gate('claimed')
      return claimed
    },
    read: (topic: 'events', partition: number, from: number, to: number) => gated(log.read(topic, partition, from, to), 'read'),
    tail: (topic: 'events', partition: number, options: Parameters<Log['tail']>[2]) => gated(log.tail(topic, partition, options), 'batch'),
    async deadLetter(letters: Parameters<Log['deadLetter']>[0]) {
      await gate('dead-letter')
      await log.deadLetter(letters)
      await gate('dead-lettered')
    },
  }
  return stepped as unknown as Log
}
