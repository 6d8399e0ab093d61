// Changes to the views as data: what one event does to the rows of each table. A change names its row in full, carries the
// place in the log of the event that caused it, and never depends on what the row holds now, except by addition.
import type { Attachment, Body, ClientRequest, MemberEntry } from '@skein/contracts'
import type { Position } from '@skein/event-sourcing'

interface Placed {
  readonly at: Position
  readonly appId: string
}

export interface UserChange extends Placed {
  readonly table: 'users'
  readonly userId: string
  readonly userName: string
  readonly displayName: string
  readonly registeredAt: number
}

export interface UserNameChange extends Placed {
  readonly table: 'user_names'
  /** In lower case: names are unique regardless of case. */
  readonly name: string
  /** In the case it is shown in. */
  readonly userName: string
  readonly userId: string
}

export interface DeviceSessionChange extends Placed {
  readonly table: 'device_sessions'
  readonly userId: string
  readonly sessionId: string
  /** Null leaves what is there. */
  readonly opened: {
    readonly deviceId: string
    readonly platform: string
    readonly openedAt: number
    readonly expiresAt: number
  } | null
  /** Null while open. */
  readonly closedAt: number | null
}

/** The head of a conversation: one row shared by all its members. Null leaves what is there. */
export interface ConversationChange extends Placed {
  readonly table: 'conversations'
  readonly conversationId: string
  readonly lastSeq: number
  readonly lastOrdinal: number | null
  readonly lastActivityAt: number
  readonly lastMessage: { readonly seq: number; readonly senderId: string } | null
  readonly created: { readonly name: string; readonly creatorId: string } | null
  readonly ownerId: string | null
  /** Members who went after `ownerId` was set: an owner among them leaves the group without one. */
  readonly gone: readonly string[]
  readonly memberCountDelta: number
}

export type MessageKind = 'message' | 'group-created' | 'members-added' | 'member-removed' | 'member-left' | 'member-role-changed'

/** What a control event says beyond who did it. */
export interface ControlDetail {
  readonly name?: string
  readonly members?: readonly MemberEntry[]
  readonly userId?: string
  readonly role?: string
}

/** One place (seq) of a conversation: a message, or a control event that all members see. */
export interface MessageRow {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  readonly kind: MessageKind
  /** Who sent the message, or caused the control event. */
  readonly senderId: string
  readonly occurredAt: number
  /** Null for control events. */
  readonly message: {
    readonly messageId: string
    readonly clientMessageId: string
    readonly contentHash: Uint8Array
    readonly body: Body
    readonly replyTo: number
    readonly attachments: readonly Attachment[]
  } | null
  /** Null for messages. */
  readonly detail: ControlDetail | null
}

export interface MessageChange extends Placed, MessageRow {
  readonly table: 'messages'
  /** The request a control event answers, for the processor to find it again; null for messages, which have their own id. */
  readonly request: ClientRequest | null
}

export interface StayEnd {
  /** First seq no longer visible: the event of leaving is the last thing one sees. */
  readonly toSeq: number
  /** Last ordinal of the conversation at leaving. */
  readonly toOrdinal: number
  readonly endedAt: number
}

/** A stay in a conversation begins (and may end within the same batch). */
export interface StayChange extends Placed {
  readonly table: 'memberships'
  readonly change: 'begin'
  readonly conversationId: string
  readonly userId: string
  readonly role: string
  readonly fromSeq: number
  /** Last ordinal of the conversation at joining. */
  readonly fromOrdinal: number
  readonly end: StayEnd | null
}

/** The stay a user is in gets another role, or ends. */
export interface StayAmendment extends Placed {
  readonly table: 'memberships'
  readonly change: 'amend'
  readonly conversationId: string
  readonly userId: string
  /** Null leaves the role; empty once out. */
  readonly role: string | null
  readonly end: StayEnd | null
}

/** A user's own entry for a conversation. */
export interface SessionChange extends Placed {
  readonly table: 'sessions'
  readonly conversationId: string
  readonly userId: string
  readonly readOrdinal: number
}

export type Change =
  | UserChange
  | UserNameChange
  | DeviceSessionChange
  | ConversationChange
  | MessageChange
  | StayChange
  | StayAmendment
  | SessionChange
