// kill-embedded: the whole product in one process on embedded parts, killed under load and started again on the same data
// and ports.
import type { LoadOptions } from './cluster-runs.ts'
import type { Journal } from './journal.ts'

export async function runEmbedded(_options: LoadOptions): Promise<Journal> {
  throw new Error('not yet')
}
