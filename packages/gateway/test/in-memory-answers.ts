// What the views in memory make of cells.
import {
  banKey,
  type Cell,
  conversationKey,
  groupKey,
  memberKey,
  type RelationCell,
  settingsIn,
  untouchedDirectMember,
} from '@skein/domain'
import type { GroupId, Relation, RoomFacts } from '@skein/projections'

export function relationOf(
  conversationId: string,
  userId: string,
  { friendsSince, remark, tags, blockedSince, sent, received }: RelationCell,
): Relation {
  const request = (asked: RelationCell['sent']) => asked && { text: asked.text, askedAtMs: asked.askedAt, expiresAtMs: asked.expiresAt }
  const [, first = '', second = ''] = conversationId.split(':')
  const shown = { remark, tags, friendsSinceMs: friendsSince, blockedSinceMs: blockedSince }
  return { userId: first === userId ? second : first, ...shown, sent: request(sent), received: request(received) }
}

export function isBanned(cells: ReadonlyMap<string, Cell>, { appId, conversationId }: GroupId, userId: string): boolean {
  const ban = cells.get(banKey(appId, conversationId, userId))
  return ban?.kind === 'ban' && ban.bannedAt > 0
}

/** A live room as its views tell of it. */
export function roomOf(
  cells: ReadonlyMap<string, Cell>,
  { appId, userId, conversationId }: { readonly appId: string; readonly userId: string; readonly conversationId: string },
): RoomFacts | null {
  const head = cells.get(conversationKey(appId, conversationId))
  const group = cells.get(groupKey(appId, conversationId))
  const member = cells.get(memberKey(appId, conversationId, userId))
  if (isBanned(cells, { appId, conversationId }, userId)) return null
  if (head?.kind !== 'conversation' || group?.kind !== 'group' || group.type !== 'room') return null
  const { role, mutedUntil: mutedUntilMs } = member?.kind === 'member' ? member : untouchedDirectMember
  return { name: head.name, settings: settingsIn(group), dismissedAtMs: group.dismissedAt, role, mutedUntilMs }
}
