// Holds one connection of a pool for as long as its process runs, and opens it anew when it is lost: by it others see who uses the
// database. A pool by itself opens nothing before the first statement and closes what has been idle for a while.
import type pg from 'pg'

const retryMs = 500

/** Answers what lets go of it. */
export function stayConnected(pool: pg.Pool): () => void {
  let held: pg.PoolClient | null = null
  let retry: NodeJS.Timeout | undefined
  let ended = false

  const again = () => {
    if (!ended) retry = setTimeout(hold, retryMs)
  }

  function hold(): void {
    pool.connect().then((client) => {
      if (ended) return client.release()
      held = client
      client.once('error', (error) => {
        // Whatever comes after the first is the same loss.
        client.on('error', () => {})
        held = null
        client.release(error)
        again()
      })
    }, again)
  }

  hold()
  return () => {
    ended = true
    clearTimeout(retry)
    held?.release(true)
    held = null
  }
}
