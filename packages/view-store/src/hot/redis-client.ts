// A Redis connection for hot views: it fails at once while there is no server, and finds back by itself.
import type { Logger } from '@skein/telemetry'
import { Redis } from 'ioredis'

const connectTimeoutMs = 2_000
const reconnectDelayMaxMs = 1_000

export function createHotRedis({ url, logger }: { url: string; logger: Logger }): Redis {
  const redis = new Redis(url, {
    connectTimeout: connectTimeoutMs,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, reconnectDelayMaxMs),
  })
  redis.on('error', (error) => logger.debug({ error }, 'Redis connection'))
  return redis
}
