// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { AddMembersRequest, AnswerInvitationRequest, AnswerJoinRequestRequest, AreMembersReply, AreMembersRequest, BanUserRequest, BansReply, BansRequest, BlockRequest, BroadcastOnlineReply, BroadcastOnlineRequest, BroadcastRequest, ChangeGroupRequest, ChangePrivacyRequest, ChangeRoleRequest, CreateGroupRequest, DeleteFriendRequest, DeleteRequest, DismissGroupRequest, DoneReply, EditRequest, EditsReply, EditsRequest, FindUserReply, FindUserRequest, FollowRoomReply, FollowRoomRequest, FriendAnswerRequest, FriendRequestRequest, GroupInfoReply, GroupInfoRequest, Heartbeat, HideRequest, HistoryReply, HistoryRequest, InvitationsReply, InvitationsRequest, InviteToGroupRequest, JoinByLinkRequest, JoinInfoReply, JoinInfoRequest, JoinLinkReply, JoinLinksReply, JoinLinksRequest, JoinRequestsReply, JoinRequestsRequest, LeaveGroupRequest, LoginReply, LoginRequest, LogoutRequest, MakeJoinLinkRequest, MarkReadReply, MarkReadRequest, MemberChangeReply, MembersReply, MembersRequest, MissedReply, MissedRequest, MuteMemberRequest, MyGroupsReply, MyGroupsRequest, OwnJoinRequestsReply, OwnJoinRequestsRequest, PrivacyReply, PrivacyRequest, RelationReply, RelationRequest, RelationsReply, RelationsRequest, RemarkRequest, RemoveMembersRequest, RequestToJoinRequest, RevokeInvitationRequest, RevokeJoinLinkRequest, RevokeRequest, SendReply, SendRequest, SeqReply, SetNicknameRequest, SignalReply, SignalRequest, SyncReply, SyncRequest, UnblockRequest, UnfollowRoomRequest, UnreadReply, UnreadRequest, WithdrawJoinRequestRequest } from './messages.ts'

