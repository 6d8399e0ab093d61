// A real broker and registry for tests, with topics of their own, and a proxy that can swallow the broker's answers.
import { mkdtempSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SchemaDirectory } from '@skein/contracts'
import type { KafkaHandle } from '@skein/local-stack'
import { startStack } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import { Kafka, logLevel } from 'kafkajs'
import type { KafkaEndpoint, KafkaLogLimits, TopicFile } from '../src/index.ts'
import { applyTopics, createRegistryDirectory, openKafkaLog, registerSchemas, topicsOf } from '../src/index.ts'

const topicFile: TopicFile = JSON.parse(await readFile(new URL('../../../infra/topics.json', import.meta.url), 'utf8'))

export const testPartitions = 4

export interface KafkaBench {
  readonly kafka: KafkaHandle
  readonly endpoint: KafkaEndpoint
  readonly registryUrl: string
  readonly topics: { readonly commands: string; readonly events: string; readonly deadLetters: string }
  readonly open: (options?: {
    endpoint?: KafkaEndpoint
    limits?: Partial<KafkaLogLimits>
    clusterName?: string
    schemas?: SchemaDirectory
    soleProducer?: boolean
  }) => ReturnType<typeof openKafkaLog>
  readonly close: () => Promise<void>
}

export async function startKafkaBench(
  options: { properties?: Record<string, string>; configs?: Record<string, string> } = {},
): Promise<KafkaBench> {
  const dir = mkdtempSync(join(tmpdir(), 'skein-kafka-log-'))
  const stack = await startStack({ dir, only: ['kafka', 'registry'], quickStart: true, kafka: { properties: options.properties ?? {} } })
  const endpoint: KafkaEndpoint = { brokers: stack.kafka.brokers, clientId: 'contract' }
  const specs = topicsOf(topicFile, 'single', { partitions: testPartitions }).map((spec) =>
    spec.role === 'events' ? { ...spec, configs: { ...spec.configs, ...options.configs } } : spec,
  )
  await applyTopics(endpoint, specs)
  await registerSchemas({ url: stack.registry.url })
  const name = (role: string) => specs.find((s) => s.role === role)!.name
  const topics = { commands: name('commands'), events: name('events'), deadLetters: name('deadLetters') }
  const schemas = createRegistryDirectory({ url: stack.registry.url })
  return {
    kafka: stack.kafka,
    endpoint,
    registryUrl: stack.registry.url,
    topics,
    open: (with_ = {}) =>
      openKafkaLog({
        endpoint: with_.endpoint ?? endpoint,
        clusterName: with_.clusterName ?? 'contract',
        owner: 'contract',
        topics,
        partitionCount: testPartitions,
        schemas: with_.schemas ?? schemas,
        logger: silentLogger,
        soleProducer: with_.soleProducer ?? false,
        limits: { sessionTimeoutMs: 2000, heartbeatIntervalMs: 200, ...with_.limits },
      }),
    async close() {
      await stack.remove()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export const kafkaClient = (endpoint: KafkaEndpoint): Kafka =>
  new Kafka({ brokers: [...endpoint.brokers], clientId: 'test', logLevel: logLevel.NOTHING })

/** Passes connections on to the broker; while swallowing, what the broker answers is thrown away. */
export async function startAnswerSwallower(target: {
  port: number
}): Promise<{ port: number; swallow: boolean; readonly swallowedBytes: number; close(): void }> {
  const sockets = new Set<net.Socket>()
  const proxy = { port: 0, swallow: false, swallowedBytes: 0, close }
  const server = net.createServer((client) => {
    const broker = net.connect(target.port, '127.0.0.1')
    for (const socket of [client, broker]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        broker.destroy()
      })
    }
    client.pipe(broker)
    broker.on('data', (bytes) => {
      if (proxy.swallow) proxy.swallowedBytes += bytes.length
      else client.write(bytes)
    })
  })
  function close(): void {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.port = (server.address() as net.AddressInfo).port
  return proxy
}
