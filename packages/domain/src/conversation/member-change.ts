// What becomes of each user whom a member change names. One of whom it is refused stands in the way of no other, and one of whom there is
// nothing to change is told apart: a client that repeats a list, or whose list meets another, learns of each what holds now.
import type { ErrorCode, Messages } from '@skein/contracts'
import type { ReadCell } from '@skein/event-sourcing'
import type { GroupCell } from '../cells/group.ts'
import { type Cell, readKind } from '../cells.ts'
import { mayAdd } from './pair.ts'
import { isIn, membersMaxOf, type Target } from './target.ts'

export interface Sorted {
  /** Of whom it is done, in the order they were named in. */
  readonly changed: readonly string[]
  readonly already: readonly string[]
  readonly refused: readonly Messages.MemberRefusal[]
}

type Sorting = { readonly [List in keyof Sorted]: Sorted[List][number][] }

/** A code of the catalogue where a user is refused, `already` where there is nothing to change, null where it is done. */
export type Verdict = ErrorCode | 'already' | null

/** `verdictOn` is told how many before this one it is done of. */
export function sorted(userIds: readonly string[], verdictOn: (userId: string, changedBefore: number) => Verdict): Sorted {
  const { changed, already, refused }: Sorting = { changed: [], already: [], refused: [] }
  for (const userId of userIds) {
    const verdict = verdictOn(userId, changed.length)
    if (verdict === null) changed.push(userId)
    else if (verdict === 'already') already.push(userId)
    else refused.push({ userId, code: verdict })
  }
  return { changed, already, refused }
}

/** What is joined, and what is known of it. */
export interface Joined {
  readonly target: Target
  readonly group: GroupCell
  readonly read: ReadCell<Cell>
  /** Not given for a group that is new: nobody is banned from it. */
  readonly isBanned?: (userId: string) => boolean
}

/** Whether one may be brought in by another, while there is room. */
export function mayJoin(userId: string, { target, read, isBanned }: Joined): Verdict {
  const member = readKind(read, 'member', target.memberKeyOf(userId))
  if (isIn(member)) return 'already'
  if (member === undefined && read(target.knownUserKeyOf(userId)) === undefined) return 'USER_NOT_FOUND'
  if (isBanned?.(userId)) return 'USER_BANNED'
  return mayAdd(target, userId, read) ? null : 'NOT_REACHABLE'
}

/**
 * Who of these joins a group of so many members: first come, first in, until it is full. Their cells are those of `joiningKeys` and
 * `addingKeys`.
 */
export function sortedJoining(userIds: readonly string[], memberCount: number, joined: Joined): Sorted {
  const room = membersMaxOf(joined.target, joined.group, joined.read) - memberCount
  return sorted(userIds, (userId, before) => mayJoin(userId, joined) ?? (before < room ? null : 'GROUP_FULL'))
}
