// Two users and how they stand to one another: where a command about a pair is aimed, what its events do to the cells of both, and who
// reaches whom. Who is refused is told the same whatever the reason: that one blocks, that only friends may, that nobody may.
import { directConversationId, peerOf, type SkeinCommand } from '@skein/contracts'
import type { CellKey, Fold, ReadCell } from '@skein/event-sourcing'
import { limitBy, limitOf, type OwnLimits } from '../app/policy.ts'
import {
  type AskedFriend,
  knownPrivacyKey,
  knownRelationKey,
  noRelation,
  openPrivacy,
  type RelationCell,
  relationKey,
  type WhoMayReach,
} from '../cells/relation.ts'
import { asKind, type Cell, readKind } from '../cells.ts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { isRefusal, type Refusal, reject } from '../refusal.ts'
import { type CommandRule, change, type Ruling } from '../rule.ts'
import { countsAt } from './expiry.ts'
import { isIn, type Target, targetOf, unknownUser } from './target.ts'

type PairCommand = Extract<
  SkeinCommand,
  { readonly type: 'RequestFriend' | 'AnswerFriendRequest' | 'DeleteFriend' | 'SetRemark' | 'BlockUser' | 'UnblockUser' }
>
type PairEvent = Extract<
  DomainEvent,
  {
    readonly type: 'FriendRequested' | 'FriendRequestAnswered' | 'FriendDeleted' | 'RemarkSet' | 'UserBlocked' | 'UserUnblocked'
  }
>

/** How the actor stands to the other, and the other to them. */
export interface Pair {
  readonly peerId: string
  readonly own: RelationCell
  readonly theirs: RelationCell
}

type PairCommandOf<T extends PairCommand['type']> = Extract<PairCommand, { readonly type: T }>

/** The rule of a command about two different users who exist, of whom the actor is one. */
export const aboutPair =
  <T extends PairCommand['type']>(
    decide: (command: PairCommandOf<T>, pair: Pair) => Ruling<T> | Refusal,
    faultOf: (command: PairCommandOf<T>) => Refusal | null = () => null,
  ): CommandRule<T> =>
  (given) => {
    const command = given as unknown as PairCommandOf<T>
    const target = pairOf(command)
    if (isRefusal(target)) return target
    return {
      fault: faultOf(command),
      reads: target.reads,
      decide(read) {
        const pair = target.find(read)
        return isRefusal(pair) ? pair : decide(command, pair)
      },
    }
  }

/** What the events of all these commands say. */
export const byActor = (command: PairCommand) => ({
  meta: eventMeta(command),
  conversationId: command.conversationId,
  userId: command.meta.actorId,
})

interface PairTarget {
  readonly reads: () => readonly CellKey[]
  find(read: ReadCell<Cell>): Pair | Refusal
}

function pairOf(command: PairCommand): PairTarget | Refusal {
  const target = targetOf(command)
  if (isRefusal(target)) return target
  const { appId, actorId, conversation, knownUserKeyOf } = target
  const peerId = conversation.kind === 'direct' ? peerOf(conversation, actorId) : actorId
  if (peerId === actorId) return reject('INVALID_ARGUMENT', 'conversationId: not of two users')
  const { conversationId } = command
  const both = [actorId, peerId]
  const [ownKey, theirKey] = [relationKey(appId, conversationId, actorId), relationKey(appId, conversationId, peerId)]
  return {
    reads: () => [ownKey, theirKey, ...both.map(knownUserKeyOf)],
    find: (read) => unknownUser(target, read, both) ?? { peerId, own: readRelation(read, ownKey), theirs: readRelation(read, theirKey) },
  }
}

const readRelation = (read: ReadCell<Cell>, key: CellKey): RelationCell => readKind(read, 'relation', key) ?? noRelation

/** A request that still counts at this moment. */
export const stands = (asked: AskedFriend | null, at: number): boolean => asked !== null && countsAt(asked.expiresAt, at)

/** What an event does to the cell of one of its two. */
export const onRelation = (event: PairEvent, userId: string, to: (relation: RelationCell) => RelationCell): Fold<Cell> =>
  change(relationKey(event.meta.appId, event.conversationId, userId), (cell) => to(asKind('relation', cell) ?? noRelation))

