// Joins a group by a link, as one who is invited, or as one who asks, and talks to it from now on; or declines an invitation.
import { SkeinError } from '@skein/client'
import type { ChatCommand, ChatFloor } from '../chat-command.ts'
import { invitationOffers, invitedTo } from './invitations.ts'

interface Entered {
  readonly conversationId: string
  readonly seq: number
}

/** Null while the request of this user waits for an answer. */
async function entered(floor: ChatFloor, typed: string, answers: readonly string[]): Promise<Entered | null> {
  const { client, output } = floor
  if (typed.includes('/')) return client.joinByLink(typed)
  const where = await invitedTo(floor, typed)
  try {
    return await client.answerInvitation(where, true)
  } catch (error) {
    if (!(error instanceof SkeinError) || error.code !== 'NOT_INVITED') throw error
  }
  const info = await client.joinInfo(where)
  if (info.joinBy === 'request' && answers.length !== info.questions.length) {
    const lines = info.questions.map((question, i) => `${i + 1}. ${question}`)
    output.notice('join', [`${info.name} asks; answer by /join ${where} "<answer>"...`, ...lines].join('\n'), {
      conversationId: where,
      ...info,
    })
    return null
  }
  const asked = await client.requestToJoin(where, { answers })
  if (asked.waits) output.notice('join', 'asked to join; it waits for an answer', { ...asked })
  return asked.waits ? null : asked
}

export const join: ChatCommand = {
  name: 'join',
  usage: '<link or group> [answer]...',
  purpose: 'join a group by a link, as one who is invited, or by asking',
  wordsMin: 1,
  async run(floor, [where = '', ...answers]) {
    const joined = await entered(floor, where, answers)
    if (joined === null) return
    await floor.places.named(joined.conversationId)
    await floor.choose(joined.conversationId)
    floor.output.notice('join', `joined ${await floor.places.label(joined.conversationId)}`, {
      conversationId: joined.conversationId,
      seq: joined.seq,
    })
  },
  offers: async (floor, words) => (words.length === 1 ? invitationOffers(floor) : []),
}

export const decline: ChatCommand = {
  name: 'decline',
  usage: '<group>',
  purpose: 'refuse an invitation',
  wordsMin: 1,
  async run(floor, [typed = '']) {
    const { client, output } = floor
    const conversationId = await invitedTo(floor, typed)
    await client.answerInvitation(conversationId, false)
    output.notice('decline', 'declined', { conversationId })
  },
  offers: async (floor, words) => (words.length === 1 ? invitationOffers(floor) : []),
}
