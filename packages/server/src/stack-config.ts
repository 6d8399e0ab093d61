// Completes a configuration with the endpoints of the stack that `make up` started, so that nobody types them.
import { join } from 'node:path'
import { readStackFile } from '@skein/local-stack'
import type { Config } from './config.ts'
import { ConfigError, keptSecret } from './config.ts'

const stackDir = '.skein/stack'

export async function withStack(config: Config, options: { readonly optional?: boolean } = {}): Promise<Config> {
  const stack = await readStackFile()
  if (!stack) {
    if (options.optional) return config
    throw new ConfigError('there is no stack to run on: start it with `make up`, or set SKEIN_KAFKA_BROKERS and the like')
  }
  return {
    ...config,
    dataDir: stackDir,
    tokenSecret: keptSecret(join(stackDir), 'token-secret'),
    servers: {
      brokers: [stack.kafka.bootstrap],
      registryUrl: stack.registry.url,
      postgresUrl: stack.postgres.connectionString,
      redisUrl: stack.redis.url,
    },
  }
}
