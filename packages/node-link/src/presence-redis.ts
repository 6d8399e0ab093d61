// What the parts of presence in Redis share: the connection, its scripts, the names of keys, the limits.
import type { Redis } from 'ioredis'
import type { PresenceKeys } from './presence-keys.ts'
import type { PresenceLimits } from './presence-limits.ts'
import type { PresenceScripts } from './presence-scripts.ts'

export interface PresenceRedis {
  readonly redis: Redis
  readonly scripts: PresenceScripts
  readonly keys: PresenceKeys
  readonly limits: PresenceLimits
}
