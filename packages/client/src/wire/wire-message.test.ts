// The SDK's codec against the server's (protobufjs static code): same bytes, same values, same refusals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire as theirWire } from '@skein/contracts'
import * as wire from '../generated/wire.ts'
import { bool, bytes, int32, text, uint32, uint64, WireFormatError } from './wire-format.ts'
import { decode, encode, type FieldRow, type MessageKind, message } from './wire-message.ts'

// biome-ignore lint/suspicious/noExplicitAny: every message in turn
type Any = any
const theirs = theirWire as Any
const kinds = Object.entries(wire).filter(([, kind]) => 'open' in kind) as [string, MessageKind<Any>][]
const theirsOf = (name: string) => name.split('_').reduce((space, part) => space[part], theirs)
const names = new Map<unknown, string>(kinds.map(([name, kind]) => [kind, name]))
/** Encoded once and carried as bytes by servers, wherever there are several. */
const carried = new Set<unknown>([wire.ConversationItem, wire.Notice])

let state = 20_261_129
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!

function exampleOf(kind: unknown): unknown {
  if (kind === text) return pick(['', 'a', 'группа', '🎉'.repeat(40), 'x'.repeat(127), 'x'.repeat(128), 'x'.repeat(20_000), '\ufeffb'])
  if (kind === bytes) return new Uint8Array(pick([0, 1, 127, 128, 300, 70_000])).fill(random(256))
  if (kind === bool) return random(2) === 1
  if (kind === uint32) return pick([0, 1, 127, 128, 2 ** 31, 2 ** 32 - 1])
  if (kind === int32) return pick([0, 1, 3, 2 ** 31 - 1, -1, -129, -(2 ** 31)])
  if (kind === uint64) return pick([0, 1, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 35 + 5, 1_796_000_000_000, Number.MAX_SAFE_INTEGER])
  return random(4) === 0 ? null : messageOf(kind as MessageKind<Any>)
}

function messageOf(kind: MessageKind<Any>): Any {
  const { fields } = kind.open()
  const chosen = pick(fields.map((field) => field.name))
  return Object.fromEntries(
    fields.map((field) => {
      if (field.others.length > 0 && field.name !== chosen) return [field.name, null]
      if (!field.repeated) return [field.name, exampleOf(field.kind)]
      return [field.name, Array.from({ length: random(4) }, () => exampleOf(field.kind) ?? messageOf(field.kind as MessageKind<Any>))]
    }),
  )
}

/** Ours as theirs. */
function given(kind: MessageKind<Any>, value: Any): Any {
  return Object.fromEntries(
    kind.open().fields.map(({ name, repeated, kind: its }) => {
      const one = (item: Any) => (item && 'open' in its ? given(its as MessageKind<Any>, item) : item)
      const several = (item: Any) => (carried.has(its) ? theirsOf(names.get(its)!).encode(one(item)).finish() : one(item))
      return [name, repeated ? value[name].map(several) : one(value[name])]
    }),
  )
}

/** Theirs as ours: own plain fields, absent messages null, Buffers as Uint8Array. */
function plain(kind: MessageKind<Any>, value: Any): Any {
  return Object.fromEntries(
    kind.open().fields.map(({ name, repeated, kind: its }) => {
      const one = (item: Any) => {
        if (item === null || item === undefined) return null
        if ('open' in its) return plain(its as MessageKind<Any>, item)
        return item instanceof Uint8Array ? new Uint8Array(item) : item
      }
      const several = (item: Any) => one(carried.has(its) ? theirsOf(names.get(its)!).decode(item) : item)
      return [name, repeated ? [...value[name]].map(several) : one(value[name])]
    }),
  )
}

const attempt = (work: () => unknown) => {
  try {
    return { value: work() }
  } catch (error) {
    return { error }
  }
}

test('writes what the server writes, and reads back what was written', () => {
  for (const [name, kind] of kinds) {
    for (let round = 0; round < 200; round++) {
      const value = messageOf(kind)
      const ours = encode(kind, value)
      assert.deepEqual(ours, new Uint8Array(theirsOf(name).encode(given(kind, value)).finish()), name)
      assert.deepEqual(decode(kind, ours), value, name)
      assert.deepEqual(plain(kind, theirsOf(name).decode(ours)), value, name)
    }
  }
})

test('an empty message has every field', () => {
  assert.deepEqual(decode(wire.SendRequest, new Uint8Array(0)), {
    conversationId: '',
    clientMessageId: '',
    body: null,
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  })
})

