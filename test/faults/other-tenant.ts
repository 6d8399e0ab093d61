// Another tenant of the machine, which takes its share of every core while a scenario runs; and what it really took, as evidence that the run was
// beside it: who has to share a core that is full gets less than they ask for.
import { availableParallelism } from 'node:os'
import { cpuOf } from '../bench/process-usage.ts'
import { startBurners } from '../load/burners.ts'

export interface OtherTenant {
  burn(): void
  /** Answers what it was asked to take of each core, and what it took. */
  rest(): { readonly burned?: { readonly share: number; readonly took: number } }
  close(): void
}

/** Undefined: there is none. */
export function openOtherTenant(share: number | undefined): OtherTenant {
  if (share === undefined) return { burn() {}, rest: () => ({}), close() {} }
  const burners = startBurners(share)
  const usedSeconds = () => burners.pids.reduce((sum, pid) => sum + cpuOf(pid), 0)
  let before = { seconds: 0, at: 0 }
  return {
    burn() {
      before = { seconds: usedSeconds(), at: performance.now() }
      burners.burn()
    },
    rest() {
      const passedSeconds = (performance.now() - before.at) / 1_000
      const took = (usedSeconds() - before.seconds) / passedSeconds / availableParallelism()
      burners.rest()
      return { burned: { share, took: Math.round(took * 100) / 100 } }
    },
    close: () => burners.close(),
  }
}
