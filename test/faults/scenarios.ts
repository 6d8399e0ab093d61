// The scenarios by name, and the faults each of them runs on a cluster, one after another; those of the embedded server run before them.
import { clockBack } from './clock-back.ts'
import { embeddedFaults } from './embedded-faults.ts'
import type { Fault } from './faults.ts'
import { flushRedis, killRole, killServer, pauseRedis, zombie } from './faults.ts'
import { kafkaPowerCut } from './kafka-power-cut.ts'
import { redisFailover } from './redis-failover.ts'
import { restoreLog } from './restore-log.ts'
import { restoreViews } from './restore-views.ts'
import { killBrokerOfThree, restartThreeBrokers } from './three-brokers.ts'

export const scenarioFaults: Readonly<Record<string, readonly Fault[]>> = {
  'kill-processor': [killRole('processor')],
  'kill-gateway': [killRole('gateway')],
  'kill-projector': [killRole('projector')],
  'kill-delivery': [killRole('delivery')],
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

export const scenarioNames: readonly string[] = [...new Set([...Object.keys(scenarioFaults), ...Object.keys(embeddedFaults)])]
