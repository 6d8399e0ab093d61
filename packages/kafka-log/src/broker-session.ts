// How long a broker may be silent before others take its partitions, as the brokers tell it.
import { KafkaConnection } from './kafka-connection.ts'
import type { KafkaEndpoint } from './kafkajs-parts.ts'
import { resourceType } from './kafkajs-parts.ts'

const requestTimeoutMs = 5_000
const setting = 'broker.session.timeout.ms'

/** In ms, the longest of those that lead any of the topic's partitions or follow them; null where no broker tells. */
export async function brokerSessionTimeoutMs(endpoint: KafkaEndpoint, topic: string): Promise<number | null> {
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs })
  try {
    await connection.connect(topic)
    // Each tells its own alone.
    const asked = connection.nodes.map(async (node) => {
      const resources = [{ type: resourceType.broker, name: String(node), configNames: [setting] }]
      const described = await (await connection.broker(node)).describeConfigs({ includeSynonyms: false, resources })
      return described.resources.flatMap((r) => r.configEntries.map((entry) => Number(entry.configValue)))
    })
    const told = (await Promise.allSettled(asked)).flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const known = told.filter((ms) => ms > 0)
    return known.length > 0 ? Math.max(...known) : null
  } finally {
    connection.destroy()
  }
}
