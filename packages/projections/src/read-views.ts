// The port through which gateways and the API read the views. Every answer says nothing that its reader may not see:
// visibility is asked in the same statement as the page. Answers are in the shapes of the client protocol, items as they were encoded.
import type { Messages } from '@skein/contracts'
import type { LimitsInForce } from '@skein/domain'
import type { Checkpoint } from '@skein/event-sourcing'

/** A ConversationItem as it was encoded when it was projected. */
export type EncodedItem = Uint8Array
export type Session = Messages.Session
export type UserProfile = Messages.UserProfile
export type Member = Messages.GroupMember
export type Relation = Messages.Relation
export type Privacy = Messages.PrivacyReply
export type UnreadEntry = Messages.UnreadReply_Entry

export interface HistoryQuery {
  readonly appId: string
  readonly userId: string
  readonly conversationId: string
  /** 0 for no upper bound. */
  readonly beforeSeq: number
  /** 0 for the newest items, else the oldest after it. */
  readonly afterSeq: number
  readonly limit: number
}

export interface ItemPage {
  readonly items: readonly EncodedItem[]
  readonly more: boolean
}

export interface HistoryPage extends ItemPage {
  /** The last seq that the views know and the reader may know of: what lies up to there and is in no page, the reader may not see. */
  readonly viewSeq: number
}

export interface MembersPage {
  readonly members: readonly Member[]
  readonly more: boolean
  /** The last seq of the conversation that the views know. */
  readonly viewSeq: number
}

export interface MembersQuery {
  readonly appId: string
  readonly userId: string
  readonly conversationId: string
  readonly afterUserId: string
  /** Only those with this role; empty for all. */
  readonly role: string
  readonly limit: number
}

export interface AreMembersQuery {
  readonly appId: string
  /** Who asks. */
  readonly userId: string
  readonly conversationId: string
  readonly among: readonly string[]
}

export interface MyGroupsQuery {
  readonly appId: string
  readonly userId: string
  /** Empty for the first page. */
  readonly afterConversationId: string
  readonly limit: number
}

/** A group as its members are told of it. */
export interface GroupInfo {
  readonly name: string
  readonly ownerId: string
  readonly creatorId: string
  readonly memberCount: number
  readonly settings: readonly Messages.GroupSetting[]
  readonly dismissedAtMs: number
  /** The last seq of the conversation that the views know. */
  readonly viewSeq: number
}

/** A live room and how one who follows it, or speaks in it, stands to it. */
export interface RoomFacts {
  readonly name: string
  readonly settings: readonly Messages.GroupSetting[]
  /** Milliseconds since the epoch; 0 while it goes on. */
  readonly dismissedAtMs: number
  /** Empty for one who is no member. */
  readonly role: string
  /** Milliseconds since the epoch, whether they are a member or not; 0 for one who was never muted. */
  readonly mutedUntilMs: number
}

export interface EditsQuery {
  readonly appId: string
  readonly userId: string
  readonly conversationId: string
  readonly seq: number
  readonly fromVersion: number
  readonly limit: number
}

export interface SyncQuery {
  readonly appId: string
  readonly userId: string
  /** Cursor as the client gave it; empty for everything. */
  readonly cursor: Uint8Array
  readonly itemsPerConversation: number
  /** Partitions of which the views may lack what the log had when this was asked: in any other a cursor that is further has seen another log. */
  readonly behind: ReadonlySet<number>
  /** Of the asker: invitations and requests that count no more by then are left out. */
  readonly nowMs: number
}

export interface SyncPage {
  readonly cursor: Uint8Array
  readonly full: boolean
  /** The cursor speaks of events that are not those of the log: it was put back, or made anew. */
  readonly otherHistory: boolean
  readonly more: boolean
  readonly sessions: readonly Session[]
  readonly items: readonly EncodedItem[]
  readonly profiles: readonly UserProfile[]
  /** What the reader has deleted for themselves since the cursor; nothing in a full sync. */
  readonly hidden: readonly Messages.MessageHidden[]
  /** Whom the reader lets reach them, where that has changed since the cursor, and in a full sync; else null. */
  readonly privacy: Privacy | null
  /** How the reader stands to others, where that has changed since the cursor; in a full sync, whatever there is. */
  readonly relations: readonly Relation[]
  /** There are more of those than are sent. */
  readonly relationsCut: boolean
  /** Invitations of the reader that wait for an answer, where they came to since the cursor; in a full sync, all. */
  readonly invitations: readonly Messages.Invitation[]
  /** Groups of those that wait no more since the cursor. */
  readonly endedInvitations: readonly string[]
  readonly invitationsCut: boolean
  /**
   * Requests to join that wait for an answer, or do so no more, where that has changed since the cursor: of the reader, and of others to join groups
   * of which the reader is owner or admin. In a full sync, and of a group of which they became that since, all that wait.
   */
  readonly joinRequests: readonly Messages.JoinRequestState[]
  readonly joinRequestsCut: boolean
}

