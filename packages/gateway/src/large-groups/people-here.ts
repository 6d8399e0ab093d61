// Who is connected to this node, by app and user, in the order in which they came. A user who goes with their last connection and comes back is
// somebody new: what was known of the one before is not known of them.
export interface Peer {
  readonly id: string
}

export interface Person<P extends Peer> {
  readonly appId: string
  readonly userId: string
  /** Grows from one who comes to the next. */
  readonly arrival: number
  /** None once they have gone. */
  readonly connections: P[]
}

export class PeopleHere<P extends Peer> {
  readonly #apps = new Map<string, Map<string, Person<P>>>()
  /** Of who came last. */
  newest = 0

  came({ appId, userId }: { readonly appId: string; readonly userId: string }, connection: P): void {
    const users = this.#apps.get(appId) ?? new Map<string, Person<P>>()
    this.#apps.set(appId, users)
    const known = users.get(userId)
    if (known) known.connections.push(connection)
    else users.set(userId, { appId, userId, arrival: ++this.newest, connections: [connection] })
  }

  went({ appId, userId }: { readonly appId: string; readonly userId: string }, connection: P): void {
    const users = this.#apps.get(appId)
    const person = users?.get(userId)
    const at = person?.connections.indexOf(connection) ?? -1
    if (users === undefined || person === undefined || at < 0) return
    person.connections.splice(at, 1)
    if (person.connections.length > 0) return
    users.delete(userId)
    if (users.size === 0) this.#apps.delete(appId)
  }

  of(appId: string, userId: string): Person<P> | undefined {
    return this.#apps.get(appId)?.get(userId)
  }

  cameAfter(appId: string, arrival: number): Person<P>[] {
    const users = this.#apps.get(appId)
    if (users === undefined || arrival === this.newest) return []
    return [...users.values()].filter((person) => person.arrival > arrival)
  }
}
