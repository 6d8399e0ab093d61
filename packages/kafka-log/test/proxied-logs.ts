// Logs on a real broker, of the process under test through a proxy that holds or changes what it answers, of others without. What a test opens
// and follows ends with it.
import { after, afterEach, before } from 'node:test'
import type { TailOptions } from '@skein/event-sourcing'
import { type KafkaBench, startKafkaBench } from './kafka-harness.ts'
import { followLog, type KafkaLog, type LogReader } from './log-reader.ts'
import { startWireProxy, type WireProxy } from './wire-proxy.ts'

type OpenOptions = NonNullable<Parameters<KafkaBench['open']>[0]>
export type Limits = NonNullable<OpenOptions['limits']>

/** For all tests of a file. */
export function proxiedLogs() {
  const logs: KafkaLog[] = []
  const readers: LogReader[] = []
  let bench: KafkaBench
  let proxy: WireProxy

  before(async () => {
    bench = await startKafkaBench()
    proxy = await startWireProxy(bench.kafka)
  })
  afterEach(async () => {
    proxy.produced = null
    proxy.releaseAnswers()
    await Promise.all(readers.splice(0).map((reader) => reader.stop()))
    await Promise.all(logs.splice(0).map((log) => log.close()))
  })
  after(async () => {
    proxy?.close()
    await bench?.close()
  })

  async function open(options: OpenOptions): Promise<KafkaLog> {
    const log = await bench.open(options)
    logs.push(log)
    return log
  }

  return {
    get proxy() {
      return proxy
    },
    open,
    openThroughProxy({ limits, ...options }: OpenOptions = {}): Promise<KafkaLog> {
      const endpoint = { ...bench.endpoint, mapAddress: () => ({ host: '127.0.0.1', port: proxy.port }) }
      return open({ ...options, endpoint, limits: { requestTimeoutMs: 1_000, ...limits } })
    },
    follow(log: KafkaLog, of: Parameters<typeof followLog>[1], options: Omit<TailOptions, 'signal'>): LogReader {
      const reader = followLog(log, of, options)
      readers.push(reader)
      return reader
    },
  }
}
