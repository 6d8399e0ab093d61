// The Database port over a PostgreSQL server: a bounded pool. Every wait has a limit: for a connection, for a statement (in
// the server, and a little later in the client, which then drops the connection), and for a transaction that its client
// has forgotten: a stopped projector must not hold the lock on a checkpoint.
import type { Logger } from '@skein/telemetry'
import pg from 'pg'
import { createConnect } from './connecting.ts'
import type { Database, Queryable, QueryOptions, QueryResult, RawClient, TransactionOptions } from './database.ts'
import { DatabaseError, plannerSettings } from './database.ts'
import { stayConnected } from './stay-connected.ts'

export interface PgOptions {
  readonly connectionString: string
  readonly logger: Logger
  readonly applicationName?: string
  readonly connectionsMax?: number
  readonly connectionTimeoutMs?: number
  readonly statementTimeoutMs?: number
  readonly idleInTransactionTimeoutMs?: number
  /** Keeps one of the connections open for its name alone. */
  readonly staysConnected?: boolean
}

/** What the client allows beyond the server's limit before it gives the connection up. */
const clientGraceMs = 250
/** Plans are kept by connection, and a plan made while a table was small is not made again by itself. */
const connectionLifetimeSeconds = 120
const int8Oid = 20

type Client = pg.PoolClient & { statementTimeoutMs?: number }

/** An error the server reported, or one of ours that is not about time, leaves the connection whole. Any other may not. */
const isWhole = (error: unknown): boolean =>
  error instanceof pg.DatabaseError || (error instanceof DatabaseError && error.code === 'CHECKPOINT_MOVED')

class PgDatabase implements Database {
  readonly #options: PgOptions
  readonly #statementTimeoutMs: number
  readonly #pool: pg.Pool
  readonly #connect: () => Promise<pg.PoolClient>
  readonly #letGo: () => void

  constructor(options: PgOptions) {
    const { connectionString, logger, statementTimeoutMs = 10_000, idleInTransactionTimeoutMs = 5_000 } = options
    this.#options = options
    this.#statementTimeoutMs = statementTimeoutMs
    this.#pool = new pg.Pool({
      connectionString,
      application_name: options.applicationName ?? 'skein',
      max: options.connectionsMax ?? 10,
      connectionTimeoutMillis: options.connectionTimeoutMs ?? 2_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      maxLifetimeSeconds: connectionLifetimeSeconds,
      options: Object.entries({
        ...plannerSettings,
        statement_timeout: statementTimeoutMs,
        idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
      })
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      types: {
        getTypeParser: ((oid: number, format?: 'text') => (oid === int8Oid ? Number : pg.types.getTypeParser(oid, format))) as never,
      },
    })
    this.#connect = createConnect(this.#pool)
    this.#pool.on('error', (error) => logger.warn({ error }, 'an idle PostgreSQL connection failed'))
    this.#letGo = options.staysConnected ? stayConnected(this.#pool) : () => {}
  }

  query<Row>(text: string, values?: readonly unknown[], query?: QueryOptions): Promise<QueryResult<Row>> {
    return this.#withClient((client) => this.#run<Row>(client, text, values, query))
  }

  transaction<T>(
    work: (queryable: Queryable) => Promise<T>,
    { snapshot = false, relaxedCommit = false }: TransactionOptions = {},
  ): Promise<T> {
    return this.#withClient(async (client) => {
      const begin = snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN'
      await this.#run(client, relaxedCommit ? `${begin}; SET LOCAL synchronous_commit = off` : begin)
      try {
        const result = await work({ query: (text, values, query) => this.#run(client, text, values, query) })
        await this.#run(client, 'COMMIT')
        return result
      } catch (error) {
        // Where the connection itself is in doubt it is dropped, and the transaction with it.
        if (!isWhole(error)) throw error
        await this.#run(client, 'ROLLBACK').catch((cause) => {
          throw new DatabaseError('TIMEOUT', 'the transaction was cut off', { cause: new AggregateError([error, cause]) })
        })
        throw error
      }
    })
  }

  withConnection<T>(work: (client: RawClient) => Promise<T>): Promise<T> {
    return this.#withClient(async (client) => {
      try {
        return await work(client as unknown as RawClient)
      } finally {
        await client.query('DISCARD ALL').catch(() => {})
        client.statementTimeoutMs = undefined
      }
    })
  }

  close(): Promise<void> {
    this.#letGo()
    return this.#pool.end()
  }

  async #run<Row>(client: Client, text: string, values: readonly unknown[] = [], query: QueryOptions = {}): Promise<QueryResult<Row>> {
    const timeoutMs = query.timeoutMs ?? this.#statementTimeoutMs
    if ((client.statementTimeoutMs ?? this.#statementTimeoutMs) !== timeoutMs) {
      await client.query(`SET statement_timeout = ${Math.ceil(timeoutMs)}`)
      client.statementTimeoutMs = timeoutMs
    }
    const config = {
      text,
      values: values as unknown[],
      query_timeout: timeoutMs + clientGraceMs,
      ...(query.name ? { name: query.name } : {}),
    }
    const result = await client.query(config).catch((cause) => {
      const timedOut = cause.code === '57014' || cause.message === 'Query read timeout'
      throw timedOut ? new DatabaseError('TIMEOUT', `a statement took longer than ${timeoutMs} ms`, { cause }) : cause
    })
    return { rows: result.rows as Row[], count: result.rowCount ?? 0 }
  }

  async #withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client: Client = await this.#connect().catch((cause) => {
      throw new DatabaseError('TIMEOUT', 'no PostgreSQL connection in time', { cause })
    })
    const onError = (error: Error) => this.#options.logger.warn({ error }, 'a PostgreSQL connection failed')
    client.on('error', onError)
    let broken: Error | undefined
    try {
      return await work(client)
    } catch (error) {
      if (!isWhole(error)) broken = error as Error
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }
}

export const createPgDatabase = (options: PgOptions): Database => new PgDatabase(options)
