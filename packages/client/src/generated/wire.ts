// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { AnswerBodies, Messages, RequestBodies, RequestName } from '@skein/contracts'
import { bool, bytes, int32, text, uint32, uint64 } from '../wire/wire-format.ts'
import { type MessageKind, message } from '../wire/wire-message.ts'

export const LoginRequest: MessageKind<Messages.LoginRequest> = /* @__PURE__ */ message(() => [
  [1, 'token', text],
  [2, 'appId', text],
  [3, 'clientName', text],
])

export const LoginReply: MessageKind<Messages.LoginReply> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'deviceId', text],
  [3, 'connectionId', text],
  [4, 'serverTimeMs', uint64],
  [5, 'heartbeatIntervalMs', uint32],
  [6, 'limits', Limits],
])

export const Limits: MessageKind<Messages.Limits> = /* @__PURE__ */ message(() => [
  [1, 'packetBytesMax', uint32],
  [2, 'bodyBytesMax', uint32],
  [3, 'inFlightMax', uint32],
  [4, 'unackedPushesMax', uint32],
  [5, 'pageItemsMax', uint32],
])

export const LogoutRequest: MessageKind<Messages.LogoutRequest> = /* @__PURE__ */ message(() => [])

export const Heartbeat: MessageKind<Messages.Heartbeat> = /* @__PURE__ */ message(() => [
  [1, 'timeMs', uint64],
])

export const Goodbye: MessageKind<Messages.Goodbye> = /* @__PURE__ */ message(() => [
  [1, 'code', text],
  [2, 'detail', text],
  [3, 'action', int32],
  [4, 'retryAfterMs', uint32],
])

export const Goodbye_Action = {
  ACTION_UNSPECIFIED: 0,
  /** Reconnect at once, to another gateway if there is one. */
  ACTION_RECONNECT: 1,
  /** Reconnect after a jittered back-off. */
  ACTION_BACK_OFF: 2,
  /** Do not reconnect by yourself. */
  ACTION_STOP: 3,
} as const

export const CreateGroupRequest: MessageKind<Messages.CreateGroupRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'name', text],
  [3, 'memberIds', [text]],
  [4, 'clientRequestId', text],
  [5, 'settings', [GroupSetting]],
])

export const AddMembersRequest: MessageKind<Messages.AddMembersRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userIds', [text]],
  [3, 'clientRequestId', text],
])

export const RemoveMembersRequest: MessageKind<Messages.RemoveMembersRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userIds', [text]],
  [3, 'clientRequestId', text],
])

export const MemberChangeReply: MessageKind<Messages.MemberChangeReply> = /* @__PURE__ */ message(() => [
  [1, 'seq', uint64],
  [2, 'changed', [text]],
  [3, 'already', [text]],
  [4, 'refused', [MemberRefusal]],
  [5, 'memberCount', uint32],
])

export const MemberRefusal: MessageKind<Messages.MemberRefusal> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'code', text],
])

export const LeaveGroupRequest: MessageKind<Messages.LeaveGroupRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
])

export const ChangeRoleRequest: MessageKind<Messages.ChangeRoleRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'role', text],
  [4, 'clientRequestId', text],
])

export const MuteMemberRequest: MessageKind<Messages.MuteMemberRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'durationMs', uint64],
  [4, 'clientRequestId', text],
])

export const SetNicknameRequest: MessageKind<Messages.SetNicknameRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'nickname', text],
  [4, 'clientRequestId', text],
])

export const GroupMember: MessageKind<Messages.GroupMember> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'role', text],
  [3, 'nickname', text],
  [4, 'mutedUntilMs', uint64],
])

export const MembersRequest: MessageKind<Messages.MembersRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'afterUserId', text],
  [3, 'limit', uint32],
  [4, 'role', text],
])

export const MembersReply: MessageKind<Messages.MembersReply> = /* @__PURE__ */ message(() => [
  [1, 'members', [GroupMember]],
  [2, 'more', bool],
  [3, 'viewSeq', uint64],
])

export const MyGroupsRequest: MessageKind<Messages.MyGroupsRequest> = /* @__PURE__ */ message(() => [
  [1, 'afterConversationId', text],
  [2, 'limit', uint32],
])

export const MyGroupsReply: MessageKind<Messages.MyGroupsReply> = /* @__PURE__ */ message(() => [
  [1, 'groups', [Session]],
  [2, 'more', bool],
])

