// Who is connected to this node, by app and user, in the order in which they came. A user who goes with their last connection and comes back is
// somebody new: what was known of the one before is not known of them. Who came since is found by going back from whoever came last, so that it
// costs as much as came, however many are here.
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

interface AppHere<P extends Peer> {
  readonly users: Map<string, Person<P>>
  /** All of them as they came, and among them some who have gone: no more than are here. */
  arrivals: Person<P>[]
}

export class PeopleHere<P extends Peer> {
  readonly #apps = new Map<string, AppHere<P>>()
  /** Of who came last. */
  newest = 0

  came({ appId, userId }: { readonly appId: string; readonly userId: string }, connection: P): void {
    const app = this.#apps.get(appId) ?? { users: new Map<string, Person<P>>(), arrivals: [] }
    this.#apps.set(appId, app)
    const known = app.users.get(userId)
    if (known) {
      known.connections.push(connection)
      return
    }
    const person = { appId, userId, arrival: ++this.newest, connections: [connection] }
    app.users.set(userId, person)
    app.arrivals.push(person)
  }

  went({ appId, userId }: { readonly appId: string; readonly userId: string }, connection: P): void {
    const app = this.#apps.get(appId)
    const person = app?.users.get(userId)
    const at = person?.connections.indexOf(connection) ?? -1
    if (app === undefined || person === undefined || at < 0) return
    person.connections.splice(at, 1)
    if (person.connections.length > 0) return
    app.users.delete(userId)
    if (app.users.size === 0) this.#apps.delete(appId)
    else if (app.arrivals.length > 2 * app.users.size) app.arrivals = [...app.users.values()]
  }

  of(appId: string, userId: string): Person<P> | undefined {
    return this.#apps.get(appId)?.users.get(userId)
  }

  cameAfter(appId: string, arrival: number): Person<P>[] {
    const arrivals = this.#apps.get(appId)?.arrivals ?? []
    let from = arrivals.length
    while (from > 0 && arrivals[from - 1]!.arrival > arrival) from -= 1
    return arrivals.slice(from).filter(({ connections }) => connections.length > 0)
  }
}
