// The cells of state that decisions read and events change, and their keys. One cell is one row or two of the view, so
// that a decision about one member of a group of 100,000 loads one member.
import { aggregateKey } from '@skein/contracts'
import type { ForeignFact, ReadCell, Refused } from '@skein/event-sourcing'
import type { GroupCell } from './cells/group.ts'
import type { BanCell, InvitationCell, JoinLinkCell, JoinRequestCell } from './cells/joining.ts'
import type { CellOfRelations } from './cells/relation.ts'
import type { TimerCell } from './cells/timer.ts'

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
  /** When its last item came to be, ms since the epoch. */
  readonly lastActivityAt: number
  /** Highest ordinal of a message taken away since it was sent; 0 for none. Who has read further need not look for any. */
  readonly lastUncounted: number
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
  /** First seq that may be read in this stay: that, or 1 where the group showed its history from the start when it began. */
  readonly seesFrom: number
  /** First seq no longer visible: the one after the removal, which is the last item seen. 0 while a member. */
  readonly toSeq: number
  /** Last ordinal of the conversation at leaving, and when that was, ms since the epoch; 0 while a member. */
  readonly toOrdinal: number
  readonly endedAt: number
  /** How the group calls them in this stay; empty for by their own name. */
  readonly nickname: string
  /** Until when they may say nothing, ms since the epoch, whatever becomes of the stay; 0 for one who was never muted. */
  readonly mutedUntil: number
  /** When they sent their last message here, in whatever stay, ms since the epoch; 0 for none. */
  readonly lastSentAt: number
}

/** One message, as far as decisions about it ask. Key: `message|<appId>|<conversationId>|<seq>`. */
export interface MessageCell {
  readonly kind: 'message'
  readonly ordinal: number
  readonly messageId: string
  readonly senderId: string
  /** Milliseconds since the epoch. */
  readonly sentAt: number
  readonly contentType: string
  /** How it was taken away from everyone; empty while it is there. */
  readonly removed: '' | 'revoked' | 'deleted'
  /** How often its author has given it another body. */
  readonly edits: number
  /** seq of the item by which they did so last; 0 for none. */
  readonly lastEditSeq: number
}

/** That there is a message, as any partition may read it: it stays in its place whatever becomes of it. Key: `known-message|...` as above. */
export interface KnownMessageCell {
  readonly kind: 'known-message'
  readonly messageId: string
  readonly ordinal: number
}

/** A message that a user deleted for themselves. Key: `hidden|<appId>|<userId>|<conversationId>|<seq>`. */
export interface HiddenCell {
  readonly kind: 'hidden'
  readonly ordinal: number
  readonly messageId: string
  /** Milliseconds since the epoch. */
  readonly hiddenAt: number
}

/** How far a user has read the broadcasts of their app, in which all are without having joined. Key: `reader|<appId>|<conversationId>|<userId>`. */
export interface ReaderCell {
  readonly kind: 'reader'
  readonly readOrdinal: number
}

/** Whether a user may broadcast. Key: `broadcaster|<appId>|<userId>`. */
export interface BroadcasterCell {
  readonly kind: 'broadcaster'
  readonly allowed: boolean
}

/** What became of an intent. Key: `intent|<appId>|<aggregateId>|<actorId>|<client's id>`. Texts have one character per byte: many are
 * remembered, and an array takes four times as much memory. */
export interface IntentCell {
  readonly kind: 'intent'
  readonly contentHash: string
  readonly reply: string
  /** Null where the command was accepted. */
  readonly refused: Refused | null
}

/** A user, in the partition that owns them. Key: `user|<appId>|<userId>`. */
export interface UserCell {
  readonly kind: 'user'
  readonly userName: string
  readonly displayName: string
  /** Milliseconds since the epoch. */
  readonly registeredAt: number
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
  readonly platform: string
  /** Milliseconds since the epoch. */
  readonly openedAt: number
  readonly expiresAt: number
  /** 0 while open. */
  readonly closedAt: number
}

/** An app, in the partition that owns it. Key: `app|<appId>`. */
export interface AppCell {
  readonly kind: 'app'
  /** Limits that differ from the defaults, by name. */
  readonly limits: Readonly<Record<string, number>>
}

/** The policy of an app as any partition may read it, some seconds old. Key: `app-policy|<appId>`. */
export interface AppPolicyCell {
  readonly kind: 'app-policy'
  readonly limits: Readonly<Record<string, number>>
}

export type Cell =
  | ConversationCell
  | MemberCell
  | MessageCell
  | IntentCell
  | UserCell
  | KnownUserCell
  | UserNameCell
  | DeviceSessionCell
  | AppCell
  | AppPolicyCell
  | KnownMessageCell
  | HiddenCell
  | TimerCell
  | CellOfRelations
  | GroupCell
  | ReaderCell
  | BroadcasterCell
  | InvitationCell
  | JoinLinkCell
  | JoinRequestCell
  | BanCell