export const AreMembersRequest: MessageKind<Messages.AreMembersRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userIds', [text]],
])

export const AreMembersReply: MessageKind<Messages.AreMembersReply> = /* @__PURE__ */ message(() => [
  [1, 'members', [Member]],
  [2, 'viewSeq', uint64],
])

export const ChangeGroupRequest: MessageKind<Messages.ChangeGroupRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'settings', [GroupSetting]],
  [3, 'clientRequestId', text],
])

export const DismissGroupRequest: MessageKind<Messages.DismissGroupRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
])

export const GroupInfoRequest: MessageKind<Messages.GroupInfoRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
])

export const GroupInfoReply: MessageKind<Messages.GroupInfoReply> = /* @__PURE__ */ message(() => [
  [1, 'name', text],
  [2, 'ownerId', text],
  [3, 'creatorId', text],
  [4, 'memberCount', uint32],
  [5, 'settings', [GroupSetting]],
  [6, 'dismissedAtMs', uint64],
  [7, 'viewSeq', uint64],
])

export const FollowRoomRequest: MessageKind<Messages.FollowRoomRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
])

export const FollowRoomReply: MessageKind<Messages.FollowRoomReply> = /* @__PURE__ */ message(() => [
  [1, 'followers', uint32],
  [2, 'name', text],
  [3, 'settings', [GroupSetting]],
])

export const UnfollowRoomRequest: MessageKind<Messages.UnfollowRoomRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
])

export const SignalRequest: MessageKind<Messages.SignalRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'body', Body],
])

export const SignalReply: MessageKind<Messages.SignalReply> = /* @__PURE__ */ message(() => [
  [1, 'sentAtMs', uint64],
])

export const InviteToGroupRequest: MessageKind<Messages.InviteToGroupRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userIds', [text]],
  [3, 'greeting', text],
  [4, 'expiresAtMs', uint64],
  [5, 'clientRequestId', text],
])

export const AnswerInvitationRequest: MessageKind<Messages.AnswerInvitationRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'accept', bool],
  [3, 'clientRequestId', text],
])

export const RevokeInvitationRequest: MessageKind<Messages.RevokeInvitationRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'clientRequestId', text],
])

export const WithdrawJoinRequestRequest: MessageKind<Messages.WithdrawJoinRequestRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
])

export const MakeJoinLinkRequest: MessageKind<Messages.MakeJoinLinkRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'token', text],
  [3, 'expiresAtMs', uint64],
  [4, 'usesMax', uint64],
  [5, 'clientRequestId', text],
])

export const JoinLinkReply: MessageKind<Messages.JoinLinkReply> = /* @__PURE__ */ message(() => [
  [1, 'linkId', text],
])

export const RevokeJoinLinkRequest: MessageKind<Messages.RevokeJoinLinkRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'linkId', text],
  [3, 'clientRequestId', text],
])

export const JoinByLinkRequest: MessageKind<Messages.JoinByLinkRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'token', text],
  [3, 'clientRequestId', text],
])

export const BanUserRequest: MessageKind<Messages.BanUserRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'banned', bool],
  [4, 'clientRequestId', text],
])

export const InvitationsRequest: MessageKind<Messages.InvitationsRequest> = /* @__PURE__ */ message(() => [
  [1, 'afterConversationId', text],
  [2, 'limit', uint32],
])

export const InvitationsReply: MessageKind<Messages.InvitationsReply> = /* @__PURE__ */ message(() => [
  [1, 'invitations', [Invitation]],
  [2, 'more', bool],
])

export const JoinLinksRequest: MessageKind<Messages.JoinLinksRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'afterLinkId', text],
  [3, 'limit', uint32],
])

export const JoinLinksReply: MessageKind<Messages.JoinLinksReply> = /* @__PURE__ */ message(() => [
  [1, 'links', [JoinLink]],
  [2, 'more', bool],
])

export const JoinLink: MessageKind<Messages.JoinLink> = /* @__PURE__ */ message(() => [
  [1, 'linkId', text],
  [2, 'madeBy', text],
  [3, 'madeAtMs', uint64],
  [4, 'expiresAtMs', uint64],
  [5, 'usesMax', uint64],
  [6, 'uses', uint64],
])

