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
import { type ConversationCommand, groupFull, headOf, isIn, next, roleOf, type Target } from './target.ts'

type GroupCommand = { readonly meta: { readonly appId: string }; readonly conversationId: string }

export const banKeyOf = ({ meta: { appId }, conversationId }: GroupCommand, userId: string): CellKey =>
  banKey(appId, conversationId, userId)

export const isBanned = (command: GroupCommand, read: ReadCell<Cell>, userId: string): boolean =>
  (readKind(read, 'ban', banKeyOf(command, userId))?.bannedAt ?? 0) > 0

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

/** Cells that tell whether there is a group that a user may come into. */
export const comingKeys = (command: GroupCommand, target: Target, userId: string): CellKey[] => [
  target.headKey,
  ...target.groupKeys,
  target.memberKeyOf(userId),
  banKeyOf(command, userId),
]

/** Cells that whoever comes in is decided by, besides what lets them in. */
export const comingInKeys = (command: GroupCommand, target: Target, userId: string): CellKey[] => [
  appPolicyKey(target.appId),
  ...comingKeys(command, target, userId),
]

/** Null where there is no group, or none any more, or none for this user. */
export function comingIn(command: GroupCommand, target: Target, userId: string, read: ReadCell<Cell>): ComingIn | null {
  const head = headOf(target, read)
  const group = groupSettingsOf(target, read)
  // A group that its last member has left has nobody to hand it on.
  if (head === undefined || head.memberCount === 0 || group.dismissedAt > 0 || isBanned(command, read, userId)) return null
  return { userId, head, group, before: readKind(read, 'member', target.memberKeyOf(userId)) }
}

/**
 * Whether an invitation, or a request to join, waits for an answer at that moment. Once its user has been in, by whatever way, it is over: who has gone
 * since, or was removed, comes back by none that is older than their newest stay.
 */
export function waits<Asked extends InvitationCell | JoinRequestCell>(
  asked: Asked | undefined,
  coming: ComingIn | null,
  moment: number,
): asked is Asked {
  if (asked === undefined || coming === null) return false
  const newestStay = coming.before?.fromSeq ?? 0
  return asked.answeredAt === 0 && countsAt(asked.expiresAt, moment) && newestStay <= asked.afterSeq
}

/** Of the membership of who had sent an invitation, once that was read. */
export function inviterKeys({ memberKeyOf }: Target, invitationKey: CellKey, cached: ReadCell<Cell>): readonly CellKey[] {
  const invitation = readKind(cached, 'invitation', invitationKey)
  return invitation === undefined ? [] : [memberKeyOf(invitation.invitedBy)]
}

/** Who is told what became of an invitation that they had sent; nobody who is out: what happens there now is none of theirs. */
export const inviterTold = (target: Target, { invitedBy }: InvitationCell, read: ReadCell<Cell>): string =>
  roleOf(target, read, invitedBy) === '' ? '' : invitedBy

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
