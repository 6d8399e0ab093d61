// Clocks that are set back by an hour under load: that of all devices for good, that of one gateway until it is set right again. While a
// gateway's clock is wrong it refuses commands, and says by how much it is behind; nothing else may come of it.
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@skein/testing'
import { clockStepMs, setClockBack } from '../load/clock-step.ts'
import type { Fault } from './faults.ts'
import { counter, gaugesOf } from './gauges.ts'

const wrongMs = 3_000
const noticedMsMax = 2_000
/** Less than that is no wrong clock. */
const rightMsMax = 1_000

export const clockBack: Fault = {
  async inject(cluster) {
    const [gateway] = cluster.of('gateway')
    if (!gateway) return { injected: false, why: 'there is no gateway' }
    const aheadMs = async () => counter(await gaugesOf(gateway), 'skein_log_clock_ahead_ms')
    const soon = (condition: () => Promise<boolean>) =>
      eventually(condition, { timeoutMs: noticedMsMax, intervalMs: 50 }).catch(() => false)
    const before = Date.now()
    setClockBack(clockStepMs)
    const devicesBackMs = before - Date.now()
    gateway.kill('SIGUSR2')
    const [noticed] = await Promise.all([soon(async () => (await aheadMs()) < -clockStepMs / 2), delay(wrongMs)])
    const gatewayAheadMs = await aheadMs()
    gateway.kill('SIGUSR2')
    const right = await soon(async () => Math.abs(await aheadMs()) <= rightMsMax)
    return { injected: devicesBackMs > clockStepMs / 2 && noticed && right, devicesBackMs, gatewayAheadMs, wrongMs }
  },
  async mend() {
    setClockBack(0)
  },
}
