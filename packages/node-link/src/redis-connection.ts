// One connection to Redis that reconnects by itself, never replays a command, and gives up a connection that no longer
// answers: a half-open socket would otherwise stay silent for as long as the system's own timers allow. A command that
// meets a broken connection fails at once; who sent it knows best whether to send it again.
import type { Logger } from '@skein/telemetry'
import { Redis, type RedisOptions } from 'ioredis'
import { defaultSilenceLimits, type SilenceLimits, watchSilence } from './redis-silence.ts'

export interface RedisAddress {
  /** Such as redis://:password@127.0.0.1:6379/0 or rediss://... */
  readonly url: string
  /** Further options of the Redis client, such as `tls`. */
  readonly options?: RedisOptions
}

const reconnectDelayMsMax = 500
const connectTimeoutMs = 5_000
const disconnectTimeoutMs = 500

export interface RedisConnection {
  readonly redis: Redis
  /** Calls back each time the connection is ready, and at once when it already is. */
  onReady(callback: () => void): void
  close(): void
}

/**
 * Commands of one turn leave in one write to the socket: by profile, a write for each was most of what a login cost. Order and
 * answers stay those of the commands, unlike with ioredis's automatic pipelines, which wait for each other.
 */
function corkTurns(redis: Redis): void {
  const send = redis.sendCommand.bind(redis)
  let corked: Redis['stream'] | undefined
  redis.sendCommand = (...args) => {
    const { stream } = redis
    if (stream && stream !== corked) {
      corked = stream
      stream.cork()
      process.nextTick(() => {
        if (corked === stream) corked = undefined
        stream.uncork()
      })
    }
    return send(...args)
  }
}

export function openRedis(
  address: RedisAddress,
  name: string,
  logger: Logger,
  limits: SilenceLimits = defaultSilenceLimits,
): RedisConnection {
  const redis = new Redis(address.url, {
    connectTimeout: connectTimeoutMs,
    ...address.options,
    connectionName: name,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    disconnectTimeout: disconnectTimeoutMs,
    retryStrategy: (attempt: number) => Math.min(20 * 2 ** Math.min(attempt, 10), reconnectDelayMsMax),
  } as RedisOptions)
  corkTurns(redis)
  let reported = false
  redis.on('error', (error: Error) => {
    if (!reported) logger.warn({ connection: name, error }, 'redis connection failed')
    reported = true
  })
  redis.on('ready', () => {
    if (reported) logger.info({ connection: name }, 'redis connection stands again')
    reported = false
  })
  const stopWatching = watchSilence({
    redis,
    limits,
    silent() {
      logger.warn({ connection: name, silenceMsMax: limits.silenceMsMax }, 'redis does not answer; connecting anew')
      redis.disconnect(true)
    },
  })
  return {
    redis,
    onReady(callback) {
      redis.on('ready', callback)
      if (redis.status === 'ready') callback()
    },
    close() {
      stopWatching()
      redis.disconnect()
    },
  }
}
