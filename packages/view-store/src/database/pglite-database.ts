// The Database port over PGlite: a PostgreSQL inside this process, with its files in a directory. There is one connection,
// so transactions and statements take turns; a limit on time can only stop the waiting, not the statement.
//
// PGlite's own query() plans a statement each time it runs, which costs five times what running it does. Here statements
// with a name are prepared once, and each run is one message of PostgreSQL's extended query protocol.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
import { PGlite, parse, protocol } from '@electric-sql/pglite'
import { within } from '@skein/timing'
import type { Database, Queryable, QueryOptions, QueryResult, RawClient } from './database.ts'
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

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>

const int8Oid = 20
const parsers = { [int8Oid]: Number }
const { serialize } = protocol

export async function createPgliteDatabase({
  dataDir,
  statementTimeoutMs = 30_000,
  checkpointEveryMs = 5_000,
}: PgliteOptions = {}): Promise<Database> {
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  const settings = Object.entries(plannerSettings).map(([name, value]) => `SET ${name} = ${value};`)
  await pglite.exec(settings.join(' '))
  const parametersOf = new Map<string, readonly number[]>()
  const takeTurn = createTurns()

  const say = (...messages: Uint8Array[]): Promise<Messages> =>
    pglite.execProtocolStream(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false })

  /** Types of the parameters of a statement, prepared if it was not yet. */
  async function prepare(name: string, text: string): Promise<readonly number[]> {
    const known = parametersOf.get(name)
    if (known) return known
    const told = await say(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const types = parse.parseDescribeStatementResults(told as never)
    // The one without a name is forgotten with the next.
    if (name !== '') parametersOf.set(name, types)
    return types
  }

  async function execute<Row>(text: string, values: readonly unknown[], name: string): Promise<QueryResult<Row>> {
    const types = await prepare(name, text)
    const written = values.map((value, i) => {
      if (value === null || value === undefined) return null
      const write = pglite.serializers[types[i]!]
      return write ? write(value) : String(value)
    })
    const told = await say(serialize.bind({ statement: name, values: written }), serialize.describe({ type: 'P' }), serialize.execute({}))
    const [result] = parse.parseResults(told as never, pglite.parsers, { parsers })
    const { rows = [], affectedRows = 0 } = (result ?? {}) as { rows?: Row[]; affectedRows?: number }
    return { rows, count: Math.max(affectedRows, rows.length) }
  }

  /** Runs it in its turn; not at all when nobody waits for it any more by then. */
  function run<Row>(takeTurn: Turns, text: string, values: readonly unknown[] = [], options: QueryOptions = {}): Promise<QueryResult<Row>> {
    const { name = '', timeoutMs = statementTimeoutMs } = options
    let awaited = true
    const answer = takeTurn(async () => {
      if (!awaited) throw new Error('nobody waits')
      return execute<Row>(text, values, name)
    })
    return within(timeoutMs, 'a statement', answer).finally(() => {
      awaited = false
    })
  }

  async function transaction<T>(work: (queryable: Queryable) => Promise<T>, begin: string): Promise<T> {
    const takeTurn = createTurns()
    await pglite.exec(begin)
    try {
      const result = await work({ query: (text, values, options) => run(takeTurn, text, values, options) })
      const told = await takeTurn(() => say(serialize.query('COMMIT')))
      const [commit] = parse.parseResults(told as never, pglite.parsers) as { command?: string }[]
      if (commit?.command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed')
      return result
    } catch (error) {
      await takeTurn(() => pglite.exec('ROLLBACK'))
      throw error
    }
  }

  /** A PostgreSQL without its other processes makes no checkpoints by itself: its log would grow, and recovery take ever longer. */
  async function checkpointWhenDue(): Promise<void> {
    const due = `SELECT FROM pg_control_checkpoint() WHERE pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > ${walBytesMax}`
    if ((await takeTurn(() => execute(due, [], 'checkpoint-due'))).count > 0) await takeTurn(() => pglite.exec('CHECKPOINT'))
  }
  // One that fails is tried again with the next.
  const checkpoints = setInterval(() => checkpointWhenDue().catch(() => {}), checkpointEveryMs).unref()

  return {
    query: (text, values, options) => run(takeTurn, text, values, options),
    transaction: (work, { snapshot = false, relaxedCommit = false } = {}) => {
      const begin = snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN'
      return takeTurn(() => transaction(work, relaxedCommit ? `${begin}; SET LOCAL synchronous_commit = off` : begin))
    },
    // Its users are the migrations, which run before anything else.
    session: (work) =>
      takeTurn(async () => {
        const client: RawClient = {
          async query(text, values) {
            if (values && values.length > 0) return pglite.query<Record<string, unknown>>(text, values as unknown[])
            return ((await pglite.exec(text)).at(-1) as { rows: Record<string, unknown>[] } | undefined) ?? { rows: [] }
          },
        }
        try {
          return await work(client)
        } finally {
          await pglite.exec(`RESET ALL; ${settings.join(' ')}`)
        }
      }),
    close: () => {
      clearInterval(checkpoints)
      return takeTurn(() => pglite.close())
    },
  }
}

type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Runs what it is given one at a time, in order. */
function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}
