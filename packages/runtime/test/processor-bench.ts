// A processor's partition as its tests see it: the real owner and the real domain, on the embedded log or the one in
// memory, with a view in memory that only moves when told to. Owners can be frozen or dropped at any point, and the
// membership's heartbeats are told by hand. Everything is partition 0.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { SendMessage, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { aggregateKey, decodeReply, partitionMeta } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import { openEmbeddedLog } from '@skein/embedded-log'
import type { DeadLetter, Decider, EventLog, Membership, StoredRecord } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { createMemoryBroker, eventually, sampleAppId, sampleCommandMeta, sampleSendMessage } from '@skein/testing'
import type { CommandOutcome, Owners, ProcessorLimits, ProcessorOptions } from '../src/index.ts'
import { consumerGroup, defaultProcessorLimits, newCounters, PartitionOwner } from '../src/index.ts'
import { MemoryView } from './memory-view.ts'
import { noTimers } from './no-timers.ts'
import type { Gate, Point } from './stepped-log.ts'
import { steppedLog } from './stepped-log.ts'

export type Log = EventLog<SkeinCommand, SkeinEvent>
export type Options = ProcessorOptions<SkeinCommand, SkeinEvent, Cell, Uint8Array>
export type Owner = PartitionOwner<SkeinCommand, SkeinEvent, Cell, Uint8Array>

export interface Told {
  readonly command: SkeinCommand
  readonly outcome: CommandOutcome<Uint8Array>
  readonly owner: number
  /** End of the events topic when the reply left. */
  readonly logEnd: Promise<number>
}

/** A membership whose heartbeats a test tells. */
export class HandMembership implements Membership {
  membershipTimeoutMs = 1000
  /** Sent now, whenever asked, unless a test says when. */
  heartbeatSentAt: (() => number) | null = null
  beats = 0
  lastHeartbeatSentAt(): number {
    return this.heartbeatSentAt ? this.heartbeatSentAt() : performance.now()
  }
  nextHeartbeat(): Promise<void> {
    this.beats++
    return new Promise((resolve) => setImmediate(resolve))
  }
  commit(): void {}
  leave(): Promise<void> {
    return Promise.resolve()
  }
}

export const quickLimits: ProcessorLimits = {
  ...defaultProcessorLimits,
  enteredAheadMaxMs: 0,
  clockSkewMaxMs: 0,
  prefetchPauseMs: 5,
  claimBackOffMinMs: 1,
  claimBackOffMaxMs: 5,
}

export interface BenchOptions {
  readonly limits?: Partial<ProcessorLimits>
  readonly log?: 'embedded' | 'memory'
  readonly recordBatchBytesMax?: number
}

export interface OwnerOptions {
  readonly gate?: Gate
  readonly membership?: HandMembership
  readonly selfFence?: boolean
  readonly wokeAt?: Options['wokeAt']
  readonly limits?: Partial<ProcessorLimits>
  readonly decider?: Decider<SkeinCommand, SkeinEvent, Cell, Uint8Array>
  readonly owners?: () => Owners
}

type BenchLog = Awaited<ReturnType<typeof memoryLog>>

export class Bench {
  readonly view = new MemoryView()
  readonly told: Told[] = []
  /** Codes of what was said to operators. */
  readonly alarms: unknown[] = []
  readonly counters = newCounters()
  readonly log: Log
  readonly deadLetters: BenchLog['deadLetters']
  readonly appendRaw: BenchLog['appendRaw']
  readonly truncateCommands: BenchLog['truncateCommands']
  readonly cut: BenchLog['cut']
  readonly #options: BenchOptions
  readonly #owners: Owner[] = []

  constructor({ log, deadLetters, appendRaw, truncateCommands, cut }: Omit<BenchLog, 'close'>, options: BenchOptions) {
    this.log = log
    this.deadLetters = deadLetters
    this.appendRaw = appendRaw
    this.truncateCommands = truncateCommands
    this.cut = cut
    this.#options = options
    for (const user of ['ann', 'bob', 'cid']) this.view.users.add(user)
  }

