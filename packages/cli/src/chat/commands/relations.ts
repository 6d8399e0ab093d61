// What one does about another user: ask to be friends, answer, end it, give a name of one's own, block.
import type { Relation } from '@skein/client'
import { acquaintedOffers, talkedWith } from '../acquainted-offers.ts'
import type { ChatCommand, ChatFloor, Offer } from '../chat-command.ts'
import { userOffers } from '../user-offers.ts'
import { allOf, type List } from './friends.ts'

const offersFrom =
  (lists: readonly List[], isMeant: (relation: Relation) => boolean = () => true) =>
  async (floor: ChatFloor, words: readonly string[]): Promise<readonly Offer[]> => {
    if (words.length !== 1) return []
    const all = await Promise.all(lists.map((list) => allOf(floor.client, list)))
    const meant = all.flat().filter(isMeant)
    return userOffers(
      floor,
      meant.map(({ userId }) => userId),
    )
  }

/** A command that is about one user. */
function about(
  command: Pick<ChatCommand, 'name' | 'usage' | 'purpose' | 'offers'>,
  done: string,
  act: (floor: ChatFloor, userId: string, text: string) => Promise<void>,
): ChatCommand {
  return {
    ...command,
    wordsMin: 1,
    async run(floor, [user = ''], text) {
      const userId = await floor.names.userId(user)
      await act(floor, userId, text.slice(text.indexOf(user) + user.length).replace(/^"?\s*/, ''))
      floor.output.notice(command.name, `${user} ${done}`, { userId })
    },
  }
}

const wasAsked = ({ received }: Relation) => received !== null
/** A friendship, or a request of one's own. */
const isEnded = ({ friendsSinceMs, sent }: Relation) => friendsSinceMs > 0 || sent !== null

/** Of one user, whom this one knows in one way or another. */
const anybody: ChatCommand['offers'] = async (floor, words) => (words.length === 1 ? acquaintedOffers(floor, words) : [])

/** Those of them who are no friends yet. */
const noFriends: ChatCommand['offers'] = async (floor, words) => {
  if (words.length !== 1) return []
  const friends = new Set((await allOf(floor.client, 'friends')).map(({ userId }) => userId))
  return userOffers(
    floor,
    talkedWith(floor).filter((userId) => !friends.has(userId)),
  )
}

export const addFriend = about(
  { name: 'add', usage: '<user> [text]', purpose: 'ask a user to be friends', offers: noFriends },
  'is asked to be your friend',
  ({ client }, userId, text) => client.requestFriend(userId, { text }),
)

export const acceptFriend = about(
  { name: 'accept', usage: '<user>', purpose: 'accept a friend request', offers: offersFrom(['friendRequests'], wasAsked) },
  'is your friend',
  ({ client }, userId) => client.acceptFriend(userId),
)

export const refuseFriend = about(
  { name: 'refuse', usage: '<user>', purpose: 'refuse a friend request', offers: offersFrom(['friendRequests'], wasAsked) },
  'is refused',
  ({ client }, userId) => client.refuseFriend(userId),
)

export const unfriend = about(
  {
    name: 'unfriend',
    usage: '<user>',
    purpose: 'end a friendship, or take back a request',
    offers: offersFrom(['friends', 'friendRequests'], isEnded),
  },
  'is no friend',
  ({ client }, userId) => client.deleteFriend(userId),
)

export const remark = about(
  { name: 'remark', usage: '<user> [name]', purpose: 'what you call a user; nobody else sees it', offers: offersFrom(['friends']) },
  'has a name of yours',
  async ({ client }, userId, name) => {
    const { tags } = await client.relationTo(userId)
    await client.setRemark(userId, { remark: name, tags })
  },
)

export const block = about(
  { name: 'block', usage: '<user>', purpose: 'let a user reach you no more; they are not told', offers: anybody },
  'is blocked',
  ({ client }, userId) => client.blockUser(userId),
)

export const unblock = about(
  { name: 'unblock', usage: '<user>', purpose: 'let a user reach you again', offers: offersFrom(['blocked']) },
  'may reach you again',
  ({ client }, userId) => client.unblockUser(userId),
)
