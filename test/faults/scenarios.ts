// The scenarios by name, and the faults each of them runs, one after another.
import { clockBack } from './clock-back.ts'
import { embeddedFaults } from './embedded-faults.ts'
import type { Fault } from './faults.ts'
import { flushRedis, killRole, killServer, pauseRedis, zombie } from './faults.ts'
import { redisFailover } from './redis-failover.ts'

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
  zombie: [zombie(true), zombie(false)],
}

export const scenarioNames: readonly string[] = [...Object.keys(scenarioFaults), ...Object.keys(embeddedFaults)]
