// A broker that is none: it tells of leaders, ends and records what a test makes it tell, however wrong, and answers nothing else. What
// real brokers do that are cut off from each other cannot be had on demand.
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { SchemaDirectory } from '@skein/contracts'
import { createEventCodec } from '@skein/contracts'
import { sampleMessageSent } from '@skein/testing'
import { ByteReader } from '../src/byte-reader.ts'
import { ByteWriter } from '../src/byte-writer.ts'
import type { PartitionLeader } from '../src/metadata-request.ts'
import { noProducer } from '../src/produce-request.ts'
import { encodeBatch, writeRecordBatch } from '../src/record-batch.ts'
import { fetchApi, onFrame, produceApi } from './wire-proxy.ts'

const listOffsetsApi = 2
export const metadataApi = 3
const saslHandshakeApi = 17
const apiVersionsApi = 18
const earliest = -2
const unknownLeaderEpoch = 75

/** What it tells of itself and the others; a test changes it at any time. */
export interface Told {
  /** By partition, for every topic alike. */
  leaders: readonly PartitionLeader[]
  /** The others that it knows of, itself left out. */
  others: readonly FakeBroker[]
  /** The only record batch of every partition, at offset 0; null for none. */
  batch: { readonly bytes: Buffer; readonly count: number } | null
  /** The fault of every append; null for no answer to any. */
  produceFault: number | null
  /** The fault of every fetch; 0 for none, null for no answer to any. */
  fetchFault: number | null
  /** The only partition that it is of; null for all. */
  faultyPartition: number | null
  /** How long a client that has connected waits for its first answer. */
  greetingMs: number
}

const toldAtFirst: Told = {
  leaders: [],
  others: [],
  batch: null,
  produceFault: null,
  fetchFault: 0,
  faultyPartition: null,
  greetingMs: 0,
}

export interface FakeBroker {
  readonly node: number
  readonly port: number
  /** host:port. */
  readonly address: string
  readonly told: Told
  /** By API key, so far. */
  readonly requests: ReadonlyMap<number, number>
  /** Connections that were ever made, and those that are open. */
  readonly connections: { made: number; open: number }
  /** Ends those that are open. */
  disconnect(): void
  close(): void
}