export const RequestToJoinRequest: MessageKind<Messages.RequestToJoinRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'text', text],
  [3, 'answers', [text]],
  [4, 'clientRequestId', text],
])

export const AnswerJoinRequestRequest: MessageKind<Messages.AnswerJoinRequestRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'accept', bool],
  [4, 'clientRequestId', text],
])

export const JoinRequestsRequest: MessageKind<Messages.JoinRequestsRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'afterUserId', text],
  [3, 'limit', uint32],
])

export const JoinRequestsReply: MessageKind<Messages.JoinRequestsReply> = /* @__PURE__ */ message(() => [
  [1, 'requests', [JoinRequest]],
  [2, 'more', bool],
])

export const OwnJoinRequestsRequest: MessageKind<Messages.OwnJoinRequestsRequest> = /* @__PURE__ */ message(() => [
  [1, 'afterConversationId', text],
  [2, 'limit', uint32],
])

export const OwnJoinRequestsReply: MessageKind<Messages.OwnJoinRequestsReply> = /* @__PURE__ */ message(() => [
  [1, 'requests', [JoinRequestState]],
  [2, 'more', bool],
])

export const JoinInfoRequest: MessageKind<Messages.JoinInfoRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
])

export const JoinInfoReply: MessageKind<Messages.JoinInfoReply> = /* @__PURE__ */ message(() => [
  [1, 'name', text],
  [2, 'memberCount', uint32],
  [3, 'joinBy', text],
  [4, 'questions', [text]],
  [5, 'askedAtMs', uint64],
])

export const BansRequest: MessageKind<Messages.BansRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'afterUserId', text],
  [3, 'limit', uint32],
])

export const BansReply: MessageKind<Messages.BansReply> = /* @__PURE__ */ message(() => [
  [1, 'bans', [Ban]],
  [2, 'more', bool],
])

export const Ban: MessageKind<Messages.Ban> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'bannedBy', text],
  [3, 'bannedAtMs', uint64],
])

export const Body: MessageKind<Messages.Body> = /* @__PURE__ */ message(() => [
  [1, 'contentType', text],
  [2, 'encoding', text],
  [3, 'keyId', text],
  [4, 'bytes', bytes],
])

export const Attachment: MessageKind<Messages.Attachment> = /* @__PURE__ */ message(() => [
  [1, 'url', text],
  [2, 'name', text],
  [3, 'contentType', text],
  [4, 'size', uint64],
])

export const ConversationItem: MessageKind<Messages.ConversationItem> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'ordinal', uint64],
  [4, 'actorId', text],
  [5, 'occurredAtMs', uint64],
  [6, 'uncounts', uint64],
  [10, 'messageSent', MessageSent, 1],
  [11, 'groupCreated', GroupCreated, 1],
  [12, 'membersAdded', MembersAdded, 1],
  [13, 'membersRemoved', MembersRemoved, 1],
  [14, 'memberLeft', MemberLeft, 1],
  [15, 'memberRoleChanged', MemberRoleChanged, 1],
  [16, 'messageRevoked', MessageRevoked, 1],
  [17, 'messageEdited', MessageEdited, 1],
  [18, 'messageDeleted', MessageDeleted, 1],
  [19, 'groupChanged', GroupChanged, 1],
  [20, 'groupDismissed', GroupDismissed, 1],
  [21, 'memberMuted', MemberMuted, 1],
  [22, 'nicknameChanged', NicknameChanged, 1],
  [23, 'memberJoined', MemberJoined, 1],
  [24, 'userBanned', UserBanned, 1],
])

export const MessageSent: MessageKind<Messages.MessageSent> = /* @__PURE__ */ message(() => [
  [1, 'messageId', text],
  [2, 'clientMessageId', text],
  [3, 'body', Body],
  [4, 'replyTo', uint64],
  [5, 'attachments', [Attachment]],
  [6, 'edits', uint32],
  [7, 'editedAtMs', uint64],
  [8, 'removed', Removal],
  [9, 'lastEditSeq', uint64],
  [10, 'mentionAll', bool],
])

export const Removal: MessageKind<Messages.Removal> = /* @__PURE__ */ message(() => [
  [1, 'kind', text],
  [2, 'actorId', text],
  [3, 'atMs', uint64],
])

