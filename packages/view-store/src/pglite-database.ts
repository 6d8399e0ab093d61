// The Database port over PGlite: a PostgreSQL inside this process, with its files in a directory. There is one connection,
// so transactions and statements take turns; a limit on time can only stop the waiting, not the statement.
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queryable, QueryOptions, QueryResult, RawClient } from './database.ts'
import { plannerSettings, within } from './database.ts'

export interface PgliteOptions {
  /** Directory of the data; in memory when absent. */
  readonly dataDir?: string
  readonly statementTimeoutMs?: number
}

const int8Oid = 20
const parsers = { [int8Oid]: Number }

export async function createPgliteDatabase({ dataDir, statementTimeoutMs = 30_000 }: PgliteOptions = {}): Promise<Database> {
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  const settings = Object.entries(plannerSettings).map(([name, value]) => `SET ${name} = ${value};`)
  await pglite.exec(settings.join(' '))

  async function run<Row>(on: PGlite | Transaction, text: string, values: readonly unknown[] = [], options: QueryOptions = {}) {
    const answer = on.query<Row>(text, values as unknown[], { parsers })
    const { rows, affectedRows = 0 } = await within(options.timeoutMs ?? statementTimeoutMs, 'a statement', answer)
    return { rows, count: Math.max(affectedRows, rows.length) } satisfies QueryResult<Row>
  }

  return {
    query: (text, values, options) => run(pglite, text, values, options),
    transaction: (work, { snapshot = false, relaxedCommit = false } = {}) =>
      pglite.transaction(async (transaction) => {
        if (snapshot) await transaction.exec('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
        if (relaxedCommit) await transaction.exec('SET LOCAL synchronous_commit = off')
        const queryable: Queryable = { query: (text, values, options) => run(transaction, text, values, options) }
        return work(queryable)
      }),
    session: async (work) => {
      // Not exclusive: PGlite has one session. Its users are the migrations, which run before anything else.
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
    },
    close: () => pglite.close(),
  }
}