  own(options: OwnerOptions = {}): Owner {
    const owner: Owner = new PartitionOwner(0, options.membership ?? new HandMembership(), this.#ports(options), options.owners)
    this.#owners.push(owner)
    return owner
  }

  /** Waits until the owner serves. */
  active(owner: Owner): Promise<boolean> {
    return eventually(() => owner.phase === 'active', { timeoutMs: 20_000, intervalMs: 1, what: 'an active owner' })
  }

  async end(topic: 'commands' | 'events'): Promise<number> {
    return (await this.log.bounds(topic, [0])).get(0)!.end
  }

  async events(from = 0): Promise<StoredRecord<SkeinEvent>[]> {
    const records: StoredRecord<SkeinEvent>[] = []
    const end = await this.end('events')
    for await (const batch of this.log.read('events', 0, from, end)) records.push(...(batch as StoredRecord<SkeinEvent>[]))
    return records
  }

  /** Appends commands at once, in order. */
  async send<C extends SkeinCommand>(...commands: C[]): Promise<C> {
    await Promise.all(commands.map((command) => this.log.appendCommand(command)))
    return commands.at(-1)!
  }

  outcomesOf(command: SkeinCommand): Told[] {
    return this.told.filter((told) => told.command.meta.commandId === command.meta.commandId)
  }

  outcomeOf(command: SkeinCommand, timeoutMs = 20_000): Promise<CommandOutcome<Uint8Array>> {
    const { type } = command
    return eventually(() => this.outcomesOf(command)[0]?.outcome, { timeoutMs, intervalMs: 1, what: `an outcome of ${type}` })
  }

  async ask(command: SkeinCommand): Promise<CommandOutcome<Uint8Array>> {
    await this.send(command)
    return this.outcomeOf(command)
  }

  advance(count?: number): ReturnType<MemoryView['advance']> {
    return this.view.advance(this.log, 0, count)
  }

  async stop(): Promise<void> {
    await Promise.all(this.#owners.map((owner) => owner.stop()))
  }

  #ports({
    gate = () => {},
    decider = skeinDecider,
    limits,
    selfFence = true,
    wokeAt = () => Number.NEGATIVE_INFINITY,
  }: OwnerOptions): Options {
    const number = this.#owners.length
    return {
      log: steppedLog(this.log, gate),
      decider,
      prefetch: async (partition, keys) => {
        await gate('prefetch')
        const found = await this.view.prefetch(partition, keys)
        await gate('prefetched')
        return found
      },
      timers: noTimers,
      checkpoints: this.view.checkpoints,
      commandsDone: (commandId) => ({ type: 'CommandsDone', meta: { ...partitionMeta(0), commandId } }),
      outcome: (command, outcome) => {
        this.told.push({ command, outcome, owner: number, logEnd: this.end('events') })
      },
      logger: { ...silentLogger, error: (fields) => void this.alarms.push((fields as { code?: unknown }).code) },
      limits: { ...quickLimits, ...this.#options.limits, ...limits },
      selfFence,
      wokeAt,
      group: consumerGroup(this.log, 'processor', 'commands'),
      counters: this.counters,
    }
  }
}

export async function startBench(t: Pick<TestContext, 'after'>, options: BenchOptions = {}): Promise<Bench> {
  const { close, ...log } = options.log === 'memory' ? await memoryLog(options) : await embeddedLog(options)
  const bench = new Bench(log, options)
  t.after(async () => {
    // A frozen owner never ends; one that can, does.
    await Promise.race([bench.stop(), new Promise((resolve) => setTimeout(resolve, 20))])
    await close()
  })
  return bench
}

async function memoryLog({ recordBatchBytesMax }: BenchOptions) {
  const broker = await createMemoryBroker({ partitionCount: 1, ...(recordBatchBytesMax ? { recordBatchBytesMax } : {}) })
  const log = broker.open()
  return {
    log,
    deadLetters: (): readonly DeadLetter[] => broker.deadLetters,
    appendRaw: (key: string, bytes: Uint8Array, topic: 'commands' | 'events' = 'commands') => broker.appendRaw(topic, 0, key, bytes),
    truncateCommands: (before: number) => broker.truncate('commands', 0, before),
    /** Removes what stands from this offset on. */
    cut: (topic: 'commands' | 'events', from: number) => broker.cut(topic, 0, from),
    close: () => log.close(),
  }
}

async function embeddedLog({ recordBatchBytesMax }: BenchOptions) {
  const dir = mkdtempSync(join(tmpdir(), 'skein-processor-'))
  const log = await openEmbeddedLog({
    file: join(dir, 'log.sqlite'),
    partitionCount: 1,
    logger: silentLogger,
    limits: { ...(recordBatchBytesMax ? { recordBatchBytesMax } : {}) },
  })
  const letters: DeadLetter[] = []
  const keep: Log = Object.assign(Object.create(log), {
    deadLetter: async (list: readonly DeadLetter[]) => {
      await log.deadLetter(list)
      letters.push(...list)
    },
  })
  return {
    log: keep,
    deadLetters: (): readonly DeadLetter[] => letters,
    appendRaw: (_key: string, _bytes: Uint8Array): void => assert.fail('only the log in memory takes raw bytes'),
    truncateCommands: (_before: number): void => assert.fail('only the log in memory is truncated at once'),
    cut: (_topic: 'commands' | 'events', _from: number): void => assert.fail('only the log in memory is cut'),
    async close() {
      await log.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export interface SendOptions {
  readonly id?: string
  readonly retry?: boolean
  readonly enteredAt?: number
  readonly deadlineAt?: number
  readonly actorId?: string
}

export const ann = 'd:ann:bob'

/** A message to a direct conversation; the same text is the same content. */
export function message(text: string, { id = randomUUID(), ...meta }: SendOptions = {}, conversationId = ann): SendMessage {
  return sampleSendMessage(text, {
    meta: sampleCommandMeta({ intent: { id, contentHash: createHash('sha256').update(text).digest() }, ...meta }),
    conversationId,
  })
}

/** The same message sent again, as a device does: another command, flagged. */
export const again = (first: SendMessage, changes: Partial<SkeinCommand['meta']> = {}): SendMessage => ({
  ...first,
  meta: { ...sampleCommandMeta({ actorId: first.meta.actorId, intent: first.meta.intent }), retry: true, ...changes },
})

export const keyOf = (conversationId: string): string => aggregateKey(sampleAppId, conversationId)

/** What the sender is told when all is well. */
export function seqOf(outcome: CommandOutcome<Uint8Array>): number {
  assert.ok(outcome.accepted, `refused: ${outcome.accepted || outcome.code}`)
  return decodeReply('SendMessage', outcome.reply).seq
}

export const codeOf = (outcome: CommandOutcome<Uint8Array>): string => (outcome.accepted ? 'accepted' : outcome.code)

/** A gate that stays shut at one point until opened. `reached` tells that somebody stands before it. */
export function gateAt(point: Point, options: { readonly skip?: number } = {}) {
  const { promise: open, resolve } = Promise.withResolvers<void>()
  const { promise: reached, resolve: arrive } = Promise.withResolvers<void>()
  let left = options.skip ?? 0
  let shut = true
  const gate: Gate = (at) => {
    if (at !== point || !shut || left-- > 0) return
    arrive()
    return open
  }
  return {
    gate,
    reached,
    open(): void {
      shut = false
      resolve()
    },
  }
}
