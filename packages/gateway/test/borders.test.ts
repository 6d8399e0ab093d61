// Story: 2^53 - 1 in `reply_to` passed every check, and then the codec of records could not write it. The client was told UNAVAILABLE, asked
// again, and was told the same for ever, with its lane held behind it; a size of an attachment and a read mark did the same. So every field
// of every request that becomes a command is taken to its borders: it is refused with its name, or everything behind it can write it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { CommandPacket, RequestName, SkeinEvent } from '@skein/contracts'
import {
  allSchemas,
  commandFrom,
  countMax,
  createCommandCodec,
  createEventCodec,
  faultyFieldOf,
  isUuid,
  packets,
  requestCodecs,
} from '@skein/contracts'
import { refusalOf } from '@skein/domain'
import { itemOf } from '@skein/projections'
import { aboutOf, createWorld, hostileRequests, plausibleIn, sampleCommandMeta } from '@skein/testing'
import fc from 'fast-check'
import { contentHashOf } from '../src/requests/command-request.ts'
import { faultOfSecret, hashed } from '../src/requests/secrets.ts'

type AnyMessage = Readonly<Record<string, unknown>>

const directory = {
  idOf: async (subject: string) => allSchemas().findIndex((schema) => schema.subject === subject),
  schemaOf: async () => null,
}
const [commandCodec, eventCodec] = [await createCommandCodec(directory), await createEventCodec(directory)]

const commandPackets = (Object.keys(packets) as (keyof typeof packets)[]).filter(
  (name): name is CommandPacket => packets[name].kind === 'command',
)
const asker = { userId: 'alice', sessionId: randomUUID(), hashed }

const about = { two: 'd:alice:bob', everybody: 'b:app', group: 'g:team' }
const plausible = (conversationId: string) => plausibleIn({ conversationId, appId: 'app', user: { userId: 'bob', userName: 'bob' } })

/** A group of alice and bob, and alice may tell everybody something. */
function openWorld() {
  const world = createWorld()
  world.register('app', 'alice', 'bob')
  const meta = () => ({
    ...sampleCommandMeta(),
    appId: 'app',
    actorId: 'alice',
    intent: { id: randomUUID(), contentHash: new Uint8Array(32) },
  })
  world.run({ type: 'CreateGroup', meta: meta(), conversationId: 'g:team', name: 'team', memberIds: ['bob'], settings: [] })
  const operator = { ...meta(), actorId: '' }
  world.run({ type: 'ChangeBroadcastRight', meta: operator, conversationId: about.everybody, userId: 'alice', allowed: true })
  return { world, meta }
}

/** What becomes of a request, as far as its edge and its log go. */
function follow(name: CommandPacket, body: Uint8Array): { readonly code: string; readonly detail: string } {
  let said: AnyMessage
  try {
    said = requestCodecs[name].decode(body) as unknown as AnyMessage
  } catch {
    return { code: 'MALFORMED_PACKET', detail: faultyFieldOf(name, body) }
  }
  const { intent: field } = packets[name]
  if (field !== null && !isUuid(said[field] as string)) return { code: 'INVALID_ARGUMENT', detail: field }
  const fault = faultOfSecret(name, said)
  if (fault !== null) return { code: 'INVALID_ARGUMENT', detail: fault }
  const { world, meta } = openWorld()
  const intent = field === null ? null : { id: said[field] as string, contentHash: contentHashOf(name, field, said) }
  const make = commandFrom[name] as (said: AnyMessage, ...more: unknown[]) => Parameters<typeof refusalOf>[0]
  const command = make(said, { ...meta(), intent }, asker)
  const refusal = refusalOf(command)
  if (refusal !== null) return refusal
  commandCodec.encode(command)
  const from = world.events.length
  const decision = world.run(command)
  if (!decision.accepted) return decision
  for (const event of world.events.slice(from) as SkeinEvent[]) {
    eventCodec.encode(event)
    itemOf(event)
  }
  return { code: '', detail: '' }
}

for (const name of commandPackets) {
  test(`${name}: whatever stands in a field, it is refused with its name or everything behind can write it`, () => {
    let refused = 0
    for (const { what, field, body } of hostileRequests(name, plausible(aboutOf(name, about)))) {
      const { code, detail } = follow(name, body)
      if (code !== 'INVALID_ARGUMENT' && code !== 'MALFORMED_PACKET') continue
      refused += 1
      const last = field.split('.').at(-1)!
      if (field !== '')
        assert.ok(detail.includes(last) || detail.includes(field.split('.')[0]!), `${what} is refused with ${code} ${detail}`)
    }
    assert.ok(refused > 0)
  })
}

test('fields at their borders together are refused or can be written as well', () => {
  const bodies = commandPackets.flatMap((name) => [...hostileRequests(name, plausible(about.two))].map(({ body }) => ({ name, body })))
  // Protobuf merges what stands behind: later fields win, so that two requests in a row are one with fields of both.
  const two = fc.tuple(fc.constantFrom(...bodies), fc.constantFrom(...bodies))
  fc.assert(
    fc.property(two, ([first, second]) => {
      follow(first.name, Buffer.concat([first.body, second.body]))
    }),
    { numRuns: 3_000 },
  )
})

test('the largest number that is taken can be written, and the next one is refused', () => {
  const body = (replyTo: number) =>
    requestCodecs.send
      .encode({
        conversationId: 'g:team',
        clientMessageId: randomUUID(),
        replyTo,
        body: { contentType: 'text/plain' },
      })
      .finish()
  assert.deepEqual(follow('send', body(countMax)).detail, `replyTo: lastSeq 1, asked ${countMax}`)
  assert.deepEqual(follow('send', body(countMax + 1)), { accepted: false, code: 'INVALID_ARGUMENT', detail: 'replyTo' })
})

test('a text that is no UTF-8 is told by its field, however deep it stands', () => {
  const surrogate = Uint8Array.of(0x0a, 3, 0xed, 0xa0, 0x80)
  const nested = Uint8Array.of(0x1a, surrogate.length, ...surrogate)
  const told: [RequestName, Uint8Array, string][] = [
    ['createGroup', Uint8Array.of(0x12, 3, 0xed, 0xa0, 0x80), 'name'],
    ['send', nested, 'body.contentType'],
    ['history', Uint8Array.of(0x0a, 1, 0xff), 'conversationId'],
    ['history', Uint8Array.of(0x0a, 9, 0x61), 'conversationId'],
    ['history', Uint8Array.of(0x0a, 1, 0x61), ''],
  ]
  for (const [name, body, field] of told) assert.equal(faultyFieldOf(name, body), field)
})