/** Every packet by its name. Requests and their answers share the numbers; answers carry the ack or error flag. */
export const packets = {
  /** The first packet of every connection. */
  login: { service: 1, command: 1, kind: 'connection', request: 'LoginRequest', answer: 'LoginReply' },
  /** Ends the device session: the token is worth nothing afterwards. */
  logout: { service: 1, command: 2, kind: 'command', request: 'LogoutRequest', answer: 'DoneReply', becomes: 'CloseDeviceSession', intent: null, adds: null, secret: null },
  /** Says that one is there; both ways. */
  heartbeat: { service: 1, command: 3, kind: 'connection', request: 'Heartbeat', answer: 'Heartbeat' },
  /** The last packet before the server closes. */
  goodbye: { service: 1, command: 4, kind: 'server', body: 'Goodbye' },
  /** Appends a message to a conversation. */
  send: { service: 2, command: 1, kind: 'command', request: 'SendRequest', answer: 'SendReply', becomes: 'SendMessage', intent: 'clientMessageId', adds: null, secret: null },
  /** Items and notices as they happen; acknowledged. */
  push: { service: 2, command: 2, kind: 'server', body: 'Push' },
  /** A page of a conversation by seq. */
  history: { service: 2, command: 3, kind: 'read', request: 'HistoryRequest', answer: 'HistoryReply' },
  /** What a message said before it was edited. */
  edits: { service: 2, command: 20, kind: 'read', request: 'EditsRequest', answer: 'EditsReply' },
  /** Moves the reader's read marker forward. */
  markRead: { service: 2, command: 4, kind: 'command', request: 'MarkReadRequest', answer: 'MarkReadReply', becomes: 'MarkRead', intent: null, adds: null, secret: null },
  /** Takes a message back from everyone. */
  revoke: { service: 2, command: 5, kind: 'command', request: 'RevokeRequest', answer: 'SeqReply', becomes: 'RevokeMessage', intent: 'clientRequestId', adds: null, secret: null },
  /** Gives a message another body. */
  edit: { service: 2, command: 6, kind: 'command', request: 'EditRequest', answer: 'SeqReply', becomes: 'EditMessage', intent: 'clientRequestId', adds: null, secret: null },
  /** Deletes a message for everyone. */
  deleteForAll: { service: 2, command: 7, kind: 'command', request: 'DeleteRequest', answer: 'SeqReply', becomes: 'DeleteMessage', intent: 'clientRequestId', adds: null, secret: null },
  /** Deletes a message for oneself. */
  deleteForMe: { service: 2, command: 8, kind: 'command', request: 'HideRequest', answer: 'DoneReply', becomes: 'HideMessage', intent: 'clientRequestId', adds: null, secret: null },
  /** Tells everybody who is connected now; for those with the right. */
  broadcastOnline: { service: 2, command: 30, kind: 'command', request: 'BroadcastOnlineRequest', answer: 'BroadcastOnlineReply', becomes: 'NotifyOnline', intent: 'clientRequestId', adds: null, secret: null },
  /** Appends a message to the broadcasts of the app; for those with the right. */
  broadcast: { service: 2, command: 31, kind: 'command', request: 'BroadcastRequest', answer: 'SendReply', becomes: 'BroadcastMessage', intent: 'clientMessageId', adds: null, secret: null },
  /** What changed since the cursor. */
  sync: { service: 3, command: 1, kind: 'read', request: 'SyncRequest', answer: 'SyncReply' },
  /** Conversations with unread messages. */
  unread: { service: 3, command: 2, kind: 'read', request: 'UnreadRequest', answer: 'UnreadReply' },
  /** What was done to conversations and messages since a cursor, without the messages. */
  missed: { service: 3, command: 10, kind: 'read', request: 'MissedRequest', answer: 'MissedReply' },
  /** Something may have been missed: sync from your cursor. */
  resync: { service: 3, command: 3, kind: 'server', body: 'Resync' },
  /** Creates a group with its creator as owner. */
  createGroup: { service: 4, command: 1, kind: 'command', request: 'CreateGroupRequest', answer: 'MemberChangeReply', becomes: 'CreateGroup', intent: 'clientRequestId', adds: 'memberIds', secret: null },
  /** Adds users to a group. */
  addMembers: { service: 4, command: 2, kind: 'command', request: 'AddMembersRequest', answer: 'MemberChangeReply', becomes: 'AddMembers', intent: 'clientRequestId', adds: 'userIds', secret: null },
  /** Removes members from a group. */
  removeMembers: { service: 4, command: 3, kind: 'command', request: 'RemoveMembersRequest', answer: 'MemberChangeReply', becomes: 'RemoveMembers', intent: 'clientRequestId', adds: null, secret: null },
  /** Leaves a group. */
  leaveGroup: { service: 4, command: 4, kind: 'command', request: 'LeaveGroupRequest', answer: 'SeqReply', becomes: 'LeaveGroup', intent: 'clientRequestId', adds: null, secret: null },
  /** Gives a member another role; the owner hands over by giving theirs. */
  changeRole: { service: 4, command: 5, kind: 'command', request: 'ChangeRoleRequest', answer: 'SeqReply', becomes: 'ChangeMemberRole', intent: 'clientRequestId', adds: null, secret: null },
  /** A page of a conversation's members, of all or of one role. */
  members: { service: 4, command: 6, kind: 'read', request: 'MembersRequest', answer: 'MembersReply' },
  /** Sets something of a group otherwise: its profile, its rules, its end. */
  changeGroup: { service: 4, command: 7, kind: 'command', request: 'ChangeGroupRequest', answer: 'SeqReply', becomes: 'ChangeGroup', intent: 'clientRequestId', adds: null, secret: null },
  /** Ends a group for good. */
  dismissGroup: { service: 4, command: 8, kind: 'command', request: 'DismissGroupRequest', answer: 'SeqReply', becomes: 'DismissGroup', intent: 'clientRequestId', adds: null, secret: null },
  /** What a group is: its profile, its rules, its end. */
  groupInfo: { service: 4, command: 9, kind: 'read', request: 'GroupInfoRequest', answer: 'GroupInfoReply' },
  /** Lets a member say nothing for a time. */
  muteMember: { service: 4, command: 10, kind: 'command', request: 'MuteMemberRequest', answer: 'SeqReply', becomes: 'MuteMember', intent: 'clientRequestId', adds: null, secret: null },
  /** Gives a member a name in the group. */
  setNickname: { service: 4, command: 11, kind: 'command', request: 'SetNicknameRequest', answer: 'SeqReply', becomes: 'SetNickname', intent: 'clientRequestId', adds: null, secret: null },
  /** A page of the groups that one is in. */
  myGroups: { service: 4, command: 23, kind: 'read', request: 'MyGroupsRequest', answer: 'MyGroupsReply' },
  /** Which of some users belong to a conversation. */
  areMembers: { service: 4, command: 24, kind: 'read', request: 'AreMembersRequest', answer: 'AreMembersReply' },
  /** Has this connection told what is said in a live room; asked again, says how many follow. */
  followRoom: { service: 4, command: 25, kind: 'live', request: 'FollowRoomRequest', answer: 'FollowRoomReply' },
  /** Has this connection told no more of a live room. */
  unfollowRoom: { service: 4, command: 26, kind: 'live', request: 'UnfollowRoomRequest', answer: 'DoneReply' },
  /** Says something in a live room, to those who follow it now. */
  signal: { service: 4, command: 27, kind: 'live', request: 'SignalRequest', answer: 'SignalReply' },
  /** Invites users to a group, who join by accepting. */
  inviteToGroup: { service: 4, command: 12, kind: 'command', request: 'InviteToGroupRequest', answer: 'MemberChangeReply', becomes: 'InviteToGroup', intent: 'clientRequestId', adds: 'userIds', secret: null },
  /** Accepts or refuses an invitation. */
  answerInvitation: { service: 4, command: 13, kind: 'command', request: 'AnswerInvitationRequest', answer: 'SeqReply', becomes: 'AnswerInvitation', intent: 'clientRequestId', adds: null, secret: null },
  /** Asks to be let into a group, or joins one that is open. */
  requestToJoin: { service: 4, command: 14, kind: 'command', request: 'RequestToJoinRequest', answer: 'SeqReply', becomes: 'RequestToJoin', intent: 'clientRequestId', adds: null, secret: null },
  /** Lets in a user who asked to join, or does not. */
  answerJoinRequest: { service: 4, command: 15, kind: 'command', request: 'AnswerJoinRequestRequest', answer: 'SeqReply', becomes: 'AnswerJoinRequest', intent: 'clientRequestId', adds: null, secret: null },
  /** Makes a link by which whoever holds it joins. */
  makeJoinLink: { service: 4, command: 16, kind: 'command', request: 'MakeJoinLinkRequest', answer: 'JoinLinkReply', becomes: 'MakeJoinLink', intent: 'clientRequestId', adds: null, secret: 'token' },
  /** Ends a link. */
  revokeJoinLink: { service: 4, command: 17, kind: 'command', request: 'RevokeJoinLinkRequest', answer: 'DoneReply', becomes: 'RevokeJoinLink', intent: 'clientRequestId', adds: null, secret: null },
  /** Joins a group by a link. */
  joinByLink: { service: 4, command: 18, kind: 'command', request: 'JoinByLinkRequest', answer: 'SeqReply', becomes: 'JoinByLink', intent: 'clientRequestId', adds: null, secret: 'token' },
  /** Bans a user from a group, or lifts the ban. */
  banUser: { service: 4, command: 19, kind: 'command', request: 'BanUserRequest', answer: 'SeqReply', becomes: 'BanUser', intent: 'clientRequestId', adds: null, secret: null },
  /** Takes an invitation back. */
  revokeInvitation: { service: 4, command: 30, kind: 'command', request: 'RevokeInvitationRequest', answer: 'DoneReply', becomes: 'RevokeInvitation', intent: 'clientRequestId', adds: null, secret: null },
  /** Takes one's own request to join back. */
  withdrawJoinRequest: { service: 4, command: 31, kind: 'command', request: 'WithdrawJoinRequestRequest', answer: 'DoneReply', becomes: 'WithdrawJoinRequest', intent: 'clientRequestId', adds: null, secret: null },
  /** Requests to join a group that wait for an answer, for its owner and admins. */
  joinRequests: { service: 4, command: 20, kind: 'read', request: 'JoinRequestsRequest', answer: 'JoinRequestsReply' },
  /** Requests of oneself to join groups that wait for an answer. */
  ownJoinRequests: { service: 4, command: 32, kind: 'read', request: 'OwnJoinRequestsRequest', answer: 'OwnJoinRequestsReply' },
  /** Who is banned from a group, for its owner and admins. */
  bans: { service: 4, command: 28, kind: 'read', request: 'BansRequest', answer: 'BansReply' },
  /** What it takes to join a group that is open, or lets users ask. */
  joinInfo: { service: 4, command: 29, kind: 'read', request: 'JoinInfoRequest', answer: 'JoinInfoReply' },
  /** Invitations of oneself that wait for an answer. */
  invitations: { service: 4, command: 21, kind: 'read', request: 'InvitationsRequest', answer: 'InvitationsReply' },
  /** Links to a group that were not revoked, for its owner and admins. */
  joinLinks: { service: 4, command: 22, kind: 'read', request: 'JoinLinksRequest', answer: 'JoinLinksReply' },
  /** A user by id or by name. */
  findUser: { service: 5, command: 1, kind: 'read', request: 'FindUserRequest', answer: 'FindUserReply' },
  /** Asks a user to be friends; where they have asked too, both are. */
  requestFriend: { service: 5, command: 2, kind: 'command', request: 'FriendRequestRequest', answer: 'DoneReply', becomes: 'RequestFriend', intent: 'clientRequestId', adds: null, secret: null },
  /** Accepts or refuses a friend request. */
  answerFriendRequest: { service: 5, command: 3, kind: 'command', request: 'FriendAnswerRequest', answer: 'DoneReply', becomes: 'AnswerFriendRequest', intent: 'clientRequestId', adds: null, secret: null },
  /** Ends a friendship, or takes back one's own request. */
  deleteFriend: { service: 5, command: 4, kind: 'command', request: 'DeleteFriendRequest', answer: 'DoneReply', becomes: 'DeleteFriend', intent: 'clientRequestId', adds: null, secret: null },
  /** Says what one calls a user, and how one sorts them. */
  setRemark: { service: 5, command: 5, kind: 'command', request: 'RemarkRequest', answer: 'DoneReply', becomes: 'SetRemark', intent: 'clientRequestId', adds: null, secret: null },
  /** Lets a user reach one no more. */
  blockUser: { service: 5, command: 6, kind: 'command', request: 'BlockRequest', answer: 'DoneReply', becomes: 'BlockUser', intent: 'clientRequestId', adds: null, secret: null },
  /** Lets a user reach one again. */
  unblockUser: { service: 5, command: 7, kind: 'command', request: 'UnblockRequest', answer: 'DoneReply', becomes: 'UnblockUser', intent: 'clientRequestId', adds: null, secret: null },
  /** A page of one's friends. */
  friends: { service: 5, command: 8, kind: 'read', request: 'RelationsRequest', answer: 'RelationsReply' },
  /** A page of those whom one has asked to be friends, or who have asked. */
  friendRequests: { service: 5, command: 9, kind: 'read', request: 'RelationsRequest', answer: 'RelationsReply' },
  /** A page of those whom one has blocked. */
  blocked: { service: 5, command: 10, kind: 'read', request: 'RelationsRequest', answer: 'RelationsReply' },
  /** Says who may write to one, and put one into groups. */
  changePrivacy: { service: 5, command: 11, kind: 'command', request: 'ChangePrivacyRequest', answer: 'DoneReply', becomes: 'ChangePrivacy', intent: 'clientRequestId', adds: null, secret: null },
  /** Who may write to one, and put one into groups. */
  privacy: { service: 5, command: 12, kind: 'read', request: 'PrivacyRequest', answer: 'PrivacyReply' },
  /** How one stands to a user, as one is shown it oneself. */
  relationTo: { service: 5, command: 13, kind: 'read', request: 'RelationRequest', answer: 'RelationReply' },
} as const

