// What this process appends to the topic of commands, told to its readers for as long as nobody else appends there. That nobody does is
// stated by who configures the process, and not believed: the leader says where each command stands, and where it is not behind the one
// before, another has appended. Then, and after an append whose outcome is not known, readers fetch. What they are handed is decoded from what
// was sent: text that is not well-formed is stored as another, and decided as it is stored.
import type { RecordCodec, SkeinCommand } from '@skein/contracts'
import type { LocalTail } from './local-tail.ts'
import type { PartitionAnswer } from './produce-request.ts'
import type { ProducedMessage } from './record-batch.ts'

export class OwnCommands {
  readonly #tail: LocalTail<SkeinCommand>
  readonly #codec: RecordCodec<SkeinCommand>
  readonly #foreignForMs: number
  /** Offset that the next command gets, where nobody else appends. */
  readonly #due = new Map<number, number>()
  /** performance.now() at which another was seen to append. */
  readonly #foreignAt = new Map<number, number>()

  /** So long after another has appended all is fetched. */
  constructor(tail: LocalTail<SkeinCommand>, codec: RecordCodec<SkeinCommand>, foreignForMs: number) {
    this.#tail = tail
    this.#codec = codec
    this.#foreignForMs = foreignForMs
  }

  /** One command was answered without a fault. The first is for readers to fetch: what stands before it, nobody here was told. */
  stored(partition: number, { baseOffset: base, appendedAt }: PartitionAnswer, { key, value }: ProducedMessage): void {
    const due = this.#due.get(partition)
    this.#due.set(partition, base + 1)
    if (due !== undefined && due !== base) {
      this.#foreignAt.set(partition, performance.now())
      this.#tail.ended(this, partition)
    } else if (due === undefined || this.#tail.endOf(partition) !== due) this.#begin(partition, base + 1)
    else {
      const decoded = this.#codec.decode([value])
      const command = Array.isArray(decoded) ? decoded[0]! : null
      // A leader that does not say when, and what nobody can read: readers ask for what it keeps.
      if (appendedAt <= 0 || command === null || command instanceof Error) this.#tail.ended(this, partition)
      else this.#tail.appended(this, { partition, base, appendedAt, records: [{ key, value: command, bytes: value.length }] })
    }
  }

  /** A command may have been stored, or not. */
  unknown(partition: number): void {
    this.#due.delete(partition)
    this.#tail.ended(this, partition)
  }

  #begin(partition: number, nextOffset: number): void {
    const foreignAt = this.#foreignAt.get(partition) ?? Number.NEGATIVE_INFINITY
    if (performance.now() - foreignAt >= this.#foreignForMs) this.#tail.began(this, partition, nextOffset)
  }
}
