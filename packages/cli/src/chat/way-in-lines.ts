// What people are told of ways into groups: that they are invited, that somebody asks to be let in, and what became of what they asked.
import type { Client } from '@skein/client'
import type { Names } from './names.ts'
import { type ChatOutput, printable } from './output.ts'

export function tellWaysIn(client: Client, { names }: { readonly names: Names }, output: ChatOutput): void {
  const told = new Map<string, number>()
  /** The sync behind what was told live tells it again. */
  const isTold = (what: string, atMs: number): boolean => {
    if (told.get(what) === atMs) return true
    told.set(what, atMs)
    return false
  }
  client.on('invitation', async (invitation) => {
    const { conversationId, groupName, invitedBy, invitedAtMs } = invitation
    if (isTold(conversationId, invitedAtMs)) return
    const by = await names.user(invitedBy)
    output.notice('invitation', `${by} invites you to ${printable(groupName)}: /join ${conversationId}`, { ...invitation })
  })
  client.on('joinRequest', async ({ conversationId, userId, ...request }) => {
    if (userId === client.userId || isTold(`${conversationId} ${userId}`, request.askedAtMs)) return
    const by = await names.user(userId)
    output.notice('join-request', `${by} asks to join ${conversationId}: /requests`, { conversationId, userId, ...request })
  })
  client.on('joinRequestAnswered', ({ conversationId, userId, accepted, atMs }) => {
    if (userId !== client.userId || isTold(`answer ${conversationId}`, atMs)) return
    output.notice('join-request', `${accepted ? 'let in to' : 'not let in to'} ${conversationId}`, { conversationId, userId, accepted })
  })
}
