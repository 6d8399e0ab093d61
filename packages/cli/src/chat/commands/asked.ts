// Requests of this user to join groups: listing those that wait for an answer, and taking one back.
import type { AskedToJoin } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor } from '../chat-command.ts'

/** All pages of them. */
function ownRequests({ client }: ChatFloor): Promise<readonly AskedToJoin[]> {
  return allPages('requests', (last?: AskedToJoin) => client.ownJoinRequests({ afterConversationId: last?.conversationId ?? '' }))
}

/** Groups whose names are asked for at once. */
const lookUpsMax = 20

/** By id; of those that tell their name to nobody outside any more, and of those beyond so many, the id stands for itself. */
async function groupNames({ client, places }: ChatFloor, groupIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const labels = await Promise.all(groupIds.map(async (id) => [id, await places.label(id)] as const))
  const unknown = labels.filter(([id, label]) => label === id).slice(0, lookUpsMax)
  const told = unknown.map(async ([id]) => [id, (await client.joinInfo(id).catch(() => null))?.name || id] as const)
  return new Map([...labels, ...(await Promise.all(told))])
}

export const asked: ChatCommand = {
  name: 'asked',
  usage: '',
  purpose: 'groups that you have asked to join',
  async run(floor) {
    const found = await ownRequests(floor)
    const groups = await groupNames(
      floor,
      found.map(({ conversationId }) => conversationId),
    )
    const lines = found.map(({ conversationId }) => `${groups.get(conversationId)} (/withdraw ${conversationId})`)
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