export const GroupCreated: MessageKind<Messages.GroupCreated> = /* @__PURE__ */ message(() => [
  [1, 'name', text],
  [2, 'members', [Member]],
  [3, 'subjectCount', uint32],
])

export const MembersAdded: MessageKind<Messages.MembersAdded> = /* @__PURE__ */ message(() => [
  [1, 'members', [Member]],
  [2, 'subjectCount', uint32],
  [3, 'fromStart', bool],
])

export const MembersRemoved: MessageKind<Messages.MembersRemoved> = /* @__PURE__ */ message(() => [
  [1, 'userIds', [text]],
  [2, 'subjectCount', uint32],
])

export const MemberLeft: MessageKind<Messages.MemberLeft> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
])

export const MemberRoleChanged: MessageKind<Messages.MemberRoleChanged> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'role', text],
])

export const MemberMuted: MessageKind<Messages.MemberMuted> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'mutedUntilMs', uint64],
])

export const NicknameChanged: MessageKind<Messages.NicknameChanged> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'nickname', text],
])

export const MessageRevoked: MessageKind<Messages.MessageRevoked> = /* @__PURE__ */ message(() => [
  [1, 'targetSeq', uint64],
  [2, 'messageId', text],
])

export const MessageDeleted: MessageKind<Messages.MessageDeleted> = /* @__PURE__ */ message(() => [
  [1, 'targetSeq', uint64],
  [2, 'messageId', text],
])

export const MessageEdited: MessageKind<Messages.MessageEdited> = /* @__PURE__ */ message(() => [
  [1, 'targetSeq', uint64],
  [2, 'messageId', text],
  [3, 'body', Body],
  [4, 'version', uint32],
])

export const MemberJoined: MessageKind<Messages.MemberJoined> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'how', text],
  [3, 'approvedBy', text],
  [4, 'fromStart', bool],
])

export const UserBanned: MessageKind<Messages.UserBanned> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'banned', bool],
])

export const Member: MessageKind<Messages.Member> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'role', text],
])

export const GroupSetting: MessageKind<Messages.GroupSetting> = /* @__PURE__ */ message(() => [
  [1, 'name', text],
  [2, 'value', text],
])

export const GroupChanged: MessageKind<Messages.GroupChanged> = /* @__PURE__ */ message(() => [
  [1, 'settings', [GroupSetting]],
])

export const GroupDismissed: MessageKind<Messages.GroupDismissed> = /* @__PURE__ */ message(() => [
  [1, 'ended', bool],
])

export const Invitation: MessageKind<Messages.Invitation> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'groupName', text],
  [3, 'invitedBy', text],
  [4, 'greeting', text],
  [5, 'invitedAtMs', uint64],
  [6, 'expiresAtMs', uint64],
])

export const JoinRequest: MessageKind<Messages.JoinRequest> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'text', text],
  [3, 'answers', [text]],
  [4, 'askedAtMs', uint64],
  [5, 'expiresAtMs', uint64],
])

export const JoinRequestState: MessageKind<Messages.JoinRequestState> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'request', JoinRequest],
  [3, 'state', text],
  [4, 'atMs', uint64],
])

export const SyncRequest: MessageKind<Messages.SyncRequest> = /* @__PURE__ */ message(() => [
  [1, 'cursor', bytes],
  [2, 'itemsPerConversation', uint32],
])

export const SyncReply: MessageKind<Messages.SyncReply> = /* @__PURE__ */ message(() => [
  [1, 'cursor', bytes],
  [2, 'full', bool],
  [3, 'more', bool],
  [4, 'sessions', [Session]],
  [5, 'items', [ConversationItem]],
  [6, 'profiles', [UserProfile]],
  [7, 'retryAfterMs', uint32],
  [8, 'hidden', [MessageHidden]],
  [9, 'otherHistory', bool],
  [10, 'partStands', bool],
  [11, 'relations', [Relation]],
  [12, 'relationsCut', bool],
  [13, 'privacy', PrivacyReply],
  [14, 'invitations', [Invitation]],
  [15, 'endedInvitations', [text]],
  [16, 'invitationsCut', bool],
  [17, 'joinRequests', [JoinRequestState]],
  [18, 'joinRequestsCut', bool],
])

