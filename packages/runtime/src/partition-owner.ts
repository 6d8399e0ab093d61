// The single writer of one partition: loads its state, claims the partition, then decides batches of commands and appends their
// events, replying only after the append. Any fault drops the state and the writer together and begins again with a new
// claim, once a heartbeat sent later has shown that the partition is still this member's.
import type { Checkpoint, Command, Event, Membership, PartitionWriter, RecordToAppend } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { pause, unlessAborted } from '@skein/timing'
import type { CommandEvents, Decided } from './batch-decision.ts'
import { decideBatch, decorate } from './batch-decision.ts'
import type { Commands } from './cold-reader.ts'
import { ColdReader } from './cold-reader.ts'
import { DueTimers, type TimerStatus } from './due-timers.ts'
import { load } from './loading.ts'
import type { OwnerPhase } from './owner-phase.ts'
import { nextPhase } from './owner-phase.ts'
import type { PartitionState } from './partition-state.ts'
import type { ProcessorOptions } from './processor-ports.ts'
import { checkMembership } from './processor-ports.ts'
import { serveUntilStopped } from './served-partition.ts'

/** Faults that no new claim will mend: an operator has to. */
const alarming = new Set(['OUT_OF_RANGE', 'VIEW_REPLACED', 'OTHER_HISTORY', 'CLAIM_WENT_BACK', 'MISCONFIGURED', 'CORRUPT'])

/** Faults of what was to be appended: so it will be the next time. */
const unstorable = new Set(['TOO_LARGE', 'UNENCODABLE'])

/** Owners of one process, which share its memory. */
export type Owners = ReadonlyMap<number, { readonly entryCount: number }>

export class PartitionOwner<C extends Command, E extends Event, Cell, Reply> {
  readonly partition: number
  readonly #options: ProcessorOptions<C, E, Cell, Reply>
  readonly #membership: Membership
  readonly #stop = new AbortController()
  #phase: OwnerPhase = 'idle'
  #writer: PartitionWriter<E> | null = null
  #state: PartitionState<C, E, Cell, Reply> | null = null
  #timers: DueTimers<C, Cell> | null = null
  #claimedAt = 0
  #polled: Checkpoint | null = null
  #silentCommands = 0
  /** Why the log does not take the events of commands. By their ids: what is remembered beyond a claim names no offset. */
  readonly #unstorable = new Map<string, LogError>()
  #doubtful = { before: 0, at: 0 }
  #claimsInVain = 0
  readonly #cold: ColdReader<C, E, Cell, Reply>
  #oneByOne = false
  #abandoned = false
  /** Between batches nothing reads the state, and it may let go of what it holds. */
  #deciding = false
  readonly #owners: () => Owners
  readonly #running: Promise<void>

  /** `owners` are those of this process, this one included as soon as it serves. */
  constructor(partition: number, membership: Membership, options: ProcessorOptions<C, E, Cell, Reply>, owners?: () => Owners) {
    this.partition = partition
    this.#membership = membership
    this.#options = options
    this.#cold = new ColdReader(partition, options)
    this.#owners = owners ?? (() => new Map([[partition, this]]))
    this.#running = this.#run()
  }

  get phase(): OwnerPhase {
    return this.#phase
  }

