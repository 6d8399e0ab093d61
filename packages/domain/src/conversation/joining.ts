// What the ways into a group by one's own will share: who lets others in, who is banned, which requests wait, and how one comes
// in. To whoever may not come in a group that was dismissed, or has banned them, is none.
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { GroupCell } from '../cells/group.ts'
import { banKey, type InvitationCell, type JoinRequestCell } from '../cells/joining.ts'
import { appPolicyKey, type Cell, type ConversationCell, type MemberCell, readKind } from '../cells.ts'
import type { DomainEvent } from '../event.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { type Acting, acting, groupSettingsOf, mayNot, showsAll } from './acting.ts'
import { countsAt } from './expiry.ts'
import { returningOf } from './folds.ts'
import { type ConversationCommand, groupFull, headOf, isIn, next, type Target } from './target.ts'

type GroupCommand = { readonly meta: { readonly appId: string }; readonly conversationId: string }

export const banKeyOf = ({ meta: { appId }, conversationId }: GroupCommand, userId: string): CellKey =>
  banKey(appId, conversationId, userId)

export const isBanned = (command: GroupCommand, read: ReadCell<Cell>, userId: string): boolean =>
  (readKind(read, 'ban', banKeyOf(command, userId))?.bannedAt ?? 0) > 0

/** Whether an invitation, or a request to join, waits for an answer at that moment. */
export const waits = <Asked extends InvitationCell | JoinRequestCell>(asked: Asked | undefined, moment: number): asked is Asked =>
  asked !== undefined && asked.answeredAt === 0 && countsAt(asked.expiresAt, moment)

/** One who says by what way whoever wants to comes in: the owner or an admin, or the owner alone where nobody else adds members. */
export function lettingIn(target: Target, read: ReadCell<Cell>): Acting | Refusal {
  const actor = acting(target, read)
  if (isRefusal(actor)) return actor
  return mayNot(actor.role, actor.group.canAdd === 'owner' ? 'owner' : 'admins') ?? actor
}

/** One who keeps others out: the owner or an admin, whoever adds members. */
export function keepingOut(target: Target, read: ReadCell<Cell>): Acting | Refusal {
  const actor = acting(target, read)
  return isRefusal(actor) ? actor : (mayNot(actor.role, 'admins') ?? actor)
}

/** A user before a group that they may come into. */
export interface ComingIn {
  readonly userId: string
  readonly head: ConversationCell
  readonly group: GroupCell
  /** As they were here before, or are. */
  readonly before: MemberCell | undefined
}

/** Cells that whoever comes in is decided by, besides what lets them in. */
export const comingInKeys = (command: GroupCommand, target: Target, userId: string): CellKey[] => [
  appPolicyKey(target.appId),
  target.headKey,
  ...target.groupKeys,
  target.memberKeyOf(userId),
  banKeyOf(command, userId),
]

/** Null where there is no group, or none any more, or none for this user. */
export function comingIn(command: GroupCommand, target: Target, userId: string, read: ReadCell<Cell>): ComingIn | null {
  const head = headOf(target, read)
  const group = groupSettingsOf(target, read)
  // A group that its last member has left has nobody to hand it on.
  if (head === undefined || head.memberCount === 0 || group.dismissedAt > 0 || isBanned(command, read, userId)) return null
  return { userId, head, group, before: readKind(read, 'member', target.memberKeyOf(userId)) }
}

type MemberJoined = Extract<DomainEvent, { readonly type: 'MemberJoined' }>

/** By what way somebody comes in. */
export type Way = Pick<MemberJoined, 'how' | 'approvedBy' | 'linkId'>

/** A user who is in: by which event, none where they were already, and the seq of the group then; refuses where there is no room. */
export function inBy(
  { how, approvedBy, linkId }: Way,
  { userId, head, group, before }: ComingIn,
  { command, target, read }: { readonly command: ConversationCommand; readonly target: Target; readonly read: ReadCell<Cell> },
): { readonly events: readonly MemberJoined[]; readonly seq: number } | Refusal {
  if (isIn(before)) return { events: [], seq: head.lastSeq }
  const full = groupFull(target, group, head.memberCount + 1, read)
  if (full !== null) return full
  const place = next(command, head)
  const kept = returningOf(userId, before)
  const returning = kept === null ? [] : [kept]
  return {
    events: [{ type: 'MemberJoined', ...place, userId, how, approvedBy, linkId, returning, fromStart: showsAll(group) }],
    seq: place.seq,
  }
}