export type CellKindOf<Kind extends Cell['kind']> = Extract<Cell, { readonly kind: Kind }>

/** What an absent member cell means in a direct conversation: one of the two who has sent and read nothing yet. */
export const untouchedDirectMember: MemberCell = {
  kind: 'member',
  role: '',
  readOrdinal: 0,
  fromSeq: 1,
  seesFrom: 1,
  toSeq: 0,

  toOrdinal: 0,
  endedAt: 0,
  nickname: '',
  mutedUntil: 0,
  lastSentAt: 0,
}

export const conversationKey = (appId: string, conversationId: string): string => `conversation|${appId}|${conversationId}`
export const memberKey = (appId: string, conversationId: string, userId: string): string => `member|${appId}|${conversationId}|${userId}`

export const readerKey = (appId: string, conversationId: string, userId: string): string => `reader|${appId}|${conversationId}|${userId}`
export const broadcasterKey = (appId: string, userId: string): string => `broadcaster|${appId}|${userId}`

/** Who a member cell is about; null for keys of other cells. */
export function memberOfKey(key: string): { readonly appId: string; readonly conversationId: string; readonly userId: string } | null {
  const [kind, appId, conversationId, userId] = key.split('|', 4)
  return kind === 'member' ? { appId: appId!, conversationId: conversationId!, userId: userId! } : null
}

export const messageKey = (appId: string, conversationId: string, seq: number): string => `message|${appId}|${conversationId}|${seq}`
export const knownMessageKey = (appId: string, conversationId: string, seq: number): string =>
  `known-message|${appId}|${conversationId}|${seq}`
export const hiddenKey = (appId: string, userId: string, conversationId: string, seq: number): string =>
  `hidden|${appId}|${userId}|${conversationId}|${seq}`
export const intentKey = (appId: string, aggregateId: string, actorId: string, clientId: string): string =>
  `intent|${appId}|${aggregateId}|${actorId}|${clientId}`
export const userKey = (appId: string, userId: string): string => `user|${appId}|${userId}`
export const knownUserKey = (appId: string, userId: string): string => `known-user|${appId}|${userId}`
export const userNameKey = (appId: string, userName: string): string => `user-name|${appId}|${userName.toLowerCase()}`
export const deviceSessionKey = (appId: string, userId: string, sessionId: string): string =>
  `device-session|${appId}|${userId}|${sessionId}`

export const timerKey = (appId: string, aggregateId: string, timerId: string): string => `timer|${appId}|${aggregateId}|${timerId}`

export const readKind = <Kind extends Cell['kind']>(read: ReadCell<Cell>, kind: Kind, key: string): CellKindOf<Kind> | undefined =>
  asKind(kind, read(key))

/** Narrows a cell to the kind that its key tells; another kind there is a bug. */
export function asKind<Kind extends Cell['kind']>(kind: Kind, cell: Cell | undefined): CellKindOf<Kind> | undefined {
  if (cell !== undefined && cell.kind !== kind) throw new Error(`a ${cell.kind} cell stands where a ${kind} cell belongs`)
  return cell as CellKindOf<Kind> | undefined
}

export const appKey = (appId: string): string => `app|${appId}`
export const appPolicyKey = (appId: string): string => `app-policy|${appId}`

/** After how long a changed policy is noticed, besides the lag of the views. */
const policyKeepMs = 5_000

/** The same of who is friends with whom, who blocks whom and whom a user lets reach them. */
const relationKeepMs = 5_000

/** Kinds of cells that deciders of other partitions may read. That a user or a message exists never changes back; a policy does. */
const foreignFacts = new Map<string, (appId: string, id: string) => ForeignFact>([
  ['known-user', (appId, id) => ({ owner: aggregateKey(appId, `u:${id}`), keepMs: Number.POSITIVE_INFINITY })],
  ['known-message', (appId, id) => ({ owner: aggregateKey(appId, id), keepMs: Number.POSITIVE_INFINITY })],
  ['app-policy', (appId) => ({ owner: aggregateKey(appId, 'app'), keepMs: policyKeepMs })],
  ['known-relation', (appId, id) => ({ owner: aggregateKey(appId, id), keepMs: relationKeepMs })],
  ['known-privacy', (appId, id) => ({ owner: aggregateKey(appId, `u:${id}`), keepMs: relationKeepMs })],
])

/** null: the fact belongs to the aggregate that is decided. */
export function foreignFact(key: string): ForeignFact | null {
  const [kind = '', appId = '', id = ''] = key.split('|', 3)
  return foreignFacts.get(kind)?.(appId, id) ?? null
}