/** Which of a user's relations: an expired request is none. */
export type RelationList = 'friends' | 'requests' | 'blocked'

export interface RelationsQuery {
  readonly appId: string
  readonly userId: string
  readonly list: RelationList
  /** The moment that requests are compared with, ms since the epoch. */
  readonly at: number
  /** Empty for the first page. */
  readonly afterUserId: string
  readonly limit: number
}

export interface MissedQuery {
  readonly appId: string
  readonly userId: string
  /** Cursor as the client gave it. */
  readonly cursor: Uint8Array
  /** The page begins behind this item. */
  readonly after: { readonly conversationId: string; readonly seq: number }
  readonly limit: number
}

export interface MissedPage extends ItemPage {
  /** The cursor was of no use. */
  readonly full: boolean
}

export interface AcquaintancesQuery {
  readonly appId: string
  readonly userId: string
  /** Empty for the first page. */
  readonly afterUserId: string
  readonly limit: number
}

export interface StrangersQuery {
  readonly appId: string
  readonly userId: string
  /** Who is asked about. */
  readonly among: readonly string[]
}

export interface InvitationsQuery {
  readonly appId: string
  readonly userId: string
  /** Empty for the first page. */
  readonly afterConversationId: string
  readonly limit: number
  /** Of the asker: what counts no more by then is left out. */
  readonly nowMs: number
}

export interface JoinLinksQuery {
  readonly appId: string
  readonly userId: string
  readonly conversationId: string
  /** Empty for the first page. */
  readonly afterLinkId: string
  readonly limit: number
}

/** A page, by user, of what is said of a group. */
export interface OfGroupByUser {
  readonly appId: string
  readonly userId: string
  readonly conversationId: string
  /** Empty for the first page. */
  readonly afterUserId: string
  readonly limit: number
}

export type DeviceSessionState = 'open' | 'closed' | 'unknown'

