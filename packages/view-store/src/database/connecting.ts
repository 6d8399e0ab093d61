// Connections of a pool, also while the server is away. Everybody who retries would connect for themselves, hundreds of times a second, and a server
// that is starting makes a process for each, and refuses it: whoever wants a connection then waits for one attempt that all share.
import { createSharedCall } from '@skein/timing'
import type pg from 'pg'

/** Between two attempts while the server is away. */
const attemptMs = 100

/** The server, or the way to it, says no; a pool whose connections are all taken has no code for that. */
const isRefusal = (error: unknown): boolean => typeof (error as { readonly code?: unknown }).code === 'string'

/** Answers what connects: it rejects as `pool.connect` does, and asks the server no more than once in `attemptMs` while it is away. */
export function createConnect(pool: pg.Pool): () => Promise<pg.PoolClient> {
  let isAway = false
  const attempt = createSharedCall(async () => {
    const client = await pool.connect()
    isAway = false
    client.release()
  }, attemptMs)

  return async () => {
    if (isAway) await attempt()
    try {
      return await pool.connect()
    } catch (error) {
      if (isRefusal(error)) isAway = true
      throw error
    }
  }
}
