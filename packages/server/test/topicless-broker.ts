// A broker of Kafka that knows no topic, and answers nothing but that: for whoever ends once they know.
// https://kafka.apache.org/protocol.html#The_Messages_Metadata
import net from 'node:net'

const metadataApi = 3
const unknownTopic = 3

export interface TopiclessBroker {
  readonly port: number
  close(): void
}

export async function startTopiclessBroker(): Promise<TopiclessBroker> {
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
        const answer = request.readInt16BE(0) === metadataApi ? noTopic : noApis
        client.write(Buffer.concat([int32(4 + answer.length), request.subarray(4, 8), answer]))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port, close }
}

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

/** Version 7: no broker, and the topic is unknown. */
const noTopic = Buffer.concat([
  int32(0), // throttled, ms
  int32(0),
  text('cluster'),
  int32(1),
  int32(1),
  int16(unknownTopic),
  text('of which it was asked'),
  Buffer.from([0]),
  int32(0),
])

/** That it has no API of which a version would have to be chosen. */
const noApis = Buffer.concat([int16(0), int32(0), int32(0)])
