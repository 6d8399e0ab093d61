// Delivery with everything it needs in this process: two gateways, an API, presence and a node link between them, and a log and a view of
// members that the test moves on or takes down.
import assert from 'node:assert/strict'
import { wire } from '@skein/contracts'
import { createDelivery, type DeliveryLimits } from '@skein/delivery'
import type { GroupPosition } from '@skein/event-sourcing'
import { type ConnectionInfo, createInProcessNodeLinkHub, InProcessPresenceHub, type LinkDelivery } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { createMemoryLog, type MemoryLog, membershipOver } from './memory-log.ts'

export interface Received extends LinkDelivery {
  readonly node: string
}

const nodeRest = { addresses: [], connections: 0, draining: false }

const nodes = [
  { incarnation: 'n1', role: 'gateway' },
  { incarnation: 'n2', role: 'gateway' },
  { incarnation: 'n3', role: 'api' },
] as const

export interface DeliveryWorldOptions {
  readonly log?: MemoryLog | undefined
  readonly limits?: Partial<DeliveryLimits> | undefined
  /** The node that is in the process of delivery; none where it is left out. */
  readonly here?: string | undefined
  /** A gateway of a release that does not know what is announced. */
  readonly unknowing?: string | undefined
}

/** `stops` takes what is to be called when the test is over. */
export async function openDeliveryWorld(stops: (() => Promise<unknown>)[], options: DeliveryWorldOptions = {}) {
  const log = options.log ?? createMemoryLog()
  const hub = createInProcessNodeLinkHub()
  const membership = membershipOver(log)
  const { online, presence, setPresenceDown, setLookUp } = await openPresence(options)
  const { records, kicks, lost } = await listen(hub, stops)
  const link = hub.link('delivery')
  stops.push(() => link.close())
  const limits = { retryDelayMsMin: 1, retryDelayMsMax: 5, ...options.limits }
  const delivery = createDelivery({ log: log as never, presence, link, membership, logger: silentLogger, limits })
  const abort = new AbortController()
  let served: Promise<void> = Promise.resolve()
  /** Where delivery says that it has come to; undefined before it was begun. */
  let position: number | undefined
  stops.push(async () => {
    abort.abort()
    await served.catch(() => {})
  })
  return {
    ...{ log, hub, membership, delivery, records, kicks, lost, online, abort, setPresenceDown, setLookUp },
    /** Who was shown what, sorted: `connection conversation/seq` or `connection read user/ordinal`. */
    shown: (): string[] =>
      records
        .flatMap(({ push, connectionIds }) => {
          const said = saidBy(push)
          return connectionIds.flatMap((connectionId) => said.map((what) => `${connectionId} ${what}`))
        })
        .sort(),
    serve(from = 0, signal = abort.signal) {
      const reached = ({ nextOffset }: GroupPosition): void => {
        position = nextOffset
      }
      served = delivery.serve(0, { nextOffset: from, record: '' }, { signal, reached })
      served.catch(() => {})
      return served
    },
    position: () => position,
    /** Everything in the log is handed over and has arrived. */
    async settled() {
      await until('the end of the log', () => position === log.events.length)
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    },
  }
}

/** Presence that can be taken down, or held up, for whoever asks it of nodes elsewhere. */
async function openPresence({ here, unknowing }: DeliveryWorldOptions) {
  const store = new InProcessPresenceHub().presence()
  const load = () => ({ connections: 0, draining: false })
  if (here !== undefined) await store.enter({ incarnation: here, role: 'gateway', addresses: [] }, load)
  let isDown = false
  let lookingUp = async (): Promise<void> => {}
  return {
    setPresenceDown: (down: boolean) => {
      isDown = down
    },
    /** What each look-up waits for; it fails where that does. */
    setLookUp: (waited: () => Promise<void>) => {
      lookingUp = waited
    },
    presence: {
      connectionsHere: (appId: string, userIds: readonly string[]) => store.connectionsHere(appId, userIds),
      gatewayHere: () => store.gatewayHere(),
      gatewaysElsewhere: async () => {
        if (isDown) throw new Error('presence is down')
        await lookingUp()
        const elsewhere = nodes.filter(({ role, incarnation }) => role === 'gateway' && incarnation !== here)
        return elsewhere.map((node) => ({ ...node, ...nodeRest, ...(node.incarnation === unknowing ? {} : { announced: true }) }))
      },
      connectionsElsewhere: async (appId: string, userIds: readonly string[]) => {
        if (isDown) throw new Error('presence is down')
        await lookingUp()
        return store.connectionsElsewhere(appId, userIds)
      },
      liveNodes: async () => {
        if (isDown) throw new Error('presence is down')
        return nodes.map((node) => ({ ...node, ...nodeRest }))
      },
    },
    online(connectionId: string, userId: string, node: string, fields: Partial<ConnectionInfo> = {}) {
      const who = { connectionId, node, appId: 'app', userId, deviceId: connectionId, sessionId: '' }
      return store.add({ ...who, platform: '', connectedAtMs: 0, ...fields })
    },
  }
}

/** What arrives at the nodes. */
async function listen(hub: ReturnType<typeof createInProcessNodeLinkHub>, stops: (() => Promise<unknown>)[]) {
  const records: Received[] = []
  const kicks: string[] = []
  /** Nodes that were told that something was delivered to nobody. */
  const lost: string[] = []
  for (const { incarnation: node } of nodes) {
    const link = hub.link(node)
    stops.push(() => link.close())
    await link.listen({
      reply: () => {},
      delivery: (d) => void records.push({ ...d, node }),
      kick: (k) => void kicks.push(`${k.connectionId} ${k.code}`),
      lost: (reason) => {
        assert.match(
          reason,
          /^events of partition 0 were delivered to nobody$|^an event of the app app was announced, which this node does/,
        )
        lost.push(node)
      },
    })
  }
  return { records, kicks, lost }
}

/** What a push shows: `conversation/seq` of items, `read user/ordinal` of read marks, and who asks to join. */
export function saidBy(push: Uint8Array): string[] {
  const { items, notices } = wire.Push.decode(push)
  const places = items.map((bytes) => wire.ConversationItem.decode(bytes))
  const told = notices.map((bytes) => {
    const { readMarked, joinRequested, joinRequestAnswered, joinRequestWithdrawn } = wire.Notice.decode(bytes)
    if (joinRequested) return `asks ${joinRequested.userId}`
    if (joinRequestAnswered) return `answered ${joinRequestAnswered.userId}`
    if (joinRequestWithdrawn) return `took back ${joinRequestWithdrawn.userId}`
    return `read ${readMarked?.userId}/${readMarked?.ordinal}`
  })
  return [...places.map((i) => `${i.conversationId}/${i.seq}`), ...told]
}

export async function until(what: string, condition: () => boolean, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