export const Session: MessageKind<Messages.Session> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'kind', text],
  [3, 'name', text],
  [4, 'memberCount', uint32],
  [5, 'lastSeq', uint64],
  [6, 'lastOrdinal', uint64],
  [7, 'readOrdinal', uint64],
  [8, 'unread', uint64],
  [9, 'role', text],
  [10, 'fromSeq', uint64],
  [11, 'toSeq', uint64],
  [12, 'lastActivityAtMs', uint64],
  [13, 'uncountedOrdinals', [uint64]],
  [14, 'mutedUntilMs', uint64],
  [15, 'dismissedAtMs', uint64],
])

export const MissedRequest: MessageKind<Messages.MissedRequest> = /* @__PURE__ */ message(() => [
  [1, 'cursor', bytes],
  [2, 'afterConversationId', text],
  [3, 'afterSeq', uint64],
  [4, 'limit', uint32],
])

export const MissedReply: MessageKind<Messages.MissedReply> = /* @__PURE__ */ message(() => [
  [1, 'items', [ConversationItem]],
  [2, 'more', bool],
  [3, 'full', bool],
])

export const UnreadRequest: MessageKind<Messages.UnreadRequest> = /* @__PURE__ */ message(() => [])

export const UnreadReply: MessageKind<Messages.UnreadReply> = /* @__PURE__ */ message(() => [
  [1, 'entries', [UnreadReply_Entry]],
  [2, 'total', uint64],
])

export const UnreadReply_Entry: MessageKind<Messages.UnreadReply_Entry> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'unread', uint64],
  [3, 'lastOrdinal', uint64],
  [4, 'readOrdinal', uint64],
])

export const Resync: MessageKind<Messages.Resync> = /* @__PURE__ */ message(() => [
  [1, 'reason', text],
])

export const SendRequest: MessageKind<Messages.SendRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientMessageId', text],
  [3, 'body', Body],
  [4, 'replyTo', uint64],
  [5, 'attachments', [Attachment]],
  [6, 'mentionAll', bool],
])

export const SendReply: MessageKind<Messages.SendReply> = /* @__PURE__ */ message(() => [
  [1, 'messageId', text],
  [2, 'seq', uint64],
  [3, 'ordinal', uint64],
  [4, 'sentAtMs', uint64],
])

export const RevokeRequest: MessageKind<Messages.RevokeRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'messageId', text],
  [4, 'clientRequestId', text],
])

export const EditRequest: MessageKind<Messages.EditRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'messageId', text],
  [4, 'clientRequestId', text],
  [5, 'body', Body],
])

export const DeleteRequest: MessageKind<Messages.DeleteRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'messageId', text],
  [4, 'clientRequestId', text],
])

export const HideRequest: MessageKind<Messages.HideRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'messageId', text],
  [4, 'clientRequestId', text],
])

export const BroadcastRequest: MessageKind<Messages.BroadcastRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientMessageId', text],
  [3, 'body', Body],
  [4, 'attachments', [Attachment]],
  [5, 'perSecond', uint64],
])

export const BroadcastOnlineRequest: MessageKind<Messages.BroadcastOnlineRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
  [3, 'body', Body],
  [4, 'perSecond', uint64],
])

export const BroadcastOnlineReply: MessageKind<Messages.BroadcastOnlineReply> = /* @__PURE__ */ message(() => [
  [1, 'noticeId', text],
  [2, 'sentAtMs', uint64],
])

export const Push: MessageKind<Messages.Push> = /* @__PURE__ */ message(() => [
  [1, 'items', [ConversationItem]],
  [2, 'notices', [Notice]],
])

export const Notice: MessageKind<Messages.Notice> = /* @__PURE__ */ message(() => [
  [1, 'readMarked', ReadMarked, 1],
  [2, 'messageHidden', MessageHidden, 1],
  [3, 'friendRequested', FriendRequested, 1],
  [4, 'friendRequestAnswered', FriendRequestAnswered, 1],
  [5, 'friendDeleted', FriendDeleted, 1],
  [6, 'remarkSet', RemarkSet, 1],
  [7, 'userBlocked', UserBlocked, 1],
  [8, 'privacyChanged', PrivacyChanged, 1],
  [13, 'roomSignal', RoomSignal, 1],
  [16, 'userUnblocked', UserUnblocked, 1],
  [15, 'onlineNotified', OnlineNotified, 1],
  [9, 'invitationSent', InvitationSent, 1],
  [10, 'invitationAnswered', InvitationAnswered, 1],
  [11, 'joinRequested', JoinRequested, 1],
  [12, 'joinRequestAnswered', JoinRequestAnswered, 1],
  [14, 'joinLinkMade', JoinLinkMade, 1],
  [17, 'joinLinkRevoked', JoinLinkRevoked, 1],
  [18, 'invitationRevoked', InvitationRevoked, 1],
  [19, 'joinRequestWithdrawn', JoinRequestWithdrawn, 1],
])

