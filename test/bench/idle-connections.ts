// Connections that are logged in and say nothing but that they are there, as those of people do who have their phone in a pocket; what they are
// told is taken by whoever opened them.
import { LoadConnection, type LoadConnectionOptions } from '../load/load-connection.ts'

const openAtOnce = 100
const heartbeatMs = 15_000
/** Heartbeats of connections that were opened together do not come together for ever. */
const slices = 150

export interface IdleConnections {
  readonly count: number
  /** Resolves when all of them are logged in, besides those that were. */
  open(ends: readonly LoadConnectionOptions[]): Promise<void>
  /** How many were ended by the other side. */
  lost(): number
  close(): void
}

export function createIdleConnections(): IdleConnections {
  const connections: LoadConnection[] = []
  let slice = 0
  const beat = setInterval(() => {
    for (let i = slice; i < connections.length; i += slices) connections[i]!.heartbeat()
    slice = (slice + 1) % slices
  }, heartbeatMs / slices)
  return {
    get count() {
      return connections.length
    },
    async open(ends) {
      const waiting = [...ends]
      const one = async () => {
        for (let end = waiting.pop(); end; end = waiting.pop()) connections.push(await LoadConnection.open(end))
      }
      await Promise.all(Array.from({ length: openAtOnce }, one))
    },
    lost: () => connections.filter(({ open }) => !open).length,
    close() {
      clearInterval(beat)
      for (const connection of connections) connection.close()
    },
  }
}
