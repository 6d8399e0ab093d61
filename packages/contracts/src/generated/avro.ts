// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

/** The intent that an event is the last answer to, with the reply that every repeat of it is given. */
export interface AnsweredIntent {
  /** UUID made by the client. */
  readonly id: string
  /** SHA-256 over what the client asked for. */
  readonly contentHash: Uint8Array
  /** The reply as its client gets it: the message that the command declares, in protobuf. */
  readonly reply: Uint8Array
}

/** One limit of an app. */
export interface AppLimit {
  /** Name of a limit that apps may set, as in the domain. */
  readonly name: string
  /** Its value; never above the ceiling of the deployment. */
  readonly value: number
}

/** A file that belongs to a message, by reference. */
export interface Attachment {
  /** Where the file is. */
  readonly url: string
  /** File name to show. */
  readonly name: string
  /** Media type of the file. */
  readonly contentType: string
  /** Bytes. */
  readonly size: number
}

/** The content of a message; opaque to the server, so that compression and encryption need no new schema. */
export interface Body {
  /** Media type of the decoded bytes, such as text/plain. */
  readonly contentType: string
  /** How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm. */
  readonly encoding: string
  /** Key the bytes are encrypted with; empty for none. */
  readonly keyId: string
  /** The content. */
  readonly bytes: Uint8Array
}

/** What is stamped on every command where it enters: identity, time, who asks and who waits for the reply. */
export interface CommandMeta {
  /** The business on this deployment that the command belongs to. */
  readonly appId: string
  /** UUIDv7 of this attempt; of a message, its message id. */
  readonly commandId: string
  /** User on whose behalf the command is done; empty for the system. */
  readonly actorId: string
  /** Device of that user; empty for none. */
  readonly deviceId: string
  /** Milliseconds since the epoch, by the clock of the edge where the command entered. */
  readonly enteredAt: number
  /** Milliseconds since the epoch; a command appended to the log later than this is refused. */
  readonly deadlineAt: number
  /** How the client names what it asks for; null for commands that are idempotent by their content. */
  readonly intent: null | Intent
  /** The sender says that it may have sent this intent before. */
  readonly retry: boolean
  /** Incarnation of the node that waits for the reply; empty when nobody waits. */
  readonly replyNode: string
  /** Connection on that node; empty for an HTTP request. */
  readonly replyConnection: string
  /** W3C trace context, when sampled. */
  readonly traceparent: null | string
}

/** What every event carries: who was allowed to write it, what caused it, and when that entered. */
export interface EventMeta {
  /** The business on this deployment that the event belongs to; empty for the events of a partition itself. */
  readonly appId: string
  /** Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none. */
  readonly claim: number
  /** Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none. */
  readonly commandOffset: number
  /** UUID of that command; empty for none. */
  readonly commandId: string
  /** User on whose behalf it happened; empty for the system. */
  readonly actorId: string
  /** Device of that user; empty for none. */
  readonly deviceId: string
  /** Connection the command came through, which gets the reply instead of the delivery; empty for none. */
  readonly connectionId: string
  /** Milliseconds since the epoch: enteredAt of the command. */
  readonly occurredAt: number
  /** The intent of that command, on its last event; null on the others and where the command named none. */
  readonly answers: null | AnsweredIntent
  /** W3C trace context, when sampled. */
  readonly traceparent: null | string
}

/** One setting of a group, as text. */
export interface GroupSetting {
  /** What is set, such as description, canWrite or attribute.color. */
  readonly name: string
  /** What it is set to, as the setting of that name is written. */
  readonly value: string
}

/** What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor. */
export interface Intent {
  /** UUID made by the client: the same for every attempt. */
  readonly id: string
  /** SHA-256 over what the client asked for; the same id with another hash is refused. */
  readonly contentHash: Uint8Array
}

/** A user and the role with which he or she belongs to a group. */
export interface MemberEntry {
  /** The member. */
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
}

/** What is kept of a member from an earlier stay: leaving a group ends nothing of it. */
export interface Returning {
  /** The member. */
  readonly userId: string
  /** Milliseconds since the epoch; 0 for one who is not muted. */
  readonly mutedUntil: number
  /** When they sent their last message there, ms since the epoch; 0 for none. */
  readonly lastSentAt: number
}

/** Add users to a group. */
export interface AddMembers {
  readonly type: 'AddMembers'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Users to add; those who already belong are passed over. */
  readonly userIds: readonly string[]
}

/** Accept or refuse the friend request of the other. */
export interface AnswerFriendRequest {
  readonly type: 'AnswerFriendRequest'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Whether they are friends from now on. */
  readonly accept: boolean
}

/** Accept or refuse the invitation to a group. */
export interface AnswerInvitation {
  readonly type: 'AnswerInvitation'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Whether the invited user joins. */
  readonly accept: boolean
}

/** Let in a user who asked to join a group, or do not. */
export interface AnswerJoinRequest {
  readonly type: 'AnswerJoinRequest'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Who had asked. */
  readonly userId: string
  /** Whether they are let in. */
  readonly accept: boolean
}

/** Ban a user from a group, or lift the ban. A banned member is removed. */
export interface BanUser {
  readonly type: 'BanUser'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Whom. */
  readonly userId: string
  /** Whether they are banned from now on. */
  readonly banned: boolean
}

/** Let the other reach this user no more. */
export interface BlockUser {
  readonly type: 'BlockUser'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
}

/** Append a message to the broadcasts of an app, which every user of it sees. */
export interface BroadcastMessage {
  readonly type: 'BroadcastMessage'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** b:<appId>, of the same app. */
  readonly conversationId: string
  /** The content. */
  readonly body: Body
  /** Files by reference, in order. */
  readonly attachments: readonly Attachment[]
  /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
  readonly perSecond: number
}

/** Set the policy of an app, as a whole. */
export interface ChangeAppPolicy {
  readonly type: 'ChangeAppPolicy'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** Limits of this app that differ from the defaults, each name once. */
  readonly limits: readonly AppLimit[]
}

/** Let a user broadcast, or let them no more. */
export interface ChangeBroadcastRight {
  readonly type: 'ChangeBroadcastRight'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** b:<appId>, of the same app. */
  readonly conversationId: string
  /** Whose right it is. */
  readonly userId: string
  /** Whether they may. */
  readonly allowed: boolean
}

/** Set something of a group otherwise: its profile, its rules, its end. */
export interface ChangeGroup {
  readonly type: 'ChangeGroup'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** What is set, each name once; the others stay as they are. */
  readonly settings: readonly GroupSetting[]
}

/** Give a member of a group another role; giving owner hands the group over. */
export interface ChangeMemberRole {
  readonly type: 'ChangeMemberRole'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** The member. */
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
}

/** Say who may reach a user. */
export interface ChangePrivacy {
  readonly type: 'ChangePrivacy'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** Whose privacy it is. */
  readonly userId: string
  /** Who may write to the user: everybody, friends or nobody. */
  readonly write: string
  /** Who may put the user into groups: everybody, friends or nobody. */
  readonly add: string
}

/** Claim a user name of an app for a user. */
export interface ClaimUserName {
  readonly type: 'ClaimUserName'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** The name, in the case it is shown in. */
  readonly userName: string
  /** The user who is to have it. */
  readonly userId: string
}

/** Log a device of a user out: its token is worth nothing any more. */
export interface CloseDeviceSession {
  readonly type: 'CloseDeviceSession'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** The user. */
  readonly userId: string
  /** The device session to end. */
  readonly sessionId: string
}

/** Create a group with its creator as owner. */
export interface CreateGroup {
  readonly type: 'CreateGroup'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Name of the group. */
  readonly name: string
  /** Users to add besides the creator. */
  readonly memberIds: readonly string[]
  /** What is not as in every new group; the type can be set here alone. */
  readonly settings: readonly GroupSetting[]
}

/** End a friendship, or take back a friend request. */
export interface DeleteFriend {
  readonly type: 'DeleteFriend'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
}

/** Delete a message for everyone: a tombstone stays in its place. */
export interface DeleteMessage {
  readonly type: 'DeleteMessage'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Place of the message in the conversation. */
  readonly seq: number
  /** UUID of the message that stands there. */
  readonly messageId: string
}

/** End a group for good: it can be read, and nothing happens in it any more. */
export interface DismissGroup {
  readonly type: 'DismissGroup'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
}

/** Give a message another body. */
export interface EditMessage {
  readonly type: 'EditMessage'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Place of the message in the conversation. */
  readonly seq: number
  /** UUID of the message that stands there. */
  readonly messageId: string
  /** The new content, of the same content type. */
  readonly body: Body
}

/** Dismiss a temporary group whose end has come. */
export interface EndGroup {
  readonly type: 'EndGroup'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** The end that has come, ms since the epoch. */
  readonly dueAt: number
}

/** Delete a message for oneself, on all of one's devices. */
export interface HideMessage {
  readonly type: 'HideMessage'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** Who does not want to see it. */
  readonly userId: string
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Place of the message in the conversation. */
  readonly seq: number
  /** UUID of the message that stands there. */
  readonly messageId: string
}

