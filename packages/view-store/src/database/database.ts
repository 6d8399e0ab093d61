// The port to a PostgreSQL: a server through a pool, or PGlite in this process. Statements name their tables with the schema
// (`inSchema`), so that a rebuild can fill another schema through the same connection.

export interface QueryOptions {
  /** Prepares the statement under this name, once per connection. The same name always means the same text. */
  readonly name?: string
  /** Limit in the client and, where there is one, in the server. Default: the adapter's. */
  readonly timeoutMs?: number
}

export interface QueryResult<Row> {
  readonly rows: readonly Row[]
  /** Rows returned or changed. */
  readonly count: number
}

export interface Queryable {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[], options?: QueryOptions): Promise<QueryResult<Row>>
}

export interface TransactionOptions {
  /** One snapshot for all its statements, and no writes. */
  readonly snapshot?: boolean
  /** Commits without waiting for the disk: only for what can be made again. */
  readonly relaxedCommit?: boolean
}

/** A connection as migrations want it: text may hold several statements when there are no values. */
export interface RawClient {
  query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** 64-bit integers come as numbers, bytes as Uint8Array, jsonb parsed. */
export interface Database extends Queryable {
  /** Rolls back when `work` rejects, and rejects with the same error. */
  transaction<T>(work: (queryable: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** A connection to oneself; its settings are reset afterwards. */
  withConnection<T>(work: (client: RawClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Every statement here looks rows up by key, in the one index made for it, so one plan fits all values; planning costs more
 * than running. Other plans look better only while tables are empty, and those made then read whole tables later: hence no
 * other ways to join, and lookups for a list of keys written as LATERAL with OFFSET 0, which keeps the list outermost.
 */
export const plannerSettings = {
  plan_cache_mode: 'force_generic_plan',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_seqscan: 'off',
} as const

export const defaultSchema = 'skein_view'
const schemaPattern = /^[a-z][a-z0-9_]{0,30}$/

/** A checked and quoted schema name. */
export function quoteSchema(schema: string): string {
  if (!schemaPattern.test(schema)) throw new Error(`not a schema name: ${schema}`)
  return `"${schema}"`
}

/** The database did not do it. `retriable`: the same call can succeed later without any change. */
export class DatabaseError extends Error {
  readonly code: 'TIMEOUT' | 'CHECKPOINT_MOVED'
  readonly retriable: boolean

  constructor(code: DatabaseError['code'], message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'DatabaseError'
    this.code = code
    this.retriable = code === 'TIMEOUT'
  }
}
