// Requests to join the present group: listing them, and letting in or not.
import type { JoinRequest } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor, Offer } from '../chat-command.ts'
import { userOffers } from '../user-offers.ts'

/** All pages of them. */
function requestsOf({ client }: ChatFloor, conversationId: string): Promise<readonly JoinRequest[]> {
  return allPages('requests', (last?: JoinRequest) => client.joinRequests(conversationId, { afterUserId: last?.userId ?? '' }))
}

async function askers(floor: ChatFloor, words: readonly string[]): Promise<readonly Offer[]> {
  if (words.length !== 1 || !floor.target.startsWith('g:')) return []
  const found = await requestsOf(floor, floor.target)
  return userOffers(
    floor,
    found.map(({ userId }) => userId),
  )
}

export const requests: ChatCommand = {
  name: 'requests',
  usage: '',
  purpose: 'who asks to join this group',
  async run(floor) {
    const found = await requestsOf(floor, floor.hereGroup())
    const lines = found.map(async ({ userId, text, answers }) =>
      [await floor.names.user(userId), ...(text === '' ? [] : [text]), ...answers].join(': '),
    )
    floor.output.notice('requests', (await Promise.all(lines)).join('\n') || 'none', { requests: found })
  },
}

const answering = (name: string, purpose: string, accept: boolean): ChatCommand => ({
  name,
  usage: '<user>',
  purpose,
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    const answered = await client.answerJoinRequest(hereGroup(), await names.userId(user), accept)
    output.notice(name, accept ? `${user} is in` : `${user} is not let in`, { ...answered })
  },
  offers: askers,
})

export const approve = answering('approve', 'let in a user who asked to join this group', true)
export const deny = answering('deny', 'do not let in a user who asked', false)
