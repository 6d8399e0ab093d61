// The connections of one node, by id and by user, with the digest of all of them (see presence-digest.ts).
import type { ConnectionInfo } from './presence.ts'
import { digestOf } from './presence-digest.ts'
import { memberOf } from './presence-keys.ts'

export class OwnConnections {
  readonly #byId = new Map<string, ConnectionInfo>()
  /** By app and user. */
  readonly #byUser = new Map<string, Map<string, readonly ConnectionInfo[]>>()
  #digest = 0

  get size(): number {
    return this.#byId.size
  }

  get digest(): number {
    return this.#digest
  }

  has(connectionId: string): boolean {
    return this.#byId.has(connectionId)
  }

  list(): ConnectionInfo[] {
    return [...this.#byId.values()]
  }

  /** Users without any are absent. */
  ofUsers(appId: string, userIds: readonly string[]): ReadonlyMap<string, readonly ConnectionInfo[]> {
    const found = new Map<string, readonly ConnectionInfo[]>()
    const users = this.#byUser.get(appId)
    if (users === undefined) return found
    for (const userId of userIds) {
      const connections = users.get(userId)
      if (connections !== undefined) found.set(userId, connections)
    }
    return found
  }

  add(info: ConnectionInfo, memberDigest: number): void {
    this.remove(info.connectionId)
    this.#byId.set(info.connectionId, info)
    this.#digest += memberDigest
    const users = this.#byUser.get(info.appId) ?? new Map<string, readonly ConnectionInfo[]>()
    this.#byUser.set(info.appId, users)
    users.set(info.userId, [...(users.get(info.userId) ?? []), info])
  }

  remove(connectionId: string): void {
    const info = this.#byId.get(connectionId)
    if (info === undefined) return
    this.#byId.delete(connectionId)
    this.#digest -= digestOf(memberOf(info))
    const users = this.#byUser.get(info.appId)!
    const others = users.get(info.userId)!.filter((other) => other !== info)
    if (others.length > 0) users.set(info.userId, others)
    else users.delete(info.userId)
    if (users.size === 0) this.#byUser.delete(info.appId)
  }

  clear(): void {
    this.#byId.clear()
    this.#byUser.clear()
    this.#digest = 0
  }
}