  /** Events the view lacks; undefined while not active. */
  get lag(): number | undefined {
    if (!this.#writer || !this.#state) return undefined
    return this.#writer.nextOffset - Math.max(this.#state.checkpoint.nextOffset, this.#polled?.nextOffset ?? 0)
  }

  get cellCount(): number {
    return this.#state?.cellCount ?? 0
  }

  /** Cells and intents in memory. */
  get entryCount(): number {
    return this.#state ? this.#state.cellCount + this.#state.intentCount : 0
  }

  /** Undefined while it has none in memory. */
  get timers(): TimerStatus | undefined {
    return this.#timers?.status
  }

  /** Tells the owner how far the view is; called often. */
  sawCheckpoint(checkpoint: Checkpoint): void {
    this.#polled = checkpoint
    // An idle partition lets go too: the others have to do without what it holds.
    if (this.#phase !== 'active' || this.#deciding || !this.#state!.isOfHistory(checkpoint)) return
    this.#takePolled(this.#state!)
    this.#makeRoom(this.#state!)
  }

  #makeRoom(state: PartitionState<C, E, Cell, Reply>): void {
    state.makeRoom(Date.now(), Math.max(1, this.#owners().size))
    this.#timers?.sawView(state.checkpoint.nextOffset)
  }

  /** Before anything is folded: it is told of whatever is. */
  #begun(state: PartitionState<C, E, Cell, Reply>): void {
    this.#state = state
    this.#timers = new DueTimers(this.partition, this.#options, state, () => Math.max(1, this.#owners().size))
    state.onFold = this.#timers.folded
  }

  readonly #entries = () => {
    let entries = 0
    for (const owner of this.#owners().values()) entries += owner.entryCount
    return entries
  }

  /** Between batches: a prefetch under way may have been asked before the poll, and has not gone back by being older. */
  #takePolled(state: PartitionState<C, E, Cell, Reply>): void {
    const polled = this.#polled
    // A poll may have been under way while a prefetch saw a newer one: only a prefetch can prove that a view went back.
    if (polled && polled.nextOffset > state.checkpoint.nextOffset) state.sawCheckpoint(polled)
  }

  /** Finishes the batch at hand, then lets go. */
  async stop(): Promise<void> {
    this.#stop.abort()
    this.#timers?.stop()
    await this.#running
  }

  async abandon(graceMs: number): Promise<void> {
    this.#abandoned = true
    await Promise.race([this.#running, pause(graceMs)])
    await this.stop()
  }

  #enter(phase: OwnerPhase): void {
    this.#phase = nextPhase(this.#phase, phase)
    this.#options.logger.debug({ partition: this.partition, phase }, 'owner')
  }

  #run(): Promise<void> {
    const { claimBackOffMinMs, claimBackOffMaxMs } = this.#options.limits
    return serveUntilStopped({
      signal: this.#stop.signal,
      backOff: { minMs: claimBackOffMinMs, maxMs: claimBackOffMaxMs },
      serve: (succeeded) => this.#own(succeeded),
      failed: (error) => this.#fence(error),
      mayBegin: async () => {
        // Only a heartbeat sent after the fault says that the partition is still ours to claim.
        await unlessAborted(this.#membership.nextHeartbeat(), this.#stop.signal).catch(() => {})
        await this.#waitToClaim()
        if (!this.#stop.signal.aborted) this.#enter('idle')
      },
    }).then(() => {
      this.#drop()
      this.#enter('stopped')
    })
  }

  /** Answers whether to claim again. */
  #fence(error: unknown): boolean {
    const { logger, counters } = this.#options
    this.#enter('fenced')
    counters.fenced++
    if (error instanceof LogError && error.code === 'FENCED') counters.refusedByBroker++
    const code = (error as { code?: string }).code ?? 'INTERNAL'
    if (code === 'SELF_FENCED') counters.selfFenced++
    const fields = { partition: this.partition, code, error }
    if (alarming.has(code)) logger.error(fields, 'partition cannot be owned')
    else logger.warn(fields, 'owner dropped its state')
    this.#drop()
    return !this.#abandoned
  }

  async #own(succeeded: () => void): Promise<void> {
    const { log, counters, logger } = this.#options
    this.#enter('loading')
    const loading = await load(this.#options, this.partition, {
      begun: (state) => this.#begun(state),
      entries: this.#entries,
    })
    if (this.#stop.signal.aborted) return
    this.#enter('claiming')
    const writer = await log.claim(this.partition)
    this.#writer = writer
    this.#claimedAt = performance.now()
    this.#claimsInVain++
    counters.claims++
    if (this.#stop.signal.aborted) return
    const { next: nextCommand, doubtfulBefore, claimedAt } = await loading.upTo(writer.claim)
    this.#doubtful = { before: doubtfulBefore, at: claimedAt }
    if (this.#stop.signal.aborted) return
    this.#enter('active')
    const checkpoint = this.#state!.checkpoint.nextOffset
    logger.info({ partition: this.partition, claim: writer.claim, nextCommand, checkpoint }, 'partition owned')
    this.#timers!.start()
    let next = nextCommand
    do next = await this.#serve(next, succeeded)
    while (!this.#stop.signal.aborted && (await this.#renewClaim()))
  }

  /** Processes commands until the claim has to be renewed, on an idle partition too; answers the next command. */
  async #serve(from: number, succeeded: () => void): Promise<number> {
    const { log, limits } = this.#options
    const renewal = new AbortController()
    const due = setTimeout(() => renewal.abort(), Math.max(1, this.#claimedAt + limits.claimAgeMaxMs - performance.now())).unref()
    const signal = AbortSignal.any([this.#stop.signal, renewal.signal])
    let next = from
    try {
      for await (const records of log.tail('commands', this.partition, { from, signal })) {
        for (let i = 0; i < records.length; ) {
          this.#deciding = true
          i += await this.#process(this.#batchFrom(records, i)).finally(() => {
            this.#deciding = false
          })
          succeeded()
          this.#claimsInVain = 0
        }
        next = records.at(-1)!.offset + 1
        this.#membership.commit('commands', this.partition, { nextOffset: next, record: '' })
      }
    } finally {
      clearTimeout(due)
    }
    return next
  }

  /** Decides and appends; answers how many commands are done. */
  async #process(records: Commands<C>): Promise<number> {
    const { counters, log, decider, logger } = this.#options
    const state = this.#state!
    const writer = this.#writer!
    this.#takePolled(state)
    state.beginBatch()
    this.#makeRoom(state)
    const beyond = this.#beyond()
    const coldRefused = beyond === null ? !(await this.#cold.read(state, records)) : false
    const decided = decideBatch({ decider, logger, encoded: (command) => log.encoded(command) }, state, {
      partition: this.partition,
      records,
      nextOffset: writer.nextOffset,
      claim: writer.claim,
      refuseAll: beyond === null ? null : { code: 'UNAVAILABLE', detail: beyond },
      coldRefused,
      enteredAheadMaxMs: this.#options.limits.enteredAheadMaxMs,
      unstorable: this.#unstorable,
      doubtful: this.#doubtful,
    })
    if (decided.deadLetters.length > 0) {
      await log.deadLetter(decided.deadLetters)
      counters.deadLetters += decided.deadLetters.length
    }
    checkMembership(this.#membership, this.#options)
    await this.#append(decided, records[decided.count - 1]!)
    checkMembership(this.#membership, this.#options)
    for (const { command, outcome } of decided.outcomes) {
      if (!outcome.accepted) outcome.code === 'UNAVAILABLE' ? counters.unavailable++ : counters.rejections++
      this.#unstorable.delete(command.meta.commandId)
      this.#options.outcome(command, outcome)
    }
    counters.commands += decided.count
    counters.batches++
    return decided.count
  }

  /** The limit that a lagging view has carried memory beyond; null for none. */
  #beyond(): string | null {
    const { lagEventsMax, entriesMax } = this.#options.limits
    if (this.lag! > lagEventsMax) return `lagEventsMax ${lagEventsMax}`
    return this.#entries() > entriesMax ? `entriesMax ${entriesMax}` : null
  }

  async #append(decided: Decided<C, E, Reply>, last: Commands<C>[number]): Promise<void> {
    const { limits } = this.#options
    const silent = decided.groups.length > 0 ? 0 : this.#silentCommands + decided.count
    const done = decided.settled || silent >= limits.silentCommandsMax
    const records = decided.groups.flatMap((g) => g.records)
    const commandId = 'undecodable' in last.value ? '' : last.value.meta.commandId
    if (done) records.push(decorate<E>('', this.#options.commandsDone(commandId), last.offset, this.#writer!.claim))
    if (records.length > 0) await this.#appendRecords(records, decided.groups)
    this.#silentCommands = done ? 0 : silent
  }

  async #appendRecords(records: readonly RecordToAppend<E>[], groups: readonly CommandEvents<E>[]): Promise<void> {
    try {
      await this.#writer!.append(records)
      this.#options.counters.events += records.length
    } catch (error) {
      if (error instanceof LogError && unstorable.has(error.code)) {
        // What was decided stands on events that cannot be stored: begin again, command by command, and pass over the
        // one whose events are too large alone, or fit no schema.
        this.#oneByOne = true
        if (groups.length === 1) this.#unstorable.set(groups[0]!.commandId, error)
      }
      throw error
    }
    this.#oneByOne = false
  }

  #batchFrom(records: Commands<C>, from: number): Commands<C> {
    const { commandsPerBatchMax, commandBytesPerBatchMax } = this.#options.limits
    let to = from + 1
    let bytes = records[from]!.bytes
    while (!this.#oneByOne && to < records.length && to - from < commandsPerBatchMax) {
      bytes += records[to]!.bytes
      if (bytes > commandBytesPerBatchMax) break
      to++
    }
    return records.slice(from, to)
  }

  /** A new claim for the same state. Answers false when somebody else wrote in between, so that it must be loaded anew. */
  async #renewClaim(): Promise<boolean> {
    const before = this.#writer!
    this.#enter('claiming')
    before.close()
    const writer = await this.#options.log.claim(this.partition)
    this.#writer = writer
    this.#claimedAt = performance.now()
    this.#options.counters.claims++
    if (writer.claim !== before.nextOffset) {
      this.#enter('fenced')
      this.#drop()
      this.#enter('idle')
      return false
    }
    this.#state!.claimed(writer.claim, writer)
    this.#enter('active')
    return true
  }

  /** Claims that nothing comes of are written ever less often: each is a record that stays, and an epoch of the producer's. */
  async #waitToClaim(): Promise<void> {
    const { claimBackOffMinMs, claimsInVainEveryMs } = this.#options.limits
    const interval = this.#claimsInVain === 0 ? 0 : Math.min(claimsInVainEveryMs, claimBackOffMinMs * 2 ** this.#claimsInVain)
    const left = this.#claimedAt + interval - performance.now()
    if (left > 0) await pause(left, this.#stop.signal)
  }

  #drop(): void {
    this.#writer?.close()
    this.#writer = null
    this.#state = null
    this.#timers?.stop()
    this.#timers = null
    this.#polled = null
    this.#silentCommands = 0
  }
}
