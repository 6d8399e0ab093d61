// What the policies of apps allow, as far as it is asked here: read from the views and kept for some seconds. Views that do not answer leave what
// was known last, or the defaults: no command waits for them longer than for one read.
import { type LimitsInForce, limitsInForce } from '@skein/domain'
import type { ReadViews } from '@skein/projections'
import type { GatewayLimits } from '../limits.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { answerWithin } from './reads/view-gate.ts'

export interface AppPolicies {
  /** At once where it is known. */
  of(appId: string): LimitsInForce | Promise<LimitsInForce>
}

interface Known {
  readonly limits: LimitsInForce
  readonly readAtMs: number
}

type Limits = Pick<GatewayLimits, 'viewReadMs' | 'policyKeepMs' | 'policiesMax'>

export function createAppPolicies(views: Pick<ReadViews, 'app'>, { viewReadMs, policyKeepMs, policiesMax }: Limits): AppPolicies {
  const known = new Map<string, Known>()
  const reading = new Map<string, Promise<LimitsInForce>>()

  async function read(appId: string): Promise<LimitsInForce> {
    const otherwise = known.get(appId)?.limits ?? limitsInForce({})
    const limits = await answerWithin(viewReadMs, () => views.app(appId)).then(
      (app) => app?.limits ?? limitsInForce({}),
      () => otherwise,
    )
    reading.delete(appId)
    // Last in the map's order: the first one is the one read longest ago.
    known.delete(appId)
    known.set(appId, { limits, readAtMs: monotonicMs() })
    if (known.size > policiesMax) known.delete(known.keys().next().value!)
    return limits
  }

  return {
    of(appId) {
      const found = known.get(appId)
      if (found !== undefined && monotonicMs() - found.readAtMs < policyKeepMs) return found.limits
      const asked = reading.get(appId) ?? read(appId)
      reading.set(appId, asked)
      return asked
    },
  }
}
