// Completes a configuration with the endpoints of the stack that `make up` started, so that nobody types them.
import { join } from 'node:path'
import { readStackFile, stackStatus } from '@skein/local-stack'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'
import { keptSecret } from './kept-secret.ts'

const stackDir = '.skein/stack'

/** Throws ConfigError unless every server of the stack is up. */
export async function withStack(config: Config): Promise<Config> {
  const stack = await readStackFile()
  if (!stack) throw new ConfigError('there is no stack to run on: start it with `make up`, or set SKEIN_KAFKA_BROKERS and the like')
  const down = (await stackStatus()).filter(({ state }) => state !== 'up').map(({ name }) => name)
  if (down.length > 0)
    throw new ConfigError(`of the stack, ${down.join(', ')} ${down.length > 1 ? 'are' : 'is'} down: \`make up\` starts what is down`)
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

export async function isStackUp(): Promise<boolean> {
  return (await stackStatus()).some(({ state }) => state !== 'down')
}
