// The cells of state that decisions read and events change, and their keys. One cell is one row or two of the view, so
// that a decision about one member of a group of 100,000 loads one member.

/** Head of a conversation. Key: `conversation|<appId>|<conversationId>`. */
export interface ConversationCell {
  readonly kind: 'conversation'
  readonly lastSeq: number
  readonly lastOrdinal: number
  /** 0 for direct conversations. */
  readonly memberCount: number
  /** Empty for direct conversations and for groups without an owner. */
  readonly ownerId: string
  /** Who created the group and with which name: tells a repeated creation from another one. Empty for direct ones. */
  readonly creatorId: string
  readonly name: string
}

/** A user's part in a conversation. Key: `member|<appId>|<conversationId>|<userId>`. */
export interface MemberCell {
  readonly kind: 'member'
  /** owner, admin or member; empty for one who is out, or for direct conversations. */
  readonly role: string
  readonly readOrdinal: number
  /** First seq of the present or last stay. */
  readonly fromSeq: number
  /** First seq no longer visible; 0 while a member. */
  readonly toSeq: number
}

/** A message sent before. Key: `intent|<appId>|<conversationId>|<senderId>|<clientMessageId>`. */
export interface IntentCell {
  readonly kind: 'intent'
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  readonly occurredAt: number
  readonly contentHash: Uint8Array
}

/** A user, in the partition that owns him. Key: `user|<appId>|<userId>`. */
export interface UserCell {
  readonly kind: 'user'
  readonly userName: string
  readonly displayName: string
}

/** That a user exists, as any partition may read it: users never cease to exist. Key: `known-user|<appId>|<userId>`. */
export interface KnownUserCell {
  readonly kind: 'known-user'
}

/** Who has a user name. Key: `user-name|<appId>|<name in lower case>`. */
export interface UserNameCell {
  readonly kind: 'user-name'
  readonly userId: string
  readonly userName: string
}

/** A device logged in. Key: `device-session|<appId>|<userId>|<sessionId>`. */
export interface DeviceSessionCell {
  readonly kind: 'device-session'
  readonly deviceId: string
  readonly expiresAt: number
  readonly closed: boolean
}

export type Cell = ConversationCell | MemberCell | IntentCell | UserCell | KnownUserCell | UserNameCell | DeviceSessionCell

export const conversationKey = (appId: string, conversationId: string): string => `conversation|${appId}|${conversationId}`
export const memberKey = (appId: string, conversationId: string, userId: string): string => `member|${appId}|${conversationId}|${userId}`
export const intentKey = (appId: string, conversationId: string, senderId: string, clientMessageId: string): string =>
  `intent|${appId}|${conversationId}|${senderId}|${clientMessageId}`
export const userKey = (appId: string, userId: string): string => `user|${appId}|${userId}`
export const knownUserKey = (appId: string, userId: string): string => `known-user|${appId}|${userId}`
export const userNameKey = (appId: string, userName: string): string => `user-name|${appId}|${userName.toLowerCase()}`
export const deviceSessionKey = (appId: string, userId: string, sessionId: string): string =>
  `device-session|${appId}|${userId}|${sessionId}`

/** What a command is answered with; the fields that do not apply are 0 or empty. */
export interface Reply {
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  /** Milliseconds since the epoch; of a repeated send, the moment of the first. */
  readonly occurredAt: number
}

export const emptyReply: Reply = { seq: 0, ordinal: 0, messageId: '', occurredAt: 0 }
