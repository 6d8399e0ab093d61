// The connections of this node: all of them in an array without holes (so that a sweep can walk it in slices), the
// logged-in ones by id, and how many there are of each address and user. Accepting is decided here.
import type { GatewayLimits } from '../limits.ts'
import type { Connection, LocalUser } from './connection.ts'
import { isNoneLeft } from './counted-requests.ts'
import { fullBucket, isFull, type TokenBucket, takeToken } from './token-bucket.ts'

interface Address extends TokenBucket {
  connections: number
}

export class ConnectionTable {
  readonly #limits: GatewayLimits
  readonly #all: Connection[] = []
  readonly #byId = new Map<string, Connection>()
  readonly #addresses = new Map<string, Address>()
  readonly #users = new Map<string, LocalUser>()
  readonly #accepts: TokenBucket
  #swept = 0

  constructor(limits: GatewayLimits, nowMs: number) {
    this.#limits = limits
    this.#accepts = fullBucket(limits.acceptBurst, nowMs)
  }

  get size(): number {
    return this.#all.length
  }

  /** Logged in and not closed. */
  get authenticated(): number {
    return this.#byId.size
  }

  get(id: string): Connection | undefined {
    return this.#byId.get(id)
  }

  values(): readonly Connection[] {
    return this.#all
  }

  /** Takes the connection in; answers which limit it is beyond, empty for none. It must be removed either way. */
  add(connection: Connection, nowMs: number): string {
    const { connectionsMax, connectionsPerAddressMax, acceptsPerSecond, acceptBurst } = this.#limits
    const { acceptsPerSecondPerAddress, acceptBurstPerAddress } = this.#limits
    let address = this.#addresses.get(connection.addressKey)
    if (address === undefined) {
      address = { connections: 0, ...fullBucket(acceptBurstPerAddress, nowMs) }
      this.#addresses.set(connection.addressKey, address)
    }
    connection.index = this.#all.length
    this.#all.push(connection)
    address.connections += 1
    if (address.connections > connectionsPerAddressMax) return 'connectionsPerAddressMax'
    if (this.#all.length > connectionsMax) return 'connectionsMax'
    if (!takeToken(address, acceptsPerSecondPerAddress, acceptBurstPerAddress, nowMs)) return 'acceptsPerSecondPerAddress'
    return takeToken(this.#accepts, acceptsPerSecond, acceptBurst, nowMs) ? '' : 'acceptsPerSecond'
  }

  /** The transport is gone. */
  remove(connection: Connection): void {
    if (connection.index < 0) return
    const last = this.#all.pop()!
    if (last !== connection) {
      last.index = connection.index
      this.#all[connection.index] = last
    }
    connection.index = -1
    this.#addresses.get(connection.addressKey)!.connections -= 1
  }

  /** The user's entry with this connection in it; null when there are too many besides those of the same device, which it replaces. */
  join(key: string, connection: Connection, deviceId: string, nowMs: number): LocalUser | null {
    let user = this.#users.get(key)
    if (user === undefined) {
      const rates = { lookUps: null, signals: null, added: null, hourly: new Map() }
      user = { key, connections: [], ...rates, ...fullBucket(this.#limits.sendBurst, nowMs) }
      this.#users.set(key, user)
    }
    const others = user.connections.filter(({ identity }) => identity?.deviceId !== deviceId)
    if (others.length >= this.#limits.connectionsPerUserMax) return null
    user.connections.push(connection)
    return user
  }

  leave(user: LocalUser, connection: Connection): void {
    const at = user.connections.indexOf(connection)
    if (at >= 0) user.connections.splice(at, 1)
  }

  login(connection: Connection): void {
    this.#byId.set(connection.id, connection)
  }

  logout(connection: Connection): void {
    if (connection.id !== '') this.#byId.delete(connection.id)
  }

  /** Walks the next `count` connections; a connection removed on the way may put another off to the next round. */
  walk(count: number, visit: (connection: Connection) => void): void {
    for (let i = Math.min(count, this.#all.length); i > 0; i--) {
      if (this.#swept >= this.#all.length) this.#swept = 0
      const connection = this.#all[this.#swept]
      if (connection === undefined) return
      this.#swept += 1
      visit(connection)
    }
  }

  /** Forgets addresses and users without connections whose rate limits are full again. */
  forget(nowMs: number): void {
    const { acceptsPerSecondPerAddress, acceptBurstPerAddress, sendsPerSecond, sendBurst } = this.#limits
    const { lookUpsPerSecond, lookUpBurst, signalsPerSecond, signalBurst } = this.#limits
    for (const [key, address] of this.#addresses) {
      if (address.connections === 0 && isFull(address, acceptsPerSecondPerAddress, acceptBurstPerAddress, nowMs))
        this.#addresses.delete(key)
    }
    for (const [key, user] of this.#users) {
      if (user.connections.length > 0 || !isFull(user, sendsPerSecond, sendBurst, nowMs)) continue
      if (![user.added, ...user.hourly.values()].every((counted) => counted === null || isNoneLeft(counted, nowMs))) continue
      if (user.signals !== null && !isFull(user.signals, signalsPerSecond, signalBurst, nowMs)) continue
      if (user.lookUps === null || isFull(user.lookUps, lookUpsPerSecond, lookUpBurst, nowMs)) this.#users.delete(key)
    }
  }
}
