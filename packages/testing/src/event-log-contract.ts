// What every event log must do, as node:test tests run by each adapter on a real log. One log serves a whole run: tests
// use fresh keys and positions relative to what is there, as on a log in production.
import { after, afterEach, before, describe } from 'node:test'
import { commandTests } from './event-log-contract/commands.ts'
import { damageTests } from './event-log-contract/damage.ts'
import { faultTests } from './event-log-contract/faults.ts'
import { fencingTests } from './event-log-contract/fencing.ts'
import type { EventLogHarness } from './event-log-contract/harness.ts'
import { createBench } from './event-log-contract/harness.ts'
import { interleavingTests } from './event-log-contract/interleavings.ts'
import { limitTests } from './event-log-contract/limits.ts'
import { membershipTests } from './event-log-contract/membership.ts'
import { positionTests } from './event-log-contract/positions.ts'

export interface ContractOptions {
  readonly losesAnswers: boolean
  /** The harness can change what was written. */
  readonly canBeDamaged?: boolean
}

/** Declares the suite; the harness is made before the first test and closed after the last. */
export function eventLogContract(
  name: string,
  createHarness: () => Promise<EventLogHarness>,
  options: ContractOptions = { losesAnswers: true },
): void {
  describe(`event log contract: ${name}`, () => {
    const bench = createBench(createHarness)
    before(() => bench.start())
    afterEach(() => bench.closeHandles())
    after(() => bench.stop())
    positionTests(bench)
    commandTests(bench)
    fencingTests(bench)
    interleavingTests(bench)
    limitTests(bench)
    membershipTests(bench)
    faultTests(bench, options)
    // Last, as what it damages stays so.
    if (options.canBeDamaged) damageTests(bench)
  })
}
