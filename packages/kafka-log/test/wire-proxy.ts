// A proxy in front of a broker that sees requests and answers as frames: it counts them by API, can hold back what clients send, beyond
// the life of the client's connection, can move the base offsets of record batches in answers, and change what appends are answered.
import net from 'node:net'

export const produceApi = 0
export const fetchApi = 1
export const listOffsetsApi = 2
export const offsetCommitApi = 8

export interface WireProxy {
  readonly port: number
  /** Requests passed on so far, by API key. */
  readonly requests: Map<number, number>
  /** Bytes the broker has answered so far. */
  answeredBytes: number
  /** Keeps what clients send from now on. */
  hold(): void
  /** Passes on everything held, of clients long gone too. */
  release(): void
  /** Adds to the base offset of the batch that begins at this offset; null leaves answers alone. */
  moveBatch: { readonly at: bigint; readonly by: bigint } | null
  /** What the answer to each append says instead, where it is of one partition; null leaves answers alone. */
  produced: { readonly fault?: number; readonly baseBy?: bigint; readonly appendedAt?: bigint } | null
  /** Keeps what the broker answers from now on. */
  holdAnswers(): void
  releaseAnswers(): void
  /** Connections of clients still open that carried requests of this API. */
  openCarriers(api: number): number
  close(): void
}

export async function startWireProxy(target: { port: number }): Promise<WireProxy> {
  const sockets = new Set<net.Socket>()
  const held: (() => void)[] = []
  let holding = false
  let answersHeld: (() => void)[] | null = null
  const carriers = new Map<net.Socket, Set<number>>()
  const server = net.createServer((client) => {
    const broker = net.connect(target.port, '127.0.0.1')
    for (const socket of [client, broker]) track(socket, sockets)
    const asked = new Map<number, number>()
    onFrame(client, (frame) => {
      const api = frame.readInt16BE(4)
      asked.set(frame.readInt32BE(8), api)
      carriers.set(client, (carriers.get(client) ?? new Set()).add(api))
      const pass = () => {
        proxy.requests.set(api, (proxy.requests.get(api) ?? 0) + 1)
        broker.write(frame)
      }
      if (holding) held.push(pass)
      else pass()
    })
    // A client that goes away leaves what it sent: as in the buffers of a network.
    client.on('close', () => {
      carriers.delete(client)
      if (!holding) broker.end()
    })
    onFrame(broker, (frame) => {
      const answer = () => {
        proxy.answeredBytes += frame.length
        if (!client.destroyed) client.write(changed(frame, asked.get(frame.readInt32BE(4)), proxy))
      }
      if (answersHeld) answersHeld.push(answer)
      else answer()
    })
    broker.on('close', () => client.destroy())
  })
  const proxy: WireProxy & { port: number } = {
    port: 0,
    requests: new Map(),
    answeredBytes: 0,
    moveBatch: null,
    produced: null,
    hold() {
      holding = true
    },
    release() {
      holding = false
      for (const pass of held.splice(0)) pass()
    },
    holdAnswers() {
      answersHeld ??= []
    },
    releaseAnswers() {
      const held = answersHeld ?? []
      answersHeld = null
      for (const answer of held) answer()
    },
    openCarriers: (api) => [...carriers.values()].filter((apis) => apis.has(api)).length,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.port = (server.address() as net.AddressInfo).port
  return proxy
}

function track(socket: net.Socket, open: Set<net.Socket>): void {
  socket.setNoDelay(true)
  open.add(socket)
  socket.on('error', () => {})
  socket.on('close', () => open.delete(socket))
}

/** An answer as the client gets it. */
function changed(frame: Buffer, api: number | undefined, { moveBatch, produced }: WireProxy): Buffer {
  const bytes = moveBatch ? moved(frame, moveBatch) : Buffer.from(frame)
  if (produced && api === produceApi) changeProduced(bytes, produced)
  return bytes
}

/** Each begins with its length. */
export function onFrame(socket: net.Socket, took: (frame: Buffer) => void): void {
  let pending = Buffer.alloc(0)
  socket.on('data', (bytes) => {
    pending = Buffer.concat([pending, bytes])
    while (pending.length >= 6 && pending.length >= 4 + pending.readInt32BE(0)) {
      const frame = pending.subarray(0, 4 + pending.readInt32BE(0))
      pending = pending.subarray(frame.length)
      took(frame)
    }
  })
}

/** A record batch is known by its base offset and, 16 bytes on, its version 2; its checksum leaves the base offset out. */
function moved(bytes: Buffer, { at, by }: { at: bigint; by: bigint }): Buffer {
  const copy = Buffer.from(bytes)
  for (let i = 0; i + 17 <= copy.length; i++) {
    if (copy.readBigInt64BE(i) === at && copy[i + 16] === 2) copy.writeBigInt64BE(at + by, i)
  }
  return copy
}

/** An answer to an append of one partition, in place. */
function changeProduced(bytes: Buffer, { fault, baseBy, appendedAt }: NonNullable<WireProxy['produced']>): void {
  const at = 4 + 4 + 4 + 2 + bytes.readInt16BE(12) + 4 + 4 // size, correlation, topics, topic, partitions, partition
  if (fault !== undefined) bytes.writeInt16BE(fault, at)
  if (baseBy !== undefined) bytes.writeBigInt64BE(bytes.readBigInt64BE(at + 2) + baseBy, at + 2)
  if (appendedAt !== undefined) bytes.writeBigInt64BE(appendedAt, at + 10)
}
