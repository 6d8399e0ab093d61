// What the servers' views say of requests to join and of bans, and who is told of them, from the cells of the domain.
import { type Cell, memberKey } from '@skein/domain'

interface Asking {
  readonly appId: string
  readonly userId: string
}

/** All that wait for an answer. */
export const saidRequests = (cells: ReadonlyMap<string, Cell>) =>
  [...cells].flatMap(([key, cell]) => {
    const [, , conversationId = '', userId = ''] = key.split('|')
    if (cell.kind !== 'join-request' || cell.answeredAt > 0) return []
    const request = { userId, text: cell.text, answers: cell.answers, askedAtMs: cell.askedAt, expiresAtMs: cell.expiresAt }
    return [{ conversationId, request, state: 'waits', atMs: 0 }]
  })

/** Who is banned from a group. */
export const saidBans = (cells: ReadonlyMap<string, Cell>, id: string) =>
  [...cells].flatMap(([key, cell]) => {
    const [, , conversationId, userId = ''] = key.split('|')
    if (cell.kind !== 'ban' || conversationId !== id || cell.bannedAt === 0) return []
    return [{ userId, bannedBy: cell.bannedBy, bannedAtMs: cell.bannedAt }]
  })

/** Whether a user is owner or admin of a group. */
export function rules(cells: ReadonlyMap<string, Cell>, conversationId: string, { appId, userId }: Asking): boolean {
  const cell = cells.get(memberKey(appId, conversationId, userId))
  return cell?.kind === 'member' && (cell.role === 'owner' || cell.role === 'admin')
}
