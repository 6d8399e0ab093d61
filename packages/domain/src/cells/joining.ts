// Cells of the ways into a group: invitations, requests, links, and bans, which close all ways. What counts no more from some moment on is compared with the
// time of whoever asks.

/** What waits for an answer, and brings its user into a group. */
interface Waiting {
  /** Milliseconds since the epoch; of an invitation 0 for never. */
  readonly expiresAt: number
  /** When it was answered, or taken back; 0 while it waits for an answer. */
  readonly answeredAt: number
  /** Last seq of the group when it was made: it is over once a stay of its user has begun behind it. */
  readonly afterSeq: number
}

/** A user invited to a group. Key: `invitation|<appId>|<conversationId>|<userId>`. */
export interface InvitationCell extends Waiting {
  readonly kind: 'invitation'
  readonly invitedBy: string
  readonly greeting: string
  /** Milliseconds since the epoch. */
  readonly invitedAt: number
}

/** A user who asked to be let into a group. Key: `join-request|<appId>|<conversationId>|<userId>`. */
export interface JoinRequestCell extends Waiting {
  readonly kind: 'join-request'
  readonly text: string
  /** To the questions of the group as they were then. */
  readonly answers: readonly string[]
  /** Milliseconds since the epoch. */
  readonly askedAt: number
  /** Empty while it waits. */
  readonly outcome: JoinOutcome
}

export type JoinOutcome = '' | 'accepted' | 'refused' | 'withdrawn'

/** A link to a group. Key: `join-link|<appId>|<conversationId>|<linkId>`. */
export interface JoinLinkCell {
  readonly kind: 'join-link'
  readonly madeBy: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  /** 0 for never. */
  readonly expiresAt: number
  /** 0 for any number. */
  readonly usesMax: number
  readonly uses: number
  /** 0 while it is not. */
  readonly revokedAt: number
}

/** A user who may not be in a group. Key: `ban|<appId>|<conversationId>|<userId>`. */
export interface BanCell {
  readonly kind: 'ban'
  readonly bannedBy: string
  /** Milliseconds since the epoch; 0 once it was lifted. */
  readonly bannedAt: number
}

export const invitationKey = (appId: string, conversationId: string, userId: string): string =>
  `invitation|${appId}|${conversationId}|${userId}`
export const joinLinkKey = (appId: string, conversationId: string, linkId: string): string =>
  `join-link|${appId}|${conversationId}|${linkId}`
export const banKey = (appId: string, conversationId: string, userId: string): string => `ban|${appId}|${conversationId}|${userId}`
export const joinRequestKey = (appId: string, conversationId: string, userId: string): string =>
  `join-request|${appId}|${conversationId}|${userId}`
