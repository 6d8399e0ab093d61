// What a message costs to encode and decode on its way, by the libraries that the product uses and by code generated for each schema:
// `node packages/contracts/bench/encoders.ts`. Compare the columns of one run; the machine decides the rest. What generated code could save
// of a message is the difference of the last line.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import protobuf from 'protobufjs'
import { readWire, serverWire } from '../generate/wire.ts'
import { commandSchemas, eventSchemas, type MessageSent, type SendMessage } from '../src/generated/avro.ts'
import { createCommandCodec, createEventCodec, wire } from '../src/index.ts'
import { avroCode } from './avro-code.ts'
import { protobufCode } from './protobuf-code.ts'

const rounds = 4_000
const turns = 7

interface Codec {
  encode(value: object): Uint8Array
  decode(bytes: Uint8Array): object
}

interface Compared {
  readonly name: string
  readonly value: object
  /** How often a message of the hot layout is encoded and decoded so: the content of its request for the hash, its item by delivery and projector. */
  readonly times: { readonly encode: number; readonly decode: number }
  readonly library: Codec
  readonly generated: Codec
  /** As the library encodes, into one buffer for all instead of one for each; null where that is so anyway. */
  readonly shared: ((value: object) => Uint8Array) | null
}

const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.alloc(200, 'x') }
const [conversationId, clientMessageId, messageId] = ['d:user-000001:user-000002', randomUUID(), randomUUID()]
const [contentHash, sentAtMs] = [Buffer.alloc(32, 7), 1_764_000_000_123]
const content = { conversationId, body, replyTo: 0, mentionAll: false, attachments: [] }

const reply = { messageId, seq: 1_234, ordinal: 1_230, sentAtMs }
const command: SendMessage = {
  type: 'SendMessage',
  meta: {
    ...{
      appId: 'bench',
      commandId: messageId,
      actorId: 'user-000001',
      deviceId: 'device-1',
      enteredAt: sentAtMs,
      deadlineAt: sentAtMs + 5_000,
    },
    ...{ intent: { id: clientMessageId, contentHash }, retry: false, replyNode: randomUUID(), replyConnection: '4711', traceparent: null },
  },
  ...content,
}
const event: MessageSent = {
  type: 'MessageSent',
  meta: {
    ...{ appId: 'bench', claim: 7, commandOffset: 123_456, commandId: messageId, actorId: 'user-000001', deviceId: 'device-1' },
    ...{ connectionId: '4711', occurredAt: sentAtMs, traceparent: null },
    answers: { id: clientMessageId, contentHash, reply: wire.SendReply.encode(reply).finish() },
  },
  ...{ ...content, seq: 1_234, ordinal: 1_230, senderId: 'user-000001' },
}
const item = {
  ...{ conversationId, seq: 1_234, ordinal: 1_230, actorId: 'user-000001', occurredAtMs: sentAtMs, uncounts: 0 },
  messageSent: {
    messageId,
    clientMessageId,
    body,
    replyTo: 0,
    mentionAll: false,
    attachments: [],
    edits: 0,
    editedAtMs: 0,
    removed: null,
    lastEditSeq: 0,
  },
}

async function records(): Promise<Compared[]> {
  let ids = 0
  const directory = { idOf: async () => ++ids, schemaOf: async () => null }
  const codecOf = async ({ encode, decode }: { encode(value: never): Buffer; decode(list: Uint8Array[]): unknown }): Promise<Codec> => ({
    encode: (value) => encode(value as never),
    decode: (bytes) => (decode([bytes]) as object[])[0]!,
  })
  const [commands, events] = [await createCommandCodec(directory), await createEventCodec(directory)]
  const bound = (codec: typeof commands | typeof events) => codecOf({ encode: codec.encode.bind(codec), decode: codec.decode.bind(codec) })
  const times = { encode: 1, decode: 1 }
  return [
    {
      name: 'SendMessage (Avro)',
      value: command,
      times,
      shared: null,
      library: await bound(commands),
      generated: await avroCode(commandSchemas.SendMessage),
    },
    {
      name: 'MessageSent (Avro)',
      value: event,
      times,
      shared: null,
      library: await bound(events),
      generated: await avroCode(eventSchemas.MessageSent),
    },
  ]
}

