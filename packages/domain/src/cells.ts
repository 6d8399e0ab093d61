// The cells of state that decisions read and events change, and their keys. One cell is one row or two of the view, so
// that a decision about one member of a group of 100,000 loads one member.
import type { ReadCell } from '@skein/event-sourcing'

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
  /** Stays as it was when the member goes; joining, and joining again, moves it to the conversation's last ordinal. */
  readonly readOrdinal: number
  /** First seq of the present or last stay. */
  readonly fromSeq: number
  /** First seq no longer visible: the one after the removal, which is the last item seen. 0 while a member. */
  readonly toSeq: number
}

/** A message sent before, or a group changed (ordinal 0, no message id). Key: `intent|<appId>|<conversationId>|<actorId>|<client's id>`. */
export interface IntentCell {
  readonly kind: 'intent'
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  readonly occurredAt: number
  /** One character per byte: many are remembered, and an array takes four times as much memory. */
  readonly contentHash: string
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
export type CellKindOf<Kind extends Cell['kind']> = Extract<Cell, { readonly kind: Kind }>

/** What an absent member cell means in a direct conversation: one of the two who has sent and read nothing yet. */
export const untouchedDirectMember: MemberCell = { kind: 'member', role: '', readOrdinal: 0, fromSeq: 1, toSeq: 0 }

export const conversationKey = (appId: string, conversationId: string): string => `conversation|${appId}|${conversationId}`
export const memberKey = (appId: string, conversationId: string, userId: string): string => `member|${appId}|${conversationId}|${userId}`
/** The user a member key is about: the last part of the key, since ids have no bar in them. */
export const userOfMemberKey = (key: string): string => key.slice(key.lastIndexOf('|') + 1)
export const isMemberKey = (key: string): boolean => key.startsWith('member|')
export const isKnownUserKey = (key: string): boolean => key.startsWith('known-user|')
export const intentKey = (appId: string, conversationId: string, actorId: string, clientId: string): string =>
  `intent|${appId}|${conversationId}|${actorId}|${clientId}`
export const userKey = (appId: string, userId: string): string => `user|${appId}|${userId}`
export const knownUserKey = (appId: string, userId: string): string => `known-user|${appId}|${userId}`
export const userNameKey = (appId: string, userName: string): string => `user-name|${appId}|${userName.toLowerCase()}`
export const deviceSessionKey = (appId: string, userId: string, sessionId: string): string =>
  `device-session|${appId}|${userId}|${sessionId}`

export const readKind = <Kind extends Cell['kind']>(read: ReadCell<Cell>, kind: Kind, key: string): CellKindOf<Kind> | undefined =>
  asKind(kind, read(key))

/** Narrows a cell to the kind that its key tells; another kind there is a bug. */
export function asKind<Kind extends Cell['kind']>(kind: Kind, cell: Cell | undefined): CellKindOf<Kind> | undefined {
  if (cell !== undefined && cell.kind !== kind) throw new Error(`a ${cell.kind} cell stands where a ${kind} cell belongs`)
  return cell as CellKindOf<Kind> | undefined
}

/** What a command is answered with; the fields that do not apply are 0 or empty. */
export interface Reply {
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  /** Milliseconds since the epoch; of a repeated send, the moment of the first. */
  readonly occurredAt: number
}

export const emptyReply: Reply = { seq: 0, ordinal: 0, messageId: '', occurredAt: 0 }
