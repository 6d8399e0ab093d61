// Says to which groups this user is invited.
import type { Invitation } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor, Offer } from '../chat-command.ts'
import { mistyped } from '../mistyped.ts'
import { printable } from '../output.ts'

/** All pages of them. */
function invitationsOf({ client }: ChatFloor): Promise<readonly Invitation[]> {
  return allPages('invitations', (last?: Invitation) => client.invitations({ afterConversationId: last?.conversationId ?? '' }))
}

/** Groups that this user is invited to, for the tab key. */
export const invitationOffers = async (floor: ChatFloor): Promise<readonly Offer[]> =>
  (await invitationsOf(floor)).map(({ conversationId, groupName }) => ({
    word: conversationId,
    label: `${conversationId} ${printable(groupName)}`,
  }))

/** The group that is meant, by its id, or by its name where this user is invited to it. Throws a SkeinError when they are not, or to several. */
export async function invitedTo(floor: ChatFloor, typed: string): Promise<string> {
  if (typed.startsWith('g:')) return typed
  const meant = (await invitationsOf(floor)).filter(({ groupName }) => groupName.toLowerCase() === typed.toLowerCase())
  if (meant.length === 1) return meant[0]!.conversationId
  if (floor.client.sessions().some(({ name, role }) => role !== '' && name.toLowerCase() === typed.toLowerCase()))
    throw mistyped(`you are in "${typed}" already; /to ${typed} talks to it`)
  const several = meant.map(({ conversationId }) => conversationId).join(', ')
  throw mistyped(
    meant.length > 1
      ? `you are invited to several groups called "${typed}": ${several}`
      : `you are not invited to a group called "${typed}"; others are named by their ids`,
  )
}

export const invitations: ChatCommand = {
  name: 'invitations',
  usage: '',
  purpose: 'groups that you are invited to',
  async run(floor) {
    const found = await invitationsOf(floor)
    const lines = found.map(async ({ conversationId, groupName, invitedBy, greeting }) => {
      const said = greeting === '' ? '' : `: ${greeting}`
      return `${groupName} by ${await floor.names.user(invitedBy)}${said} (/join ${conversationId} or /decline ${conversationId})`
    })
    floor.output.notice('invitations', (await Promise.all(lines)).join('\n') || 'none', { invitations: found })
  },
}
