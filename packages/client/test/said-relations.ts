// What the servers' views say to a user of how they stand to others, from the cells of the domain.
import { parseConversationId, peerOf } from '@skein/contracts'
import { type Cell, openPrivacy, privacyKey } from '@skein/domain'
import type { Privacy, Relation } from '../src/index.ts'

interface Asking {
  readonly appId: string
  readonly userId: string
}

/** With everybody to whom there is something, by their ids; requests that have expired are none. */
export function saidRelations(cells: ReadonlyMap<string, Cell>, { appId, userId }: Asking, at: number): Relation[] {
  const stands = <Asked extends { readonly askedAt: number; readonly expiresAt: number; readonly text: string }>(asked: Asked | null) =>
    asked !== null && at < asked.expiresAt ? { text: asked.text, askedAtMs: asked.askedAt, expiresAtMs: asked.expiresAt } : null
  const found = [...cells].flatMap(([key, cell]): Relation[] => {
    const [, app, conversationId = '', who] = key.split('|')
    const conversation = parseConversationId(conversationId)
    if (cell.kind !== 'relation' || app !== appId || who !== userId || conversation?.kind !== 'direct') return []
    const { friendsSince, remark, tags, blockedSince, sent, received } = cell
    const asked = { sent: stands(sent), received: stands(received) }
    return [{ userId: peerOf(conversation, userId), friendsSinceMs: friendsSince, remark, tags, blockedSinceMs: blockedSince, ...asked }]
  })
  return found.sort((a, b) => (a.userId < b.userId ? -1 : 1))
}

export function saidPrivacy(cells: ReadonlyMap<string, Cell>, { appId, userId }: Asking): Privacy {
  const cell = cells.get(privacyKey(appId, userId))
  return cell?.kind === 'privacy' ? { write: cell.write, add: cell.add } : openPrivacy
}