test('refuses what the server refuses, and reads the same from the rest: cut and damaged bytes', () => {
  let refused = 0
  let read = 0
  for (const [name, kind] of kinds) {
    for (let round = 0; round < 500; round++) {
      let input = encode(kind, messageOf(kind)).slice(0, 400)
      for (let damage = random(4); damage > 0 && input.length > 0; damage--) input[random(input.length)] = random(256)
      input = input.slice(0, random(input.length + 1))
      // In the midst of other bytes: what reads beyond its input gives another value than theirs, which gets a copy.
      const around = new Uint8Array(input.length + 64).fill(1)
      around.set(input, 32)
      const ours = attempt(() => decode(kind, around.subarray(32, 32 + input.length)))
      const other = attempt(() => plain(kind, theirsOf(name).decode(input)))
      if (ours.error && !other.error) {
        assert(ours.error instanceof WireFormatError)
        // Numbers they round, and varints of unknown fields that they pass over at any length.
        assert.match(
          (ours.error as Error).message,
          /above 2\^53|number without end/,
          `${name} ${Buffer.from(input).toString('hex')} ${ours.error}`,
        )
      } else if (other.error) {
        assert(ours.error instanceof WireFormatError, `${name} ${Buffer.from(input).toString('hex')}: ${other.error}`)
        refused++
      } else {
        assert.deepEqual(ours.value, other.value, `${name} ${Buffer.from(input).toString('hex')}`)
        read++
      }
    }
  }
  assert(refused > 100 && read > 100, `${refused} ${read}`)
})

test('passes over fields it does not know, of any wire type', () => {
  const rows: FieldRow[] = [
    [15, 'a', text],
    [16, 'b', uint64],
    [2047, 'c', wire.Push],
  ]
  const newer = message<Any>(() => rows)
  const known = encode(wire.Resync, { reason: 'lag' })
  const more = encode(newer, { a: 'new', b: 7, c: { items: [], notices: [] } })
  const fixed = [0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7d, 1, 2, 3, 4, 0x7b, 0x08, 1, 0x7c]
  assert.deepEqual(decode(wire.Resync, Uint8Array.from([...more, ...fixed, ...known, ...fixed])), { reason: 'lag' })
})

test('of a oneof the last on the wire is present; a message that comes twice is merged', () => {
  const first = encode(wire.ConversationItem, {
    ...decode(wire.ConversationItem, new Uint8Array(0)),
    groupCreated: { name: 'x', members: [], subjectCount: 0 },
  })
  const second = encode(wire.ConversationItem, { ...decode(wire.ConversationItem, new Uint8Array(0)), memberLeft: { userId: '' } })
  const item = decode(wire.ConversationItem, Uint8Array.from([...first, ...second]))
  assert.equal(item.groupCreated, null)
  assert.deepEqual(item.memberLeft, { userId: '' })
  const profile = { userId: '', userName: '', displayName: '' }
  const twice = [
    { ...profile, userId: 'a' },
    { ...profile, userName: 'b' },
  ].flatMap((p) => [...encode(wire.FindUserReply, { profile: p })])
  assert.deepEqual(decode(wire.FindUserReply, Uint8Array.from(twice)).profile, { ...profile, userId: 'a', userName: 'b' })
})

test('numbers that the wire cannot say are refused before they are sent', () => {
  for (const ordinal of [-1, 0.5, Number.NaN, 2 ** 53]) {
    assert.throws(() => encode(wire.MarkReadRequest, { conversationId: 'a', ordinal }), RangeError)
  }
  const limit = { conversationId: 'a', beforeSeq: 0, afterSeq: 0, limit: 2 ** 32 }
  assert.throws(() => encode(wire.HistoryRequest, limit), RangeError)
})

test('messages within themselves and groups have a greatest depth', () => {
  interface Nested {
    readonly inner: Nested | null
  }
  const nested: MessageKind<Nested> = message(() => [[1, 'inner', nested]])
  let value: Nested = { inner: null }
  for (let depth = 0; depth < 60; depth++) value = { inner: value }
  assert.equal(encode(nested, decode(nested, encode(nested, value))).length, encode(nested, value).length)
  for (let depth = 0; depth < 60; depth++) value = { inner: value }
  assert.throws(() => decode(nested, encode(nested, value)), WireFormatError)
  assert.throws(() => decode(nested, new Uint8Array(100_000).fill(0x7b)), WireFormatError)
})

test('packed numbers, numbers one by one, and single fields whose presence counts', () => {
  const list = message<{ readonly seqs: readonly number[]; readonly limit?: number | null }>(() => [
    [1, 'seqs', [uint64]],
    [2, 'limit', uint32, 1],
  ])
  assert.deepEqual(decode(list, Uint8Array.of(10, 3, 1, 0x80, 2, 8, 5, 16, 0)), { seqs: [1, 256, 5], limit: 0 })
  assert.deepEqual(encode(list, { seqs: [1], limit: 0 }), Uint8Array.of(10, 1, 1, 16, 0))
})

test('bytes are Uint8Arrays, whatever the input is', () => {
  const input = Buffer.from(encode(wire.SyncRequest, { cursor: Uint8Array.of(1, 2), itemsPerConversation: 0 }))
  assert.equal(decode(wire.SyncRequest, input).cursor.constructor, Uint8Array)
})
