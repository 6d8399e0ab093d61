// The topics of a configuration, from infra/topics.json.
import { readFileSync } from 'node:fs'
import type { TopicFile, TopicSpec } from '@skein/kafka-log'
import { topicsOf } from '@skein/kafka-log'
import type { Config } from './config.ts'

const file = new URL('../../../infra/topics.json', import.meta.url)

export function topicSpecs(config: Config): TopicSpec[] {
  const declared: TopicFile = JSON.parse(readFileSync(file, 'utf8'))
  return topicsOf(declared, config.topicProfile, { prefix: config.topicPrefix, partitions: config.partitionCount })
}

export function topicNames(config: Config): { readonly commands: string; readonly events: string; readonly deadLetters: string } {
  const specs = topicSpecs(config)
  const name = (role: string) => specs.find((s) => s.role === role)!.name
  return { commands: name('commands'), events: name('events'), deadLetters: name('deadLetters') }
}
