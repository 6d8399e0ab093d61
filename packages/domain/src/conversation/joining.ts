// What the ways into a group by one's own will have in common: who lets others in, who is banned, until when something counts, and the cells of
// who comes in.

import { isCount } from '@skein/contracts'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import { banKey } from '../cells/joining.ts'
import { appPolicyKey, type Cell, readKind } from '../cells.ts'
import { type Refusal, reject } from '../refusal.ts'
import { needsRole, notAMember, roleOf, type Target } from './target.ts'

type GroupCommand = { readonly meta: { readonly appId: string }; readonly conversationId: string }

export const banKeyOf = ({ meta: { appId }, conversationId }: GroupCommand, userId: string): CellKey =>
  banKey(appId, conversationId, userId)

export const isBanned = (command: GroupCommand, read: ReadCell<Cell>, userId: string): boolean =>
  (readKind(read, 'ban', banKeyOf(command, userId))?.bannedAt ?? 0) > 0

/** Whether something counts at that moment: until then, where it has an end. */
export const countsAt = (expiresAt: number, moment: number): boolean => expiresAt === 0 || moment < expiresAt

/** Refuses an end that is no moment, or has passed; null for what is fine. */
export const faultOfEnd = (expiresAtMs: number, enteredAt: number): Refusal | null =>
  isCount(expiresAtMs) && countsAt(expiresAtMs, enteredAt) ? null : reject('INVALID_ARGUMENT', 'expiresAtMs')

/** Cells that whoever comes in by their own will is decided by, besides what lets them in. */
export const comingInKeys = (command: GroupCommand, { appId, actorId, headKey, actorKey }: Target): CellKey[] => [
  appPolicyKey(appId),
  headKey,
  actorKey,
  banKeyOf(command, actorId),
]

/** Refuses whoever is neither owner nor admin of the group; null for those. */
export function faultOfLettingIn(target: Target, read: ReadCell<Cell>): Refusal | null {
  const role = roleOf(target, read, target.actorId)
  if (role === '') return notAMember(target.actorId)
  return role === 'member' ? needsRole(role, 'owner or admin') : null
}
