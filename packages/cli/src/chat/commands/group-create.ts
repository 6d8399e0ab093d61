// Creates a group, a channel or a live room, and talks there from now on.
import { acquaintedOffers } from '../acquainted-offers.ts'
import type { ChatCommand, ChatFloor } from '../chat-command.ts'
import { describeRefused } from '../member-change.ts'

interface Kind {
  readonly name: string
  readonly usage: string
  readonly purpose: string
  /** What it is other than a group like any. */
  readonly type?: 'channel' | 'room'
}

function creating({ type, ...command }: Kind, begun?: (floor: ChatFloor, conversationId: string) => Promise<void>): ChatCommand {
  return {
    ...command,
    wordsMin: 1,
    async run(floor, [name = '', ...users]) {
      const { client, names, places, output } = floor
      const made = await client.createGroup({ name, memberIds: await names.userIds(users), ...(type ? { settings: { type } } : {}) })
      await places.named(made.conversationId)
      await floor.choose(made.conversationId)
      const refused = await describeRefused(made.refused, names)
      output.notice('group', `${name} is ${made.conversationId}${refused && `; ${refused}`}`, { ...made })
      await begun?.(floor, made.conversationId)
    },
    offers: async (floor, words) => (words.length > 1 ? acquaintedOffers(floor, words) : []),
  }
}

export const groupCreate = creating({
  name: 'group create',
  usage: '<name> <user>...',
  purpose: 'create a group and talk to it; a name with blanks between "',
})

export const channelCreate = creating({
  name: 'channel create',
  usage: '<name> [user]...',
  purpose: 'create a group in which its owner and admins write',
  type: 'channel',
})

export const roomCreate = creating(
  { name: 'room create', usage: '<name> [user]...', purpose: 'create a live room, which keeps nothing, and follow it', type: 'room' },
  async ({ client, output }, conversationId) => {
    await client.followRoom(conversationId)
    output.notice('follow', `whoever knows its id hears it: /follow ${conversationId}`, { conversationId })
  },
)
