// What a kind of request keeps with a connection, by conversation: nothing while nothing is under way, because connections are many
// and mostly idle. The connection holds it without knowing what it is.
import type { Connection } from './connection.ts'

let slots = 0

export class Lanes<Lane extends object> {
  readonly #slot = slots++

  #all(connection: Connection): Map<string, Lane> | undefined {
    return connection.slots?.[this.#slot] as Map<string, Lane> | undefined
  }

  /** How many conversations have one. */
  count(connection: Connection): number {
    return this.#all(connection)?.size ?? 0
  }

  get(connection: Connection, conversationId: string): Lane | undefined {
    return this.#all(connection)?.get(conversationId)
  }

  set(connection: Connection, conversationId: string, lane: Lane): void {
    const lanes = this.#all(connection)
    if (lanes !== undefined) {
      lanes.set(conversationId, lane)
      return
    }
    connection.slots ??= []
    connection.slots[this.#slot] = new Map([[conversationId, lane]])
  }

  delete(connection: Connection, conversationId: string): void {
    const lanes = this.#all(connection)
    lanes?.delete(conversationId)
    if (lanes?.size === 0) connection.slots![this.#slot] = undefined
  }
}
