// What people are told of ways into groups: that they are invited, that somebody asks to be let in, and what became of what they asked.
import type { Client } from '@skein/client'
import type { Names } from './names.ts'
import { type ChatOutput, printable } from './output.ts'
import type { Places } from './places.ts'

interface Known {
  readonly names: Names
  readonly places: Places
}

export function tellWaysIn(client: Client, { names, places }: Known, output: ChatOutput): void {
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
    const place = `${await places.label(conversationId)}: /to ${places.short(conversationId)}, then /requests`
    output.notice('join-request', `${by} asks to join ${place}`, { conversationId, userId, ...request })
  })
  client.on('joinRequestAnswered', async ({ conversationId, userId, accepted, atMs }) => {
    if (userId !== client.userId || isTold(`answer ${conversationId}`, atMs)) return
    // Once what is typed finds the group.
    if (accepted) await places.named(conversationId)
    const place = accepted ? `${await places.label(conversationId)}: /to ${places.short(conversationId)}` : conversationId
    const text = `${accepted ? 'let in to' : 'not let in to'} ${place}`
    output.notice('join-request', text, { conversationId, userId, accepted })
  })
}
