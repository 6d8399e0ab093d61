// Every packet of the table that a client may send, with each of its fields at its borders and beyond, made from the schema: what is new is
// walked by itself. Each is answered, by name where it is refused, and afterwards everything goes on for those who did it and for others.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import test from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Connection, SkeinError } from '@skein/client'
import { encodePacket, flags, headerBytes, PacketDecoder, packets, type RequestName, wire } from '@skein/contracts'
import { byDefault } from '@skein/domain'
import { aboutOf, hostileRequests, plausibleIn } from '@skein/testing'
import type { Installation } from '../installation.ts'
import { between, openWorld, type Person, sees, type World } from '../people.ts'
import { errorLines } from './error-lines.ts'

/** Faults of ours: nothing that a client sends is answered with one of them. */
const ours = ['INTERNAL', 'UNAVAILABLE', 'DEADLINE_EXCEEDED']
/** Times that views which lag on a busy machine may be at fault. */
const faultsMax = 3
const namesField = ['INVALID_ARGUMENT', 'MALFORMED_PACKET']
/** A rate of seconds is waited for; one of an hour would be the answer to every value behind it. */
const rateMsMax = 5_000
/** Of packets with a rate of an hour one user asks so many; then it is another's turn, and about others. */
const { sameUserAddedPerHour, addedByStrangersPerHour, friendRequestsPerHour, joinRequestsPerHour } = byDefault
const askedMax = Math.min(sameUserAddedPerHour!, addedByStrangersPerHour!, friendRequestsPerHour!, joinRequestsPerHour!) - 1
/** Packets walked at the same time, each by people of its own. */
const walkersAtOnce = 4
/** They begin or end a connection: each gets one of its own. */
const ofOneConnection: readonly RequestName[] = ['login', 'logout']

interface Refused {
  readonly code: string
  readonly detail: string
}

async function letBroadcast(world: World, { userId }: Person): Promise<void> {
  const asked = { token: world.installation.operatorKey, body: { allowed: true } }
  assert.equal((await world.http('PUT', `users/${userId}/broadcast-right`, asked)).status, 200)
}

function assertNamed({ code, detail }: Refused, what: string, field: string): void {
  assert.notEqual(code, 'RATE_LIMITED', `${what} is answered by a rate, ${detail}, and not for what it says`)
  assert.ok(!ours.includes(code), `${what} is answered with ${code} ${detail}`)
  if (!namesField.includes(code) || field === '') return
  const named = field.split('.').some((part) => detail.includes(part))
  assert.ok(named, `${what} is refused with ${code} ${detail}, which does not name its field`)
}

const request = (connection: Connection, name: RequestName, body: Uint8Array): Promise<SkeinError | null> =>
  new Promise((resolve) => connection.request(name, { body, timeoutMs: 15_000 }, (error) => resolve(error)))

/** The answer, once the rate of its user allows it. What only may be asked again is asked again a few times: a value's fault stays. */
async function answerTo(connection: Connection, name: RequestName, body: Uint8Array): Promise<Refused> {
  for (let faults = 0; ; ) {
    const error = await request(connection, name, body)
    const { code = '', detail = '', retryAfterMs = 0 } = error ?? {}
    if (code === 'UNAVAILABLE') faults += 1
    const again = code === 'UNAVAILABLE' ? faults <= faultsMax : code === 'RATE_LIMITED' && retryAfterMs <= rateMsMax
    if (!again) return { code, detail }
    await pause(retryAfterMs || 100)
  }
}

/** The first answer on a connection of its own; code CLOSED where it ended without one. */
function firstAnswer(address: string, name: RequestName, body: Uint8Array): Promise<Refused> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const decoder = new PacketDecoder({ packetBytesMax: 16 * 1024 * 1024 })
    const socket = connect(Number(port), hostname)
    const settle = (refused: Refused) => {
      socket.destroy()
      resolve(refused)
    }
    socket.setTimeout(15_000, () => settle({ code: 'INTERNAL', detail: 'no answer' }))
    socket.on('error', () => {})
    socket.on('close', () => settle({ code: 'CLOSED', detail: '' }))
    socket.on('data', (bytes) => {
      const answer = decoder.push(bytes).find((packet) => (packet.flags & (flags.ack | flags.error)) !== 0)
      if (answer === undefined) return
      const { code, detail } = (answer.flags & flags.error) === 0 ? { code: '', detail: '' } : wire.Error.decode(answer.body)
      settle({ code, detail })
    })
    socket.write(encodePacket(name, 1, 0, body))
  })
}

