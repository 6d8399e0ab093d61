// The people of a run: SDK clients, one per device, that send, receive, lose their connections and are restarted on their
// own storage, and everything they emit written into the journal.
import type { Client, Sent, Transport } from '@skein/client'
import { createClient, memoryStorage } from '@skein/client'
import type { Installation, Login } from './installation.ts'
import type { DeviceEntry, Journal, SendEntry } from './journal.ts'

export interface Device extends Login {
  readonly entry: DeviceEntry
  readonly transport: Transport
  /** What it has when it starts again. */
  readonly storage: ReturnType<typeof memoryStorage>
  client: Client
  /** Being restarted: takes no sends. */
  away: boolean
  /** Connections it lost or cut. */
  disconnects: number
}

const connectsAtOnce = 32
/** Nothing that was asked is given up before the run is judged, however long the outage. */
const callTimeoutMs = 240_000

export const contentOf = (clientMessageId: string): string => `message ${clientMessageId} ${'.'.repeat(150)}`

export class Audience {
  readonly devices: readonly Device[]
  readonly warnings: Record<string, number> = {}
  /** A message is acked for the first time. */
  onAcked: (sent: Sent) => void = () => {}
  readonly #installation: Installation
  readonly #journal: Journal
  readonly #now: () => number
  readonly #byUser: ReadonlyMap<string, Device[]>
  readonly #sends = new Map<string, SendEntry>()
  /** How many a device has sent in a conversation. */
  readonly #numbers = new Map<string, number>()
  #unacked = 0

  /** Resolves when all are connected. */
  static async gather(installation: Installation, journal: Journal, now: () => number): Promise<Audience> {
    const audience = new Audience(installation, journal, now)
    const { devices } = audience
    for (let i = 0; i < devices.length; i += connectsAtOnce)
      await Promise.all(devices.slice(i, i + connectsAtOnce).map((device) => device.client.connect()))
    return audience
  }

  private constructor(installation: Installation, journal: Journal, now: () => number) {
    this.#installation = installation
    this.#journal = journal
    this.#now = now
    this.devices = installation.logins.filter((login) => !login.reader).map((login, i) => this.#makeDevice(login, i))
    this.#byUser = Map.groupBy(this.devices, (device) => device.userId)
  }

  get unacked(): number {
    return this.#unacked
  }

  devicesOf(userId: string): Device[] {
    return this.#byUser.get(userId) ?? []
  }

  /** Sends from the device and keeps the place in its order. */
  send(device: Device, conversationId: string, clientMessageId: string, intendedAtMs: number): void {
    const { userId, deviceId } = device
    const lane = `${conversationId} ${userId}/${deviceId}`
    const number = this.#numbers.get(lane) ?? 0
    this.#numbers.set(lane, number + 1)
    const who = { clientMessageId, conversationId, userId, deviceId, number }
    const entry: SendEntry = { ...who, intendedAtMs, ackedAtMs: null, seq: null, refused: null, refusedAtMs: null }
    this.#journal.sends.push(entry)
    this.#sends.set(clientMessageId, entry)
    this.#unacked++
    // What became of it is told by the events, also after a restart of the device.
    device.client.send(conversationId, contentOf(clientMessageId), { clientMessageId }).catch((error) => this.#warn(`send: ${error.code}`))
  }

  /** A process that ends cleanly and starts again on what it stored. */
  async restart(device: Device): Promise<void> {
    device.away = true
    await device.client.close()
    device.client = this.#open(device)
    device.away = false
    await device.client.connect().catch(() => {})
  }

  async close(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.client.close()))
  }

  #makeDevice(login: Login, i: number): Device {
    const entry: DeviceEntry = { userId: login.userId, deviceId: login.deviceId, shown: [], earlier: [] }
    this.#journal.devices.push(entry)
    const transport: Transport = i % 2 === 0 ? 'ws' : 'tcp'
    const device = { ...login, entry, transport, storage: memoryStorage(), away: false, disconnects: 0 } as unknown as Device
    device.client = this.#open(device)
    return device
  }

  #open(device: Device): Client {
    const { token, deviceId, transport, storage, entry } = device
    const { appId, apiUrl } = this.#installation
    const client = createClient({
      ...{ apiUrl, appId, token, deviceId, transport, storage },
      gateways: this.#installation.gateways(),
      fullSyncDepth: Number.POSITIVE_INFINITY,
      callTimeoutMs,
      onWarning: (what) => this.#warn(what),
    })
    client.on('item', (item) => {
      entry.shown.push([item.conversationId, item.seq, item.type === 'MessageSent' ? item.clientMessageId : ''])
    })
    client.on('relation', ({ userId: fromId, change }) => {
      if (change.received) this.#journal.requestsShown.push({ userId: entry.userId, fromId })
    })
    client.on('otherHistory', () => {
      entry.earlier.push(entry.shown.splice(0))
    })
    client.on('state', ({ state, error }) => {
      if (state === 'waiting' || state === 'stopped') device.disconnects++
      if (state === 'stopped') this.#warn(`stopped: ${error?.code}`)
    })
    client.on('sent', (sent) => this.#acked(sent))
    client.on('refused', ({ clientMessageId, error }) => {
      const send = this.#sends.get(clientMessageId)
      if (!send || send.ackedAtMs !== null || send.refused !== null) return
      send.refused = error.code
      send.refusedAtMs = this.#now()
      this.#unacked--
    })
    return client
  }

  #acked(sent: Sent): void {
    const { clientMessageId, seq } = sent
    const send = this.#sends.get(clientMessageId)
    if (!send || send.ackedAtMs !== null) return
    send.ackedAtMs = this.#now()
    send.seq = seq
    this.#unacked--
    this.onAcked(sent)
  }

  #warn(what: string): void {
    this.warnings[what] = (this.warnings[what] ?? 0) + 1
  }
}