export type PacketName = keyof typeof packets
/** Requests that become commands. */
export type CommandPacket = 'logout' | 'send' | 'markRead' | 'revoke' | 'edit' | 'deleteForAll' | 'deleteForMe' | 'broadcastOnline' | 'broadcast' | 'createGroup' | 'addMembers' | 'removeMembers' | 'leaveGroup' | 'changeRole' | 'changeGroup' | 'dismissGroup' | 'muteMember' | 'setNickname' | 'inviteToGroup' | 'answerInvitation' | 'requestToJoin' | 'answerJoinRequest' | 'makeJoinLink' | 'revokeJoinLink' | 'joinByLink' | 'banUser' | 'revokeInvitation' | 'withdrawJoinRequest' | 'requestFriend' | 'answerFriendRequest' | 'deleteFriend' | 'setRemark' | 'blockUser' | 'unblockUser' | 'changePrivacy'
/** Requests that only read. */
export type ReadPacket = 'history' | 'edits' | 'sync' | 'unread' | 'missed' | 'members' | 'groupInfo' | 'myGroups' | 'areMembers' | 'joinRequests' | 'ownJoinRequests' | 'bans' | 'joinInfo' | 'invitations' | 'joinLinks' | 'findUser' | 'friends' | 'friendRequests' | 'blocked' | 'privacy' | 'relationTo'