export interface ReadViews {
  checkpoints(): Promise<ReadonlyMap<number, Checkpoint>>
  sync(query: SyncQuery): Promise<SyncPage>
  /** Items since a cursor that are no messages. */
  missed(query: MissedQuery): Promise<MissedPage>
  /** 'NOT_A_MEMBER' for one who never belonged to the conversation, or when there is none. */
  history(query: HistoryQuery): Promise<HistoryPage | 'NOT_A_MEMBER'>
  /** Earlier versions of a message. 'NOT_A_MEMBER' for one who may not see that seq. */
  edits(query: EditsQuery): Promise<ItemPage | 'NOT_A_MEMBER' | 'MESSAGE_NOT_FOUND'>
  unread(appId: string, userId: string): Promise<{ readonly entries: readonly UnreadEntry[]; readonly total: number }>
  members(query: MembersQuery): Promise<MembersPage | 'NOT_A_MEMBER'>
  /** Those of some users who are in a conversation now, by user id. 'NOT_A_MEMBER' for one who asks from outside. */
  areMembers(query: AreMembersQuery): Promise<{ readonly members: readonly Messages.Member[]; readonly viewSeq: number } | 'NOT_A_MEMBER'>
  /** Groups that a user is in now, by conversation id. */
  myGroups(query: MyGroupsQuery): Promise<{ readonly groups: readonly Session[]; readonly more: boolean }>
  /** 'NOT_A_MEMBER' for one who is not in now, or when there is no such group. */
  groupInfo(query: {
    readonly appId: string
    readonly userId: string
    readonly conversationId: string
  }): Promise<GroupInfo | 'NOT_A_MEMBER'>
  /** For whoever asks, a member or not; null for who was banned, and when there is no such group, or it is no live room. */
  room(query: { readonly appId: string; readonly userId: string; readonly conversationId: string }): Promise<RoomFacts | null>
  /** Those of some users who were banned from a group. */
  bannedAmong(query: {
    readonly appId: string
    readonly conversationId: string
    readonly among: readonly string[]
  }): Promise<readonly string[]>
  /** Invitations of a user that wait for an answer. */
  invitations(query: InvitationsQuery): Promise<{ readonly invitations: readonly Messages.Invitation[]; readonly more: boolean }>
  /** Links to a group that were not revoked, for its owner and admins; none for others. */
  joinLinks(
    query: JoinLinksQuery,
  ): Promise<{ readonly links: readonly Messages.JoinLink[]; readonly more: boolean } | 'NOT_A_MEMBER' | 'FORBIDDEN'>
  /** Requests to join a group that wait for an answer, for its owner and admins; none for others. */
  joinRequests(
    query: OfGroupByUser & { readonly nowMs: number },
  ): Promise<{ readonly requests: readonly Messages.JoinRequest[]; readonly more: boolean } | 'NOT_A_MEMBER' | 'FORBIDDEN'>
  /** Requests of a user to join groups that wait for an answer. */
  ownJoinRequests(query: InvitationsQuery): Promise<{ readonly requests: readonly Messages.JoinRequestState[]; readonly more: boolean }>
  /** Who is banned from a group, for its owner and admins; none for others. */
  bans(query: OfGroupByUser): Promise<{ readonly bans: readonly Messages.Ban[]; readonly more: boolean } | 'NOT_A_MEMBER' | 'FORBIDDEN'>
  /** What it takes to join a group that whoever knows its id may ask to join; null of every other, and for who is banned. */
  joinInfo(query: {
    readonly appId: string
    readonly userId: string
    readonly conversationId: string
    /** Of the asker. */
    readonly nowMs: number
  }): Promise<Messages.JoinInfoReply | null>
  /** What an app may set, as it holds now; null when no such app is registered. */
  app(appId: string): Promise<{ readonly limits: LimitsInForce } | null>
  /**
   * Users who share a conversation with one, in the order of their ids: a group that both are in now, or a direct conversation in which they
   * have read or written something, so that whoever writes to a stranger learns nothing about them.
   */
  acquaintances(query: AcquaintancesQuery): Promise<{ readonly userIds: readonly string[]; readonly more: boolean }>
  /**
   * Who of some users does not know one: is no friend, and shares no conversation with them now, group or direct, in which they have read or
   * written anything since they came. Whoever was only put into a group, or written to, knows nobody by that.
   */
  strangers(query: StrangersQuery): Promise<readonly string[]>
  findUser(appId: string, by: { readonly userId: string } | { readonly userName: string }): Promise<UserProfile | null>
  /** How a user stands to others, in the order of the others' ids, as they themselves are shown it. */
  relations(query: RelationsQuery): Promise<{ readonly relations: readonly Relation[]; readonly more: boolean }>
  /** How a user stands to another; null when there is no such other. */
  relationTo(query: {
    readonly appId: string
    readonly userId: string
    readonly peerId: string
    readonly at: number
  }): Promise<Relation | null>
  privacy(appId: string, userId: string): Promise<Privacy>
  /** Of all apps, who registered last first. */
  newestUsers(limit: number): Promise<readonly { readonly appId: string; readonly userId: string }[]>
  /** States of device sessions, in the order asked. */
  deviceSessions(
    list: readonly { readonly appId: string; readonly userId: string; readonly sessionId: string }[],
  ): Promise<readonly DeviceSessionState[]>
}

/** Members of a conversation with their stays, for delivery: [fromSeq, toSeq), toSeq 0 while a member; what was before may be read from seesFrom on. */
export interface Stay {
  readonly userId: string
  readonly fromSeq: number
  readonly seesFrom: number
  readonly toSeq: number
}

export interface ReadMembership {
  /**
   * How many members a group has, its stays and the checkpoint of its partition, from one statement. Of stays that are over there may be any
   * number: those by which nobody sees `seq` or what follows are left out. All are, as null, where there are more members than `membersMax`.
   */
  stays(
    partition: number,
    group: GroupId,
    asked: { readonly membersMax: number; readonly seq: number },
  ): Promise<{ readonly checkpoint: Checkpoint; readonly members: number; readonly stays: readonly Stay[] | null }>
  /** The stays of some users in a group and the checkpoint of its partition, from one statement. */
  staysOf(partition: number, group: GroupId, userIds: readonly string[]): Promise<StaysOf>
  /** The owner and admins of a group, the owner first, at most so many, and the checkpoint of its partition, from one statement. */
  admins(partition: number, group: GroupId, about: { readonly limit: number; readonly askers: readonly string[] }): Promise<Admins>
}

/** The owner and admins of a group. */
export interface Admins {
  readonly checkpoint: Checkpoint
  readonly userIds: readonly string[]
  /** Who of them blocks whom of those that were asked about, as the view knows it then. */
  readonly blocks: readonly { readonly userId: string; readonly askerId: string }[]
}

export interface GroupId {
  readonly appId: string
  readonly conversationId: string
}

export interface StaysOf {
  readonly checkpoint: Checkpoint
  readonly stays: readonly Stay[]
}
