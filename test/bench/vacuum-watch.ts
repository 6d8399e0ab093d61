// For how much of a window PostgreSQL was vacuuming or analyzing by itself: that takes most of a core while it lasts, and makes figures that
// say nothing of a message.
import { silentLogger } from '@skein/telemetry'
import { createPgDatabase } from '@skein/view-store'

const sampleMs = 1_000

export interface VacuumWatch {
  begin(): void
  /** Seconds since it began in which it was seen at work. */
  end(): number
  close(): Promise<void>
}

export function watchVacuum(connectionString: string): VacuumWatch {
  const database = createPgDatabase({ connectionString, connectionsMax: 1, applicationName: 'bench', logger: silentLogger })
  let timer: NodeJS.Timeout | undefined
  let seconds = 0
  const sample = async () => {
    const { rows } = await database.query(`SELECT FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' LIMIT 1`)
    seconds += rows.length
  }
  return {
    begin() {
      seconds = 0
      timer = setInterval(() => void sample().catch(() => {}), sampleMs)
    },
    end() {
      clearInterval(timer)
      return seconds
    },
    async close() {
      clearInterval(timer)
      await database.close()
    },
  }
}