async function packets(): Promise<Compared[]> {
  const writer = protobuf.Writer.create()
  const root = protobuf.Root.fromJSON(serverWire(readWire(join(import.meta.dirname, '../../../schemas/wire'))) as protobuf.INamespace)
  root.resolveAll()
  const push = { items: [wire.ConversationItem.encode(item).finish()], notices: [] }
  const compared = async (type: keyof typeof wire, value: object, times: Compared['times']): Promise<Compared> => {
    const library = wire[type] as unknown as {
      encode(message: object, writer?: protobuf.Writer): protobuf.Writer
      decode(bytes: Uint8Array): object
    }
    return {
      ...{ name: `${type} (protobuf)`, value, times },
      shared: (message) => {
        const bytes = library.encode(message, writer).finish()
        writer.reset()
        return bytes
      },
      library: { encode: (message) => library.encode(message).finish(), decode: (bytes) => library.decode(bytes) },
      generated: await protobufCode(root.lookupType(`skein.wire.v1.${type}`)),
    }
  }
  return [
    await compared('SendRequest', { ...content, clientMessageId }, { encode: 1, decode: 1 }),
    await compared('SendReply', reply, { encode: 1, decode: 0 }),
    await compared('ConversationItem', item, { encode: 2, decode: 0 }),
    await compared('Push', push, { encode: 1, decode: 0 }),
  ]
}

let kept: unknown

function nanoseconds(run: () => unknown): number {
  const from = performance.now()
  for (let i = 0; i < rounds; i++) kept = run()
  return ((performance.now() - from) * 1e6) / rounds
}

function checkEqual({ value, library, generated, shared }: Compared): void {
  const bytes = library.encode(value)
  // Framing is that of the codec.
  const framing = shared === null ? 5 : 0
  assert.deepEqual([...generated.encode(value)].slice(framing), [...bytes].slice(framing))
  // Fields with their default are not fields of what protobufjs decodes.
  for (const decoded of [generated.decode(bytes), library.decode(bytes)]) assert.deepEqual([...library.encode(decoded)], [...bytes])
}

const all = [...(await records()), ...(await packets())]
for (const one of all) checkEqual(one)
const ways = ['encode', 'in one buffer', 'generated', 'decode', 'generated'] as const
const best = new Map(all.map((one) => [one, ways.map(() => Infinity)]))
// In turn, and the best of each: others use this machine as well.
for (let turn = 0; turn < turns; turn++) {
  for (const [{ value, library, generated, shared }, least] of best) {
    const bytes = library.encode(value)
    const runs = [
      () => library.encode(value),
      shared && (() => shared(value)),
      () => generated.encode(value),
      ...[library, generated].map((codec) => () => codec.decode(bytes)),
    ]
    for (const [i, run] of runs.entries()) if (run) least[i] = Math.min(least[i]!, nanoseconds(run))
  }
}
assert.ok(kept)

const line = (name: string, columns: readonly (string | number)[]) =>
  console.log(name.padEnd(30) + columns.map((column) => (typeof column === 'number' ? column.toFixed(0) : column).padStart(18)).join(''))
const sums = [0, 0, 0]
line('ns', ways)
for (const [{ name, times }, least] of best) {
  line(
    name,
    least.map((ns) => (ns === Infinity ? '' : ns)),
  )
  const [encode, encodeShared, encodeGenerated, decode, decodeGenerated] = least as [number, number, number, number, number]
  const encodings = [encode, encodeShared === Infinity ? encode : encodeShared, encodeGenerated]
  const decodings = [decode, decode, decodeGenerated]
  for (const i of sums.keys()) sums[i]! += encodings[i]! * times.encode + decodings[i]! * times.decode
}
const [libraries, inOneBuffer, byGenerated] = sums.map((ns) => `${(ns / 1000).toFixed(1)} us`)
console.log(`a message in all: ${libraries} by libraries, ${inOneBuffer} with one buffer for all packets, ${byGenerated} by generated code`)
