// The port of presence: which nodes are alive and which connections hang off them. A node's incarnation holds a lease; a
// connection counts only while its node's lease stands, so a dead node takes its connections with it. Removal names the
// connection, so that an old node's clean-up never removes a new login.
import type { RoomId } from './node-link.ts'

export interface NodeInfo {
  readonly incarnation: string
  readonly role: 'gateway' | 'api'
  /** Where clients reach it; empty for roles without a front. Such as ws://127.0.0.1:9000 and tcp://127.0.0.1:9001. */
  readonly addresses: readonly string[]
  /** Connections now, for the choice of server. */
  readonly connections: number
  /** A draining node takes no new clients. */
  readonly draining: boolean
  /** Whether it knows its own members of large groups; a node that says nothing does not. */
  readonly announced?: boolean
  /** What it tells everybody of an app, or has told lately. */
  readonly announcements?: readonly Announced[]
}

/** How far a node has come with what it tells everybody of an app. */
export interface Announced {
  readonly appId: string
  readonly id: string
  /** Connections told, of those that there were. */
  readonly told: number
  readonly of: number
}

/** What a node says of itself with each refresh. */
export type NodeLoad = Pick<NodeInfo, 'connections' | 'draining' | 'announcements'>

export interface ConnectionInfo {
  readonly connectionId: string
  readonly node: string
  readonly appId: string
  readonly userId: string
  readonly deviceId: string
  /** Device session of the token the connection logged in with. */
  readonly sessionId: string
  readonly platform: string
  readonly connectedAtMs: number
}

/** What a node tells of its lease, for operators. */
export interface LeaseStatus {
  /** Refreshes that failed since the start. */
  readonly failures: number
  /** Whether the newest one succeeded; until then other processes may deliver nothing to this node. True for who took no lease. */
  readonly held: boolean
}

export interface Presence {
  /**
   * Takes and keeps this node's lease; `lost` is called when the lease or its keys had vanished and everything is registered
   * again: what was delivered in between passed this node by, so its connections must resync. Never waits for a store that is down.
   */
  enter(node: Omit<NodeInfo, keyof NodeLoad>, load: () => NodeLoad, lost?: (reason: string) => void): Promise<void>
  /**
   * Registers a connection of this node; answers the live connections of the same device that it replaces. Never rejects
   * because the store is down: nobody is locked out, and the connection is registered once the store is back (then `lost`).
   */
  add(connection: ConnectionInfo): Promise<readonly ConnectionInfo[]>
  /** Forgets this very connection, whatever else the device has; tried again until it is done. */
  remove(connection: ConnectionInfo): Promise<void>
  /**
   * Connections of the node that has entered here, by user id, from the moment on at which they are added: this process knows them, whatever
   * the store does. None where none has entered.
   */
  connectionsHere(appId: string, userIds: readonly string[]): ReadonlyMap<string, readonly ConnectionInfo[]>
  /**
   * Live connections of all other nodes. Where no other is known the store is asked for one first, and for connections only if there is one;
   * it may take a moment longer, for the sake of many that ask.
   */
  connectionsElsewhere(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>>
  /** Incarnation of the gateway that has entered here; empty for none. */
  gatewayHere(): string
  /**
   * Gateways with a lease, but for the one here, of a moment after the asking: who takes a lease later lets in, or has resync, whoever is
   * connected to it after that moment.
   */
  gatewaysElsewhere(): Promise<readonly NodeInfo[]>
  /** Live connections by user id; users without any are absent. */
  connectionsOf(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>>
  /**
   * Says how many connections of the node that has entered here follow a live room, 0 for none any more. Whoever asks after it has resolved is
   * told so. It has to be said again now and then: the store forgets what was not said for `followersKeptMs`, and what it loses.
   */
  sayFollowers(room: RoomId, followers: number): Promise<void>
  /** How many follow a live room at each living node that has said so, by incarnation, of a moment after the asking. */
  followersOf(room: RoomId): Promise<ReadonlyMap<string, number>>
  /** When the store does not answer or refuses writes: those known last, for a limited time. */
  liveNodes(): Promise<readonly NodeInfo[]>
  /** A page of users online in an app with their connections, in no particular order. */
  online(
    appId: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<{ readonly users: readonly (readonly ConnectionInfo[])[]; readonly next: string }>
  lease(): LeaseStatus
  /** Gives the lease and all connections back. Whoever reads may go on. */
  leave(): Promise<void>
  /** Leaves, and ends reading too. */
  close(): Promise<void>
}
