// One who does something in a group: a member of one that was not dismissed, with their role and what the group is set to. Whoever is no member
// learns nothing of the group, not even that it was dismissed.
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import { type GroupCell, newGroup, type Who } from '../cells/group.ts'
import { type Cell, type ConversationCell, readKind } from '../cells.ts'
import { type Refusal, reject } from '../refusal.ts'
import { headOf, needsRole, notAMember, notBegun, roleOf, type Target } from './target.ts'

export interface Acting {
  readonly head: ConversationCell
  readonly role: string
  readonly group: GroupCell
}

/** What `acting` reads. */
export const actingKeys = ({ headKey, actorKey, groupKeys }: Target): readonly CellKey[] => [headKey, actorKey, ...groupKeys]

export function acting(target: Target, read: ReadCell<Cell>): Acting | Refusal {
  const head = headOf(target, read)
  if (head === undefined) return notBegun(target)
  const role = roleOf(target, read, target.actorId)
  if (role === '') return notAMember(target.actorId)
  const group = groupSettingsOf(target, read)
  return dismissed(group) ?? { head, role, group }
}

/** What a group is set to; its `groupKeys` must be among the cells read. */
export const groupSettingsOf = ({ groupKeys: [key] }: Target, read: ReadCell<Cell>): GroupCell =>
  (key === undefined ? undefined : readKind(read, 'group', key)) ?? newGroup

/** Refuses whatever would happen in a group that was dismissed; null while it goes on. */
export const dismissed = ({ dismissedAt }: GroupCell): Refusal | null =>
  dismissedAt > 0 ? reject('GROUP_DISMISSED', `at ${dismissedAt}`) : null

/** Whether those who join now may read what was before. What is set later changes no stay that has begun. */
export const showsAll = ({ historyFrom }: GroupCell): boolean => historyFrom === 'start'

/** Refuses one whose role is not among those who may; null for one who may. */
export function mayNot(role: string, who: Who): Refusal | null {
  if (role === 'owner' || who === 'everyone' || (who === 'admins' && role === 'admin')) return null
  return needsRole(role, who === 'owner' ? 'owner' : 'owner or admin')
}

/** Refuses one who may say nothing here for now; null for one who may. */
export const mayNotWrite = (role: string, { type, canWrite, mutedAll }: GroupCell): Refusal | null =>
  mayNot(role, mutedAll || type === 'channel' ? 'admins' : canWrite)
