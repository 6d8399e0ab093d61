// Requests of this user to join groups: listing those that wait for an answer, and taking one back.
import type { AskedToJoin } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor } from '../chat-command.ts'

/** All pages of them. */
function ownRequests({ client }: ChatFloor): Promise<readonly AskedToJoin[]> {
  return allPages('requests', (last?: AskedToJoin) => client.ownJoinRequests({ afterConversationId: last?.conversationId ?? '' }))
}

export const asked: ChatCommand = {
  name: 'asked',
  usage: '',
  purpose: 'groups that you have asked to join',
  async run(floor) {
    const found = await ownRequests(floor)
    const lines = found.map(({ conversationId }) => `${conversationId} (/withdraw ${conversationId})`)
    floor.output.notice('asked', lines.join('\n') || 'none', { requests: found })
  },
}

export const withdraw: ChatCommand = {
  name: 'withdraw',
  usage: '<group>',
  purpose: 'take back your request to join a group',
  wordsMin: 1,
  async run({ client, output }, [conversationId = '']) {
    await client.withdrawJoinRequest(conversationId)
    output.notice('withdraw', 'taken back', { conversationId })
  },
  async offers(floor, words) {
    if (words.length !== 1) return []
    return (await ownRequests(floor)).map(({ conversationId }) => ({ word: conversationId, label: conversationId }))
  },
}
