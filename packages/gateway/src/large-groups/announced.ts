// What was announced of a large group, told to its members: to each connection once, in one push, whatever there is to tell. A push that is the
// same for all is made once: encoded pushes one behind the other are the push with all that is in them.
import type { GroupAnnouncement } from '@skein/node-link'
import type { Peer, Person } from './people-here.ts'
import { type Stay, stayAt } from './stays.ts'

export interface Announced {
  /** An encoded Push. */
  readonly push: Uint8Array
  readonly group: GroupAnnouncement
}

export type Members<P extends Peer> = ReadonlyMap<Person<P>, readonly Stay[]>

/** The push of what one with these stays may see; null for nothing. */
function seenWith(stays: readonly Stay[], { push, group }: Announced): Uint8Array | null {
  const stay = stayAt(stays, group.seq)
  if (stay === undefined) return null
  return stay.seesFrom <= group.targetSeq || group.targetSeq === 0 ? push : group.untoldPush
}

function together(pushes: readonly Uint8Array[]): Uint8Array {
  return pushes.length === 1 ? pushes[0]! : Buffer.concat(pushes)
}

/** `push` is called once for each connection that there is something for. */
export function tell<P extends Peer>(
  members: Members<P>,
  list: readonly Announced[],
  push: (connection: P, bytes: Uint8Array) => void,
): void {
  if (list.length === 0) return
  const all = together(list.map((announced) => announced.push))
  const excepted = new Set(list.map(({ group }) => group.exceptConnection).filter((id) => id !== ''))
  for (const [{ connections }, stays] of members) {
    if (connections.length === 0) continue
    const seen = list.map((announced) => seenWith(stays, announced))
    const shared = seen.every((bytes, i) => bytes === list[i]!.push) ? all : null
    for (const connection of connections) {
      if (shared !== null && !excepted.has(connection.id)) {
        push(connection, shared)
        continue
      }
      const own = seen.filter((bytes, i) => bytes !== null && list[i]!.group.exceptConnection !== connection.id) as Uint8Array[]
      if (own.length > 0) push(connection, together(own))
    }
  }
}