export const OnlineNotified: MessageKind<Messages.OnlineNotified> = /* @__PURE__ */ message(() => [
  [1, 'noticeId', text],
  [2, 'senderId', text],
  [3, 'sentAtMs', uint64],
  [4, 'body', Body],
])

export const RoomSignal: MessageKind<Messages.RoomSignal> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'senderId', text],
  [3, 'sentAtMs', uint64],
  [4, 'body', Body],
  [5, 'missed', uint32],
  [6, 'ended', text],
])

export const MessageHidden: MessageKind<Messages.MessageHidden> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'ordinal', uint64],
  [4, 'messageId', text],
])

export const FriendRequested: MessageKind<Messages.FriendRequested> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'requestText', text],
  [4, 'askedAtMs', uint64],
  [5, 'expiresAtMs', uint64],
  [6, 'befriends', bool],
])

export const FriendRequestAnswered: MessageKind<Messages.FriendRequestAnswered> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'accepted', bool],
  [4, 'atMs', uint64],
])

export const FriendDeleted: MessageKind<Messages.FriendDeleted> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
])

export const RemarkSet: MessageKind<Messages.RemarkSet> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'remark', text],
  [3, 'tags', [text]],
])

export const UserBlocked: MessageKind<Messages.UserBlocked> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'atMs', uint64],
])

export const UserUnblocked: MessageKind<Messages.UserUnblocked> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
])

export const PrivacyChanged: MessageKind<Messages.PrivacyChanged> = /* @__PURE__ */ message(() => [
  [1, 'write', text],
  [2, 'add', text],
])

export const InvitationSent: MessageKind<Messages.InvitationSent> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'groupName', text],
  [3, 'invitedBy', text],
  [4, 'greeting', text],
  [5, 'expiresAtMs', uint64],
  [6, 'invitedAtMs', uint64],
])

export const InvitationAnswered: MessageKind<Messages.InvitationAnswered> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'accepted', bool],
])

export const InvitationRevoked: MessageKind<Messages.InvitationRevoked> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
])

export const JoinRequestWithdrawn: MessageKind<Messages.JoinRequestWithdrawn> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
])

export const JoinRequested: MessageKind<Messages.JoinRequested> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'requestText', text],
  [4, 'answers', [text]],
  [5, 'askedAtMs', uint64],
  [6, 'expiresAtMs', uint64],
])

export const JoinRequestAnswered: MessageKind<Messages.JoinRequestAnswered> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'accepted', bool],
  [4, 'atMs', uint64],
])

export const JoinLinkMade: MessageKind<Messages.JoinLinkMade> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'linkId', text],
])

export const JoinLinkRevoked: MessageKind<Messages.JoinLinkRevoked> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'linkId', text],
])

export const ReadMarked: MessageKind<Messages.ReadMarked> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'userId', text],
  [3, 'ordinal', uint64],
])

export const HistoryRequest: MessageKind<Messages.HistoryRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'beforeSeq', uint64],
  [3, 'afterSeq', uint64],
  [4, 'limit', uint32],
])

export const HistoryReply: MessageKind<Messages.HistoryReply> = /* @__PURE__ */ message(() => [
  [1, 'items', [ConversationItem]],
  [2, 'more', bool],
  [3, 'viewSeq', uint64],
])

export const EditsRequest: MessageKind<Messages.EditsRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'seq', uint64],
  [3, 'fromVersion', uint32],
])

export const EditsReply: MessageKind<Messages.EditsReply> = /* @__PURE__ */ message(() => [
  [1, 'items', [ConversationItem]],
  [2, 'more', bool],
])

export const MarkReadRequest: MessageKind<Messages.MarkReadRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'ordinal', uint64],
])

export const MarkReadReply: MessageKind<Messages.MarkReadReply> = /* @__PURE__ */ message(() => [
  [1, 'ordinal', uint64],
])

