// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

/** connection/login, client to server: the first packet of every connection. */
export interface LoginRequest {
  /** Token from the HTTP API. */
  readonly token: string
  /** Business the client belongs to; must be the token's. */
  readonly appId: string
  /** Name and version of the client software, for operators. */
  readonly clientName: string
}

/** connection/login, answer. */
export interface LoginReply {
  readonly userId: string
  readonly deviceId: string
  /** Identity of this connection, a UUID. */
  readonly connectionId: string
  /** Clock of the server, milliseconds since the epoch. */
  readonly serverTimeMs: number
  /** The client must send something at least this often. */
  readonly heartbeatIntervalMs: number
  readonly limits: Limits | null
}

/** Limits the server holds this connection to. */
export interface Limits {
  readonly packetBytesMax: number
  readonly bodyBytesMax: number
  /** Requests without an answer yet. */
  readonly inFlightMax: number
  /** Pushes without an acknowledgement yet. */
  readonly unackedPushesMax: number
  /** Items in one history page. */
  readonly pageItemsMax: number
}

/** connection/logout, client to server: ends the device session; the token is worth nothing afterwards. */
export interface LogoutRequest {

}

/** connection/heartbeat, both ways. */
export interface Heartbeat {
  /** Clock of the sender, milliseconds since the epoch. */
  readonly timeMs: number
}

/** connection/goodbye, server to client: the last packet before the server closes. */
export interface Goodbye {
  /** Code of the error catalogue that has a close code. */
  readonly code: string
  readonly detail: string
  readonly action: number
  readonly retryAfterMs: number
}

/** group/create-group, client to server. The creator becomes owner and needs not be in member_ids. */
export interface CreateGroupRequest {
  /** Chosen by the client: g:<1-64 of A-Za-z0-9_.->. Its creator may create it again as it is now, and finds it made; under another name, or with other settings, it is refused as ALREADY_EXISTS. */
  readonly conversationId: string
  /** On one line, and something to be seen: no control characters, marks of direction or blanks of no width. */
  readonly name: string
  readonly memberIds: readonly string[]
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
  /** What is not as in every new group, each name once. The type can be set here alone. */
  readonly settings: readonly GroupSetting[]
}

