// How a user stands to others: pages of friends, of requests that stand now and of those whom they block; one other; whom they let reach them.
import { isUserId, wire } from '@skein/contracts'
import type { RelationsQuery } from '@skein/projections'
import { admitLookUp } from '../admission.ts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindUser, paged } from './paged.ts'
import { invalid, notFound, readRequest } from './read-request.ts'

const listOf = <N extends 'friends' | 'friendRequests' | 'blocked'>(list: RelationsQuery['list']): Handler<N> =>
  paged({
    asked: behindUser,
    read: ({ views, desk }, query) => views.relations({ ...query, list, at: desk.now() }),
    reply: (page) => wire.RelationsReply.encode({ relations: encodable(page.relations), more: page.more }).finish(),
  })

export const friends = listOf<'friends'>('friends')
export const friendRequests = listOf<'friendRequests'>('requests')
export const blocked = listOf<'blocked'>('blocked')

const readRelation = readRequest<'relationTo'>(async ({ context, connection }, { userId: peerId }) => {
  const { gate, views, desk } = context
  const { appId, userId } = connection.identity!
  if (!isUserId(peerId) || peerId === userId) return invalid('userId')
  const at = desk.now()
  const relation = await gate.read(connection, () => views.relationTo({ appId, userId, peerId, at }))
  if (relation === null) return notFound('USER_NOT_FOUND', '')
  return wire.RelationReply.encode({ relation: encodable(relation) }).finish()
})

/** It tells whether there is such a user, as a look-up does. */
export const relationTo: Handler<'relationTo'> = { ...readRelation, admit: admitLookUp }

export const privacy = readRequest<'privacy'>(async ({ context, connection }) => {
  const { appId, userId } = connection.identity!
  const found = await context.gate.read(connection, () => context.views.privacy(appId, userId))
  return wire.PrivacyReply.encode(encodable(found)).finish()
})
