// Who leads the partitions of a topic and where brokers are, partition by partition: one without a leader says so, and the others are told
// as ever. kafkajs's own request fails as a whole.
// Metadata version 7: https://kafka.apache.org/protocol.html#The_Messages_Metadata
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { Broker, BrokerAddress } from './kafkajs-parts.ts'
import { ask, errorTypeOf, ProtocolFault } from './kafkajs-parts.ts'

const metadataKind = { apiKey: 3, apiVersion: 7 }

export interface PartitionLeader {
  /** -1 for none. */
  readonly node: number
  /** Raised with every election. */
  readonly epoch: number
}

export interface TopicMetadata {
  readonly brokers: ReadonlyMap<number, BrokerAddress>
  readonly leaders: ReadonlyMap<number, PartitionLeader>
  /** How many each partition has. */
  readonly replicas: ReadonlyMap<number, number>
}

/** Rejects with ProtocolFault when the topic is not there. */
export function topicMetadata(broker: Broker, topic: string): Promise<TopicMetadata> {
  const write = (writer: ByteWriter) => writer.int32(1).string(topic).int8(0) // makes no topic
  return ask(broker, metadataKind, { bytes: 16 + topic.length * 3, write }, decodeResponse)
}

function decodeResponse(bytes: Buffer): TopicMetadata {
  const reader = new ByteReader(bytes)
  reader.int32() // throttle time
  const brokers = new Map<number, BrokerAddress>()
  reader.each(() => {
    brokers.set(reader.int32(), { host: reader.string(), port: reader.int32() })
    reader.string() // rack
  })
  reader.string() // cluster
  reader.int32() // controller
  const leaders = new Map<number, PartitionLeader>()
  const replicas = new Map<number, number>()
  reader.each(() => {
    const fault = errorTypeOf(reader.int16())
    reader.string()
    reader.int8() // internal
    if (fault !== '') throw new ProtocolFault(fault)
    reader.each(() => {
      const partitionFault = errorTypeOf(reader.int16())
      const partition = reader.int32()
      const node = reader.int32()
      const epoch = reader.int32()
      let count = 0
      reader.each(() => {
        reader.int32()
        count += 1
      })
      replicas.set(partition, count)
      for (let list = 0; list < 2; list++) reader.each(() => reader.int32()) // in sync, offline
      // REPLICA_NOT_AVAILABLE is told of a follower.
      const led = partitionFault === '' || partitionFault === 'REPLICA_NOT_AVAILABLE'
      leaders.set(partition, { node: led ? node : -1, epoch })
    })
  })
  return { brokers, leaders, replicas }
}
