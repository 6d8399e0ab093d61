// The people of a run: SDK clients, one per device, that send, receive, lose their connections and are restarted on their
// own storage, and everything they emit written into the journal.
import type { Client, Transport } from '@skein/client'
import { createClient, memoryStorage } from '@skein/client'
import type { Installation, Login } from './installation.ts'
import type { DeviceEntry, Journal, SendEntry } from './journal.ts'

export interface Device extends Login {
  readonly entry: DeviceEntry
  readonly transport: Transport
  client: Client
  /** Being restarted: takes no sends. */
  away: boolean
  /** Connections it lost or cut. */
  disconnects: number
}

export interface Audience {
  readonly devices: readonly Device[]
  devicesOf(userId: string): Device[]
  /** Sends from the device and keeps the place in its order. */
  send(device: Device, conversationId: string, clientMessageId: string, intendedAtMs: number): void
  readonly unacked: number
  readonly warnings: Record<string, number>
  /** A process that ends cleanly and starts again on what it stored. */
  restart(device: Device): Promise<void>
  close(): Promise<void>
}

const connectsAtOnce = 32

export const contentOf = (clientMessageId: string): string => `message ${clientMessageId} ${'.'.repeat(150)}`

export async function gather(installation: Installation, journal: Journal, now: () => number): Promise<Audience> {
  const { appId, apiUrl, logins } = installation
  const sends = new Map<string, SendEntry>()
  const numbers = new Map<string, number>()
  const warnings: Record<string, number> = {}
  const warn = (what: string) => {
    warnings[what] = (warnings[what] ?? 0) + 1
  }
  let unacked = 0

  function open(device: Omit<Device, 'client'>, storage: ReturnType<typeof memoryStorage>): Client {
    const { token, deviceId, transport, entry } = device
    const client = createClient({
      apiUrl,
      appId,
      token,
      deviceId,
      transport,
      storage,
      gateways: installation.gateways(),
      fullSyncDepth: Number.POSITIVE_INFINITY,
      onWarning: warn,
    })
    client.on('item', (item) => {
      entry.shown.push([item.conversationId, item.seq, item.type === 'MessageSent' ? item.clientMessageId : ''])
    })
    client.on('state', ({ state, error }) => {
      if (state === 'waiting' || state === 'stopped') (device as Device).disconnects++
      if (state === 'stopped') warn(`stopped: ${error?.code}`)
    })
    client.on('sent', ({ clientMessageId, seq }) => {
      const send = sends.get(clientMessageId)
      if (!send || send.ackedAtMs !== null) return
      send.ackedAtMs = now()
      send.seq = seq
      unacked--
    })
    client.on('refused', ({ clientMessageId, error }) => {
      const send = sends.get(clientMessageId)
      if (send) send.refused = error.code
    })
    return client
  }

  const storages = new Map<Device, ReturnType<typeof memoryStorage>>()
  const devices = logins
    .filter((login) => !login.reader)
    .map((login, i): Device => {
      const entry: DeviceEntry = { userId: login.userId, deviceId: login.deviceId, shown: [] }
      journal.devices.push(entry)
      const storage = memoryStorage()
      const device = { ...login, entry, transport: i % 2 === 0 ? ('ws' as const) : ('tcp' as const), away: false, disconnects: 0 }
      const whole = device as unknown as Device
      whole.client = open(device, storage)
      storages.set(whole, storage)
      return whole
    })
  const byUser = Map.groupBy(devices, (device) => device.userId)
  for (let i = 0; i < devices.length; i += connectsAtOnce)
    await Promise.all(devices.slice(i, i + connectsAtOnce).map((device) => device.client.connect()))

  return {
    devices,
    devicesOf: (userId) => byUser.get(userId) ?? [],
    get unacked() {
      return unacked
    },
    warnings,
    send(device, conversationId, clientMessageId, intendedAtMs) {
      const { userId, deviceId } = device
      const lane = `${conversationId} ${userId}/${deviceId}`
      const number = numbers.get(lane) ?? 0
      numbers.set(lane, number + 1)
      const entry: SendEntry = {
        clientMessageId,
        conversationId,
        userId,
        deviceId,
        number,
        intendedAtMs,
        ackedAtMs: null,
        seq: null,
        refused: null,
      }
      journal.sends.push(entry)
      sends.set(clientMessageId, entry)
      unacked++
      // What became of it is told by the events, also after a restart of the device.
      device.client.send(conversationId, contentOf(clientMessageId), { clientMessageId }).catch((error) => warn(`send: ${error.code}`))
    },
    async restart(device) {
      device.away = true
      await device.client.close()
      device.client = open(device, storages.get(device)!)
      device.away = false
      await device.client.connect().catch(() => {})
    },
    async close() {
      await Promise.all(devices.map((device) => device.client.close()))
    },
  }
}
