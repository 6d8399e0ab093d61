// What delivering a message between two costs a process that has both connected, from the event to what its gateway takes, without a log and
// without a socket: `node packages/delivery/bench/direct.ts`. `--batch` says how many events are read together. Others use the machine too:
// compare runs in turn, by the CPU time of the process in user mode that is printed.
import { parseArgs } from 'node:util'
import type { SkeinEvent } from '@skein/contracts'
import type { StoredRecord } from '@skein/event-sourcing'
import { createInProcessNodeLinkHub, InProcessPresenceHub } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { sampleAppId, sampleMessageSent } from '@skein/testing'
import { noCounts } from '../src/counters.ts'
import { defaultDeliveryLimits } from '../src/delivery-limits.ts'
import { PartitionDelivery } from '../src/partition-delivery.ts'

const { values: given } = parseArgs({
  options: {
    batch: { type: 'string', default: '2' },
    turns: { type: 'string', default: '9' },
    events: { type: 'string', default: '20000' },
  },
})
const [batchEvents, turns, events] = [given.batch, given.turns, given.events].map(Number) as [number, number, number]

const pairs = 500
const text = 'x'.repeat(200)
const node = 'gateway'
const hub = createInProcessNodeLinkHub()
const presence = new InProcessPresenceHub().presence()
await presence.enter({ incarnation: node, role: 'gateway', addresses: [] }, () => ({ connections: 2 * pairs, draining: false }))
for (let i = 0; i < 2 * pairs; i++) {
  const rest = { deviceId: 'd', sessionId: 's', platform: 'bench', connectedAtMs: 0 }
  await presence.add({ connectionId: connectionOf(i), node, appId: sampleAppId, userId: `user-${1000 + i}`, ...rest })
}
let taken = 0
const link = hub.link(node)
await link.listen({
  reply() {},
  kick() {},
  lost() {},
  delivery({ connectionIds }) {
    taken += connectionIds.length
  },
})

const counters = noCounts()
const delivery = new PartitionDelivery({
  ...{ partition: 0, from: { nextOffset: 0, record: '' }, presence, link, counters, limits: defaultDeliveryLimits, logger: silentLogger },
  membership: () => Promise.reject(new Error('no group is asked for')),
  signal: new AbortController().signal,
  reached() {},
  failed: (error) => {
    throw error
  },
})

function connectionOf(i: number): string {
  return `00000000-0000-4000-8000-0${String(i).padStart(11, '0')}`
}

let offset = 0

/** Of two in turn, into conversations that come by in turn. */
function records(count: number): StoredRecord<SkeinEvent>[] {
  return Array.from({ length: count }, (_, i) => {
    const pair = i % pairs
    const [a, b] = [2 * pair, 2 * pair + 1].map((user) => `user-${1000 + user}`) as [string, string]
    const sent = sampleMessageSent(text, 0, { conversationId: `d:${a}:${b}`, seq: 2, ordinal: 2, senderId: a })
    const value: SkeinEvent = { ...sent, meta: { ...sent.meta, actorId: a, connectionId: connectionOf(2 * pair) } }
    return { topic: 'events', partition: 0, offset: offset++, key: '', value, appendedAt: 0, bytes: 700 }
  })
}

const micros: number[] = []
for (let turn = 0; turn <= turns; turn++) {
  const read = records(events)
  const before = process.cpuUsage()
  for (let i = 0; i < events; i += batchEvents) {
    await delivery.deliver(read.slice(i, i + batchEvents))
    await new Promise(setImmediate)
  }
  await delivery.settled()
  await link.flushed()
  // The first is to warm up.
  if (turn > 0) micros.push(process.cpuUsage(before).user / events)
}
if (taken !== (turns + 1) * events) throw new Error(`${taken} of ${(turns + 1) * events} were taken`)
micros.sort((a, b) => a - b)
const shown = [micros[0]!, micros[turns >> 1]!].map((us) => us.toFixed(2)).join(', ')
console.log(`us of a message, least and median of ${turns} turns: ${shown}`)
process.exit(0)
