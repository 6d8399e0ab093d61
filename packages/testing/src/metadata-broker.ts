// A broker of Kafka that says which brokers there are and who leads a topic, and nothing else: for answers that real brokers give only
// while one of them is cut off from the others, and for whoever asks nothing more.
// https://kafka.apache.org/protocol.html#The_Messages_Metadata
import net from 'node:net'

const metadataApi = 3
const unknownTopic = 3

export interface ToldTopic {
  readonly brokers: readonly { readonly node: number; readonly port: number }[]
  /** By partition. */
  readonly leaders: readonly { readonly node: number; readonly epoch: number }[]
}

export interface MetadataBroker {
  readonly port: number
  /** Of any topic; null where there is none. */
  tells: ToldTopic | null
  /** How often it was asked. */
  asked: number
  close(): void
}

export async function startMetadataBroker(): Promise<MetadataBroker> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    sockets.add(client)
    client.on('error', () => {})
    client.on('close', () => sockets.delete(client))
    let pending = Buffer.alloc(0)
    client.on('data', (bytes) => {
      pending = Buffer.concat([pending, bytes])
      while (pending.length >= 4 && pending.length >= 4 + pending.readInt32BE(0)) {
        const end = 4 + pending.readInt32BE(0)
        const request = pending.subarray(4, end)
        pending = pending.subarray(end)
        // API, its version, the request's number; then the client's name.
        const answer = request.readInt16BE(0) === metadataApi ? metadata() : noApis
        client.write(Buffer.concat([int32(4 + answer.length), request.subarray(4, 8), answer]))
      }
    })
  })
  const broker: MetadataBroker & { port: number } = {
    port: 0,
    tells: null,
    asked: 0,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
  function metadata(): Buffer {
    broker.asked += 1
    return metadataAnswer(broker.tells)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  broker.port = (server.address() as net.AddressInfo).port
  return broker
}

/** Version 7. */
function metadataAnswer(told: ToldTopic | null): Buffer {
  const brokers = (told?.brokers ?? []).map(({ node, port }) => [int32(node), text('127.0.0.1'), int32(port), int16(-1)])
  const leaders = (told?.leaders ?? []).map(({ node, epoch }, partition) => {
    const replicas = list([[int32(node)]])
    return [int16(0), int32(partition), int32(node), int32(epoch), replicas, replicas, list([])]
  })
  const topic = [int16(told ? 0 : unknownTopic), text('of which it was asked'), int8(0), list(leaders)]
  return Buffer.concat([int32(0), list(brokers), text('cluster'), int32(1), list([topic])])
}

const int8 = (value: number): Buffer => Buffer.from([value])

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const text = (value: string): Buffer => Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)])

const list = (items: readonly (readonly Buffer[])[]): Buffer => Buffer.concat([int32(items.length), ...items.flat()])

/** That it has no API of which a version would have to be chosen. */
const noApis = Buffer.concat([int16(0), int32(0), int32(0)])