/** Requests about what is told live and stored nowhere. */
export type LivePacket = 'followRoom' | 'unfollowRoom' | 'signal'

/** What each request says. */
export interface RequestBodies {
  readonly login: LoginRequest
  readonly logout: LogoutRequest
  readonly heartbeat: Heartbeat
  readonly send: SendRequest
  readonly history: HistoryRequest
  readonly edits: EditsRequest
  readonly markRead: MarkReadRequest
  readonly revoke: RevokeRequest
  readonly edit: EditRequest
  readonly deleteForAll: DeleteRequest
  readonly deleteForMe: HideRequest
  readonly broadcastOnline: BroadcastOnlineRequest
  readonly broadcast: BroadcastRequest
  readonly sync: SyncRequest
  readonly unread: UnreadRequest
  readonly missed: MissedRequest
  readonly createGroup: CreateGroupRequest
  readonly addMembers: AddMembersRequest
  readonly removeMembers: RemoveMembersRequest
  readonly leaveGroup: LeaveGroupRequest
  readonly changeRole: ChangeRoleRequest
  readonly members: MembersRequest
  readonly changeGroup: ChangeGroupRequest
  readonly dismissGroup: DismissGroupRequest
  readonly groupInfo: GroupInfoRequest
  readonly muteMember: MuteMemberRequest
  readonly setNickname: SetNicknameRequest
  readonly myGroups: MyGroupsRequest
  readonly areMembers: AreMembersRequest
  readonly followRoom: FollowRoomRequest
  readonly unfollowRoom: UnfollowRoomRequest
  readonly signal: SignalRequest
  readonly inviteToGroup: InviteToGroupRequest
  readonly answerInvitation: AnswerInvitationRequest
  readonly requestToJoin: RequestToJoinRequest
  readonly answerJoinRequest: AnswerJoinRequestRequest
  readonly makeJoinLink: MakeJoinLinkRequest
  readonly revokeJoinLink: RevokeJoinLinkRequest
  readonly joinByLink: JoinByLinkRequest
  readonly banUser: BanUserRequest
  readonly revokeInvitation: RevokeInvitationRequest
  readonly withdrawJoinRequest: WithdrawJoinRequestRequest
  readonly joinRequests: JoinRequestsRequest
  readonly ownJoinRequests: OwnJoinRequestsRequest
  readonly bans: BansRequest
  readonly joinInfo: JoinInfoRequest
  readonly invitations: InvitationsRequest
  readonly joinLinks: JoinLinksRequest
  readonly findUser: FindUserRequest
  readonly requestFriend: FriendRequestRequest
  readonly answerFriendRequest: FriendAnswerRequest
  readonly deleteFriend: DeleteFriendRequest
  readonly setRemark: RemarkRequest
  readonly blockUser: BlockRequest
  readonly unblockUser: UnblockRequest
  readonly friends: RelationsRequest
  readonly friendRequests: RelationsRequest
  readonly blocked: RelationsRequest
  readonly changePrivacy: ChangePrivacyRequest
  readonly privacy: PrivacyRequest
  readonly relationTo: RelationRequest
}

