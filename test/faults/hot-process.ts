// What happens to a process in which all is that a message passes, besides being killed: it stands still for longer than its session and its
// lease, it is restarted while another takes over, and it is restarted where there is no other.
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@skein/testing'
import type { Fault } from './faults.ts'
import { heldBy, takenOver } from './faults.ts'
import { counter, gaugesOf, partitionedRolesOf } from './gauges.ts'
import { aloneMark, frozenMark } from './outage-marks.ts'
import { type Restart, restart } from './roles.ts'

/** Beyond the session of its partitions (2.5 s) and the lease of its connections (5 s), which is gone for every reader a second later. */
const frozenMs = 7_000
const wakeMsMax = 8_000
/** As who keeps processes running waits at first. */
const keeperMs = 500

/** Frozen, it says nothing to anybody, and its connections stay. Woken, it has to know that all of it passed to others meanwhile. */
export const pauseHot: Fault = {
  async inject(cluster) {
    const [victim, ...others] = cluster.named('hot')
    if (!victim || others.length === 0) return { injected: false, why: 'there are not two hot processes' }
    const held = await heldBy(victim)
    const before = await gaugesOf(victim)
    const stoppedAt = performance.now()
    victim.kill('SIGSTOP')
    const [tookMs] = await Promise.all([takenOver(cluster, others, partitionedRolesOf(victim), stoppedAt), delay(frozenMs)])
    victim.kill('SIGCONT')
    const grew = async (name: string) => counter(await gaugesOf(victim), name) - counter(before, name)
    const isTold = async () => (await grew('skein_gateway_resyncs')) > 0 && (await grew('skein_processor_fenced')) > 0
    const told = await eventually(isTold, { timeoutMs: wakeMsMax, intervalMs: 200 }).catch(() => false)
    return {
      injected: Object.values(held).every((count) => count > 0) && tookMs !== null && told,
      frozenPid: victim.pid,
      frozenMs,
      held,
      takenOverAfterMs: tookMs,
      resyncs: await grew('skein_gateway_resyncs'),
      fenced: await grew('skein_processor_fenced'),
      refusedByBroker: await grew('skein_processor_refused_by_broker'),
      outageMark: frozenMark(frozenMs),
    }
  },
}

const isClean = ({ exitCode }: Restart) => exitCode === 0

/** As for a new release: one after the other, each when the one before serves again. */
export const rollHot: Fault = {
  seconds: 60,
  async inject(cluster) {
    const hotRestarts: Restart[] = []
    for (const child of [...cluster.named('hot')]) hotRestarts.push(await restart(cluster, child, 'SIGTERM'))
    return { injected: hotRestarts.length === 2 && hotRestarts.every(isClean), hotRestarts }
  },
}

/** The only one ends so and is started again: killed as by who keeps it, else at once. Nobody takes over. */
export const restartHot = (signal: 'SIGKILL' | 'SIGTERM'): Fault => ({
  processes: { hot: 1 },
  async inject(cluster) {
    const [child, ...others] = cluster.named('hot')
    if (!child || others.length > 0) return { injected: false, why: 'there is not one hot process' }
    const restarted = await restart(cluster, child, signal, signal === 'SIGKILL' ? keeperMs : 0)
    const ended = signal === 'SIGKILL' ? child.process.signalCode === signal : isClean(restarted)
    return { injected: ended, outageMark: aloneMark, hotRestarts: [restarted] }
  },
})