const hasHourlyRate = (name: RequestName): boolean =>
  name === 'requestFriend' || name === 'requestToJoin' || ((packets[name] as { readonly adds?: string | null }).adds ?? null) !== null
const requestNames = Object.entries(packets).flatMap(([name, { kind }]) => (kind === 'server' ? [] : [name as RequestName]))

export function hostilePackets(open: () => Installation): void {
  test('every packet with hostile values is answered by name, and everything goes on', { concurrency: walkersAtOnce }, async (t) => {
    const installation = open()
    const world = openWorld(t, installation)
    const errors = errorLines(installation)
    const [other, witness] = [await world.register('other'), await world.register('witness')]
    const otherHere = await world.device(other)
    const witnessHere = await world.device(witness)

    /** Sends the values from this one on; answers with which somebody else goes on, 0 for none. */
    const walk = async (name: RequestName, first: number): Promise<number> => {
      const walker = await world.register(`walker-${name}-${first}`.toLowerCase())
      const device = await world.device(walker, { deviceId: 'settled' })
      // Of their own: strangers put nobody into that many groups in an hour.
      const member = await world.register(`member-${name}-${first}`.toLowerCase())
      const { conversationId } = await device.client.createGroup({ name, memberIds: [member.userId] })
      const about = { two: between(walker, member), everybody: `b:${world.appId}`, group: conversationId }
      // Else no request of theirs would come further.
      if (aboutOf(name, about) === about.everybody) await letBroadcast(world, walker)
      const token = await world.login(walker, 'walking')
      const { tcp } = installation.gateways()[0]!
      const log = () => world.connection(token)
      let connection = (await log()).connection
      const scene = { conversationId: aboutOf(name, about), appId: world.appId, user: member, ...(name === 'login' ? { token } : {}) }
      const values = [...hostileRequests(name, plausibleIn(scene))]
      const end = hasHourlyRate(name) ? first + askedMax : values.length
      for (const { what, field, body } of values.slice(first, end)) {
        if (name === 'login') assertNamed(await firstAnswer(tcp, name, body), what, '')
        else if (ofOneConnection.includes(name)) {
          const own = (await world.connection(await world.login(walker, 'leaving'))).connection
          assertNamed(await answerTo(own, name, body), what, field)
        } else {
          assertNamed(await answerTo(connection, name, body), `${name} ${what}`, field)
          if (!connection.open) connection = (await log()).connection
        }
      }
      const fresh = await world.device(walker, { deviceId: 'fresh', fullSyncDepth: Number.POSITIVE_INFINITY })
      await fresh.client.send(between(walker, other), `after ${name} ${first}`)
      await otherHere.hears(`after ${name} ${first}`)
      return end < values.length ? end : 0
    }
    const walkAll = async (name: RequestName) => {
      for (let next = await walk(name, 0); next > 0; ) next = await walk(name, next)
    }
    await Promise.all(requestNames.map((name) => t.test(name, () => walkAll(name))))

    await witnessHere.client.send(between(witness, other), 'still here')
    await otherHere.hears('still here')
    const anew = await world.device(other, { deviceId: 'anew', fullSyncDepth: Number.POSITIVE_INFINITY })
    await sees('a new device syncs', () => anew.texts(between(witness, other)).includes('still here'))
    assert.deepEqual(errors(), [], 'no process says that it has a fault')
  })

  test('a header that is none ends its own connection, and no other', async (t) => {
    const world = openWorld(t, open())
    const ann = await world.register('ann')
    const annHere = await world.device(ann)
    const { tcp } = world.installation.gateways()[0]!
    const { hostname, port } = new URL(tcp)
    const header = encodePacket('heartbeat', 1, 0, new Uint8Array(0))
    for (let at = 0; at < headerBytes; at++) {
      for (const byte of [0x00, 0x7f, 0x80, 0xff]) {
        const bytes = Uint8Array.from(header)
        bytes[at] = byte
        await new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () => socket.end(bytes))
          socket.on('error', () => {})
          socket.on('close', () => resolve())
          socket.resume()
        })
      }
    }
    await annHere.client.send(between(ann, ann), 'still here')
    assert.deepEqual(annHere.ends, [])
  })
}
