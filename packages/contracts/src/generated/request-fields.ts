// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

export interface RequestField {
  /** Its number. */
  readonly id: number
  readonly name: string
  /** A scalar, or a message of this table. */
  readonly type: string
  readonly repeated: boolean
}

/** Fields of every message that requests consist of, by its name. */
export const requestFields: Readonly<Record<string, readonly RequestField[]>> = {
  AddMembersRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userIds', type: 'string', repeated: true },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  AnswerInvitationRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'accept', type: 'bool', repeated: false },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  AnswerJoinRequestRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userId', type: 'string', repeated: false },
    { id: 3, name: 'accept', type: 'bool', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  AreMembersRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userIds', type: 'string', repeated: true },
  ],
  Attachment: [
    { id: 1, name: 'url', type: 'string', repeated: false },
    { id: 2, name: 'name', type: 'string', repeated: false },
    { id: 3, name: 'contentType', type: 'string', repeated: false },
    { id: 4, name: 'size', type: 'uint64', repeated: false },
  ],
  BanUserRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userId', type: 'string', repeated: false },
    { id: 3, name: 'banned', type: 'bool', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  BansRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'afterUserId', type: 'string', repeated: false },
    { id: 3, name: 'limit', type: 'uint32', repeated: false },
  ],
  BlockRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  Body: [
    { id: 1, name: 'contentType', type: 'string', repeated: false },
    { id: 2, name: 'encoding', type: 'string', repeated: false },
    { id: 3, name: 'keyId', type: 'string', repeated: false },
    { id: 4, name: 'bytes', type: 'bytes', repeated: false },
  ],
  BroadcastOnlineRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
    { id: 3, name: 'body', type: 'Body', repeated: false },
    { id: 4, name: 'perSecond', type: 'uint64', repeated: false },
  ],
  BroadcastRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientMessageId', type: 'string', repeated: false },
    { id: 3, name: 'body', type: 'Body', repeated: false },
    { id: 4, name: 'attachments', type: 'Attachment', repeated: true },
    { id: 5, name: 'perSecond', type: 'uint64', repeated: false },
  ],
  ChangeGroupRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'settings', type: 'GroupSetting', repeated: true },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  ChangePrivacyRequest: [
    { id: 1, name: 'write', type: 'string', repeated: false },
    { id: 2, name: 'add', type: 'string', repeated: false },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  ChangeRoleRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userId', type: 'string', repeated: false },
    { id: 3, name: 'role', type: 'string', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  CreateGroupRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'name', type: 'string', repeated: false },
    { id: 3, name: 'memberIds', type: 'string', repeated: true },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
    { id: 5, name: 'settings', type: 'GroupSetting', repeated: true },
  ],
  DeleteFriendRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  DeleteRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'seq', type: 'uint64', repeated: false },
    { id: 3, name: 'messageId', type: 'string', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  DismissGroupRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  EditRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'seq', type: 'uint64', repeated: false },
    { id: 3, name: 'messageId', type: 'string', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
    { id: 5, name: 'body', type: 'Body', repeated: false },
  ],
  EditsRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'seq', type: 'uint64', repeated: false },
    { id: 3, name: 'fromVersion', type: 'uint32', repeated: false },
  ],
  FindUserRequest: [
    { id: 1, name: 'userId', type: 'string', repeated: false },
    { id: 2, name: 'userName', type: 'string', repeated: false },
  ],
  FollowRoomRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
  ],
  FriendAnswerRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'accept', type: 'bool', repeated: false },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  FriendRequestRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'text', type: 'string', repeated: false },
    { id: 3, name: 'expiresAtMs', type: 'uint64', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  GroupInfoRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
  ],
  GroupSetting: [
    { id: 1, name: 'name', type: 'string', repeated: false },
    { id: 2, name: 'value', type: 'string', repeated: false },
  ],
  Heartbeat: [
    { id: 1, name: 'timeMs', type: 'uint64', repeated: false },
  ],
  HideRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'seq', type: 'uint64', repeated: false },
    { id: 3, name: 'messageId', type: 'string', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  HistoryRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'beforeSeq', type: 'uint64', repeated: false },
    { id: 3, name: 'afterSeq', type: 'uint64', repeated: false },
    { id: 4, name: 'limit', type: 'uint32', repeated: false },
  ],
  InvitationsRequest: [
    { id: 1, name: 'afterConversationId', type: 'string', repeated: false },
    { id: 2, name: 'limit', type: 'uint32', repeated: false },
  ],
  InviteToGroupRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userIds', type: 'string', repeated: true },
    { id: 3, name: 'greeting', type: 'string', repeated: false },
    { id: 4, name: 'expiresAtMs', type: 'uint64', repeated: false },
    { id: 5, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  JoinByLinkRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'token', type: 'string', repeated: false },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  JoinInfoRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
  ],
  JoinLinksRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'afterLinkId', type: 'string', repeated: false },
    { id: 3, name: 'limit', type: 'uint32', repeated: false },
  ],
  JoinRequestsRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'afterUserId', type: 'string', repeated: false },
    { id: 3, name: 'limit', type: 'uint32', repeated: false },
  ],
  LeaveGroupRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  LoginRequest: [
    { id: 1, name: 'token', type: 'string', repeated: false },
    { id: 2, name: 'appId', type: 'string', repeated: false },
    { id: 3, name: 'clientName', type: 'string', repeated: false },
  ],
  LogoutRequest: [],
  MakeJoinLinkRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'token', type: 'string', repeated: false },
    { id: 3, name: 'expiresAtMs', type: 'uint64', repeated: false },
    { id: 4, name: 'usesMax', type: 'uint64', repeated: false },
    { id: 5, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  MarkReadRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'ordinal', type: 'uint64', repeated: false },
  ],
  MembersRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'afterUserId', type: 'string', repeated: false },
    { id: 3, name: 'limit', type: 'uint32', repeated: false },
    { id: 4, name: 'role', type: 'string', repeated: false },
  ],
  MissedRequest: [
    { id: 1, name: 'cursor', type: 'bytes', repeated: false },
    { id: 2, name: 'afterConversationId', type: 'string', repeated: false },
    { id: 3, name: 'afterSeq', type: 'uint64', repeated: false },
    { id: 4, name: 'limit', type: 'uint32', repeated: false },
  ],
  MuteMemberRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userId', type: 'string', repeated: false },
    { id: 3, name: 'durationMs', type: 'uint64', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  MyGroupsRequest: [
    { id: 1, name: 'afterConversationId', type: 'string', repeated: false },
    { id: 2, name: 'limit', type: 'uint32', repeated: false },
  ],
  OwnJoinRequestsRequest: [
    { id: 1, name: 'afterConversationId', type: 'string', repeated: false },
    { id: 2, name: 'limit', type: 'uint32', repeated: false },
  ],
  PrivacyRequest: [],
  RelationRequest: [
    { id: 1, name: 'userId', type: 'string', repeated: false },
  ],
  RelationsRequest: [
    { id: 1, name: 'afterUserId', type: 'string', repeated: false },
    { id: 2, name: 'limit', type: 'uint32', repeated: false },
  ],
  RemarkRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'remark', type: 'string', repeated: false },
    { id: 3, name: 'tags', type: 'string', repeated: true },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  RemoveMembersRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userIds', type: 'string', repeated: true },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  RequestToJoinRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'text', type: 'string', repeated: false },
    { id: 3, name: 'answers', type: 'string', repeated: true },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  RevokeInvitationRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userId', type: 'string', repeated: false },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  RevokeJoinLinkRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'linkId', type: 'string', repeated: false },
    { id: 3, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  RevokeRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'seq', type: 'uint64', repeated: false },
    { id: 3, name: 'messageId', type: 'string', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  SendRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientMessageId', type: 'string', repeated: false },
    { id: 3, name: 'body', type: 'Body', repeated: false },
    { id: 4, name: 'replyTo', type: 'uint64', repeated: false },
    { id: 5, name: 'attachments', type: 'Attachment', repeated: true },
    { id: 6, name: 'mentionAll', type: 'bool', repeated: false },
  ],
  SetNicknameRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'userId', type: 'string', repeated: false },
    { id: 3, name: 'nickname', type: 'string', repeated: false },
    { id: 4, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  SignalRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'body', type: 'Body', repeated: false },
  ],
  SyncRequest: [
    { id: 1, name: 'cursor', type: 'bytes', repeated: false },
    { id: 2, name: 'itemsPerConversation', type: 'uint32', repeated: false },
  ],
  UnblockRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
  ],
  UnfollowRoomRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
  ],
  UnreadRequest: [],
  WithdrawJoinRequestRequest: [
    { id: 1, name: 'conversationId', type: 'string', repeated: false },
    { id: 2, name: 'clientRequestId', type: 'string', repeated: false },
  ],
}