/** Invite users to a group: who is in already, or banned, is passed over. */
export interface InviteToGroup {
  readonly type: 'InviteToGroup'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Whom to invite. */
  readonly userIds: readonly string[]
  /** What the inviter says to them; may be empty. */
  readonly greeting: string
  /** From when on it counts no more, milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
}

/** Join a group by a link to it. */
export interface JoinByLink {
  readonly type: 'JoinByLink'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** SHA-256 of the token of the link, in hexadecimal. */
  readonly tokenHash: string
}

/** Leave a group. */
export interface LeaveGroup {
  readonly type: 'LeaveGroup'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
}

/** Make a link by which whoever holds it joins a group. */
export interface MakeJoinLink {
  readonly type: 'MakeJoinLink'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** What is kept of the token of the link: its SHA-256 in hexadecimal, which is the link's id, too. */
  readonly tokenHash: string
  /** From when on it counts no more, milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** How many may join by it; 0 for any number. */
  readonly usesMax: number
}

/** Move the reader's read marker forward. */
export interface MarkRead {
  readonly type: 'MarkRead'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Ordinal of the last message read; clamped to the last there is. */
  readonly ordinal: number
}

/** Let a member of a group say nothing for a time. */
export interface MuteMember {
  readonly type: 'MuteMember'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** The member. */
  readonly userId: string
  /** For how long from now on, ms; 0 lets them speak again. */
  readonly durationMs: number
}

/** Tell everybody who is connected now; who is not never learns of it. */
export interface NotifyOnline {
  readonly type: 'NotifyOnline'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** b:<appId>, of the same app. */
  readonly conversationId: string
  /** The content. */
  readonly body: Body
  /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
  readonly perSecond: number
}

/** Log a device of a user in. */
export interface OpenDeviceSession {
  readonly type: 'OpenDeviceSession'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** The user. */
  readonly userId: string
  /** UUID of the new device session; the token names it. */
  readonly sessionId: string
  /** Such as ios, android, web, desktop, terminal. */
  readonly platform: string
  /** Milliseconds since the epoch at which the token expires. */
  readonly expiresAt: number
}

/** Bring an app of this deployment into being, with the default policy. */
export interface RegisterApp {
  readonly type: 'RegisterApp'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
}

/** Bring a user into being. */
export interface RegisterUser {
  readonly type: 'RegisterUser'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** The new user. */
  readonly userId: string
  /** Name claimed before. */
  readonly userName: string
  /** Name to show. */
  readonly displayName: string
}

/** Remove users from a group. */
export interface RemoveMembers {
  readonly type: 'RemoveMembers'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Members to remove; those who are out already are passed over. */
  readonly userIds: readonly string[]
}

/** Ask the other user of a direct conversation to be friends. */
export interface RequestFriend {
  readonly type: 'RequestFriend'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** What the one who asks says to it; may be empty. */
  readonly text: string
  /** Until when it stands, ms since the epoch; 0 for as long as the deployment says. */
  readonly expiresAtMs: number
}

/** Ask to be let into a group: one that is open lets in at once. */
export interface RequestToJoin {
  readonly type: 'RequestToJoin'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** What the asker says of themselves; may be empty. */
  readonly text: string
  /** To the questions of the group, in their order; of an open one they are not looked at. */
  readonly answers: readonly string[]
}

/** Take an invitation to a group back. */
export interface RevokeInvitation {
  readonly type: 'RevokeInvitation'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Who was invited. */
  readonly userId: string
}

/** End a link: nobody joins by it any more. */
export interface RevokeJoinLink {
  readonly type: 'RevokeJoinLink'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
  /** The link. */
  readonly linkId: string
}

/** Take a message back from everyone: its place stays, what it said goes. */
export interface RevokeMessage {
  readonly type: 'RevokeMessage'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Place of the message in the conversation. */
  readonly seq: number
  /** UUID of the message that stands there. */
  readonly messageId: string
}

/** Append a message to a conversation. */
export interface SendMessage {
  readonly type: 'SendMessage'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** The content. */
  readonly body: Body
  /** seq of the message this one answers; 0 for none. */
  readonly replyTo: number
  /** Files by reference, in order. */
  readonly attachments: readonly Attachment[]
  /** Whether it is meant for everybody in the group: clients may tell them more loudly. */
  readonly mentionAll: boolean
}

/** Give a member of a group a name there: oneself, or one who stands below. */
export interface SetNickname {
  readonly type: 'SetNickname'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** The member. */
  readonly userId: string
  /** How the group calls them; empty for by their own name. */
  readonly nickname: string
}

/** Say what a user calls the other, and how they are sorted. */
export interface SetRemark {
  readonly type: 'SetRemark'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** What the user calls the other; empty for none. Nobody else is shown it. */
  readonly remark: string
  /** By which the user sorts the other, each once. Nobody else is shown them. */
  readonly tags: readonly string[]
}

/** Let the other reach this user again. */
export interface UnblockUser {
  readonly type: 'UnblockUser'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
}

/** Take one's own request to join a group back. */
export interface WithdrawJoinRequest {
  readonly type: 'WithdrawJoinRequest'
  /** Stamped where the command entered. */
  readonly meta: CommandMeta
  /** g:<id>. */
  readonly conversationId: string
}

/** An app has another policy. */
export interface AppPolicyChanged {
  readonly type: 'AppPolicyChanged'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** Limits of this app that differ from the defaults, each name once. */
  readonly limits: readonly AppLimit[]
}

/** An app came into being, with the default policy. */
export interface AppRegistered {
  readonly type: 'AppRegistered'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
}

/** A user may broadcast, or may no more. */
export interface BroadcastRightChanged {
  readonly type: 'BroadcastRightChanged'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** b:<appId>, of the same app. */
  readonly conversationId: string
  /** Whose right it is. */
  readonly userId: string
  /** Whether they may. */
  readonly allowed: boolean
}

/** A message was appended to the broadcasts of an app. */
export interface BroadcastSent {
  readonly type: 'BroadcastSent'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** b:<appId>, of the same app. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Dense position among countable messages, from 1. */
  readonly ordinal: number
  /** The content. */
  readonly body: Body
  /** Files by reference, in order. */
  readonly attachments: readonly Attachment[]
  /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
  readonly perSecond: number
}

/** A command with an intent was accepted and changed nothing; a repeat of it is answered alike. */
export interface CommandAnswered {
  readonly type: 'CommandAnswered'
  /** Who wrote it, what caused it; it always answers an intent. */
  readonly meta: EventMeta
  /** The aggregate that the command was about, as in its log key. */
  readonly aggregateId: string
}

/** A command with an intent was refused for good; a repeat of it is refused alike, whatever has happened since. */
export interface CommandRefused {
  readonly type: 'CommandRefused'
  /** Who wrote it, what caused it; it always answers an intent, with an empty reply. */
  readonly meta: EventMeta
  /** The aggregate that the command was about, as in its log key. */
  readonly aggregateId: string
  /** The error code that the client is told. */
  readonly code: string
  /** Which field, which limit, which id or role; never content. Empty for none. */
  readonly detail: string
}

/** Every command up to meta.commandOffset has been decided, even those that led to no event. */
export interface CommandsDone {
  readonly type: 'CommandsDone'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
}

/** A device of a user logged out. */
export interface DeviceSessionClosed {
  readonly type: 'DeviceSessionClosed'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** The user. */
  readonly userId: string
  /** The device session that ended. */
  readonly sessionId: string
}

/** A device of a user logged in. */
export interface DeviceSessionOpened {
  readonly type: 'DeviceSessionOpened'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** The user. */
  readonly userId: string
  /** UUID of the device session. */
  readonly sessionId: string
  /** Platform of the device. */
  readonly platform: string
  /** Milliseconds since the epoch at which the token expires. */
  readonly expiresAt: number
}

/** A friendship was ended, or a friend request taken back: by itself, or because the one who asked has blocked the other. */
export interface FriendDeleted {
  readonly type: 'FriendDeleted'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Who did it. */
  readonly userId: string
  /** Whether the other is told: of a request that they were not shown they are not. */
  readonly shown: boolean
}

/** A friend request was accepted or refused. */
export interface FriendRequestAnswered {
  readonly type: 'FriendRequestAnswered'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Who answered. */
  readonly userId: string
  /** Whether they are friends from now on. */
  readonly accepted: boolean
}

/** A user asked another to be friends. */
export interface FriendRequested {
  readonly type: 'FriendRequested'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Who asked. */
  readonly userId: string
  /** What the one who asks says to it; may be empty. */
  readonly text: string
  /** Until when it stands, ms since the epoch. */
  readonly expiresAtMs: number
  /** The other had asked too: they are friends from now on. */
  readonly befriends: boolean
  /** Whether the other is told; one who is blocked is not told that nobody was. */
  readonly shown: boolean
  /** Asked before, when it was not shown: for the one who asks it stands as it did, and only the other is told. */
  readonly again: boolean
}

/** Something of a group was set otherwise. */
export interface GroupChanged {
  readonly type: 'GroupChanged'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** What is otherwise, each name once. */
  readonly settings: readonly GroupSetting[]
}

/** A group came into being, with its first members. */
export interface GroupCreated {
  readonly type: 'GroupCreated'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Name of the group. */
  readonly name: string
  /** Its first members, exactly one of them the owner. */
  readonly members: readonly MemberEntry[]
}

/** A group came to its end, by its owner or by its time. */
export interface GroupDismissed {
  readonly type: 'GroupDismissed'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** When it was to end, ms since the epoch; 0 where no end was set. */
  readonly endsAt: number
}

/** An invited user accepted or refused. Who accepted joins by the next event. */
export interface InvitationAnswered {
  readonly type: 'InvitationAnswered'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** The invited. */
  readonly userId: string
  /** Who had invited them, and is told; empty where they are in the group no more. */
  readonly invitedBy: string
  /** Whether they joined. */
  readonly accepted: boolean
}

/** An invitation to a group was taken back: it counts no more. */
export interface InvitationRevoked {
  readonly type: 'InvitationRevoked'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Who was invited. */
  readonly userId: string
  /** Who had invited them, and is told; empty where they are in the group no more. */
  readonly invitedBy: string
}

/** Users were invited to a group; an earlier invitation of theirs is replaced. */
export interface InvitationSent {
  readonly type: 'InvitationSent'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** What the group was called then: the invited are told. */
  readonly groupName: string
  /** The invited. */
  readonly userIds: readonly string[]
  /** What the inviter says to them; may be empty. */
  readonly greeting: string
  /** From when on it counts no more, milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** Last seq of the group then: a stay that begins behind it ends the invitation. */
  readonly afterSeq: number
}

/** A link to a group was made. */
export interface JoinLinkMade {
  readonly type: 'JoinLinkMade'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** SHA-256 of its token, in hexadecimal; the token itself is kept nowhere. */
  readonly linkId: string
  /** From when on it counts no more, milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** How many may join by it; 0 for any number. */
  readonly usesMax: number
}

/** A link to a group was ended. */
export interface JoinLinkRevoked {
  readonly type: 'JoinLinkRevoked'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** The link. */
  readonly linkId: string
}

/** A request to join was answered. Who is let in joins by the next event. */
export interface JoinRequestAnswered {
  readonly type: 'JoinRequestAnswered'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Who had asked. */
  readonly userId: string
  /** Whether they are let in. */
  readonly accepted: boolean
}

/** A request to join a group was taken back by whoever had asked. */
export interface JoinRequestWithdrawn {
  readonly type: 'JoinRequestWithdrawn'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Who had asked. */
  readonly userId: string
}

/** A user asked to be let into a group, and waits for an answer. */
export interface JoinRequested {
  readonly type: 'JoinRequested'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Who asked. */
  readonly userId: string
  /** What they say of themselves. */
  readonly text: string
  /** To the questions of the group. */
  readonly answers: readonly string[]
  /** From when on it counts no more, milliseconds since the epoch. */
  readonly expiresAtMs: number
  /** Last seq of the group then: a stay that begins behind it ends the request. */
  readonly afterSeq: number
}

/** A user joined a group of their own will, with the read marker at the ordinal. */
export interface MemberJoined {
  readonly type: 'MemberJoined'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Who joined. */
  readonly userId: string
  /** link, invitation, request or open. */
  readonly how: string
  /** Who had invited them, made the link, or answered their request; empty where the group is open. */
  readonly approvedBy: string
  /** The link that was used; empty for none. */
  readonly linkId: string
  /** What goes on from then where they were here before. */
  readonly returning: readonly Returning[]
  /** Whether they may read what was before, too. */
  readonly fromStart: boolean
}

/** A member left a group. */
export interface MemberLeft {
  readonly type: 'MemberLeft'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Who left. */
  readonly userId: string
}

/** A member of a group may say nothing until a moment. */
export interface MemberMuted {
  readonly type: 'MemberMuted'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** The member. */
  readonly userId: string
  /** Milliseconds since the epoch; 0 for one who may speak again. */
  readonly mutedUntil: number
}

/** A member of a group has another role. */
export interface MemberRoleChanged {
  readonly type: 'MemberRoleChanged'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** The member. */
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
}

/** Users joined a group, with read markers at the ordinal. */
export interface MembersAdded {
  readonly type: 'MembersAdded'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Those who joined. */
  readonly members: readonly MemberEntry[]
  /** Of those who were here before, what goes on from then. */
  readonly returning: readonly Returning[]
  /** Whether they may read what was before, too. */
  readonly fromStart: boolean
}

/** Members were removed from a group. */
export interface MembersRemoved {
  readonly type: 'MembersRemoved'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Who was removed. */
  readonly userIds: readonly string[]
}

/** A message was deleted for everyone; the log alone still holds what it said. */
export interface MessageDeleted {
  readonly type: 'MessageDeleted'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Place of the message it is about. */
  readonly targetSeq: number
  /** Ordinal of that message. */
  readonly targetOrdinal: number
  /** UUID of that message. */
  readonly messageId: string
  /** Place of the item by which that message was edited last before, which says nothing any more; 0 for none. */
  readonly lastEditSeq: number
}

/** A message has another body. */
export interface MessageEdited {
  readonly type: 'MessageEdited'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Place of the message it is about. */
  readonly targetSeq: number
  /** Ordinal of that message. */
  readonly targetOrdinal: number
  /** UUID of that message. */
  readonly messageId: string
  /** Place of the item by which that message was edited last before, which says nothing any more; 0 for none. */
  readonly lastEditSeq: number
  /** How often it has been edited by now, this one counted. */
  readonly version: number
  /** The new content, of the same content type. */
  readonly body: Body
}

/** A user deleted a message for themselves. */
export interface MessageHidden {
  readonly type: 'MessageHidden'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** Who does not want to see it. */
  readonly userId: string
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Place of the message in the conversation. */
  readonly seq: number
  /** Ordinal of the message. */
  readonly ordinal: number
  /** UUID of the message that stands there. */
  readonly messageId: string
}

/** A message was taken back from everyone; the log alone still holds what it said. */
export interface MessageRevoked {
  readonly type: 'MessageRevoked'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b> or g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Place of the message it is about. */
  readonly targetSeq: number
  /** Ordinal of that message. */
  readonly targetOrdinal: number
  /** UUID of that message. */
  readonly messageId: string
  /** Place of the item by which that message was edited last before, which says nothing any more; 0 for none. */
  readonly lastEditSeq: number
}

/** A message was appended to a conversation. */
export interface MessageSent {
  readonly type: 'MessageSent'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Dense position among countable messages, from 1. */
  readonly ordinal: number
  /** Who sent it. */
  readonly senderId: string
  /** The content. */
  readonly body: Body
  /** seq of the message this one answers; 0 for none. */
  readonly replyTo: number
  /** Files by reference, in order. */
  readonly attachments: readonly Attachment[]
  /** Whether it is meant for everybody in the group: clients may tell them more loudly. */
  readonly mentionAll: boolean
}

/** A member has another name in a group. */
export interface NicknameChanged {
  readonly type: 'NicknameChanged'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** The member. */
  readonly userId: string
  /** How the group calls them; empty for by their own name. */
  readonly nickname: string
}

/** Everybody who was connected was to be told. */
export interface OnlineNotified {
  readonly type: 'OnlineNotified'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** b:<appId>, of the same app. */
  readonly conversationId: string
  /** The content. */
  readonly body: Body
  /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
  readonly perSecond: number
}

/** First record of every owner of a partition; its own offset is the claim. */
export interface PartitionClaimed {
  readonly type: 'PartitionClaimed'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** Producer id of the owner. */
  readonly producerId: number
  /** Epoch of that producer id. */
  readonly producerEpoch: number
  /** UUID of this claim. It tells this record from every other that ever stood at its offset, and with them the events under it: whoever keeps a position names it. */
  readonly claimId: string
  /** UUID of this incarnation of the partition, made at its first claim and whenever an operator says that the log was put back. */
  readonly logEpoch: string
  /** Process that claimed, for operators. */
  readonly owner: string
}

/** Others may reach a user otherwise than before. */
export interface PrivacyChanged {
  readonly type: 'PrivacyChanged'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** Whose privacy it is. */
  readonly userId: string
  /** Who may write to the user: everybody, friends or nobody. */
  readonly write: string
  /** Who may put the user into groups: everybody, friends or nobody. */
  readonly add: string
}

/** A reader's read marker moved forward. Takes no seq. */
export interface ReadMarked {
  readonly type: 'ReadMarked'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>, g:<id>, s:<id> or n:<userId>. */
  readonly conversationId: string
  /** The reader. */
  readonly userId: string
  /** New read ordinal. */
  readonly ordinal: number
  /** Whether the other of a direct conversation is told; one who is blocked by the reader is not. */
  readonly shown: boolean
}

/** A user calls another otherwise. */
export interface RemarkSet {
  readonly type: 'RemarkSet'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Who calls the other so. */
  readonly userId: string
  /** What the user calls the other; empty for none. Nobody else is shown it. */
  readonly remark: string
  /** By which the user sorts the other, each once. Nobody else is shown them. */
  readonly tags: readonly string[]
}

/** A user was banned from a group, or the ban was lifted. A member was removed by the event before. */
export interface UserBanned {
  readonly type: 'UserBanned'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** g:<id>. */
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Last ordinal of the conversation when this happened. */
  readonly ordinal: number
  /** Whom. */
  readonly userId: string
  /** Whether they are banned from now on. */
  readonly banned: boolean
}

/** A user let another reach them no more. */
export interface UserBlocked {
  readonly type: 'UserBlocked'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Who did it. */
  readonly userId: string
}

/** A user name belongs to a user. */
export interface UserNameClaimed {
  readonly type: 'UserNameClaimed'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** The name in the case it is shown in. */
  readonly userName: string
  /** The user who has it. */
  readonly userId: string
}

/** A user came into being. */
export interface UserRegistered {
  readonly type: 'UserRegistered'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** The user. */
  readonly userId: string
  /** The user's name. */
  readonly userName: string
  /** Name to show. */
  readonly displayName: string
}

/** A user let another reach them again. */
export interface UserUnblocked {
  readonly type: 'UserUnblocked'
  /** Who wrote it, what caused it. */
  readonly meta: EventMeta
  /** d:<a>:<b>: their direct conversation, whether anybody has written in it or not. */
  readonly conversationId: string
  /** Who did it. */
  readonly userId: string
}

export type SkeinCommand = AddMembers | AnswerFriendRequest | AnswerInvitation | AnswerJoinRequest | BanUser | BlockUser | BroadcastMessage | ChangeAppPolicy | ChangeBroadcastRight | ChangeGroup | ChangeMemberRole | ChangePrivacy | ClaimUserName | CloseDeviceSession | CreateGroup | DeleteFriend | DeleteMessage | DismissGroup | EditMessage | EndGroup | HideMessage | InviteToGroup | JoinByLink | LeaveGroup | MakeJoinLink | MarkRead | MuteMember | NotifyOnline | OpenDeviceSession | RegisterApp | RegisterUser | RemoveMembers | RequestFriend | RequestToJoin | RevokeInvitation | RevokeJoinLink | RevokeMessage | SendMessage | SetNickname | SetRemark | UnblockUser | WithdrawJoinRequest

export type SkeinEvent = AppPolicyChanged | AppRegistered | BroadcastRightChanged | BroadcastSent | CommandAnswered | CommandRefused | CommandsDone | DeviceSessionClosed | DeviceSessionOpened | FriendDeleted | FriendRequestAnswered | FriendRequested | GroupChanged | GroupCreated | GroupDismissed | InvitationAnswered | InvitationRevoked | InvitationSent | JoinLinkMade | JoinLinkRevoked | JoinRequestAnswered | JoinRequestWithdrawn | JoinRequested | MemberJoined | MemberLeft | MemberMuted | MemberRoleChanged | MembersAdded | MembersRemoved | MessageDeleted | MessageEdited | MessageHidden | MessageRevoked | MessageSent | NicknameChanged | OnlineNotified | PartitionClaimed | PrivacyChanged | ReadMarked | RemarkSet | UserBanned | UserBlocked | UserNameClaimed | UserRegistered | UserUnblocked

/** The aggregate that a command or event belongs to. */
export const aggregateOf = {
  AddMembers: 'conversation',
  AnswerFriendRequest: 'conversation',
  AnswerInvitation: 'conversation',
  AnswerJoinRequest: 'conversation',
  BanUser: 'conversation',
  BlockUser: 'conversation',
  BroadcastMessage: 'conversation',
  ChangeAppPolicy: 'app',
  ChangeBroadcastRight: 'conversation',
  ChangeGroup: 'conversation',
  ChangeMemberRole: 'conversation',
  ChangePrivacy: 'user',
  ClaimUserName: 'userName',
  CloseDeviceSession: 'user',
  CreateGroup: 'conversation',
  DeleteFriend: 'conversation',
  DeleteMessage: 'conversation',
  DismissGroup: 'conversation',
  EditMessage: 'conversation',
  EndGroup: 'conversation',
  HideMessage: 'user',
  InviteToGroup: 'conversation',
  JoinByLink: 'conversation',
  LeaveGroup: 'conversation',
  MakeJoinLink: 'conversation',
  MarkRead: 'conversation',
  MuteMember: 'conversation',
  NotifyOnline: 'conversation',
  OpenDeviceSession: 'user',
  RegisterApp: 'app',
  RegisterUser: 'user',
  RemoveMembers: 'conversation',
  RequestFriend: 'conversation',
  RequestToJoin: 'conversation',
  RevokeInvitation: 'conversation',
  RevokeJoinLink: 'conversation',
  RevokeMessage: 'conversation',
  SendMessage: 'conversation',
  SetNickname: 'conversation',
  SetRemark: 'conversation',
  UnblockUser: 'conversation',
  WithdrawJoinRequest: 'conversation',
  AppPolicyChanged: 'app',
  AppRegistered: 'app',
  BroadcastRightChanged: 'conversation',
  BroadcastSent: 'conversation',
  CommandAnswered: 'any',
  CommandRefused: 'any',
  CommandsDone: 'partition',
  DeviceSessionClosed: 'user',
  DeviceSessionOpened: 'user',
  FriendDeleted: 'conversation',
  FriendRequestAnswered: 'conversation',
  FriendRequested: 'conversation',
  GroupChanged: 'conversation',
  GroupCreated: 'conversation',
  GroupDismissed: 'conversation',
  InvitationAnswered: 'conversation',
  InvitationRevoked: 'conversation',
  InvitationSent: 'conversation',
  JoinLinkMade: 'conversation',
  JoinLinkRevoked: 'conversation',
  JoinRequestAnswered: 'conversation',
  JoinRequestWithdrawn: 'conversation',
  JoinRequested: 'conversation',
  MemberJoined: 'conversation',
  MemberLeft: 'conversation',
  MemberMuted: 'conversation',
  MemberRoleChanged: 'conversation',
  MembersAdded: 'conversation',
  MembersRemoved: 'conversation',
  MessageDeleted: 'conversation',
  MessageEdited: 'conversation',
  MessageHidden: 'user',
  MessageRevoked: 'conversation',
  MessageSent: 'conversation',
  NicknameChanged: 'conversation',
  OnlineNotified: 'conversation',
  PartitionClaimed: 'partition',
  PrivacyChanged: 'user',
  ReadMarked: 'conversation',
  RemarkSet: 'conversation',
  UserBanned: 'conversation',
  UserBlocked: 'conversation',
  UserNameClaimed: 'userName',
  UserRegistered: 'user',
  UserUnblocked: 'conversation',
} as const

/** How a command may be repeated: under the id of its intent, or because doing it again changes nothing. */
export const repeatOf = {
  AddMembers: 'named',
  AnswerFriendRequest: 'named',
  AnswerInvitation: 'named',
  AnswerJoinRequest: 'named',
  BanUser: 'named',
  BlockUser: 'named',
  BroadcastMessage: 'named',
  ChangeAppPolicy: 'named',
  ChangeBroadcastRight: 'named',
  ChangeGroup: 'named',
  ChangeMemberRole: 'named',
  ChangePrivacy: 'named',
  ClaimUserName: 'idempotent',
  CloseDeviceSession: 'idempotent',
  CreateGroup: 'named',
  DeleteFriend: 'named',
  DeleteMessage: 'named',
  DismissGroup: 'named',
  EditMessage: 'named',
  EndGroup: 'idempotent',
  HideMessage: 'named',
  InviteToGroup: 'named',
  JoinByLink: 'named',
  LeaveGroup: 'named',
  MakeJoinLink: 'named',
  MarkRead: 'idempotent',
  MuteMember: 'named',
  NotifyOnline: 'named',
  OpenDeviceSession: 'idempotent',
  RegisterApp: 'idempotent',
  RegisterUser: 'idempotent',
  RemoveMembers: 'named',
  RequestFriend: 'named',
  RequestToJoin: 'named',
  RevokeInvitation: 'named',
  RevokeJoinLink: 'named',
  RevokeMessage: 'named',
  SendMessage: 'named',
  SetNickname: 'named',
  SetRemark: 'named',
  UnblockUser: 'named',
  WithdrawJoinRequest: 'named',
} as const

/** Id of the aggregate that a command or event belongs to; empty for the events of a partition itself. */
export function aggregateIdOf(message: SkeinCommand | SkeinEvent): string {
  switch (message.type) {
    case 'AddMembers':
    case 'AnswerFriendRequest':
    case 'AnswerInvitation':
    case 'AnswerJoinRequest':
    case 'BanUser':
    case 'BlockUser':
    case 'BroadcastMessage':
    case 'ChangeBroadcastRight':
    case 'ChangeGroup':
    case 'ChangeMemberRole':
    case 'CreateGroup':
    case 'DeleteFriend':
    case 'DeleteMessage':
    case 'DismissGroup':
    case 'EditMessage':
    case 'EndGroup':
    case 'InviteToGroup':
    case 'JoinByLink':
    case 'LeaveGroup':
    case 'MakeJoinLink':
    case 'MarkRead':
    case 'MuteMember':
    case 'NotifyOnline':
    case 'RemoveMembers':
    case 'RequestFriend':
    case 'RequestToJoin':
    case 'RevokeInvitation':
    case 'RevokeJoinLink':
    case 'RevokeMessage':
    case 'SendMessage':
    case 'SetNickname':
    case 'SetRemark':
    case 'UnblockUser':
    case 'WithdrawJoinRequest':
    case 'BroadcastRightChanged':
    case 'BroadcastSent':
    case 'FriendDeleted':
    case 'FriendRequestAnswered':
    case 'FriendRequested':
    case 'GroupChanged':
    case 'GroupCreated':
    case 'GroupDismissed':
    case 'InvitationAnswered':
    case 'InvitationRevoked':
    case 'InvitationSent':
    case 'JoinLinkMade':
    case 'JoinLinkRevoked':
    case 'JoinRequestAnswered':
    case 'JoinRequestWithdrawn':
    case 'JoinRequested':
    case 'MemberJoined':
    case 'MemberLeft':
    case 'MemberMuted':
    case 'MemberRoleChanged':
    case 'MembersAdded':
    case 'MembersRemoved':
    case 'MessageDeleted':
    case 'MessageEdited':
    case 'MessageRevoked':
    case 'MessageSent':
    case 'NicknameChanged':
    case 'OnlineNotified':
    case 'ReadMarked':
    case 'RemarkSet':
    case 'UserBanned':
    case 'UserBlocked':
    case 'UserUnblocked':
      return message.conversationId
    case 'ChangeAppPolicy':
    case 'RegisterApp':
    case 'AppPolicyChanged':
    case 'AppRegistered':
      return 'app'
    case 'ChangePrivacy':
    case 'CloseDeviceSession':
    case 'HideMessage':
    case 'OpenDeviceSession':
    case 'RegisterUser':
    case 'DeviceSessionClosed':
    case 'DeviceSessionOpened':
    case 'MessageHidden':
    case 'PrivacyChanged':
    case 'UserRegistered':
      return `u:${message.userId}`
    case 'ClaimUserName':
    case 'UserNameClaimed':
      return `name:${message.userName.toLowerCase()}`
    case 'CommandAnswered':
    case 'CommandRefused':
      return message.aggregateId
    case 'CommandsDone':
    case 'PartitionClaimed':
      return ''
  }
}

export const commandSchemas = {
  AddMembers: {"type":"record","name":"AddMembers","namespace":"skein.commands","doc":"Add users to a group.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"userIds","type":{"type":"array","items":"string"},"doc":"Users to add; those who already belong are passed over."}]},
  AnswerFriendRequest: {"type":"record","name":"AnswerFriendRequest","namespace":"skein.commands","doc":"Accept or refuse the friend request of the other.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"accept","type":"boolean","doc":"Whether they are friends from now on."}]},
  AnswerInvitation: {"type":"record","name":"AnswerInvitation","namespace":"skein.commands","doc":"Accept or refuse the invitation to a group.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"accept","type":"boolean","doc":"Whether the invited user joins."}]},
  AnswerJoinRequest: {"type":"record","name":"AnswerJoinRequest","namespace":"skein.commands","doc":"Let in a user who asked to join a group, or do not.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Who had asked."},{"name":"accept","type":"boolean","doc":"Whether they are let in."}]},
  BanUser: {"type":"record","name":"BanUser","namespace":"skein.commands","doc":"Ban a user from a group, or lift the ban. A banned member is removed.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Whom."},{"name":"banned","type":"boolean","doc":"Whether they are banned from now on."}]},
  BlockUser: {"type":"record","name":"BlockUser","namespace":"skein.commands","doc":"Let the other reach this user no more.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."}]},
  BroadcastMessage: {"type":"record","name":"BroadcastMessage","namespace":"skein.commands","doc":"Append a message to the broadcasts of an app, which every user of it sees.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"b:<appId>, of the same app."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The content."},{"name":"attachments","type":{"type":"array","items":{"type":"record","name":"Attachment","namespace":"skein.shared","doc":"A file that belongs to a message, by reference.","fields":[{"name":"url","type":"string","doc":"Where the file is."},{"name":"name","type":"string","doc":"File name to show."},{"name":"contentType","type":"string","doc":"Media type of the file."},{"name":"size","type":"long","doc":"Bytes."}]}},"doc":"Files by reference, in order."},{"name":"perSecond","type":"long","doc":"How many connections each gateway tells in a second; 0 for as many as the deployment allows."}]},
  ChangeAppPolicy: {"type":"record","name":"ChangeAppPolicy","namespace":"skein.commands","doc":"Set the policy of an app, as a whole.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"limits","type":{"type":"array","items":{"type":"record","name":"AppLimit","namespace":"skein.shared","doc":"One limit of an app.","fields":[{"name":"name","type":"string","doc":"Name of a limit that apps may set, as in the domain."},{"name":"value","type":"long","doc":"Its value; never above the ceiling of the deployment."}]}},"doc":"Limits of this app that differ from the defaults, each name once."}]},
  ChangeBroadcastRight: {"type":"record","name":"ChangeBroadcastRight","namespace":"skein.commands","doc":"Let a user broadcast, or let them no more.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"b:<appId>, of the same app."},{"name":"userId","type":"string","doc":"Whose right it is."},{"name":"allowed","type":"boolean","doc":"Whether they may."}]},
  ChangeGroup: {"type":"record","name":"ChangeGroup","namespace":"skein.commands","doc":"Set something of a group otherwise: its profile, its rules, its end.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"settings","type":{"type":"array","items":{"type":"record","name":"GroupSetting","namespace":"skein.shared","doc":"One setting of a group, as text.","fields":[{"name":"name","type":"string","doc":"What is set, such as description, canWrite or attribute.color."},{"name":"value","type":"string","doc":"What it is set to, as the setting of that name is written."}]}},"doc":"What is set, each name once; the others stay as they are."}]},
  ChangeMemberRole: {"type":"record","name":"ChangeMemberRole","namespace":"skein.commands","doc":"Give a member of a group another role; giving owner hands the group over.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"userId","type":"string","doc":"The member."},{"name":"role","type":"string","doc":"owner, admin or member."}]},
  ChangePrivacy: {"type":"record","name":"ChangePrivacy","namespace":"skein.commands","doc":"Say who may reach a user.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"userId","type":"string","doc":"Whose privacy it is."},{"name":"write","type":"string","doc":"Who may write to the user: everybody, friends or nobody."},{"name":"add","type":"string","doc":"Who may put the user into groups: everybody, friends or nobody."}]},
  ClaimUserName: {"type":"record","name":"ClaimUserName","namespace":"skein.commands","doc":"Claim a user name of an app for a user.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"userName","type":"string","doc":"The name, in the case it is shown in."},{"name":"userId","type":"string","doc":"The user who is to have it."}]},
  CloseDeviceSession: {"type":"record","name":"CloseDeviceSession","namespace":"skein.commands","doc":"Log a device of a user out: its token is worth nothing any more.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"userId","type":"string","doc":"The user."},{"name":"sessionId","type":"string","doc":"The device session to end."}]},
  CreateGroup: {"type":"record","name":"CreateGroup","namespace":"skein.commands","doc":"Create a group with its creator as owner.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"name","type":"string","doc":"Name of the group."},{"name":"memberIds","type":{"type":"array","items":"string"},"doc":"Users to add besides the creator."},{"name":"settings","type":{"type":"array","items":{"type":"record","name":"GroupSetting","namespace":"skein.shared","doc":"One setting of a group, as text.","fields":[{"name":"name","type":"string","doc":"What is set, such as description, canWrite or attribute.color."},{"name":"value","type":"string","doc":"What it is set to, as the setting of that name is written."}]}},"doc":"What is not as in every new group; the type can be set here alone.","default":[]}]},
  DeleteFriend: {"type":"record","name":"DeleteFriend","namespace":"skein.commands","doc":"End a friendship, or take back a friend request.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."}]},
  DeleteMessage: {"type":"record","name":"DeleteMessage","namespace":"skein.commands","doc":"Delete a message for everyone: a tombstone stays in its place.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Place of the message in the conversation."},{"name":"messageId","type":"string","doc":"UUID of the message that stands there."}]},
  DismissGroup: {"type":"record","name":"DismissGroup","namespace":"skein.commands","doc":"End a group for good: it can be read, and nothing happens in it any more.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."}]},
  EditMessage: {"type":"record","name":"EditMessage","namespace":"skein.commands","doc":"Give a message another body.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Place of the message in the conversation."},{"name":"messageId","type":"string","doc":"UUID of the message that stands there."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The new content, of the same content type."}]},
  EndGroup: {"type":"record","name":"EndGroup","namespace":"skein.commands","doc":"Dismiss a temporary group whose end has come.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"dueAt","type":"long","doc":"The end that has come, ms since the epoch."}]},
  HideMessage: {"type":"record","name":"HideMessage","namespace":"skein.commands","doc":"Delete a message for oneself, on all of one's devices.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"userId","type":"string","doc":"Who does not want to see it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Place of the message in the conversation."},{"name":"messageId","type":"string","doc":"UUID of the message that stands there."}]},
  InviteToGroup: {"type":"record","name":"InviteToGroup","namespace":"skein.commands","doc":"Invite users to a group: who is in already, or banned, is passed over.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userIds","type":{"type":"array","items":"string"},"doc":"Whom to invite."},{"name":"greeting","type":"string","doc":"What the inviter says to them; may be empty."},{"name":"expiresAtMs","type":"long","doc":"From when on it counts no more, milliseconds since the epoch; 0 for never."}]},
  JoinByLink: {"type":"record","name":"JoinByLink","namespace":"skein.commands","doc":"Join a group by a link to it.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"tokenHash","type":"string","doc":"SHA-256 of the token of the link, in hexadecimal."}]},
  LeaveGroup: {"type":"record","name":"LeaveGroup","namespace":"skein.commands","doc":"Leave a group.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."}]},
  MakeJoinLink: {"type":"record","name":"MakeJoinLink","namespace":"skein.commands","doc":"Make a link by which whoever holds it joins a group.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"tokenHash","type":"string","doc":"What is kept of the token of the link: its SHA-256 in hexadecimal, which is the link's id, too."},{"name":"expiresAtMs","type":"long","doc":"From when on it counts no more, milliseconds since the epoch; 0 for never."},{"name":"usesMax","type":"long","doc":"How many may join by it; 0 for any number."}]},
  MarkRead: {"type":"record","name":"MarkRead","namespace":"skein.commands","doc":"Move the reader's read marker forward.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"ordinal","type":"long","doc":"Ordinal of the last message read; clamped to the last there is."}]},
  MuteMember: {"type":"record","name":"MuteMember","namespace":"skein.commands","doc":"Let a member of a group say nothing for a time.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"userId","type":"string","doc":"The member."},{"name":"durationMs","type":"long","doc":"For how long from now on, ms; 0 lets them speak again."}]},
  NotifyOnline: {"type":"record","name":"NotifyOnline","namespace":"skein.commands","doc":"Tell everybody who is connected now; who is not never learns of it.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"b:<appId>, of the same app."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The content."},{"name":"perSecond","type":"long","doc":"How many connections each gateway tells in a second; 0 for as many as the deployment allows."}]},
  OpenDeviceSession: {"type":"record","name":"OpenDeviceSession","namespace":"skein.commands","doc":"Log a device of a user in.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"userId","type":"string","doc":"The user."},{"name":"sessionId","type":"string","doc":"UUID of the new device session; the token names it."},{"name":"platform","type":"string","doc":"Such as ios, android, web, desktop, terminal."},{"name":"expiresAt","type":"long","doc":"Milliseconds since the epoch at which the token expires."}]},
  RegisterApp: {"type":"record","name":"RegisterApp","namespace":"skein.commands","doc":"Bring an app of this deployment into being, with the default policy.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."}]},
  RegisterUser: {"type":"record","name":"RegisterUser","namespace":"skein.commands","doc":"Bring a user into being.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"userId","type":"string","doc":"The new user."},{"name":"userName","type":"string","doc":"Name claimed before."},{"name":"displayName","type":"string","doc":"Name to show."}]},
  RemoveMembers: {"type":"record","name":"RemoveMembers","namespace":"skein.commands","doc":"Remove users from a group.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"userIds","type":{"type":"array","items":"string"},"doc":"Members to remove; those who are out already are passed over."}]},
  RequestFriend: {"type":"record","name":"RequestFriend","namespace":"skein.commands","doc":"Ask the other user of a direct conversation to be friends.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"text","type":"string","doc":"What the one who asks says to it; may be empty."},{"name":"expiresAtMs","type":"long","doc":"Until when it stands, ms since the epoch; 0 for as long as the deployment says."}]},
  RequestToJoin: {"type":"record","name":"RequestToJoin","namespace":"skein.commands","doc":"Ask to be let into a group: one that is open lets in at once.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"text","type":"string","doc":"What the asker says of themselves; may be empty."},{"name":"answers","type":{"type":"array","items":"string"},"doc":"To the questions of the group, in their order; of an open one they are not looked at."}]},
  RevokeInvitation: {"type":"record","name":"RevokeInvitation","namespace":"skein.commands","doc":"Take an invitation to a group back.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Who was invited."}]},
  RevokeJoinLink: {"type":"record","name":"RevokeJoinLink","namespace":"skein.commands","doc":"End a link: nobody joins by it any more.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"linkId","type":"string","doc":"The link."}]},
  RevokeMessage: {"type":"record","name":"RevokeMessage","namespace":"skein.commands","doc":"Take a message back from everyone: its place stays, what it said goes.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Place of the message in the conversation."},{"name":"messageId","type":"string","doc":"UUID of the message that stands there."}]},
  SendMessage: {"type":"record","name":"SendMessage","namespace":"skein.commands","doc":"Append a message to a conversation.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The content."},{"name":"replyTo","type":"long","doc":"seq of the message this one answers; 0 for none."},{"name":"attachments","type":{"type":"array","items":{"type":"record","name":"Attachment","namespace":"skein.shared","doc":"A file that belongs to a message, by reference.","fields":[{"name":"url","type":"string","doc":"Where the file is."},{"name":"name","type":"string","doc":"File name to show."},{"name":"contentType","type":"string","doc":"Media type of the file."},{"name":"size","type":"long","doc":"Bytes."}]}},"doc":"Files by reference, in order."},{"name":"mentionAll","type":"boolean","default":false,"doc":"Whether it is meant for everybody in the group: clients may tell them more loudly."}]},
  SetNickname: {"type":"record","name":"SetNickname","namespace":"skein.commands","doc":"Give a member of a group a name there: oneself, or one who stands below.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"userId","type":"string","doc":"The member."},{"name":"nickname","type":"string","doc":"How the group calls them; empty for by their own name."}]},
  SetRemark: {"type":"record","name":"SetRemark","namespace":"skein.commands","doc":"Say what a user calls the other, and how they are sorted.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"remark","type":"string","doc":"What the user calls the other; empty for none. Nobody else is shown it."},{"name":"tags","type":{"type":"array","items":"string"},"doc":"By which the user sorts the other, each once. Nobody else is shown them."}]},
  UnblockUser: {"type":"record","name":"UnblockUser","namespace":"skein.commands","doc":"Let the other reach this user again.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."}]},
  WithdrawJoinRequest: {"type":"record","name":"WithdrawJoinRequest","namespace":"skein.commands","doc":"Take one's own request to join a group back.","fields":[{"name":"meta","type":{"type":"record","name":"CommandMeta","namespace":"skein.shared","doc":"What is stamped on every command where it enters: identity, time, who asks and who waits for the reply.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the command belongs to."},{"name":"commandId","type":"string","doc":"UUIDv7 of this attempt; of a message, its message id."},{"name":"actorId","type":"string","doc":"User on whose behalf the command is done; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"enteredAt","type":"long","doc":"Milliseconds since the epoch, by the clock of the edge where the command entered."},{"name":"deadlineAt","type":"long","doc":"Milliseconds since the epoch; a command appended to the log later than this is refused."},{"name":"intent","type":["null",{"type":"record","name":"Intent","namespace":"skein.shared","doc":"What a client asks for, however often it has to ask: the idempotency key, scoped by aggregate and actor.","fields":[{"name":"id","type":"string","doc":"UUID made by the client: the same for every attempt."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for; the same id with another hash is refused."}]}],"doc":"How the client names what it asks for; null for commands that are idempotent by their content.","default":null},{"name":"retry","type":"boolean","doc":"The sender says that it may have sent this intent before."},{"name":"replyNode","type":"string","doc":"Incarnation of the node that waits for the reply; empty when nobody waits."},{"name":"replyConnection","type":"string","doc":"Connection on that node; empty for an HTTP request."},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Stamped where the command entered."},{"name":"conversationId","type":"string","doc":"g:<id>."}]},
} as const

