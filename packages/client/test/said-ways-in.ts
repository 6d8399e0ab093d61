// What the servers' views say of requests to join, of links and of bans, and who is told of them, from the cells of the domain.
import type { SkeinEvent } from '@skein/contracts'
import { banKey, type Cell, conversationKey, groupKey, memberKey } from '@skein/domain'
import type { JoinInfo } from '../src/index.ts'

type ConversationEvent = Extract<SkeinEvent, { readonly conversationId: string }>

interface Asking {
  readonly appId: string
  readonly userId: string
}

/** Whether an invitation or a request is over since its user has been in. */
export function isOvertaken(cells: ReadonlyMap<string, Cell>, { afterSeq }: { readonly afterSeq: number }, ofMember: string): boolean {
  const member = cells.get(ofMember)
  return member?.kind === 'member' && member.fromSeq > afterSeq
}

/** All that wait for an answer. */
export const saidRequests = (cells: ReadonlyMap<string, Cell>) =>
  [...cells].flatMap(([key, cell]) => {
    const [, appId = '', conversationId = '', userId = ''] = key.split('|')
    if (cell.kind !== 'join-request' || cell.answeredAt > 0) return []
    if (isOvertaken(cells, cell, memberKey(appId, conversationId, userId))) return []
    const request = { userId, text: cell.text, answers: cell.answers, askedAtMs: cell.askedAt, expiresAtMs: cell.expiresAt }
    return [{ conversationId, request, state: 'waits', atMs: 0 }]
  })

/** Whether a user got another role in the group of a request since a change. */
export const isOfRisen =
  (
    changes: readonly { readonly number: number; readonly event: ConversationEvent }[],
    since: { readonly actor: string; readonly from: number },
  ) =>
  ({ conversationId }: { readonly conversationId: string }): boolean =>
    changes.some(
      ({ number, event }) =>
        number > since.from &&
        event.type === 'MemberRoleChanged' &&
        event.conversationId === conversationId &&
        event.userId === since.actor,
    )

/** Who is banned from a group. */
export const saidBans = (cells: ReadonlyMap<string, Cell>, id: string) =>
  [...cells].flatMap(([key, cell]) => {
    const [, , conversationId, userId = ''] = key.split('|')
    if (cell.kind !== 'ban' || conversationId !== id || cell.bannedAt === 0) return []
    return [{ userId, bannedBy: cell.bannedBy, bannedAtMs: cell.bannedAt }]
  })

/** Those to a group that were not revoked. */
export const saidLinks = (cells: ReadonlyMap<string, Cell>, id: string) =>
  [...cells].flatMap(([key, cell]) => {
    const [, , conversationId, linkId = ''] = key.split('|')
    if (cell.kind !== 'join-link' || conversationId !== id || cell.revokedAt > 0) return []
    const { madeBy, madeAt: madeAtMs, expiresAt: expiresAtMs, usesMax, uses } = cell
    return [{ linkId, madeBy, madeAtMs, expiresAtMs, usesMax, uses }]
  })

/** What it takes to join; null for a group that takes nobody who asks, and for who is banned from it. */
export function saidJoinInfo(cells: ReadonlyMap<string, Cell>, id: string, { appId, userId }: Asking): JoinInfo | null {
  const [head, group, ban] = [cells.get(conversationKey(appId, id)), cells.get(groupKey(appId, id)), cells.get(banKey(appId, id, userId))]
  if (head?.kind !== 'conversation' || group?.kind !== 'group' || group.joinBy === 'invitation') return null
  if (ban?.kind === 'ban' && ban.bannedAt > 0) return null
  const own = saidRequests(cells).find(({ conversationId, request }) => conversationId === id && request.userId === userId)
  const { name, memberCount } = head
  const { joinBy, questions } = group
  return { name, memberCount, joinBy, questions: [...questions], askedAtMs: own?.request.askedAtMs ?? 0 }
}

/** Whether a user is owner or admin of a group. */
export function rules(cells: ReadonlyMap<string, Cell>, conversationId: string, { appId, userId }: Asking): boolean {
  const cell = cells.get(memberKey(appId, conversationId, userId))
  return cell?.kind === 'member' && (cell.role === 'owner' || cell.role === 'admin')
}
