// Look-ups of users' connections, gathered: while one call is under way those asked for meanwhile wait and go together, each
// user once. Many partitions asking for a user or two each would otherwise cost a round trip each.
import type { ConnectionInfo } from './presence.ts'
import { parseConnection } from './presence-keys.ts'

interface Ask {
  readonly keys: readonly string[]
  resolve(found: readonly (readonly ConnectionInfo[])[]): void
  reject(cause: unknown): void
}

/** Answers the connections kept under each key, in the order of the keys. */
export type LookUp = (keys: readonly string[]) => Promise<readonly (readonly ConnectionInfo[])[]>

/** `find` answers the entries under each key, as JSON; it is given at most `keysMax` keys. */
export function createLookUp(find: (keys: readonly string[]) => Promise<string[][]>, keysMax: number): LookUp {
  let waiting: Ask[] = []
  let scheduled = false
  let inFlight = false

  function schedule(): void {
    if (scheduled || inFlight || waiting.length === 0) return
    scheduled = true
    setImmediate(ask)
  }

  function ask(): void {
    scheduled = false
    inFlight = true
    const asks = waiting
    waiting = []
    answer(asks)
      .catch((cause: unknown) => {
        for (const { reject } of asks) reject(cause)
      })
      .finally(() => {
        inFlight = false
        schedule()
      })
  }

  async function answer(asks: readonly Ask[]): Promise<void> {
    const keys = [...new Set(asks.flatMap((ask) => ask.keys))]
    const chunks: Promise<string[][]>[] = []
    for (let at = 0; at < keys.length; at += keysMax) chunks.push(find(keys.slice(at, at + keysMax)))
    const found = new Map<string, readonly ConnectionInfo[]>()
    let at = 0
    for (const chunk of await Promise.all(chunks)) for (const entries of chunk) found.set(keys[at++]!, entries.map(parseConnection))
    for (const ask of asks) ask.resolve(ask.keys.map((key) => found.get(key)!))
  }

  return (keys) =>
    new Promise((resolve, reject) => {
      waiting.push({ keys, resolve, reject })
      schedule()
    })
}