export const eventSchemas = {
  AppPolicyChanged: {"type":"record","name":"AppPolicyChanged","namespace":"skein.events","doc":"An app has another policy.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"limits","type":{"type":"array","items":{"type":"record","name":"AppLimit","namespace":"skein.shared","doc":"One limit of an app.","fields":[{"name":"name","type":"string","doc":"Name of a limit that apps may set, as in the domain."},{"name":"value","type":"long","doc":"Its value; never above the ceiling of the deployment."}]}},"doc":"Limits of this app that differ from the defaults, each name once."}]},
  AppRegistered: {"type":"record","name":"AppRegistered","namespace":"skein.events","doc":"An app came into being, with the default policy.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."}]},
  BroadcastRightChanged: {"type":"record","name":"BroadcastRightChanged","namespace":"skein.events","doc":"A user may broadcast, or may no more.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"b:<appId>, of the same app."},{"name":"userId","type":"string","doc":"Whose right it is."},{"name":"allowed","type":"boolean","doc":"Whether they may."}]},
  BroadcastSent: {"type":"record","name":"BroadcastSent","namespace":"skein.events","doc":"A message was appended to the broadcasts of an app.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"b:<appId>, of the same app."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Dense position among countable messages, from 1."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The content."},{"name":"attachments","type":{"type":"array","items":{"type":"record","name":"Attachment","namespace":"skein.shared","doc":"A file that belongs to a message, by reference.","fields":[{"name":"url","type":"string","doc":"Where the file is."},{"name":"name","type":"string","doc":"File name to show."},{"name":"contentType","type":"string","doc":"Media type of the file."},{"name":"size","type":"long","doc":"Bytes."}]}},"doc":"Files by reference, in order."},{"name":"perSecond","type":"long","doc":"How many connections each gateway tells in a second; 0 for as many as the deployment allows."}]},
  CommandAnswered: {"type":"record","name":"CommandAnswered","namespace":"skein.events","doc":"A command with an intent was accepted and changed nothing; a repeat of it is answered alike.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it; it always answers an intent."},{"name":"aggregateId","type":"string","doc":"The aggregate that the command was about, as in its log key."}]},
  CommandRefused: {"type":"record","name":"CommandRefused","namespace":"skein.events","doc":"A command with an intent was refused for good; a repeat of it is refused alike, whatever has happened since.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it; it always answers an intent, with an empty reply."},{"name":"aggregateId","type":"string","doc":"The aggregate that the command was about, as in its log key."},{"name":"code","type":"string","doc":"The error code that the client is told."},{"name":"detail","type":"string","doc":"Which field, which limit, which id or role; never content. Empty for none."}]},
  CommandsDone: {"type":"record","name":"CommandsDone","namespace":"skein.events","doc":"Every command up to meta.commandOffset has been decided, even those that led to no event.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."}]},
  DeviceSessionClosed: {"type":"record","name":"DeviceSessionClosed","namespace":"skein.events","doc":"A device of a user logged out.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"userId","type":"string","doc":"The user."},{"name":"sessionId","type":"string","doc":"The device session that ended."}]},
  DeviceSessionOpened: {"type":"record","name":"DeviceSessionOpened","namespace":"skein.events","doc":"A device of a user logged in.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"userId","type":"string","doc":"The user."},{"name":"sessionId","type":"string","doc":"UUID of the device session."},{"name":"platform","type":"string","doc":"Platform of the device."},{"name":"expiresAt","type":"long","doc":"Milliseconds since the epoch at which the token expires."}]},
  FriendDeleted: {"type":"record","name":"FriendDeleted","namespace":"skein.events","doc":"A friendship was ended, or a friend request taken back: by itself, or because the one who asked has blocked the other.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"userId","type":"string","doc":"Who did it."},{"name":"shown","type":"boolean","doc":"Whether the other is told: of a request that they were not shown they are not."}]},
  FriendRequestAnswered: {"type":"record","name":"FriendRequestAnswered","namespace":"skein.events","doc":"A friend request was accepted or refused.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"userId","type":"string","doc":"Who answered."},{"name":"accepted","type":"boolean","doc":"Whether they are friends from now on."}]},
  FriendRequested: {"type":"record","name":"FriendRequested","namespace":"skein.events","doc":"A user asked another to be friends.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"userId","type":"string","doc":"Who asked."},{"name":"text","type":"string","doc":"What the one who asks says to it; may be empty."},{"name":"expiresAtMs","type":"long","doc":"Until when it stands, ms since the epoch."},{"name":"befriends","type":"boolean","doc":"The other had asked too: they are friends from now on."},{"name":"shown","type":"boolean","doc":"Whether the other is told; one who is blocked is not told that nobody was."},{"name":"again","type":"boolean","default":false,"doc":"Asked before, when it was not shown: for the one who asks it stands as it did, and only the other is told."}]},
  GroupChanged: {"type":"record","name":"GroupChanged","namespace":"skein.events","doc":"Something of a group was set otherwise.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"settings","type":{"type":"array","items":{"type":"record","name":"GroupSetting","namespace":"skein.shared","doc":"One setting of a group, as text.","fields":[{"name":"name","type":"string","doc":"What is set, such as description, canWrite or attribute.color."},{"name":"value","type":"string","doc":"What it is set to, as the setting of that name is written."}]}},"doc":"What is otherwise, each name once."}]},
  GroupCreated: {"type":"record","name":"GroupCreated","namespace":"skein.events","doc":"A group came into being, with its first members.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"name","type":"string","doc":"Name of the group."},{"name":"members","type":{"type":"array","items":{"type":"record","name":"MemberEntry","namespace":"skein.shared","doc":"A user and the role with which he or she belongs to a group.","fields":[{"name":"userId","type":"string","doc":"The member."},{"name":"role","type":"string","doc":"owner, admin or member."}]}},"doc":"Its first members, exactly one of them the owner."}]},
  GroupDismissed: {"type":"record","name":"GroupDismissed","namespace":"skein.events","doc":"A group came to its end, by its owner or by its time.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"endsAt","type":"long","doc":"When it was to end, ms since the epoch; 0 where no end was set."}]},
  InvitationAnswered: {"type":"record","name":"InvitationAnswered","namespace":"skein.events","doc":"An invited user accepted or refused. Who accepted joins by the next event.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"The invited."},{"name":"invitedBy","type":"string","doc":"Who had invited them, and is told; empty where they are in the group no more."},{"name":"accepted","type":"boolean","doc":"Whether they joined."}]},
  InvitationRevoked: {"type":"record","name":"InvitationRevoked","namespace":"skein.events","doc":"An invitation to a group was taken back: it counts no more.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Who was invited."},{"name":"invitedBy","type":"string","doc":"Who had invited them, and is told; empty where they are in the group no more."}]},
  InvitationSent: {"type":"record","name":"InvitationSent","namespace":"skein.events","doc":"Users were invited to a group; an earlier invitation of theirs is replaced.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"groupName","type":"string","doc":"What the group was called then: the invited are told."},{"name":"userIds","type":{"type":"array","items":"string"},"doc":"The invited."},{"name":"greeting","type":"string","doc":"What the inviter says to them; may be empty."},{"name":"expiresAtMs","type":"long","doc":"From when on it counts no more, milliseconds since the epoch; 0 for never."},{"name":"afterSeq","type":"long","doc":"Last seq of the group then: a stay that begins behind it ends the invitation.","default":0}]},
  JoinLinkMade: {"type":"record","name":"JoinLinkMade","namespace":"skein.events","doc":"A link to a group was made.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"linkId","type":"string","doc":"SHA-256 of its token, in hexadecimal; the token itself is kept nowhere."},{"name":"expiresAtMs","type":"long","doc":"From when on it counts no more, milliseconds since the epoch; 0 for never."},{"name":"usesMax","type":"long","doc":"How many may join by it; 0 for any number."}]},
  JoinLinkRevoked: {"type":"record","name":"JoinLinkRevoked","namespace":"skein.events","doc":"A link to a group was ended.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"linkId","type":"string","doc":"The link."}]},
  JoinRequestAnswered: {"type":"record","name":"JoinRequestAnswered","namespace":"skein.events","doc":"A request to join was answered. Who is let in joins by the next event.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Who had asked."},{"name":"accepted","type":"boolean","doc":"Whether they are let in."}]},
  JoinRequestWithdrawn: {"type":"record","name":"JoinRequestWithdrawn","namespace":"skein.events","doc":"A request to join a group was taken back by whoever had asked.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Who had asked."}]},
  JoinRequested: {"type":"record","name":"JoinRequested","namespace":"skein.events","doc":"A user asked to be let into a group, and waits for an answer.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"userId","type":"string","doc":"Who asked."},{"name":"text","type":"string","doc":"What they say of themselves."},{"name":"answers","type":{"type":"array","items":"string"},"doc":"To the questions of the group."},{"name":"expiresAtMs","type":"long","doc":"From when on it counts no more, milliseconds since the epoch."},{"name":"afterSeq","type":"long","doc":"Last seq of the group then: a stay that begins behind it ends the request.","default":0}]},
  MemberJoined: {"type":"record","name":"MemberJoined","namespace":"skein.events","doc":"A user joined a group of their own will, with the read marker at the ordinal.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"userId","type":"string","doc":"Who joined."},{"name":"how","type":"string","doc":"link, invitation, request or open."},{"name":"approvedBy","type":"string","doc":"Who had invited them, made the link, or answered their request; empty where the group is open."},{"name":"linkId","type":"string","doc":"The link that was used; empty for none."},{"name":"returning","type":{"type":"array","items":{"type":"record","name":"Returning","namespace":"skein.shared","doc":"What is kept of a member from an earlier stay: leaving a group ends nothing of it.","fields":[{"name":"userId","type":"string","doc":"The member."},{"name":"mutedUntil","type":"long","doc":"Milliseconds since the epoch; 0 for one who is not muted."},{"name":"lastSentAt","type":"long","doc":"When they sent their last message there, ms since the epoch; 0 for none."}]}},"doc":"What goes on from then where they were here before.","default":[]},{"name":"fromStart","type":"boolean","doc":"Whether they may read what was before, too.","default":false}]},
  MemberLeft: {"type":"record","name":"MemberLeft","namespace":"skein.events","doc":"A member left a group.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"userId","type":"string","doc":"Who left."}]},
  MemberMuted: {"type":"record","name":"MemberMuted","namespace":"skein.events","doc":"A member of a group may say nothing until a moment.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"userId","type":"string","doc":"The member."},{"name":"mutedUntil","type":"long","doc":"Milliseconds since the epoch; 0 for one who may speak again."}]},
  MemberRoleChanged: {"type":"record","name":"MemberRoleChanged","namespace":"skein.events","doc":"A member of a group has another role.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"userId","type":"string","doc":"The member."},{"name":"role","type":"string","doc":"owner, admin or member."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."}]},
  MembersAdded: {"type":"record","name":"MembersAdded","namespace":"skein.events","doc":"Users joined a group, with read markers at the ordinal.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"members","type":{"type":"array","items":{"type":"record","name":"MemberEntry","namespace":"skein.shared","doc":"A user and the role with which he or she belongs to a group.","fields":[{"name":"userId","type":"string","doc":"The member."},{"name":"role","type":"string","doc":"owner, admin or member."}]}},"doc":"Those who joined."},{"name":"returning","type":{"type":"array","items":{"type":"record","name":"Returning","namespace":"skein.shared","doc":"What is kept of a member from an earlier stay: leaving a group ends nothing of it.","fields":[{"name":"userId","type":"string","doc":"The member."},{"name":"mutedUntil","type":"long","doc":"Milliseconds since the epoch; 0 for one who is not muted."},{"name":"lastSentAt","type":"long","doc":"When they sent their last message there, ms since the epoch; 0 for none."}]}},"doc":"Of those who were here before, what goes on from then.","default":[]},{"name":"fromStart","type":"boolean","doc":"Whether they may read what was before, too.","default":false}]},
  MembersRemoved: {"type":"record","name":"MembersRemoved","namespace":"skein.events","doc":"Members were removed from a group.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"userIds","type":{"type":"array","items":"string"},"doc":"Who was removed."}]},
  MessageDeleted: {"type":"record","name":"MessageDeleted","namespace":"skein.events","doc":"A message was deleted for everyone; the log alone still holds what it said.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"targetSeq","type":"long","doc":"Place of the message it is about."},{"name":"targetOrdinal","type":"long","doc":"Ordinal of that message."},{"name":"messageId","type":"string","doc":"UUID of that message."},{"name":"lastEditSeq","type":"long","doc":"Place of the item by which that message was edited last before, which says nothing any more; 0 for none."}]},
  MessageEdited: {"type":"record","name":"MessageEdited","namespace":"skein.events","doc":"A message has another body.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"targetSeq","type":"long","doc":"Place of the message it is about."},{"name":"targetOrdinal","type":"long","doc":"Ordinal of that message."},{"name":"messageId","type":"string","doc":"UUID of that message."},{"name":"lastEditSeq","type":"long","doc":"Place of the item by which that message was edited last before, which says nothing any more; 0 for none."},{"name":"version","type":"int","doc":"How often it has been edited by now, this one counted."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The new content, of the same content type."}]},
  MessageHidden: {"type":"record","name":"MessageHidden","namespace":"skein.events","doc":"A user deleted a message for themselves.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"userId","type":"string","doc":"Who does not want to see it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Place of the message in the conversation."},{"name":"ordinal","type":"long","doc":"Ordinal of the message."},{"name":"messageId","type":"string","doc":"UUID of the message that stands there."}]},
  MessageRevoked: {"type":"record","name":"MessageRevoked","namespace":"skein.events","doc":"A message was taken back from everyone; the log alone still holds what it said.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b> or g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"targetSeq","type":"long","doc":"Place of the message it is about."},{"name":"targetOrdinal","type":"long","doc":"Ordinal of that message."},{"name":"messageId","type":"string","doc":"UUID of that message."},{"name":"lastEditSeq","type":"long","doc":"Place of the item by which that message was edited last before, which says nothing any more; 0 for none."}]},
  MessageSent: {"type":"record","name":"MessageSent","namespace":"skein.events","doc":"A message was appended to a conversation.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Dense position among countable messages, from 1."},{"name":"senderId","type":"string","doc":"Who sent it."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The content."},{"name":"replyTo","type":"long","doc":"seq of the message this one answers; 0 for none."},{"name":"attachments","type":{"type":"array","items":{"type":"record","name":"Attachment","namespace":"skein.shared","doc":"A file that belongs to a message, by reference.","fields":[{"name":"url","type":"string","doc":"Where the file is."},{"name":"name","type":"string","doc":"File name to show."},{"name":"contentType","type":"string","doc":"Media type of the file."},{"name":"size","type":"long","doc":"Bytes."}]}},"doc":"Files by reference, in order."},{"name":"mentionAll","type":"boolean","default":false,"doc":"Whether it is meant for everybody in the group: clients may tell them more loudly."}]},
  NicknameChanged: {"type":"record","name":"NicknameChanged","namespace":"skein.events","doc":"A member has another name in a group.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"userId","type":"string","doc":"The member."},{"name":"nickname","type":"string","doc":"How the group calls them; empty for by their own name."}]},
  OnlineNotified: {"type":"record","name":"OnlineNotified","namespace":"skein.events","doc":"Everybody who was connected was to be told.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"b:<appId>, of the same app."},{"name":"body","type":{"type":"record","name":"Body","namespace":"skein.shared","doc":"The content of a message; opaque to the server, so that compression and encryption need no new schema.","fields":[{"name":"contentType","type":"string","doc":"Media type of the decoded bytes, such as text/plain."},{"name":"encoding","type":"string","doc":"How the bytes are encoded: empty for as they are, else such as gzip or aes-256-gcm."},{"name":"keyId","type":"string","doc":"Key the bytes are encrypted with; empty for none."},{"name":"bytes","type":"bytes","doc":"The content."}]},"doc":"The content."},{"name":"perSecond","type":"long","doc":"How many connections each gateway tells in a second; 0 for as many as the deployment allows."}]},
  PartitionClaimed: {"type":"record","name":"PartitionClaimed","namespace":"skein.events","doc":"First record of every owner of a partition; its own offset is the claim.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"producerId","type":"long","doc":"Producer id of the owner."},{"name":"producerEpoch","type":"int","doc":"Epoch of that producer id."},{"name":"claimId","type":"string","doc":"UUID of this claim. It tells this record from every other that ever stood at its offset, and with them the events under it: whoever keeps a position names it."},{"name":"logEpoch","type":"string","doc":"UUID of this incarnation of the partition, made at its first claim and whenever an operator says that the log was put back."},{"name":"owner","type":"string","doc":"Process that claimed, for operators."}]},
  PrivacyChanged: {"type":"record","name":"PrivacyChanged","namespace":"skein.events","doc":"Others may reach a user otherwise than before.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"userId","type":"string","doc":"Whose privacy it is."},{"name":"write","type":"string","doc":"Who may write to the user: everybody, friends or nobody."},{"name":"add","type":"string","doc":"Who may put the user into groups: everybody, friends or nobody."}]},
  ReadMarked: {"type":"record","name":"ReadMarked","namespace":"skein.events","doc":"A reader's read marker moved forward. Takes no seq.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>, g:<id>, s:<id> or n:<userId>."},{"name":"userId","type":"string","doc":"The reader."},{"name":"ordinal","type":"long","doc":"New read ordinal."},{"name":"shown","type":"boolean","default":true,"doc":"Whether the other of a direct conversation is told; one who is blocked by the reader is not."}]},
  RemarkSet: {"type":"record","name":"RemarkSet","namespace":"skein.events","doc":"A user calls another otherwise.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"userId","type":"string","doc":"Who calls the other so."},{"name":"remark","type":"string","doc":"What the user calls the other; empty for none. Nobody else is shown it."},{"name":"tags","type":{"type":"array","items":"string"},"doc":"By which the user sorts the other, each once. Nobody else is shown them."}]},
  UserBanned: {"type":"record","name":"UserBanned","namespace":"skein.events","doc":"A user was banned from a group, or the ban was lifted. A member was removed by the event before.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"g:<id>."},{"name":"seq","type":"long","doc":"Dense position in the conversation, from 1."},{"name":"ordinal","type":"long","doc":"Last ordinal of the conversation when this happened."},{"name":"userId","type":"string","doc":"Whom."},{"name":"banned","type":"boolean","doc":"Whether they are banned from now on."}]},
  UserBlocked: {"type":"record","name":"UserBlocked","namespace":"skein.events","doc":"A user let another reach them no more.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"userId","type":"string","doc":"Who did it."}]},
  UserNameClaimed: {"type":"record","name":"UserNameClaimed","namespace":"skein.events","doc":"A user name belongs to a user.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"userName","type":"string","doc":"The name in the case it is shown in."},{"name":"userId","type":"string","doc":"The user who has it."}]},
  UserRegistered: {"type":"record","name":"UserRegistered","namespace":"skein.events","doc":"A user came into being.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"userId","type":"string","doc":"The user."},{"name":"userName","type":"string","doc":"The user's name."},{"name":"displayName","type":"string","doc":"Name to show."}]},
  UserUnblocked: {"type":"record","name":"UserUnblocked","namespace":"skein.events","doc":"A user let another reach them again.","fields":[{"name":"meta","type":{"type":"record","name":"EventMeta","namespace":"skein.shared","doc":"What every event carries: who was allowed to write it, what caused it, and when that entered.","fields":[{"name":"appId","type":"string","doc":"The business on this deployment that the event belongs to; empty for the events of a partition itself."},{"name":"claim","type":"long","doc":"Offset of the PartitionClaimed record of the owner that wrote this event; for that record itself the previous claim, -1 for none."},{"name":"commandOffset","type":"long","doc":"Offset, in the same partition of the commands topic, of the command that caused this event; -1 for none."},{"name":"commandId","type":"string","doc":"UUID of that command; empty for none."},{"name":"actorId","type":"string","doc":"User on whose behalf it happened; empty for the system."},{"name":"deviceId","type":"string","doc":"Device of that user; empty for none."},{"name":"connectionId","type":"string","doc":"Connection the command came through, which gets the reply instead of the delivery; empty for none."},{"name":"occurredAt","type":"long","doc":"Milliseconds since the epoch: enteredAt of the command."},{"name":"answers","type":["null",{"type":"record","name":"AnsweredIntent","namespace":"skein.shared","doc":"The intent that an event is the last answer to, with the reply that every repeat of it is given.","fields":[{"name":"id","type":"string","doc":"UUID made by the client."},{"name":"contentHash","type":"bytes","doc":"SHA-256 over what the client asked for."},{"name":"reply","type":"bytes","doc":"The reply as its client gets it: the message that the command declares, in protobuf."}]}],"doc":"The intent of that command, on its last event; null on the others and where the command named none.","default":null},{"name":"traceparent","type":["null","string"],"doc":"W3C trace context, when sampled.","default":null}]},"doc":"Who wrote it, what caused it."},{"name":"conversationId","type":"string","doc":"d:<a>:<b>: their direct conversation, whether anybody has written in it or not."},{"name":"userId","type":"string","doc":"Who did it."}]},
} as const
