// Where a conversation command is aimed: its ids, once they are known to be valid. Nothing is read from the views, and
// no key is made, before this has been asked: an invalid id may hold text that no store takes.
import type { Conversation, SkeinCommand } from '@skein/contracts'
import { isAppId, isUserId, parseConversationId } from '@skein/contracts'
import type { ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { conversationKey, knownUserKey, memberKey } from '../cells.ts'
import type { DomainEvent, Refusal } from '../decision.ts'
import { reject } from '../decision.ts'
import { limits } from '../limits.ts'

export type ConversationCommand = Extract<SkeinCommand, { readonly conversationId: string }>
export type ConversationEvent = Extract<DomainEvent, { readonly conversationId: string }>

export interface Place {
  readonly appId: string
  readonly actorId: string
  readonly conversationId: string
  readonly conversation: Conversation
  readonly headKey: string
  readonly memberKeyOf: (userId: string) => string
  readonly knownUserKeyOf: (userId: string) => string
}

/** null when the app, the actor or the conversation is not one; conversation commands always have an actor. */
export function placeOf({ meta: { appId, actorId }, conversationId }: ConversationCommand): Place | null {
  if (conversationId.length > limits.conversationIdCharsMax) return null
  const conversation = parseConversationId(conversationId)
  if (conversation === null || !isAppId(appId) || !isUserId(actorId)) return null
  return {
    appId,
    actorId,
    conversationId,
    conversation,
    headKey: conversationKey(appId, conversationId),
    memberKeyOf: (userId) => memberKey(appId, conversationId, userId),
    knownUserKeyOf: (userId) => knownUserKey(appId, userId),
  }
}

/** Whether the actor is one of the two; true for every group, where membership is a cell. */
export const admits = ({ conversation, actorId }: Place): boolean => conversation.kind === 'group' || conversation.userIds.includes(actorId)

/** Users a command names besides its actor, each once, in the order given; null when one is not a user id. */
export function targetsOf(userIds: readonly string[], actorId: string): readonly string[] | null {
  if (!userIds.every(isUserId)) return null
  const targets = new Set(userIds)
  targets.delete(actorId)
  return [...targets]
}

export const notAMember = (userId: string): Refusal => reject('NOT_A_MEMBER', `user ${userId}`)

/** Refuses with the first of these users who does not exist; null when all do. */
export function unknownUser({ knownUserKeyOf }: Place, read: ReadCell<Cell>, userIds: readonly string[]): Refusal | null {
  const unknown = userIds.find((userId) => read(knownUserKeyOf(userId)) === undefined)
  return unknown === undefined ? null : reject('USER_NOT_FOUND', `user ${unknown}`)
}