export const UserProfile: MessageKind<Messages.UserProfile> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'userName', text],
  [3, 'displayName', text],
])

export const FindUserRequest: MessageKind<Messages.FindUserRequest> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'userName', text],
])

export const FindUserReply: MessageKind<Messages.FindUserReply> = /* @__PURE__ */ message(() => [
  [1, 'profile', UserProfile],
])

export const Relation: MessageKind<Messages.Relation> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
  [2, 'friendsSinceMs', uint64],
  [3, 'remark', text],
  [4, 'tags', [text]],
  [5, 'blockedSinceMs', uint64],
  [6, 'sent', FriendRequest],
  [7, 'received', FriendRequest],
])

export const FriendRequest: MessageKind<Messages.FriendRequest> = /* @__PURE__ */ message(() => [
  [1, 'text', text],
  [2, 'askedAtMs', uint64],
  [3, 'expiresAtMs', uint64],
])

export const FriendRequestRequest: MessageKind<Messages.FriendRequestRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'text', text],
  [3, 'expiresAtMs', uint64],
  [4, 'clientRequestId', text],
])

export const FriendAnswerRequest: MessageKind<Messages.FriendAnswerRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'accept', bool],
  [3, 'clientRequestId', text],
])

export const DeleteFriendRequest: MessageKind<Messages.DeleteFriendRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
])

export const RemarkRequest: MessageKind<Messages.RemarkRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'remark', text],
  [3, 'tags', [text]],
  [4, 'clientRequestId', text],
])

export const BlockRequest: MessageKind<Messages.BlockRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
])

export const UnblockRequest: MessageKind<Messages.UnblockRequest> = /* @__PURE__ */ message(() => [
  [1, 'conversationId', text],
  [2, 'clientRequestId', text],
])

export const RelationsRequest: MessageKind<Messages.RelationsRequest> = /* @__PURE__ */ message(() => [
  [1, 'afterUserId', text],
  [2, 'limit', uint32],
])

export const RelationsReply: MessageKind<Messages.RelationsReply> = /* @__PURE__ */ message(() => [
  [1, 'relations', [Relation]],
  [2, 'more', bool],
])

export const ChangePrivacyRequest: MessageKind<Messages.ChangePrivacyRequest> = /* @__PURE__ */ message(() => [
  [1, 'write', text],
  [2, 'add', text],
  [3, 'clientRequestId', text],
])

export const PrivacyRequest: MessageKind<Messages.PrivacyRequest> = /* @__PURE__ */ message(() => [])

export const PrivacyReply: MessageKind<Messages.PrivacyReply> = /* @__PURE__ */ message(() => [
  [1, 'write', text],
  [2, 'add', text],
])

export const RelationRequest: MessageKind<Messages.RelationRequest> = /* @__PURE__ */ message(() => [
  [1, 'userId', text],
])

export const RelationReply: MessageKind<Messages.RelationReply> = /* @__PURE__ */ message(() => [
  [1, 'relation', Relation],
])

export const Error: MessageKind<Messages.Error> = /* @__PURE__ */ message(() => [
  [1, 'code', text],
  [2, 'detail', text],
  [3, 'retriable', bool],
  [4, 'retryAfterMs', uint32],
])

export const SeqReply: MessageKind<Messages.SeqReply> = /* @__PURE__ */ message(() => [
  [1, 'seq', uint64],
])

export const DoneReply: MessageKind<Messages.DoneReply> = /* @__PURE__ */ message(() => [])

