// The scenarios of each layout by name, and the faults each of them runs on a cluster, one after another; those of the embedded server run
// before them. A group of roles that share a process dies with it: where roles have processes of their own each is killed apart.
import type { Layout } from '@skein/server'
import { clockBack } from './clock-back.ts'
import { embeddedFaults } from './embedded-faults.ts'
import type { Fault } from './faults.ts'
import { flushRedis, killProcess, killServer, pauseRedis, zombie } from './faults.ts'
import { pauseHot, restartHot, rollHot } from './hot-process.ts'
import { kafkaPowerCut } from './kafka-power-cut.ts'
import { redisFailover } from './redis-failover.ts'
import { restoreLog } from './restore-log.ts'
import { restoreViews } from './restore-views.ts'
import { killBrokerOfThree, restartThreeBrokers } from './three-brokers.ts'

/** Nothing breaks: what members do all the time, as groups grow large and small again, is what is told of. */
const members: Fault = {
  users: 60,
  rateMax: 100,
  town: { pairs: 10, blocking: 4, groups: 4, changing: 2, large: 0, growing: 0, lively: 6 },
  inject: async () => ({ injected: true }),
}

type Faults = Readonly<Record<string, readonly Fault[]>>

const inEveryLayout: Faults = {
  members: [members],
  'kill-broker': [killServer('kafka')],
  'kill-registry': [killServer('registry')],
  'kill-postgres': [killServer('postgres')],
  'kill-redis': [killServer('redis')],
  'pause-redis': [pauseRedis],
  'flush-redis': [flushRedis],
  'redis-failover': [redisFailover],
  'clock-back': [clockBack],
  'restore-views': [restoreViews],
  zombie: [zombie(true), zombie(false)],
  'restore-log': [restoreLog],
  'power-cut': [kafkaPowerCut],
  'kill-broker-of-three': [killBrokerOfThree, restartThreeBrokers],
}

export const scenarioFaults: Readonly<Record<Layout, Faults>> = {
  hot: {
    'kill-hot': [killProcess('hot')],
    'pause-hot': [pauseHot],
    'roll-hot': [rollHot],
    'restart-hot': [restartHot('SIGKILL'), restartHot('SIGTERM')],
    'kill-projector': [killProcess('projector')],
    ...inEveryLayout,
  },
  roles: {
    'kill-processor': [killProcess('processor')],
    'kill-gateway': [killProcess('gateway')],
    'kill-projector': [killProcess('projector')],
    'kill-delivery': [killProcess('delivery')],
    ...inEveryLayout,
  },
}

export const scenarioNames = (layout: Layout): string[] => [
  ...new Set([...Object.keys(scenarioFaults[layout]), ...Object.keys(embeddedFaults)]),
]

/** Of each run, besides its load: people gather, all is settled, read back and compared; now and then with the start of a cluster. */
const besidesLoadSeconds = 35
/** Where everything is ended and started by hand, and views are made anew. */
const madeAnewSeconds = 45
const madeAnew = ['restore-log', 'power-cut']

/** About as long as a scenario takes on two cores, by its runs. */
export function scenarioSeconds(layout: Layout, name: string, loadSeconds: number): number {
  const embedded = name in embeddedFaults ? [loadSeconds] : []
  const onCluster = (scenarioFaults[layout][name] ?? []).map(({ seconds = 0 }) => Math.max(loadSeconds, seconds))
  const runs = [...embedded, ...onCluster].map((seconds) => seconds + besidesLoadSeconds)
  return runs.reduce((a, b) => a + b, 0) + (madeAnew.includes(name) ? madeAnewSeconds : 0)
}
