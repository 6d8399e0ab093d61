// What the policies of apps allow, as far as it is asked here: read from the views when somebody of the app logs in, and again where it was read
// some seconds ago. Who asks never waits, so that what a connection asks stays in its order: they get what was known last, and while nothing is
// known, the defaults.
import { type LimitsInForce, limitsInForce } from '@skein/domain'
import type { ReadViews } from '@skein/projections'
import type { GatewayLimits } from '../limits.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { answerWithin } from './reads/view-gate.ts'

export interface AppPolicies {
  /** What was read last; begins another read where that is old. */
  of(appId: string): LimitsInForce
}

interface Known {
  readonly limits: LimitsInForce
  readonly readAtMs: number
}

type Limits = Pick<GatewayLimits, 'viewReadMs' | 'policyKeepMs' | 'policiesMax'>

export function createAppPolicies(views: Pick<ReadViews, 'app'>, { viewReadMs, policyKeepMs, policiesMax }: Limits): AppPolicies {
  const known = new Map<string, Known>()
  const reading = new Set<string>()

  async function read(appId: string, otherwise: LimitsInForce): Promise<void> {
    reading.add(appId)
    const limits = await answerWithin(viewReadMs, () => views.app(appId)).then(
      (app) => app?.limits ?? limitsInForce({}),
      () => otherwise,
    )
    reading.delete(appId)
    // Last in the map's order: the first one is the one read longest ago.
    known.delete(appId)
    known.set(appId, { limits, readAtMs: monotonicMs() })
    if (known.size > policiesMax) known.delete(known.keys().next().value!)
  }

  return {
    of(appId) {
      const found = known.get(appId)
      const limits = found?.limits ?? limitsInForce({})
      const isOld = found === undefined || monotonicMs() - found.readAtMs >= policyKeepMs
      if (isOld && !reading.has(appId)) void read(appId, limits)
      return limits
    },
  }
}