/** What each request is answered with. */
export interface AnswerBodies {
  readonly login: LoginReply
  readonly logout: DoneReply
  readonly heartbeat: Heartbeat
  readonly send: SendReply
  readonly history: HistoryReply
  readonly edits: EditsReply
  readonly markRead: MarkReadReply
  readonly revoke: SeqReply
  readonly edit: SeqReply
  readonly deleteForAll: SeqReply
  readonly deleteForMe: DoneReply
  readonly broadcastOnline: BroadcastOnlineReply
  readonly broadcast: SendReply
  readonly sync: SyncReply
  readonly unread: UnreadReply
  readonly missed: MissedReply
  readonly createGroup: MemberChangeReply
  readonly addMembers: MemberChangeReply
  readonly removeMembers: MemberChangeReply
  readonly leaveGroup: SeqReply
  readonly changeRole: SeqReply
  readonly members: MembersReply
  readonly changeGroup: SeqReply
  readonly dismissGroup: SeqReply
  readonly groupInfo: GroupInfoReply
  readonly muteMember: SeqReply
  readonly setNickname: SeqReply
  readonly myGroups: MyGroupsReply
  readonly areMembers: AreMembersReply
  readonly followRoom: FollowRoomReply
  readonly unfollowRoom: DoneReply
  readonly signal: SignalReply
  readonly inviteToGroup: MemberChangeReply
  readonly answerInvitation: SeqReply
  readonly requestToJoin: SeqReply
  readonly answerJoinRequest: SeqReply
  readonly makeJoinLink: JoinLinkReply
  readonly revokeJoinLink: DoneReply
  readonly joinByLink: SeqReply
  readonly banUser: SeqReply
  readonly revokeInvitation: DoneReply
  readonly withdrawJoinRequest: DoneReply
  readonly joinRequests: JoinRequestsReply
  readonly ownJoinRequests: OwnJoinRequestsReply
  readonly bans: BansReply
  readonly joinInfo: JoinInfoReply
  readonly invitations: InvitationsReply
  readonly joinLinks: JoinLinksReply
  readonly findUser: FindUserReply
  readonly requestFriend: DoneReply
  readonly answerFriendRequest: DoneReply
  readonly deleteFriend: DoneReply
  readonly setRemark: DoneReply
  readonly blockUser: DoneReply
  readonly unblockUser: DoneReply
  readonly friends: RelationsReply
  readonly friendRequests: RelationsReply
  readonly blocked: RelationsReply
  readonly changePrivacy: DoneReply
  readonly privacy: PrivacyReply
  readonly relationTo: RelationReply
}

export type RequestName = keyof RequestBodies
