// What adding users to a group and inviting them share: whom they name, which cells that is decided by, and who may do it.
import type { SkeinCommand } from '@skein/contracts'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { GroupCell } from '../cells/group.ts'
import { appPolicyKey, type Cell } from '../cells.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, type Refusal, reject } from '../refusal.ts'
import { type Acting, acting, actingKeys, mayNot } from './acting.ts'
import { banKeyOf, isBanned } from './joining.ts'
import type { Joined } from './member-change.ts'
import { addingKeys } from './pair.ts'
import { groupOf, joiningKeys, othersNamed, type Target } from './target.ts'

type NamingUsers = Extract<SkeinCommand, { readonly conversationId: string; readonly userIds: readonly string[] }>

interface Adding {
  readonly target: Target
  /** Whom it names, each once, without the actor. */
  readonly others: readonly string[]
  readonly reads: (cached: ReadCell<Cell>) => readonly CellKey[]
  /** One who may add to this group. */
  actor(read: ReadCell<Cell>): Acting | Refusal
  /** By what each of the others is judged. */
  joined(group: GroupCell, read: ReadCell<Cell>): Joined
}

export function addingTo(command: NamingUsers): Adding | Refusal {
  const { userIds } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', userIds.length))
  const others = othersNamed('userIds', userIds, target.actorId)
  if (isRefusal(others)) return others
  return {
    target,
    others,
    reads: (cached) => [
      appPolicyKey(target.appId),
      ...actingKeys(target),
      ...joiningKeys(target, others, cached),
      ...addingKeys(target, others, cached),
      ...others.map((userId) => banKeyOf(command, userId)),
    ],
    actor(read) {
      const actor = acting(target, read)
      return isRefusal(actor) ? actor : (mayNot(actor.role, actor.group.canAdd) ?? actor)
    },
    joined: (group, read) => ({ target, group, read, isBanned: (userId) => isBanned(command, read, userId) }),
  }
}
