// The Database port over PGlite: a PostgreSQL inside this process, with its files in a directory. There is one connection,
// so transactions and statements take turns; a limit on time can only stop the waiting, not the statement. It runs in the thread that calls it and
// waits for nothing outside: between two turns everything else of the thread has one, or it would stand still until no statement is left.
//
// PGlite's own query() plans a statement each time it runs, which costs five times what running it does. Here statements
// with a name are prepared once, and each run is one message of PostgreSQL's extended query protocol.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { PGlite, parse, protocol } from '@electric-sql/pglite'
import { within } from '@skein/timing'
import type { Database, Queryable, QueryOptions, QueryResult, RawClient, TransactionOptions } from './database.ts'
import { plannerSettings } from './database.ts'

export interface PgliteOptions {
  /** Directory of the data; in memory when absent. */
  readonly dataDir?: string
  readonly statementTimeoutMs?: number
  /** How often it is looked whether a checkpoint is due. */
  readonly checkpointEveryMs?: number
}

/** Bytes of write-ahead log that call for a checkpoint: a start after a crash replays as much, at some 40 MB a second. */
const walBytesMax = 16 * 1024 * 1024

/** What is asked of the one connection. */
interface Statement {
  readonly text: string
  readonly values?: readonly unknown[] | undefined
  readonly options?: QueryOptions | undefined
}

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>

const int8Oid = 20
const byteaOid = 17
/** PGlite's own take bytes one by one: a hundred times as long. */
const parsers = { [int8Oid]: Number, [byteaOid]: (text: string) => Buffer.from(text.slice(2), 'hex') }
const bytesWritten = (value: Uint8Array): string => `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
const { serialize } = protocol

const settings = Object.entries(plannerSettings)
  .map(([name, value]) => `SET ${name} = ${value};`)
  .join(' ')

class PgliteDatabase implements Database {
  readonly #pglite: PGlite
  readonly #statementTimeoutMs: number
  readonly #parametersOf = new Map<string, readonly number[]>()
  readonly #takeTurn = createTurns(turnOfOthers)
  readonly #checkpoints: NodeJS.Timeout

  constructor(pglite: PGlite, { statementTimeoutMs = 30_000, checkpointEveryMs = 5_000 }: PgliteOptions) {
    this.#pglite = pglite
    this.#statementTimeoutMs = statementTimeoutMs
    // One that fails is tried again with the next.
    this.#checkpoints = setInterval(() => this.#checkpointWhenDue().catch(() => {}), checkpointEveryMs).unref()
  }

  query<Row>(text: string, values?: readonly unknown[], options?: QueryOptions): Promise<QueryResult<Row>> {
    return this.#run(this.#takeTurn, { text, values, options })
  }

  transaction<T>(
    work: (queryable: Queryable) => Promise<T>,
    { snapshot = false, relaxedCommit = false }: TransactionOptions = {},
  ): Promise<T> {
    const begin = snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN'
    return this.#takeTurn(() => this.#transaction(work, relaxedCommit ? `${begin}; SET LOCAL synchronous_commit = off` : begin))
  }

  /** Its users are the migrations, which run before anything else. */
  withConnection<T>(work: (client: RawClient) => Promise<T>): Promise<T> {
    const pglite = this.#pglite
    const client: RawClient = {
      async query(text, values) {
        if (values && values.length > 0) return pglite.query<Record<string, unknown>>(text, values as unknown[])
        return ((await pglite.exec(text)).at(-1) as { rows: Record<string, unknown>[] } | undefined) ?? { rows: [] }
      },
    }
    return this.#takeTurn(async () => {
      try {
        return await work(client)
      } finally {
        await pglite.exec(`RESET ALL; ${settings}`)
      }
    })
  }

  close(): Promise<void> {
    clearInterval(this.#checkpoints)
    return this.#takeTurn(() => this.#pglite.close())
  }

  #say(...messages: Uint8Array[]): Promise<Messages> {
    return this.#pglite.execProtocolStream(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false })
  }

  /** Types of the parameters of a statement, prepared if it was not yet. */
  async #prepare(name: string, text: string): Promise<readonly number[]> {
    const known = this.#parametersOf.get(name)
    if (known) return known
    const told = await this.#say(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const types = parse.parseDescribeStatementResults(told as never)
    // The one without a name is forgotten with the next.
    if (name !== '') this.#parametersOf.set(name, types)
    return types
  }

  async #execute<Row>({ text, values = [], options = {} }: Statement): Promise<QueryResult<Row>> {
    const { name = '' } = options
    const types = await this.#prepare(name, text)
    const written = values.map((value, i) => {
      if (value === null || value === undefined) return null
      if (types[i] === byteaOid && value instanceof Uint8Array) return bytesWritten(value)
      const write = this.#pglite.serializers[types[i]!]
      return write ? write(value) : String(value)
    })
    const told = await this.#say(
      serialize.bind({ statement: name, values: written }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    )
    const [result] = parse.parseResults(told as never, this.#pglite.parsers, { parsers })
    const { rows = [], affectedRows = 0 } = (result ?? {}) as { rows?: Row[]; affectedRows?: number }
    return { rows, count: Math.max(affectedRows, rows.length) }
  }

  /** Runs it in its turn; not at all when nobody waits for it any more by then. */
  #run<Row>(takeTurn: Turns, statement: Statement): Promise<QueryResult<Row>> {
    let awaited = true
    const answer = takeTurn(async () => {
      if (!awaited) throw new Error('nobody waits')
      return this.#execute<Row>(statement)
    })
    return within(statement.options?.timeoutMs ?? this.#statementTimeoutMs, 'a statement', answer).finally(() => {
      awaited = false
    })
  }

  async #transaction<T>(work: (queryable: Queryable) => Promise<T>, begin: string): Promise<T> {
    const takeTurn = createTurns(turnOfOthers)
    await this.#pglite.exec(begin)
    try {
      const result = await work({ query: (text, values, options) => this.#run(takeTurn, { text, values, options }) })
      const told = await takeTurn(() => this.#say(serialize.query('COMMIT')))
      const [commit] = parse.parseResults(told as never, this.#pglite.parsers) as { command?: string }[]
      if (commit?.command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed')
      return result
    } catch (error) {
      await takeTurn(() => this.#pglite.exec('ROLLBACK'))
      throw error
    }
  }

  /** A PostgreSQL without its other processes makes no checkpoints by itself: its log would grow, and recovery take ever longer. */
  async #checkpointWhenDue(): Promise<void> {
    const due = `SELECT FROM pg_control_checkpoint() WHERE pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > ${walBytesMax}`
    const found = await this.#takeTurn(() => this.#execute({ text: due, options: { name: 'checkpoint-due' } }))
    if (found.count > 0) await this.#takeTurn(() => this.#pglite.exec('CHECKPOINT'))
  }
}

export async function createPgliteDatabase(options: PgliteOptions = {}): Promise<Database> {
  const { dataDir } = options
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  await pglite.exec(settings)
  return new PgliteDatabase(pglite, options)
}

type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Runs what it is given one at a time, in order, with a pause between two. */
function createTurns(between: () => Promise<unknown> = async () => {}): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {}).then(between)
    return turn
  }
}
