// The topics of a configuration, from infra/topics.json.
import { readFileSync } from 'node:fs'
import type { TopicFile, TopicSpec } from '@skein/kafka-log'
import { topicsOf, verifyTopics } from '@skein/kafka-log'
import type { Config, Servers } from './config.ts'

const file = new URL('../../../infra/topics.json', import.meta.url)

export function topicSpecs(config: Config): TopicSpec[] {
  const declared: TopicFile = JSON.parse(readFileSync(file, 'utf8'))
  return topicsOf(declared, config.topicProfile, { prefix: config.topicPrefix, partitions: config.partitionCount })
}

/** Rejects MISCONFIGURED when a topic that a processor lives by has another clock or shape, or keeps less, than declared. */
export function checkTopics(config: Config, servers: Servers): Promise<void> {
  const specs = topicSpecs(config).filter(({ role }) => role === 'commands' || role === 'events' || role === 'deadLetters')
  return verifyTopics({ brokers: servers.brokers, clientId: 'skein-check' }, specs)
}

export function topicNames(config: Config): { readonly commands: string; readonly events: string; readonly deadLetters: string } {
  const specs = topicSpecs(config)
  const name = (role: string) => specs.find((s) => s.role === role)!.name
  return { commands: name('commands'), events: name('events'), deadLetters: name('deadLetters') }
}