export async function startFakeBroker(node: number, given: Partial<Told> = {}): Promise<FakeBroker> {
  const told: Told = { ...toldAtFirst, ...given }
  const requests = new Map<number, number>()
  const connections = { made: 0, open: 0 }
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    connections.made += 1
    connections.open += 1
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      connections.open -= 1
    })
    let before = Promise.resolve()
    onFrame(socket, (frame) => {
      const request = new ByteReader(frame, 4)
      const api = request.int16()
      request.skip(2) // version
      const correlation = request.int32()
      request.string() // client
      requests.set(api, (requests.get(api) ?? 0) + 1)
      // As brokers do, it looks at nothing that comes over a connection before it has answered what came before.
      before = before.then(async () => {
        const { body, afterMs } = answerTo(broker, api, request)
        if (body === null) return
        if (afterMs > 0) await delay(afterMs, undefined, { ref: false })
        const head = new ByteWriter().int32(4 + body.length).int32(correlation).bytes
        if (!socket.destroyed) socket.write(Buffer.concat([head, body]))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const disconnect = () => {
    for (const socket of sockets) socket.destroy()
  }
  const close = () => {
    disconnect()
    server.close()
  }
  const broker: FakeBroker = { node, port, address: `127.0.0.1:${port}`, told, requests, connections, disconnect, close }
  return broker
}

interface Answer {
  /** Null for none. */
  readonly body: Buffer | null
  readonly afterMs: number
}

function answerTo(broker: FakeBroker, api: number, request: ByteReader): Answer {
  const { told } = broker
  switch (api) {
    case apiVersionsApi:
      return { body: new ByteWriter().int16(0).int32(0).int32(0).bytes, afterMs: told.greetingMs }
    case saslHandshakeApi:
      return { body: new ByteWriter().int16(0).int32(1).string('OAUTHBEARER').bytes, afterMs: 0 }
    case metadataApi:
      return { body: metadata(broker, request), afterMs: 0 }
    case listOffsetsApi:
      return { body: offsets(told, request), afterMs: 0 }
    case fetchApi:
      return fetched(told, request)
    case produceApi:
      return { body: told.produceFault === null ? null : produced(told.produceFault, request), afterMs: 0 }
    default:
      return { body: null, afterMs: 0 }
  }
}

function metadata(broker: FakeBroker, request: ByteReader): Buffer {
  request.skip(4)
  const topic = request.string()
  const { leaders, others } = broker.told
  const writer = new ByteWriter().int32(0).int32(1 + others.length)
  for (const { node, port } of [broker, ...others]) writer.int32(node).string('127.0.0.1').int32(port).string(null)
  writer.string('cluster').int32(broker.node).int32(1).int16(0).string(topic).int8(0).int32(leaders.length)
  for (const [partition, { node, epoch }] of leaders.entries()) {
    writer.int16(0).int32(partition).int32(node).int32(epoch)
    writer.int32(1).int32(node).int32(1).int32(node).int32(0) // replicas, in sync, offline
  }
  return writer.bytes
}

function offsets({ batch }: Told, request: ByteReader): Buffer {
  request.skip(9) // replica, isolation, count of topics
  const topic = request.string()
  const writer = new ByteWriter().int32(0).int32(1).string(topic).int32(request.int32())
  while (request.at < request.bytes.length) {
    writer.int32(request.int32()).int16(0).int64(-1)
    request.skip(4) // leader epoch
    writer.int64(request.int64() === earliest ? 0 : (batch?.count ?? 0)).int32(0)
  }
  return writer.bytes
}

/** One that finds nothing is held, as brokers do; who asks with a newer epoch than this one has heard of is refused. */
function fetched({ batch, leaders, fetchFault, faultyPartition }: Told, request: ByteReader): Answer {
  if (fetchFault === null) return { body: null, afterMs: 0 }
  request.skip(4)
  const waitMs = request.int32()
  request.skip(21) // bytes at least and at most, isolation, session and its epoch, count of topics
  const topic = request.string()
  const count = request.int32()
  const writer = new ByteWriter().int32(0).int16(0).int32(0).int32(1).string(topic).int32(count)
  let found = false
  for (let i = 0; i < count; i++) {
    const partition = request.int32()
    const isFaulty = (faultyPartition ?? partition) === partition
    const fault = request.int32() > leaders[partition]!.epoch ? unknownLeaderEpoch : isFaulty ? fetchFault : 0
    const from = request.int64()
    request.skip(12) // start of the log, bytes at most
    const bytes = fault === 0 && batch && from < batch.count ? batch.bytes : Buffer.alloc(0)
    found ||= fault !== 0 || bytes.length > 0
    writer.int32(partition).int16(fault).int64(0).int64(0).int64(0).int32(-1).int32(-1).int32(bytes.length).raw(bytes)
  }
  return { body: writer.bytes, afterMs: found ? 0 : waitMs }
}

/** To an append to one partition. */
function produced(fault: number, request: ByteReader): Buffer {
  request.string()
  request.skip(10) // acknowledgements, time, count of topics
  const topic = request.string()
  request.skip(4)
  const writer = new ByteWriter().int32(1).string(topic).int32(1)
  return writer.int32(request.int32()).int16(fault).int64(-1).int64(-1).int64(-1).int32(0).bytes
}

/** A batch of messages with these texts, as the broker keeps it. */
export async function batchOf(schemas: SchemaDirectory, texts: readonly string[]): Promise<NonNullable<Told['batch']>> {
  const codec = await createEventCodec(schemas)
  const records = texts.map((text) => ({ key: 'k', value: sampleMessageSent(text, 0) }))
  const writer = new ByteWriter()
  writeRecordBatch(writer, noProducer, encodeBatch(records, codec, Number.POSITIVE_INFINITY).messages)
  return { bytes: Buffer.from(writer.bytes.subarray(4)), count: texts.length }
}
