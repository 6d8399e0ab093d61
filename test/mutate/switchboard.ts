// Which mutant acts in this process, and which places the code came by: what the switches in mutated files ask.
import { switchName } from './switches.ts'

/** Thrown where a mutant is come by more often than any loop of the tests would. */
export class EndlessMutantError extends Error {}

export interface Switchboard {
  /** Lets one mutant act, or none. From here on it may be come by `hitsMax` times. */
  activate(id: number | null, hitsMax?: number): void
  /** Runs something, and tells how often each mutant was come by. */
  watch(run: () => Promise<unknown>): Promise<ReadonlyMap<number, number>>
}

export function installSwitchboard(): Switchboard {
  let active: number | null = null
  let hitsLeft = Infinity
  let hits: Map<number, number> | null = null
  Object.assign(globalThis, {
    [switchName](id: number): boolean {
      if (hits !== null) hits.set(id, (hits.get(id) ?? 0) + 1)
      if (id !== active) return false
      hitsLeft -= 1
      if (hitsLeft < 0) throw new EndlessMutantError('a loop without end')
      return true
    },
  })
  return {
    activate(id, hitsMax = Infinity) {
      active = id
      hitsLeft = hitsMax
    },
    async watch(run) {
      const watched = new Map<number, number>()
      hits = watched
      try {
        await run()
      } finally {
        hits = null
      }
      return watched
    },
  }
}