/** group/add-members, client to server. */
export interface AddMembersRequest {
  readonly conversationId: string
  readonly userIds: readonly string[]
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/remove-members, client to server. */
export interface RemoveMembersRequest {
  readonly conversationId: string
  readonly userIds: readonly string[]
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** Answer to a request that names users who are to become members, or to be so no more, or are invited: what became of each. */
export interface MemberChangeReply {
  /** seq of the item it led to, or of the head when it changed nothing. */
  readonly seq: number
  /** Whom it changed: those who have joined by it, or gone, or are invited. */
  readonly changed: readonly string[]
  /** Of whom there was nothing to change: they were in already, or out. */
  readonly already: readonly string[]
  readonly refused: readonly MemberRefusal[]
  /** How many belong to the group now. */
  readonly memberCount: number
}

/** One user of whom a member change was refused, while that of others was done. */
export interface MemberRefusal {
  readonly userId: string
  /** Code of the error catalogue, such as USER_NOT_FOUND or GROUP_FULL. */
  readonly code: string
}

/** group/leave-group, client to server. */
export interface LeaveGroupRequest {
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/change-role, client to server. */
export interface ChangeRoleRequest {
  readonly conversationId: string
  readonly userId: string
  readonly role: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/mute-member, client to server. */
export interface MuteMemberRequest {
  readonly conversationId: string
  readonly userId: string
  /** For how long from now on, ms; 0 lets them speak again. */
  readonly durationMs: number
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/set-nickname, client to server. */
export interface SetNicknameRequest {
  readonly conversationId: string
  readonly userId: string
  /** How the group calls them; empty for by their own name. On one line, and something to be seen. */
  readonly nickname: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** A member as a page of them shows it. */
export interface GroupMember {
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
  /** How the group calls them; empty for by their own name. */
  readonly nickname: string
  /** Until when they may say nothing, milliseconds since the epoch; it may be over. 0 for one who was never muted. */
  readonly mutedUntilMs: number
}

/** group/members, client to server. */
export interface MembersRequest {
  readonly conversationId: string
  /** Continue behind this user; empty for the first page. */
  readonly afterUserId: string
  readonly limit: number
  /** Only those with this role: owner, admin or member. Empty for all. */
  readonly role: string
}

export interface MembersReply {
  readonly members: readonly GroupMember[]
  readonly more: boolean
  /** How far the views had come in this conversation: changes of members up to there are in the page. */
  readonly viewSeq: number
}

/** group/my-groups, client to server: the groups that one is in now, by conversation id. */
export interface MyGroupsRequest {
  /** Continue behind this group; empty for the first page. */
  readonly afterConversationId: string
  /** 0 for the server's default. */
  readonly limit: number
}

export interface MyGroupsReply {
  /** As sync tells of them; those that were dismissed while the user was in are among them, and say so. */
  readonly groups: readonly Session[]
  readonly more: boolean
}

/** group/are-members, client to server. */
export interface AreMembersRequest {
  readonly conversationId: string
  /** As many at a time as may be added at a time. */
  readonly userIds: readonly string[]
}

export interface AreMembersReply {
  /** Those of them who are in now, each once, by user id. */
  readonly members: readonly Member[]
  /** How far the views had come in this conversation: changes of members up to there are in the answer. */
  readonly viewSeq: number
}

/** group/change-group, client to server. */
export interface ChangeGroupRequest {
  readonly conversationId: string
  /** What is set, each name once; the others stay as they are. */
  readonly settings: readonly GroupSetting[]
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/dismiss-group, client to server. */
export interface DismissGroupRequest {
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/group-info, client to server: for those who are in. */
export interface GroupInfoRequest {
  readonly conversationId: string
}

export interface GroupInfoReply {
  readonly name: string
  /** Empty for a group without one. */
  readonly ownerId: string
  readonly creatorId: string
  readonly memberCount: number
  /** What is not as in every new group. */
  readonly settings: readonly GroupSetting[]
  /** Milliseconds since the epoch; 0 for a group that was not dismissed. */
  readonly dismissedAtMs: number
  /** How far the views had come in this conversation: changes up to there are in the answer. */
  readonly viewSeq: number
}

/** group/follow-room, client to server: whoever may is told what is said in a live room, a member or not, until the connection ends. */
export interface FollowRoomRequest {
  readonly conversationId: string
}

export interface FollowRoomReply {
  /** How many connections follow the room, about: what gateways said in the last seconds. */
  readonly followers: number
  readonly name: string
  /** What is not as in every new group. */
  readonly settings: readonly GroupSetting[]
}

/** group/unfollow-room, client to server. */
export interface UnfollowRoomRequest {
  readonly conversationId: string
}

/** group/signal, client to server. */
export interface SignalRequest {
  readonly conversationId: string
  readonly body: Body | null
}

/** It is on its way to those who follow; nobody is waited for, and nothing is stored. */
export interface SignalReply {
  /** When the server received it, milliseconds since the epoch. */
  readonly sentAtMs: number
}

/** group/invite-to-group, client to server, by whoever may add members. */
export interface InviteToGroupRequest {
  readonly conversationId: string
  readonly userIds: readonly string[]
  /** What the inviter says to them; may be empty. */
  readonly greeting: string
  /** From when on the invitations count no more, milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/answer-invitation, client to server. */
export interface AnswerInvitationRequest {
  readonly conversationId: string
  readonly accept: boolean
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/revoke-invitation, client to server, by the group's owner or an admin, or by whoever had invited the user. */
export interface RevokeInvitationRequest {
  readonly conversationId: string
  readonly userId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/withdraw-join-request, client to server, by whoever had asked. */
export interface WithdrawJoinRequestRequest {
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/make-join-link, client to server, by the group's owner or an admin; by the owner alone where nobody else adds members. */
export interface MakeJoinLinkRequest {
  readonly conversationId: string
  /** Made by the device of chance, 22 to 64 of A-Za-z0-9_-: whoever knows it joins. Servers keep its SHA-256 alone, and can tell it to nobody. */
  readonly token: string
  /** From when on nobody joins by it, milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** How many may join by it; 0 for any number. */
  readonly usesMax: number
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

export interface JoinLinkReply {
  /** By which it is revoked. */
  readonly linkId: string
}

/** group/revoke-join-link, client to server, by the group's owner or an admin. */
export interface RevokeJoinLinkRequest {
  readonly conversationId: string
  readonly linkId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/join-by-link, client to server. */
export interface JoinByLinkRequest {
  readonly conversationId: string
  readonly token: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/ban-user, client to server, by the group's owner or an admin. Who is banned is removed, and comes back by no way. */
export interface BanUserRequest {
  readonly conversationId: string
  readonly userId: string
  /** false lifts the ban. */
  readonly banned: boolean
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/invitations, client to server. */
export interface InvitationsRequest {
  /** Continue behind this group; empty for the first page. */
  readonly afterConversationId: string
  /** 0 for the server's default. */
  readonly limit: number
}

/** group/invitations, answer: those that were not answered, by group. One that is too old for its inviter's wish is in it no more. */
export interface InvitationsReply {
  readonly invitations: readonly Invitation[]
  readonly more: boolean
}

/** group/join-links, client to server. */
export interface JoinLinksRequest {
  readonly conversationId: string
  /** Continue behind this link; empty for the first page. */
  readonly afterLinkId: string
  /** 0 for the server's default. */
  readonly limit: number
}

/** group/join-links, answer: those that were not revoked, by id. */
export interface JoinLinksReply {
  readonly links: readonly JoinLink[]
  readonly more: boolean
}

export interface JoinLink {
  readonly linkId: string
  readonly madeBy: string
  /** Milliseconds since the epoch. */
  readonly madeAtMs: number
  /** Milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** 0 for any number. */
  readonly usesMax: number
  /** How many have joined by it. */
  readonly uses: number
}

/** group/request-to-join, client to server. The answer has the seq of the item that lets in, 0 while the request waits. */
export interface RequestToJoinRequest {
  readonly conversationId: string
  /** What the asker says of themselves; may be empty. */
  readonly text: string
  /** To the questions of the group, in their order. */
  readonly answers: readonly string[]
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/answer-join-request, client to server, by whoever may make links to the group. */
export interface AnswerJoinRequestRequest {
  readonly conversationId: string
  readonly userId: string
  readonly accept: boolean
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** group/join-requests, client to server. */
export interface JoinRequestsRequest {
  readonly conversationId: string
  /** Continue behind this user; empty for the first page. */
  readonly afterUserId: string
  /** 0 for the server's default. */
  readonly limit: number
}

/** group/join-requests, answer: those that wait for an answer, by user. */
export interface JoinRequestsReply {
  readonly requests: readonly JoinRequest[]
  readonly more: boolean
}

/** group/own-join-requests, client to server. */
export interface OwnJoinRequestsRequest {
  /** Continue behind this group; empty for the first page. */
  readonly afterConversationId: string
  /** 0 for the server's default. */
  readonly limit: number
}

/** group/own-join-requests, answer: those that wait for an answer, by group. */
export interface OwnJoinRequestsReply {
  readonly requests: readonly JoinRequestState[]
  readonly more: boolean
}

/** group/join-info, client to server: what it takes to join a group that whoever knows its id may ask to join. */
export interface JoinInfoRequest {
  readonly conversationId: string
}

export interface JoinInfoReply {
  readonly name: string
  readonly memberCount: number
  /** request or open. */
  readonly joinBy: string
  readonly questions: readonly string[]
  /** When this user asked, and waits for the answer, milliseconds since the epoch; 0 for not. */
  readonly askedAtMs: number
}

/** group/bans, client to server. */
export interface BansRequest {
  readonly conversationId: string
  /** Continue behind this user; empty for the first page. */
  readonly afterUserId: string
  /** 0 for the server's default. */
  readonly limit: number
}

/** group/bans, answer: who is banned, by user. */
export interface BansReply {
  readonly bans: readonly Ban[]
  readonly more: boolean
}

export interface Ban {
  readonly userId: string
  readonly bannedBy: string
  /** Milliseconds since the epoch. */
  readonly bannedAtMs: number
}

/** Content of a message; opaque to the server, which never looks into its bytes. Text is text/plain in UTF-8, with an empty encoding. */
export interface Body {
  /** Media type of the decoded bytes, such as text/plain. This, the encoding and the key are printable ASCII. */
  readonly contentType: string
  /** Empty for as they are, else such as gzip or aes-256-gcm. */
  readonly encoding: string
  /** Key the bytes are encrypted with; empty for none. */
  readonly keyId: string
  readonly bytes: Uint8Array
}

/** A file by reference. */
export interface Attachment {
  /** http or https, in printable ASCII. */
  readonly url: string
  /** On one line: no control characters, marks of direction or blanks of no width. May be empty. */
  readonly name: string
  /** In printable ASCII. */
  readonly contentType: string
  /** Bytes. */
  readonly size: number
}

/** Something every member of a conversation may see, at its place in the conversation. Encoded once, when it is projected: history, sync and pushes carry the same bytes. Each kind of content is named after the event it was made of. An item with none of the contents you know still takes its seq. */
export interface ConversationItem {
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Dense position among messages, from 1; for other items the last ordinal before them. */
  readonly ordinal: number
  /** Who did it. */
  readonly actorId: string
  /** Milliseconds since the epoch. */
  readonly occurredAtMs: number
  /** Ordinal of a message that is not unread any more for anyone since this item, because it was taken away; 0 for none. */
  readonly uncounts: number
  readonly messageSent?: MessageSent | null
  readonly groupCreated?: GroupCreated | null
  readonly membersAdded?: MembersAdded | null
  readonly membersRemoved?: MembersRemoved | null
  readonly memberLeft?: MemberLeft | null
  readonly memberRoleChanged?: MemberRoleChanged | null
  readonly messageRevoked?: MessageRevoked | null
  readonly messageEdited?: MessageEdited | null
  readonly messageDeleted?: MessageDeleted | null
  readonly groupChanged?: GroupChanged | null
  readonly groupDismissed?: GroupDismissed | null
  readonly memberMuted?: MemberMuted | null
  readonly nicknameChanged?: NicknameChanged | null
  readonly memberJoined?: MemberJoined | null
  readonly userBanned?: UserBanned | null
}

/** A message, sent by the actor of its item. */
export interface MessageSent {
  readonly messageId: string
  readonly clientMessageId: string
  readonly body: Body | null
  /** seq of the message this one answers; 0 for none. */
  readonly replyTo: number
  readonly attachments: readonly Attachment[]
  /** How often its author has changed it since, and when they last did, milliseconds since the epoch; 0 for never. */
  readonly edits: number
  readonly editedAtMs: number
  /** Set once it was taken away: it keeps its place, has neither body nor attachments any more, and counts as read. */
  readonly removed: Removal | null
  /** seq of the item that edited it last; 0 for none. */
  readonly lastEditSeq: number
  /** It is meant for everybody in the group. */
  readonly mentionAll: boolean
}

/** How a message was taken away from everyone. */
export interface Removal {
  /** revoked, deleted, or hidden: deleted by this reader for themselves alone. */
  readonly kind: string
  /** Who did it. */
  readonly actorId: string
  /** Milliseconds since the epoch. */
  readonly atMs: number
}

/** A group with its first members, exactly one of them the owner. */
export interface GroupCreated {
  readonly name: string
  /** The first 20 at most, the owner among them. */
  readonly members: readonly Member[]
  /** How many they are, those not named included. */
  readonly subjectCount: number
}

export interface MembersAdded {
  /** The first 20 at most. */
  readonly members: readonly Member[]
  /** How many they are, those not named included. Who was out and is shown this item is one of them. */
  readonly subjectCount: number
  /** They may read what was before, too: their stays begin at seq 1. Nothing of it is unread. */
  readonly fromStart: boolean
}

export interface MembersRemoved {
  /** The first 20 at most. */
  readonly userIds: readonly string[]
  /** How many they are, those not named included. Whoever is not named may be one of them: sync tells. */
  readonly subjectCount: number
}

export interface MemberLeft {
  readonly userId: string
}

export interface MemberRoleChanged {
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
}

/** A member may say nothing for a while, or may speak again. */
export interface MemberMuted {
  readonly userId: string
  /** Milliseconds since the epoch; 0 for one who may speak again. */
  readonly mutedUntilMs: number
}

/** A member is called otherwise in this group. */
export interface NicknameChanged {
  readonly userId: string
  /** Empty for by their own name. */
  readonly nickname: string
}

/** A message was taken back from everyone: whoever shows it clears it. */
export interface MessageRevoked {
  readonly targetSeq: number
  readonly messageId: string
}

/** A message was deleted for everyone: whoever shows it shows nothing but that there was one. */
export interface MessageDeleted {
  readonly targetSeq: number
  readonly messageId: string
}

/** A message has another body: whoever shows it shows this one. */
export interface MessageEdited {
  readonly targetSeq: number
  readonly messageId: string
  /** Absent once the message was edited again or taken away. */
  readonly body: Body | null
  /** How often it has been edited by now, this one counted. */
  readonly version: number
}

/** A user joined of their own will: by a link, an invitation or a request, or as the group is open. */
export interface MemberJoined {
  readonly userId: string
  /** link, invitation, request or open. */
  readonly how: string
  /** Who had invited them, made the link, or answered their request; empty where the group is open. */
  readonly approvedBy: string
  /** They may read what was before, too: their stay begins at seq 1. Nothing of it is unread. */
  readonly fromStart: boolean
}

/** A user was banned from the group, or may come back. Who was a member is removed by an item of its own, before. */
export interface UserBanned {
  readonly userId: string
  readonly banned: boolean
}

export interface Member {
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
}

/** One setting of a group. Names and values are listed under "What a group is" of docs/protocol.md; one that you do not know changes nothing for you. */
export interface GroupSetting {
  readonly name: string
  readonly value: string
}

/** What is otherwise in a group from here on, each name once. */
export interface GroupChanged {
  readonly settings: readonly GroupSetting[]
}

/** The group can be read, and nothing happens in it any more. */
export interface GroupDismissed {
  /** By its end, which had come, and by nobody: the actor of the item is empty. */
  readonly ended: boolean
}

export interface Invitation {
  readonly conversationId: string
  /** Name of the group. */
  readonly groupName: string
  readonly invitedBy: string
  readonly greeting: string
  /** Milliseconds since the epoch. */
  readonly invitedAtMs: number
  /** Milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
}

export interface JoinRequest {
  readonly userId: string
  readonly text: string
  /** To the questions of the group as they were then. */
  readonly answers: readonly string[]
  /** Milliseconds since the epoch. */
  readonly askedAtMs: number
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number
}

export interface JoinRequestState {
  readonly conversationId: string
  /** Of one that waits, all of it; else who asked, and when. */
  readonly request: JoinRequest | null
  /** waits, accepted or refused; or over, as it can come to nothing any more: whoever asked took it back, is in by another way, or may not come in. */
  readonly state: string
  /** When it was accepted or refused, milliseconds since the epoch; else 0. */
  readonly atMs: number
}

/** session/sync, client to server: what changed since the cursor. */
export interface SyncRequest {
  /** Opaque, from the last SyncReply; empty for everything. */
  readonly cursor: Uint8Array
  /** Last items per conversation to send inline; 0 for the server's default. */
  readonly itemsPerConversation: number
}

export interface SyncReply {
  readonly cursor: Uint8Array
  /** Everything is sent, because the cursor was empty, too old, or of another log: forget what is not in it. */
  readonly full: boolean
  /** Not complete yet: ask again with the new cursor. */
  readonly more: boolean
  readonly sessions: readonly Session[]
  /** Last items of the changed conversations that this user may see, ascending by seq within a conversation. */
  readonly items: readonly ConversationItem[]
  /** Users that appear in what is sent. */
  readonly profiles: readonly UserProfile[]
  /** Not 0: the views are behind the log, or the sync was begun on another connection, and what they lack is in no answer yet; sync again, not before this many milliseconds. */
  readonly retryAfterMs: number
  /** What this user has deleted for themselves since the cursor, on any of their devices; nothing in a full sync, whose items are shown accordingly. */
  readonly hidden: readonly MessageHidden[]
  /** With `full`, on its first page: the log is not the one that the cursor was made of; it was put back from a backup, or made anew. What was shown may be in it no more, or in another place: forget every conversation and begin anew. */
  readonly otherHistory: boolean
  /** A part of the views stands still, nobody knows for how long, and what it lacks is in no answer yet. A resync comes once it has gone on: to sync again before that, for this alone, is of no use. */
  readonly partStands: boolean
  /** How this user stands to others, where that has changed since the cursor, by whomever: friendships and requests that are no more come with nothing in their place. On the first page; in a full sync, whatever there is. */
  readonly relations: readonly Relation[]
  /** More have changed than are sent: forget what is known of relations, and ask for the lists. */
  readonly relationsCut: boolean
  /** Whom this user lets reach them, where that has changed since the cursor, and else nothing. On the first page; in a full sync whatever it is. */
  readonly privacy: PrivacyReply | null
  /** Invitations of this user that wait for an answer, and were sent, or count again, since the cursor. On the first page; in a full sync, all there are. */
  readonly invitations: readonly Invitation[]
  /** Groups to which this user is invited no more, since the cursor: by whatever end, an answer of theirs among them. Of one that has become too old nothing is told: its end came with it. On the first page; in a full sync, none. */
  readonly endedInvitations: readonly string[]
  /** More have changed than are sent: forget what is known of invitations, and ask for the list. */
  readonly invitationsCut: boolean
  /** Requests to join that wait for an answer, or do so no more, since the cursor: of this user, and those of others to join groups of which this user is owner or admin. On the first page; in a full sync, and of a group of which they have become that since, all that wait. */
  readonly joinRequests: readonly JoinRequestState[]
  /** More have changed than are sent: forget what is known of requests to join, and ask for the lists. */
  readonly joinRequestsCut: boolean
}

/** A user's entry for a conversation, with the conversation's head. */
export interface Session {
  readonly conversationId: string
  /** direct, group, or broadcasts for what is told to every user of the app. */
  readonly kind: string
  /** Name of the group; empty for direct conversations. */
  readonly name: string
  /** 0 for direct conversations, and once the user is out. */
  readonly memberCount: number
  readonly lastSeq: number
  readonly lastOrdinal: number
  readonly readOrdinal: number
  readonly unread: number
  /** Role of the user; empty for direct conversations, and once the user is out of the group. */
  readonly role: string
  /** First seq that the user may read in their present (or last) stay: where it began, or 1 where the group showed its history from the start then. What may be read of stays before that, history tells. */
  readonly fromSeq: number
  /** First seq the user may no longer see; 0 while a member. */
  readonly toSeq: number
  /** Milliseconds since the epoch. */
  readonly lastActivityAtMs: number
  /** Ordinals behind read_ordinal of messages that are not unread: taken away since, by whomever. unread = last_ordinal - read_ordinal - how many these are. */
  readonly uncountedOrdinals: readonly number[]
  /** Until when the user may say nothing in the group, milliseconds since the epoch; 0 for one who was never muted there. */
  readonly mutedUntilMs: number
  /** When the group was dismissed, milliseconds since the epoch; 0 while it goes on, for direct conversations, and for one who was out before. */
  readonly dismissedAtMs: number
}

/** session/missed, client to server: the items since a cursor that are no messages, of all conversations, by conversation and seq. Asked behind a sync, with the cursor that the sync was asked with. */
export interface MissedRequest {
  /** Opaque, from a SyncReply. */
  readonly cursor: Uint8Array
  /** Continue behind this item, the last of the page before; empty and 0 for the first page. */
  readonly afterConversationId: string
  readonly afterSeq: number
  /** 0 for the server's default. */
  readonly limit: number
}

/** session/missed, answer. */
export interface MissedReply {
  readonly items: readonly ConversationItem[]
  /** There are more behind the last. */
  readonly more: boolean
  /** The cursor was empty, too old, or of another log: who has nothing has missed nothing, and a sync sends everything. */
  readonly full: boolean
}

/** session/unread, client to server. */
export interface UnreadRequest {

}

export interface UnreadReply {
  /** Conversations with unread messages. */
  readonly entries: readonly UnreadReply_Entry[]
  readonly total: number
}

export interface UnreadReply_Entry {
  readonly conversationId: string
  readonly unread: number
  readonly lastOrdinal: number
  readonly readOrdinal: number
}

/** session/resync, server to client: something may have been missed on the way; sync from your cursor. */
export interface Resync {
  /** For people who read logs. */
  readonly reason: string
}

/** message/send, client to server. */
export interface SendRequest {
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same message. */
  readonly clientMessageId: string
  readonly body: Body | null
  /** seq of the message this one answers; 0 for none. */
  readonly replyTo: number
  readonly attachments: readonly Attachment[]
  /** Whether it is meant for everybody in the group; FORBIDDEN for whom canMentionAll does not let. */
  readonly mentionAll: boolean
}

/** message/send, answer: the message is stored and will never be lost. */
export interface SendReply {
  readonly messageId: string
  readonly seq: number
  readonly ordinal: number
  /** When the server first received it, milliseconds since the epoch. */
  readonly sentAtMs: number
}

/** message/revoke, client to server: takes a message back from everyone. */
export interface RevokeRequest {
  readonly conversationId: string
  /** Place and id of the message, as it was shown. */
  readonly seq: number
  readonly messageId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** message/edit, client to server: gives a message another body, of the same content type. */
export interface EditRequest {
  readonly conversationId: string
  /** Place and id of the message, as it was shown. */
  readonly seq: number
  readonly messageId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
  readonly body: Body | null
}

/** message/delete-for-all, client to server: deletes a message for everyone. */
export interface DeleteRequest {
  readonly conversationId: string
  /** Place and id of the message, as it was shown. */
  readonly seq: number
  readonly messageId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** message/delete-for-me, client to server: deletes a message for oneself, on all of one's devices. */
export interface HideRequest {
  readonly conversationId: string
  /** Place and id of the message, as it was shown. */
  readonly seq: number
  readonly messageId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** message/broadcast, client to server: appends a message to what every user of the app sees. Asks for the right. */
export interface BroadcastRequest {
  /** b:<appId>. */
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same message. */
  readonly clientMessageId: string
  readonly body: Body | null
  readonly attachments: readonly Attachment[]
  /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
  readonly perSecond: number
}

/** message/broadcast-online, client to server: tells everybody who is connected now, and nobody later. Asks for the right. */
export interface BroadcastOnlineRequest {
  /** b:<appId>. */
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
  readonly body: Body | null
  /** As of a broadcast. */
  readonly perSecond: number
}

/** message/broadcast-online, answer: it is on its way. */
export interface BroadcastOnlineReply {
  readonly noticeId: string
  /** When the server received it, milliseconds since the epoch. */
  readonly sentAtMs: number
}

/** message/push, server to client. Acknowledged by a message/push packet with the ack flag, no body, and the sequence of the newest push received: it acknowledges every push up to it. */
export interface Push {
  readonly items: readonly ConversationItem[]
  readonly notices: readonly Notice[]
}

/** Something that takes no place in a conversation. A notice may be lost: what it tells a user of themselves, the next sync tells too. */
export interface Notice {
  readonly readMarked?: ReadMarked | null
  readonly messageHidden?: MessageHidden | null
  readonly friendRequested?: FriendRequested | null
  readonly friendRequestAnswered?: FriendRequestAnswered | null
  readonly friendDeleted?: FriendDeleted | null
  readonly remarkSet?: RemarkSet | null
  readonly userBlocked?: UserBlocked | null
  readonly privacyChanged?: PrivacyChanged | null
  readonly roomSignal?: RoomSignal | null
  readonly userUnblocked?: UserUnblocked | null
  readonly onlineNotified?: OnlineNotified | null
  readonly invitationSent?: InvitationSent | null
  readonly invitationAnswered?: InvitationAnswered | null
  readonly joinRequested?: JoinRequested | null
  readonly joinRequestAnswered?: JoinRequestAnswered | null
  readonly joinLinkMade?: JoinLinkMade | null
  readonly joinLinkRevoked?: JoinLinkRevoked | null
  readonly invitationRevoked?: InvitationRevoked | null
  readonly joinRequestWithdrawn?: JoinRequestWithdrawn | null
}

/** Somebody with the right, or an operator, tells everybody who is connected. */
export interface OnlineNotified {
  /** The same however often it comes. */
  readonly noticeId: string
  /** Who; empty for an operator. */
  readonly senderId: string
  readonly sentAtMs: number
  readonly body: Body | null
}

/** Something of a live room that this connection follows: a signal, or that some were missed, or that it follows the room no more. */
export interface RoomSignal {
  readonly conversationId: string
  /** Who gave the signal; empty where this is none. */
  readonly senderId: string
  /** When the server received it, milliseconds since the epoch. */
  readonly sentAtMs: number
  /** Absent where this is no signal. */
  readonly body: Body | null
  /** So many signals of the room were not told to this connection since the last that was, as it takes in too slowly. */
  readonly missed: number
  /** Why it follows the room no more, a code of the error catalogue; empty while it does. */
  readonly ended: string
}

/** This user deleted a message for themselves, on whichever of their devices. */
export interface MessageHidden {
  readonly conversationId: string
  readonly seq: number
  /** Its ordinal: it is not unread any more for this user. */
  readonly ordinal: number
  readonly messageId: string
}

/** A user asked the other of a direct conversation to be friends. */
export interface FriendRequested {
  readonly conversationId: string
  /** Who asked. */
  readonly userId: string
  readonly requestText: string
  /** Milliseconds since the epoch. */
  readonly askedAtMs: number
  readonly expiresAtMs: number
  /** The other had asked too: they are friends now. */
  readonly befriends: boolean
}

export interface FriendRequestAnswered {
  readonly conversationId: string
  /** Who answered. */
  readonly userId: string
  readonly accepted: boolean
  /** Milliseconds since the epoch. */
  readonly atMs: number
}

/** Two are friends no more, or a request was taken back. */
export interface FriendDeleted {
  readonly conversationId: string
  /** Who did it. */
  readonly userId: string
}

/** This user calls another otherwise; nobody else is told. */
export interface RemarkSet {
  readonly conversationId: string
  readonly remark: string
  readonly tags: readonly string[]
}

/** This user blocked another; nobody else is told. */
export interface UserBlocked {
  readonly conversationId: string
  /** Milliseconds since the epoch. */
  readonly atMs: number
}

/** This user blocks another no more; nobody else is told. */
export interface UserUnblocked {
  readonly conversationId: string
}

/** Others may reach this user otherwise than before; nobody else is told. */
export interface PrivacyChanged {
  readonly write: string
  readonly add: string
}

/** This user was invited to a group: what their lists and sync say of it. */
export interface InvitationSent {
  readonly conversationId: string
  readonly groupName: string
  readonly invitedBy: string
  readonly greeting: string
  /** Milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs: number
  /** Milliseconds since the epoch. */
  readonly invitedAtMs: number
}

/** An invitation was answered: told to who had invited, while they are in, and to the other devices of the invited. */
export interface InvitationAnswered {
  readonly conversationId: string
  readonly userId: string
  readonly accepted: boolean
}

/** An invitation was taken back: told to the invited, to who had invited them, while they are in, and to the devices of who did it. */
export interface InvitationRevoked {
  readonly conversationId: string
  readonly userId: string
}

/** A request to join was taken back: told to owner and admins of the group, and to the devices of who had asked. */
export interface JoinRequestWithdrawn {
  readonly conversationId: string
  readonly userId: string
}

/** A user asked to join a group: told to its owner and admins, and to the devices of who asked. */
export interface JoinRequested {
  readonly conversationId: string
  readonly userId: string
  readonly requestText: string
  readonly answers: readonly string[]
  /** Milliseconds since the epoch. */
  readonly askedAtMs: number
  readonly expiresAtMs: number
}

/** A request to join was answered: told to who had asked, and to owner and admins of the group. */
export interface JoinRequestAnswered {
  readonly conversationId: string
  readonly userId: string
  readonly accepted: boolean
  /** Milliseconds since the epoch. */
  readonly atMs: number
}

/** This user made a link to a group, on whichever of their devices. */
export interface JoinLinkMade {
  readonly conversationId: string
  readonly linkId: string
}

/** A link to a group was revoked: told to the devices of who did it. */
export interface JoinLinkRevoked {
  readonly conversationId: string
  readonly linkId: string
}

/** The read marker of one user in one conversation: told to their other devices, and in a direct conversation to the other user. */
export interface ReadMarked {
  readonly conversationId: string
  readonly userId: string
  readonly ordinal: number
}

/** message/history, client to server: items with after_seq < seq < before_seq, ascending. With after_seq 0 the newest such items are answered, else the oldest; before_seq 0 sets no upper bound. */
export interface HistoryRequest {
  readonly conversationId: string
  readonly beforeSeq: number
  readonly afterSeq: number
  /** 0 for the server's default. */
  readonly limit: number
}

export interface HistoryReply {
  readonly items: readonly ConversationItem[]
  /** There are more items in the direction of the page. */
  readonly more: boolean
  /** How far the views had come with what this user may see: a seq up to here that lies in the range and is in no page, they may not see. What lies beyond, the views do not know yet. */
  readonly viewSeq: number
}

/** message/edits, client to server: earlier versions of a message, for whoever may see it, from this one on. */
export interface EditsRequest {
  readonly conversationId: string
  readonly seq: number
  /** 0 for the message as it was sent; the version of an item is its edits. */
  readonly fromVersion: number
}

/** message/edits, answer. Of a message that was taken away, or that the reader deleted for themselves, there are none. */
export interface EditsReply {
  /** The message as it stood before each edit, oldest first, each at the message's own seq. As it stands now it is in history. */
  readonly items: readonly ConversationItem[]
  /** There are later ones: ask from the version behind the last. */
  readonly more: boolean
}

/** message/mark-read, client to server. */
export interface MarkReadRequest {
  readonly conversationId: string
  readonly ordinal: number
}

export interface MarkReadReply {
  /** Where the read marker stands now. */
  readonly ordinal: number
}

export interface UserProfile {
  readonly userId: string
  readonly userName: string
  readonly displayName: string
}

/** user/find-user, client to server: by id or, where none is given, by name. */
export interface FindUserRequest {
  readonly userId: string
  readonly userName: string
}

export interface FindUserReply {
  readonly profile: UserProfile | null
}

/** How this user stands to another, as this user alone is shown it: what the other calls this user, and whether they blocked them, is in none. */
export interface Relation {
  /** The other. */
  readonly userId: string
  /** Since when they are friends, milliseconds since the epoch; 0 for not at all. */
  readonly friendsSinceMs: number
  /** What this user calls the other; empty for none. */
  readonly remark: string
  readonly tags: readonly string[]
  /** Since when this user has blocked the other, milliseconds since the epoch; 0 for not at all. */
  readonly blockedSinceMs: number
  /** Their friend requests that are not answered; of one that has expired nothing comes any more. */
  readonly sent: FriendRequest | null
  readonly received: FriendRequest | null
}

export interface FriendRequest {
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly askedAtMs: number
  readonly expiresAtMs: number
}

/** user/request-friend, client to server. */
export interface FriendRequestRequest {
  /** The direct conversation of the two, d:<a>:<b>. */
  readonly conversationId: string
  /** May be empty. */
  readonly text: string
  /** Until when it stands, milliseconds since the epoch; 0 for as long as the server says. */
  readonly expiresAtMs: number
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/answer-friend-request, client to server. */
export interface FriendAnswerRequest {
  /** The direct conversation of the two, d:<a>:<b>. */
  readonly conversationId: string
  readonly accept: boolean
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/delete-friend, client to server. */
export interface DeleteFriendRequest {
  /** The direct conversation of the two, d:<a>:<b>. */
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/set-remark, client to server: both as they are to be from now on. */
export interface RemarkRequest {
  /** The direct conversation of the two, d:<a>:<b>. */
  readonly conversationId: string
  /** On one line, and something to be seen; empty for none. */
  readonly remark: string
  /** Each once, on one line, and something to be seen. */
  readonly tags: readonly string[]
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/block-user, client to server. */
export interface BlockRequest {
  /** The direct conversation of the two, d:<a>:<b>. */
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/unblock-user, client to server. */
export interface UnblockRequest {
  /** The direct conversation of the two, d:<a>:<b>. */
  readonly conversationId: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/friends, user/friend-requests and user/blocked, client to server: in the order of the others' ids. */
export interface RelationsRequest {
  /** Continue behind this user; empty for the first page. */
  readonly afterUserId: string
  /** 0 for the server's default. */
  readonly limit: number
}

export interface RelationsReply {
  readonly relations: readonly Relation[]
  readonly more: boolean
}

/** user/change-privacy, client to server: both as they are to be from now on, each everybody, friends or nobody. */
export interface ChangePrivacyRequest {
  readonly write: string
  readonly add: string
  /** UUID made by the device: the same for every resend of the same request. */
  readonly clientRequestId: string
}

/** user/privacy, client to server. */
export interface PrivacyRequest {

}

export interface PrivacyReply {
  /** Who may write to this user. */
  readonly write: string
  /** Who may put this user into groups. */
  readonly add: string
}

/** user/relation-to, client to server. */
export interface RelationRequest {
  readonly userId: string
}

export interface RelationReply {
  readonly relation: Relation | null
}

/** Body of any packet with the error flag. */
export interface Error {
  /** Code of the error catalogue, such as NOT_A_MEMBER. */
  readonly code: string
  /** Which field, which limit; for people, not for programs. */
  readonly detail: string
  /** Whether the same request can succeed later. */
  readonly retriable: boolean
  /** Milliseconds to wait before trying again; 0 when unknown. */
  readonly retryAfterMs: number
}

/** Answer to a request that changes a conversation: the seq of the last item it led to, or of the head when it changed nothing. */
export interface SeqReply {
  readonly seq: number
}

/** Answer to a request whose success says it all. */
export interface DoneReply {

}

/** What ConversationItem may hold, by the name of the event it was made of. */
export interface ItemContents {
  readonly MessageSent: MessageSent
  readonly GroupCreated: GroupCreated
  readonly MembersAdded: MembersAdded
  readonly MembersRemoved: MembersRemoved
  readonly MemberLeft: MemberLeft
  readonly MemberRoleChanged: MemberRoleChanged
  readonly MessageRevoked: MessageRevoked
  readonly MessageEdited: MessageEdited
  readonly MessageDeleted: MessageDeleted
  readonly GroupChanged: GroupChanged
  readonly GroupDismissed: GroupDismissed
  readonly MemberMuted: MemberMuted
  readonly NicknameChanged: NicknameChanged
  readonly MemberJoined: MemberJoined
  readonly UserBanned: UserBanned
}

/** What Notice may hold, by the name of the event it was made of. */
export interface NoticeContents {
  readonly ReadMarked: ReadMarked
  readonly MessageHidden: MessageHidden
  readonly FriendRequested: FriendRequested
  readonly FriendRequestAnswered: FriendRequestAnswered
  readonly FriendDeleted: FriendDeleted
  readonly RemarkSet: RemarkSet
  readonly UserBlocked: UserBlocked
  readonly PrivacyChanged: PrivacyChanged
  readonly RoomSignal: RoomSignal
  readonly UserUnblocked: UserUnblocked
  readonly OnlineNotified: OnlineNotified
  readonly InvitationSent: InvitationSent
  readonly InvitationAnswered: InvitationAnswered
  readonly JoinRequested: JoinRequested
  readonly JoinRequestAnswered: JoinRequestAnswered
  readonly JoinLinkMade: JoinLinkMade
  readonly JoinLinkRevoked: JoinLinkRevoked
  readonly InvitationRevoked: InvitationRevoked
  readonly JoinRequestWithdrawn: JoinRequestWithdrawn
}