/** The other of the two whom an event is about. */
export const otherOf = ({ conversationId, userId }: PairEvent): string => {
  const [, first = '', second = ''] = conversationId.split(':')
  return first === userId ? second : first
}

/** From now on both are friends, and nothing is asked any more. */
export const befriend = (event: PairEvent): readonly Fold<Cell>[] =>
  [event.userId, otherOf(event)].map((userId) =>
    onRelation(event, userId, (relation) => ({ ...relation, friendsSince: event.meta.occurredAt, sent: null, received: null })),
  )

const notReachable = (userId: string): Refusal => reject('NOT_REACHABLE', `user ${userId}`)

const may = (who: WhoMayReach, friends: boolean): boolean => who === 'everybody' || (who === 'friends' && friends)

/** Of the cell that tells whether the actor blocks the other of a direct conversation. */
export const ownRelationKeys = ({ appId, actorId, conversation }: Target, conversationId: string): readonly CellKey[] =>
  conversation.kind === 'direct' && peerOf(conversation, actorId) !== actorId ? [relationKey(appId, conversationId, actorId)] : []

export const blocksPeer = (target: Target, conversationId: string, read: ReadCell<Cell>): boolean =>
  ownRelationKeys(target, conversationId).some((key) => readRelation(read, key).blockedSince > 0)

/** What tells whether the actor reaches the other of a direct conversation. */
export interface Reach {
  readonly peerId: string
  readonly ownKey: CellKey
  readonly theirKey: CellKey
  readonly privacyKey: CellKey
}

/** Null where nobody has to be reached: in a group, and with oneself, to whom everybody may talk. */
export function reachOf({ appId, actorId, conversation }: Target, conversationId: string): Reach | null {
  const peerId = conversation.kind === 'direct' ? peerOf(conversation, actorId) : actorId
  if (peerId === actorId) return null
  return {
    peerId,
    ownKey: relationKey(appId, conversationId, actorId),
    theirKey: relationKey(appId, conversationId, peerId),
    privacyKey: knownPrivacyKey(appId, peerId),
  }
}

/** What is read of it, besides the policy of the app. */
export const reachKeys = (reach: Reach | null): readonly CellKey[] =>
  reach === null ? [] : [reach.ownKey, reach.theirKey, reach.privacyKey]

/** Refuses one who does not reach the other of a direct conversation. Who has blocked the other lets them know nothing new either. */
export function cannotReach(reach: Reach | null, limits: OwnLimits, read: ReadCell<Cell>): Refusal | null {
  if (reach === null) return null
  const { blockedSince, friendsSince } = readRelation(read, reach.ownKey)
  if (blockedSince > 0) return reject('NOT_REACHABLE', 'blocked by the actor')
  const friends = friendsSince > 0
  const theirs = readRelation(read, reach.theirKey)
  const { write } = readKind(read, 'known-privacy', reach.privacyKey) ?? openPrivacy
  const reached = theirs.blockedSince === 0 && may(write, friends) && (friends || limitBy('friendsOnly', limits) === 0)
  return reached ? null : notReachable(reach.peerId)
}

/**
 * What tells whether users who are not in it may be put into a group by the actor. All of it belongs to other aggregates, and is some seconds
 * old.
 */
export function addingKeys(
  { appId, actorId, memberKeyOf }: Target,
  userIds: readonly string[],
  cached: ReadCell<Cell>,
): readonly CellKey[] {
  const outside = userIds.filter((userId) => !isIn(readKind(cached, 'member', memberKeyOf(userId))))
  return outside.flatMap((userId) => [
    knownRelationKey(appId, directConversationId(actorId, userId), userId),
    knownPrivacyKey(appId, userId),
  ])
}

/** Whether the actor may put this user into a group. */
export function mayAdd({ appId, actorId }: Target, userId: string, read: ReadCell<Cell>): boolean {
  const relation = readKind(read, 'known-relation', knownRelationKey(appId, directConversationId(actorId, userId), userId))
  const { add } = readKind(read, 'known-privacy', knownPrivacyKey(appId, userId)) ?? openPrivacy
  const friends = relation?.friends ?? false
  return !relation?.blocks && may(add, friends) && (friends || limitOf('friendsOnly', appId, read) === 0)
}
