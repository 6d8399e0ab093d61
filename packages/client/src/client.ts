// What an application holds: the life of a device, and the methods of each feature. A new feature is a file in features/ and a
// line here.
import type { Item } from './conversation/item.ts'
import { Device } from './device.ts'
import { broadcasts } from './features/broadcasts.ts'
import { groupProfile } from './features/group-profile.ts'
import { groups } from './features/groups.ts'
import { joinRequests } from './features/join-requests.ts'
import { joining } from './features/joining.ts'
import { liveRooms } from './features/live-rooms.ts'
import { membership } from './features/membership.ts'
import { messageControl } from './features/message-control.ts'
import { messages } from './features/messages.ts'
import { people } from './features/people.ts'
import { presence } from './features/presence.ts'
import { relations } from './features/relations.ts'
import type { Connection } from './link/connection.ts'
import type { LinkState } from './link/link.ts'
import { type ClientOptions, withDefaults } from './options.ts'

const life = (device: Device) => ({
  /** Returns what takes the listener away again. */
  on: device.emitter.on,

  /** Resolves when logged in and synced for the first time; rejects when it is refused. Reconnects by itself from then on. */
  connect(): Promise<void> {
    return device.connect()
  },

  /**
   * Ends the connection. Unsent messages stay in storage: their sends reject with KEPT, and the next client on it sends them. With CLOSED
   * reject those that are kept nowhere, as none was given; they may have been stored by the server all the same.
   */
  close(): Promise<void> {
    return device.close()
  },

  /**
   * Ends the device session as well: the token is worth nothing afterwards, and storage is emptied, unsent messages included: their sends
   * reject with CLOSED.
   */
  logout(): Promise<void> {
    return device.logout()
  },

  /** Items from now on, bounded by iteratorItemsMax. */
  items(): AsyncIterableIterator<Item> {
    return device.items()
  },

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    return device.items()
  },

  get state(): LinkState {
    return device.link.state
  },

  /** Empty before the first login. */
  get userId(): string {
    return device.conversations.userId
  },

  /** Messages not yet answered. */
  get unsent(): number {
    return device.outbox.size
  },

  /** The present connection, for what this interface does not offer. */
  get connection(): Connection | null {
    return device.link.connection
  },
})

const featuresOf = (device: Device) => ({
  ...messages(device),
  ...messageControl(device),
  ...groups(device),
  ...groupProfile(device),
  ...membership(device),
  ...joining(device),
  ...joinRequests(device),
  ...people(device),
  ...relations(device),
  ...presence(device),
  ...broadcasts(device),
  ...liveRooms(device),
})

export type Client = ReturnType<typeof life> & ReturnType<typeof featuresOf>

export function createClient(options: ClientOptions): Client {
  const device = new Device(withDefaults(options))
  return Object.assign(life(device), featuresOf(device))
}
