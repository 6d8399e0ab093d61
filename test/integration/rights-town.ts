// A group as the whole of a server decides and shows it, without its edges: a log, owners that decide what is in it and a projector that makes
// views of it, each of which a test stops and starts again at any point. What was appended is what a plain model is told, in the log's order.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { aggregateKey, partitionMeta, type SkeinCommand, type SkeinEvent } from '@skein/contracts'
import { type Cell, skeinDecider } from '@skein/domain'
import type { EventLog, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { type Changes, foldBatch, type ReadViews, type ViewCell } from '@skein/projections'
import {
  type CommandOutcome,
  consumerGroup,
  createProcessor,
  createProjector,
  defaultProcessorLimits,
  defaultProjectorLimits,
  newCounters,
  newProjectorCounters,
} from '@skein/runtime'
import { silentLogger } from '@skein/telemetry'
import { eventually, type RightsCommand, sampleCommandMeta } from '@skein/testing'
import {
  createPgliteDatabase,
  createPrefetch,
  createProjectorStore,
  createReadTimers,
  createReadViews,
  type Database,
  migrateViews,
} from '@skein/view-store'

export type Log = EventLog<SkeinCommand, SkeinEvent>

interface Values {
  readonly commands: SkeinCommand | UndecodableRecord
  readonly events: SkeinEvent | UndecodableRecord
}

/** A process that may end. */
interface Stoppable {
  stop(): Promise<void>
}

const schema = 'rights'
/** A machine that has other things to do must not be told of a view that did not answer in time. */
const prefetchTimeoutMs = 30_000
const waitMs = 60_000

export class RightsTown {
  readonly log: Log
  readonly views: ReadViews
  /** Of each command that somebody was told of, by its id. */
  readonly outcomes = new Map<string, CommandOutcome<Uint8Array>[]>()
  readonly #db: Database
  #owners: Stoppable | null = null
  #projector: Stoppable | null = null

  private constructor(log: Log, db: Database) {
    this.log = log
    this.#db = db
    this.views = createReadViews(db, { schema })
  }

  static async open(log: Log): Promise<RightsTown> {
    const db = await createPgliteDatabase()
    await migrateViews(db, { schema, logger: silentLogger })
    const town = new RightsTown(log, db)
    await Promise.all([town.own(), town.project()])
    return town
  }

  /** Whoever owned before decides nothing more; what they were about to tell may be told to nobody. */
  async own(): Promise<void> {
    await this.#owners?.stop()
    const processor = createProcessor<SkeinCommand, SkeinEvent, Cell, Uint8Array>({
      log: this.log,
      decider: skeinDecider,
      prefetch: createPrefetch(this.#db, { schema, timeoutMs: prefetchTimeoutMs }),
      timers: {
        read: createReadTimers(this.#db, { schema }),
        fire: () => Promise.reject(new Error('there are no timers')),
        clock: this.log.clock,
      },
      checkpoints: () => this.views.checkpoints(),
      commandsDone: (commandId) => ({ type: 'CommandsDone', meta: { ...partitionMeta(Date.now()), commandId } }),
      outcome: ({ meta: { commandId } }, outcome) => void this.outcomes.set(commandId, [...(this.outcomes.get(commandId) ?? []), outcome]),
      logger: silentLogger,
      limits: defaultProcessorLimits,
      selfFence: true,
      wokeAt: () => Number.NEGATIVE_INFINITY,
      group: consumerGroup(this.log, 'processor', 'commands'),
      counters: newCounters(),
    })
    this.#owners = processor
    await processor.start()
  }

  async project(): Promise<void> {
    await this.#projector?.stop()
    const projector = createProjector<SkeinEvent, ViewCell, Changes>({
      log: this.log,
      store: createProjectorStore(this.#db, { schema }),
      prefetch: createPrefetch(this.#db, { schema, timeoutMs: prefetchTimeoutMs }),
      projection: { fold: foldBatch },
      applied: async () => {},
      released: () => {},
      group: 'projector',
      limits: { ...defaultProjectorLimits, eventsPerBatchMax: 7, lingerMs: 1 },
      logger: silentLogger,
      counters: newProjectorCounters(),
    })
    this.#projector = projector
    await projector.start()
  }

  async register(appId: string, userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) {
      const meta = sampleCommandMeta({ appId, actorId: '' })
      await this.ask({ type: 'RegisterUser', meta, userId, userName: userId, displayName: '' })
    }
    for (const userId of userIds)
      await eventually(async () => (await this.views.findUser(appId, { userId })) !== null, {
        timeoutMs: waitMs,
        what: `${userId} is there`,
      })
  }

  /** Again until somebody is told: an answer may be lost with its owner. */
  async ask(command: SkeinCommand): Promise<CommandOutcome<Uint8Array>> {
    for (let retry = false; ; retry = true) {
      const meta = { ...command.meta, retry, commandId: retry ? randomUUID() : command.meta.commandId, deadlineAt: Date.now() + waitMs }
      await this.log.appendCommand({ ...command, meta })
      const told = await eventually(() => this.outcomes.get(meta.commandId)?.[0], { timeoutMs: 5_000 }).catch(() => null)
      if (told !== null) return told
    }
  }

  /** Everything that was appended to the partition of a conversation has been decided. */
  async decided(appId: string, conversationId: string): Promise<void> {
    const outcome = await this.ask({
      type: 'MarkRead',
      meta: sampleCommandMeta({ appId, actorId: 'outsider' }),
      conversationId,
      ordinal: 1,
    })
    assert.ok(!outcome.accepted && outcome.code === 'NOT_A_MEMBER')
  }

  /** What stands in the log of a conversation, in its order. */
  async commandsOf(
    appId: string,
    conversationId: string,
  ): Promise<readonly { readonly offset: number; readonly command: RightsCommand }[]> {
    const records = await this.#records('commands', appId, conversationId)
    return records.flatMap(({ offset, value }) => {
      if ('undecodable' in value || !('conversationId' in value)) return []
      const isTheirs = value.conversationId === conversationId && value.meta.appId === appId
      return isTheirs ? [{ offset, command: value as RightsCommand }] : []
    })
  }

  /** Those too that say what a command came to that changed nothing. */
  async eventsOf(appId: string, conversationId: string): Promise<readonly SkeinEvent[]> {
    const records = await this.#records('events', appId, conversationId)
    return records.flatMap(({ value }) => {
      if ('undecodable' in value || value.meta.appId !== appId) return []
      const about = 'conversationId' in value ? value.conversationId : 'aggregateId' in value ? value.aggregateId : ''
      return about === conversationId ? [value] : []
    })
  }

  async #records<T extends 'commands' | 'events'>(
    topic: T,
    appId: string,
    conversationId: string,
  ): Promise<readonly StoredRecord<Values[T]>[]> {
    const partition = this.log.partitionOf(aggregateKey(appId, conversationId))
    const { start, end } = (await this.log.bounds(topic, [partition])).get(partition)!
    const records: StoredRecord<Values[T]>[] = []
    const read = this.log.read(topic as 'events', partition, start, end) as AsyncIterable<readonly StoredRecord<Values[T]>[]>
    for await (const batch of read) records.push(...batch)
    return records
  }

  /** The views have everything there is. */
  async shown(): Promise<void> {
    const partitions = Array.from({ length: this.log.partitionCount }, (_, i) => i)
    await eventually(
      async () => {
        const [bounds, checkpoints] = [await this.log.bounds('events', partitions), await this.views.checkpoints()]
        return partitions.every((partition) => (checkpoints.get(partition)?.nextOffset ?? 0) >= bounds.get(partition)!.end)
      },
      { timeoutMs: waitMs, intervalMs: 20, what: 'views that have everything' },
    )
  }

  /** Views that were lost, and are made again of the log. */
  async loseViews(): Promise<void> {
    await Promise.all([this.#projector?.stop(), this.#owners?.stop()])
    this.#projector = null
    this.#owners = null
    const { rows } = await this.#db.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [schema])
    await this.#db.query(`TRUNCATE ${rows.flatMap(({ name }) => (name === 'migrations' ? [] : `${schema}.${name}`)).join(', ')}`)
    await this.project()
    await this.shown()
    await this.own()
  }

  async close(): Promise<void> {
    await Promise.all([this.#projector?.stop(), this.#owners?.stop()])
    await this.#db.close()
    await this.log.close()
  }
}
