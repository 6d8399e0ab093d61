// Reading from a connection, which stops while that helps nobody: its client takes nothing in, or more than one of its commands waits for
// its turn, and that for a while only: what it says to others, and of what it took in, is not held up by a partition that stands still. What
// it sends meanwhile waits in the network, and slows it down.
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'

/** One of its commands has to wait for its turn, or no longer has to. */
export function waitForTurn(connection: Connection, waits: boolean, pauseMaxMs: number): void {
  connection.turnsAwaited += waits ? 1 : -1
  if (waits && connection.turnsAwaited === 2) {
    connection.turnPause = setTimeout(() => endPause(connection), pauseMaxMs)
    connection.transport.pause()
  } else if (!waits && connection.turnsAwaited === 1) endPause(connection)
}

function endPause(connection: Connection): void {
  if (connection.turnPause === null) return
  clearTimeout(connection.turnPause)
  connection.turnPause = null
  resumeReading(connection)
}

/** Unless there still is a reason not to. */
export function resumeReading(connection: Connection): void {
  if (connection.unread) return
  // Nothing could be heard meanwhile.
  connection.heardAt = monotonicMs()
  connection.transport.resume()
}
