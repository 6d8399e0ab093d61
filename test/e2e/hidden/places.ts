// Groups of every kind, with somebody who left, one who was removed, one who was banned, and one who was banned before they ever came; and what else has
// an id that others may know. Whoever is out knows no more of them from then on.
import { randomUUID } from 'node:crypto'
import { type Connection, directConversationId } from '@skein/client'
import { type Person, sees, type Watched, type World } from '../people.ts'
import { patiently } from './answer-texts.ts'
import type { Place } from './hiding-packets.ts'

/** By their names, each with a connection. */
export interface Cast {
  readonly owner: Seat
  readonly member: Seat
  readonly left: Seat
  readonly removed: Seat
  readonly banned: Seat
  readonly bannedAhead: Seat
}

export interface Seat extends Watched {
  readonly userId: string
}

export const seatOf = async (world: World, person: Person, deviceId = 'phone'): Promise<Seat> => ({
  ...(await world.connection(await world.login(person, deviceId))),
  userId: person.userId,
})

const settingsOf = {
  team: {},
  channel: { type: 'channel' },
  asked: { joinBy: 'request' },
  open: { joinBy: 'open' },
  room: { type: 'room' },
  dismissed: { joinBy: 'open' },
  forsaken: { joinBy: 'open' },
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type Kind = keyof typeof settingsOf
export const kinds = Object.keys(settingsOf) as readonly Kind[]

const intent = () => ({ clientRequestId: randomUUID() })
const body = (text: string) => ({ contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from(text) })

export const say = (connection: Connection, conversationId: string, text: string) =>
  patiently(connection, 'send', {
    ...{ conversationId, clientMessageId: randomUUID(), body: body(text), replyTo: 0, attachments: [], mentionAll: false },
  })

/** One of nothing: every id in it was made of chance. */
export const nowhere = (userId: string, conversationId = `g:${randomUUID()}`): Place => ({
  ...{ conversationId, seq: 7, ordinal: 2, messageId: randomUUID(), userId, linkToken: randomUUID(), linkId: 'x'.repeat(43) },
})

export interface GroupPlace extends Place {
  readonly kind: Kind
  /** By which whoever is not banned comes in. */
  readonly openToken: string
}

const makeLink = async (connection: Connection, conversationId: string, token: string): Promise<string> =>
  (await patiently(connection, 'makeJoinLink', { conversationId, token, expiresAtMs: 0, usesMax: 0, ...intent() })).linkId

/** Who goes has gone, and what is said behind their backs is seen by who stayed; `whenGone` is asked between the two. */
export async function groupOfKind(kind: Kind, cast: Cast, whenGone: (conversationId: string) => Promise<void>): Promise<GroupPlace> {
  const { owner, member, left, removed, banned, bannedAhead } = cast
  const { connection } = owner
  const conversationId = `g:${kind}-${randomUUID()}`
  const at = { conversationId }
  const settings = Object.entries(settingsOf[kind]).map(([name, value]) => ({ name, value }))
  const memberIds = [member, left, removed, banned].map(({ userId }) => userId)
  await patiently(connection, 'createGroup', { ...at, name: 'Secret', memberIds, settings, ...intent() })
  const stores = kind !== 'room'
  const toAll = stores ? await say(connection, conversationId, 'to all') : null
  await patiently(left.connection, 'leaveGroup', { ...at, ...intent() })
  await patiently(connection, 'removeMembers', { ...at, userIds: [removed.userId], ...intent() })
  for (const { userId } of [banned, bannedAhead]) await patiently(connection, 'banUser', { ...at, userId, banned: true, ...intent() })
  await sees(
    'the views know who is banned',
    async () => (await patiently(connection, 'bans', { ...at, afterUserId: '', limit: 0 })).bans.length === 2,
  )
  await whenGone(conversationId)

  const sent = stores ? await say(connection, conversationId, 'behind their backs') : null
  const message = { seq: sent?.seq ?? 99, ordinal: sent?.ordinal ?? 99, messageId: sent?.messageId ?? randomUUID() }
  for (const { seq, messageId } of [toAll, sent].filter((each) => each !== null))
    await patiently(connection, 'edit', { ...at, ...intent(), seq, messageId, body: body('otherwise') })
  const [linkToken, openToken] = [randomUUID(), randomUUID()]
  const [revoked, open] = [await makeLink(connection, conversationId, linkToken), await makeLink(connection, conversationId, openToken)]
  await patiently(connection, 'revokeJoinLink', { ...at, linkId: revoked, ...intent() })
  let { seq: lastSeq } = await patiently(connection, 'changeGroup', {
    ...at,
    settings: [{ name: 'description', value: 'Ours' }],
    ...intent(),
  })
  if (kind === 'dismissed') lastSeq = (await patiently(connection, 'dismissGroup', { ...at, ...intent() })).seq
  if (kind === 'forsaken') {
    await patiently(member.connection, 'leaveGroup', { ...at, ...intent() })
    lastSeq = (await patiently(connection, 'leaveGroup', { ...at, ...intent() })).seq
  }
  await sees(`the views know all of ${kind}`, async () => {
    const { viewSeq } = await patiently(connection, 'history', { ...at, beforeSeq: 0, afterSeq: 0, limit: 1 })
    return viewSeq >= lastSeq
  })
  return { ...at, ...message, userId: member.userId, linkToken, linkId: open, openToken, kind }
}

/** What two others say to one another. */
export async function talkOfTwo({ owner, member }: Cast): Promise<Place> {
  const conversationId = directConversationId(owner.userId, member.userId)
  const { seq, ordinal, messageId } = await say(owner.connection, conversationId, 'between us')
  await sees('the views know it', async () => {
    const { viewSeq } = await patiently(owner.connection, 'history', { conversationId, beforeSeq: 0, afterSeq: 0, limit: 1 })
    return viewSeq >= seq
  })
  return { ...nowhere(member.userId, conversationId), seq, ordinal, messageId }
}
