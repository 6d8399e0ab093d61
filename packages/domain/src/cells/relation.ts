// How one user stands to another, and whom a user lets reach them. Of a pair there are two cells, one for each: what is in the cell of one
// the other is never shown. Both belong to the aggregate of the direct conversation of the two, so that what is sent there has its order
// with what is decided about the pair.

/** A friend request as one of the two sees it. */
export interface AskedFriend {
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly askedAt: number
  readonly expiresAt: number
}

/** Key: `relation|<appId>|<conversationId>|<userId>`. */
export interface RelationCell {
  readonly kind: 'relation'
  /** ms since the epoch; 0 while they are no friends. The same for both. */
  readonly friendsSince: number
  /** What the user calls the other, and how they sort them. */
  readonly remark: string
  readonly tags: readonly string[]
  /** Since when the user has blocked the other, ms since the epoch; 0 for not at all. */
  readonly blockedSince: number
  /** The request of the user to the other, as the user sees it: whether the other was told of it is not said here. */
  readonly sent: AskedFriend | null
  /** The request of the other, where the user was told of it. */
  readonly received: AskedFriend | null
}

/** The same as partitions of groups may read it, some seconds old. Key: `known-relation|...` as above. */
export interface KnownRelationCell {
  readonly kind: 'known-relation'
  readonly friends: boolean
  readonly blocks: boolean
}

export const whoMayReach = ['everybody', 'friends', 'nobody'] as const
export type WhoMayReach = (typeof whoMayReach)[number]

/** Whom a user lets reach them, in the partition that owns the user. Key: `privacy|<appId>|<userId>`. */
export interface PrivacyCell {
  readonly kind: 'privacy'
  /** Who may write to them. */
  readonly write: WhoMayReach
  /** Who may put them into groups. */
  readonly add: WhoMayReach
}

/** The same as any partition may read it, some seconds old. Key: `known-privacy|<appId>|<userId>`. */
export interface KnownPrivacyCell {
  readonly kind: 'known-privacy'
  readonly write: WhoMayReach
  readonly add: WhoMayReach
}

export type CellOfRelations = RelationCell | KnownRelationCell | PrivacyCell | KnownPrivacyCell

/** What an absent cell means. */
export const noRelation: RelationCell = {
  kind: 'relation',
  friendsSince: 0,
  remark: '',
  tags: [],
  blockedSince: 0,
  sent: null,
  received: null,
}

/** What holds for a user who never said anything. */
export const openPrivacy = { write: 'everybody', add: 'everybody' } as const satisfies Omit<PrivacyCell, 'kind'>

export const isWhoMayReach = (word: string): word is WhoMayReach => (whoMayReach as readonly string[]).includes(word)

export const relationKey = (appId: string, conversationId: string, userId: string): string =>
  `relation|${appId}|${conversationId}|${userId}`
export const knownRelationKey = (appId: string, conversationId: string, userId: string): string =>
  `known-relation|${appId}|${conversationId}|${userId}`
export const privacyKey = (appId: string, userId: string): string => `privacy|${appId}|${userId}`
export const knownPrivacyKey = (appId: string, userId: string): string => `known-privacy|${appId}|${userId}`