/** What each request says. */
export const requestKinds: { readonly [N in RequestName]: MessageKind<RequestBodies[N]> } = {
  login: LoginRequest,
  logout: LogoutRequest,
  heartbeat: Heartbeat,
  send: SendRequest,
  history: HistoryRequest,
  edits: EditsRequest,
  markRead: MarkReadRequest,
  revoke: RevokeRequest,
  edit: EditRequest,
  deleteForAll: DeleteRequest,
  deleteForMe: HideRequest,
  broadcastOnline: BroadcastOnlineRequest,
  broadcast: BroadcastRequest,
  sync: SyncRequest,
  unread: UnreadRequest,
  missed: MissedRequest,
  createGroup: CreateGroupRequest,
  addMembers: AddMembersRequest,
  removeMembers: RemoveMembersRequest,
  leaveGroup: LeaveGroupRequest,
  changeRole: ChangeRoleRequest,
  members: MembersRequest,
  changeGroup: ChangeGroupRequest,
  dismissGroup: DismissGroupRequest,
  groupInfo: GroupInfoRequest,
  muteMember: MuteMemberRequest,
  setNickname: SetNicknameRequest,
  myGroups: MyGroupsRequest,
  areMembers: AreMembersRequest,
  followRoom: FollowRoomRequest,
  unfollowRoom: UnfollowRoomRequest,
  signal: SignalRequest,
  inviteToGroup: InviteToGroupRequest,
  answerInvitation: AnswerInvitationRequest,
  requestToJoin: RequestToJoinRequest,
  answerJoinRequest: AnswerJoinRequestRequest,
  makeJoinLink: MakeJoinLinkRequest,
  revokeJoinLink: RevokeJoinLinkRequest,
  joinByLink: JoinByLinkRequest,
  banUser: BanUserRequest,
  revokeInvitation: RevokeInvitationRequest,
  withdrawJoinRequest: WithdrawJoinRequestRequest,
  joinRequests: JoinRequestsRequest,
  ownJoinRequests: OwnJoinRequestsRequest,
  bans: BansRequest,
  joinInfo: JoinInfoRequest,
  invitations: InvitationsRequest,
  joinLinks: JoinLinksRequest,
  findUser: FindUserRequest,
  requestFriend: FriendRequestRequest,
  answerFriendRequest: FriendAnswerRequest,
  deleteFriend: DeleteFriendRequest,
  setRemark: RemarkRequest,
  blockUser: BlockRequest,
  unblockUser: UnblockRequest,
  friends: RelationsRequest,
  friendRequests: RelationsRequest,
  blocked: RelationsRequest,
  changePrivacy: ChangePrivacyRequest,
  privacy: PrivacyRequest,
  relationTo: RelationRequest,
}

/** What each request is answered with. */
export const answerKinds: { readonly [N in RequestName]: MessageKind<AnswerBodies[N]> } = {
  login: LoginReply,
  logout: DoneReply,
  heartbeat: Heartbeat,
  send: SendReply,
  history: HistoryReply,
  edits: EditsReply,
  markRead: MarkReadReply,
  revoke: SeqReply,
  edit: SeqReply,
  deleteForAll: SeqReply,
  deleteForMe: DoneReply,
  broadcastOnline: BroadcastOnlineReply,
  broadcast: SendReply,
  sync: SyncReply,
  unread: UnreadReply,
  missed: MissedReply,
  createGroup: MemberChangeReply,
  addMembers: MemberChangeReply,
  removeMembers: MemberChangeReply,
  leaveGroup: SeqReply,
  changeRole: SeqReply,
  members: MembersReply,
  changeGroup: SeqReply,
  dismissGroup: SeqReply,
  groupInfo: GroupInfoReply,
  muteMember: SeqReply,
  setNickname: SeqReply,
  myGroups: MyGroupsReply,
  areMembers: AreMembersReply,
  followRoom: FollowRoomReply,
  unfollowRoom: DoneReply,
  signal: SignalReply,
  inviteToGroup: MemberChangeReply,
  answerInvitation: SeqReply,
  requestToJoin: SeqReply,
  answerJoinRequest: SeqReply,
  makeJoinLink: JoinLinkReply,
  revokeJoinLink: DoneReply,
  joinByLink: SeqReply,
  banUser: SeqReply,
  revokeInvitation: DoneReply,
  withdrawJoinRequest: DoneReply,
  joinRequests: JoinRequestsReply,
  ownJoinRequests: OwnJoinRequestsReply,
  bans: BansReply,
  joinInfo: JoinInfoReply,
  invitations: InvitationsReply,
  joinLinks: JoinLinksReply,
  findUser: FindUserReply,
  requestFriend: DoneReply,
  answerFriendRequest: DoneReply,
  deleteFriend: DoneReply,
  setRemark: DoneReply,
  blockUser: DoneReply,
  unblockUser: DoneReply,
  friends: RelationsReply,
  friendRequests: RelationsReply,
  blocked: RelationsReply,
  changePrivacy: DoneReply,
  privacy: PrivacyReply,
  relationTo: RelationReply,
}
