// The topics of a configuration, from infra/topics.json.
import { readFileSync } from 'node:fs'
import type { TopicFile, TopicSpec } from '@skein/kafka-log'
import { brokerSessionTimeoutMs, topicsOf, verifyTopics } from '@skein/kafka-log'
import type { Logger } from '@skein/telemetry'
import { warnOfSilence } from './broker-silence.ts'
import type { Config, Servers } from './config.ts'

const file = new URL('../../../infra/topics.json', import.meta.url)

export function topicSpecs(config: Config): TopicSpec[] {
  const declared: TopicFile = JSON.parse(readFileSync(file, 'utf8'))
  return topicsOf(declared, config.topicProfile, { prefix: config.topicPrefix, partitions: config.partitionCount })
}

/**
 * Rejects MISCONFIGURED when a topic that roles live by has another clock or shape than declared, keeps less, or acknowledges what may not
 * stay. Warns of brokers whose loss would be noticed too late.
 */
export async function checkTopics(config: Config, servers: Servers, logger: Logger): Promise<void> {
  const specs = topicSpecs(config).filter(({ role }) => role === 'commands' || role === 'events' || role === 'deadLetters')
  const endpoint = { brokers: servers.brokers, clientId: 'skein-check' }
  await verifyTopics(endpoint, specs)
  // Who may not ask for a broker's configuration is told nothing, which is no reason to stop.
  const brokerMs = await brokerSessionTimeoutMs(endpoint, topicNames(config).events).catch(() => null)
  if (brokerMs !== null) warnOfSilence(brokerMs, config, logger)
}

export function topicNames(config: Config): { readonly commands: string; readonly events: string; readonly deadLetters: string } {
  const specs = topicSpecs(config)
  const name = (role: string) => specs.find((s) => s.role === role)!.name
  return { commands: name('commands'), events: name('events'), deadLetters: name('deadLetters') }
}
