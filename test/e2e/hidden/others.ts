// Others beside one who asks: somebody whom there is not, one of another app, and those who let nobody reach them, by a block or by what they say of all.
import { randomUUID } from 'node:crypto'
import { directConversationId } from '@skein/client'
import { sees, type World } from '../people.ts'
import { patiently } from './answer-texts.ts'
import type { Other } from './hiding-packets.ts'
import { type Seat, say, seatOf } from './places.ts'

export interface Beside {
  readonly other: Other
  /** Of one who is there. */
  readonly seat: Seat | null
}

/** What the two were to one another before. */
export type Before = 'never met' | 'talked' | 'are friends'
/** How the other lets whoever asks reach them. */
export type Lets = 'blocks' | 'lets nobody' | 'lets all'

const about = (conversationId: string) => ({ conversationId, clientRequestId: randomUUID() })

async function besideOf(asker: Seat, userId: string, userName: string): Promise<Other> {
  const ownGroup = `g:${randomUUID()}`
  await patiently(asker.connection, 'createGroup', { ...about(ownGroup), name: 'Own', memberIds: [], settings: [] })
  return { userId, userName, ownGroup, conversationId: directConversationId(asker.userId, userId), seq: 1, messageId: randomUUID() }
}

/** Whom there is not: by id and by name. */
export const nobodyBeside = async (asker: Seat): Promise<Beside> => ({
  other: await besideOf(asker, randomUUID().replaceAll('-', ''), `nobody-${randomUUID().slice(0, 8)}`),
  seat: null,
})

/** One of this name, in this app or in another. */
export async function foreignerBeside(asker: Seat, abroad: World): Promise<Beside> {
  const person = await abroad.register('foreigner')
  return { other: await besideOf(asker, person.userId, person.userName), seat: await seatOf(abroad, person) }
}

export async function personBeside(asker: Seat, world: World, before: Before, lets: Lets): Promise<Beside> {
  const person = await world.register(`${before}-${lets}`.replaceAll(' ', '-'))
  const seat = await seatOf(world, person)
  const { connection, userId } = seat
  // Before anybody asks: copies of it are some seconds old.
  if (lets === 'lets nobody') {
    await patiently(connection, 'changePrivacy', { write: 'nobody', add: 'nobody', clientRequestId: randomUUID() })
    await sees('the views know it', async () => (await patiently(connection, 'privacy', {})).add === 'nobody')
  }
  const other = await besideOf(asker, userId, person.userName)
  const { conversationId } = other
  await sees('the views know them', () => patiently(asker.connection, 'findUser', { userId, userName: '' }))
  if (before === 'are friends') {
    await patiently(asker.connection, 'requestFriend', { ...about(conversationId), text: '', expiresAtMs: 0 })
    await patiently(connection, 'answerFriendRequest', { ...about(conversationId), accept: true })
  }
  const sent = before === 'never met' ? null : await say(connection, conversationId, 'hello')
  if (lets === 'blocks') {
    await patiently(connection, 'blockUser', about(conversationId))
    const relationTo = () => patiently(connection, 'relationTo', { userId: asker.userId })
    await sees('the views know the block', async () => ((await relationTo()).relation?.blockedSinceMs ?? 0) > 0)
  }
  if (sent === null) return { other, seat }
  await sees('the views know what was said', async () => {
    const page = await patiently(asker.connection, 'history', { conversationId, beforeSeq: 0, afterSeq: 0, limit: 1 })
    return page.viewSeq >= sent.seq
  })
  return { other: { ...other, seq: sent.seq, messageId: sent.messageId }, seat }
}
