// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { CommandMeta, AddMembers, AnswerFriendRequest, AnswerInvitation, AnswerJoinRequest, Attachment, BanUser, BlockUser, Body, BroadcastMessage, ChangeGroup, ChangeMemberRole, ChangePrivacy, CloseDeviceSession, CreateGroup, DeleteFriend, DeleteMessage, DismissGroup, EditMessage, GroupSetting, HideMessage, InviteToGroup, JoinByLink, LeaveGroup, MakeJoinLink, MarkRead, MuteMember, NotifyOnline, RemoveMembers, RequestFriend, RequestToJoin, RevokeInvitation, RevokeJoinLink, RevokeMessage, SendMessage, SetNickname, SetRemark, UnblockUser, WithdrawJoinRequest } from './avro.ts'
import type { BroadcastOnlineReply, DoneReply, JoinLinkReply, MarkReadReply, MemberChangeReply, SendReply, SeqReply } from './messages.ts'
import { type WireTypes, wire as v1 } from '../protobuf.ts'

const nothing = new Uint8Array(0)
/** Copied: a packet's bytes belong to its transport. */
const copied = (bytes: Uint8Array | null | undefined): Uint8Array => (bytes?.length ? Uint8Array.from(bytes) : nothing)
const numeric = (value: number | null | undefined): number => value ?? 0

const bodyFrom = (m: WireTypes.wire.v1.IBody | null | undefined): Body => ({ contentType: m?.contentType ?? '', encoding: m?.encoding ?? '', keyId: m?.keyId ?? '', bytes: copied(m?.bytes) })

const attachmentFrom = (m: WireTypes.wire.v1.IAttachment | null | undefined): Attachment => ({ url: m?.url ?? '', name: m?.name ?? '', contentType: m?.contentType ?? '', size: numeric(m?.size as number) })

const groupSettingFrom = (m: WireTypes.wire.v1.IGroupSetting | null | undefined): GroupSetting => ({ name: m?.name ?? '', value: m?.value ?? '' })

/** Codecs of the requests, as servers read them. */
export const requestCodecs = {
  login: v1.LoginRequest,
  logout: v1.LogoutRequest,
  heartbeat: v1.Heartbeat,
  send: v1.SendRequest,
  history: v1.HistoryRequest,
  edits: v1.EditsRequest,
  markRead: v1.MarkReadRequest,
  revoke: v1.RevokeRequest,
  edit: v1.EditRequest,
  deleteForAll: v1.DeleteRequest,
  deleteForMe: v1.HideRequest,
  broadcastOnline: v1.BroadcastOnlineRequest,
  broadcast: v1.BroadcastRequest,
  sync: v1.SyncRequest,
  unread: v1.UnreadRequest,
  missed: v1.MissedRequest,
  createGroup: v1.CreateGroupRequest,
  addMembers: v1.AddMembersRequest,
  removeMembers: v1.RemoveMembersRequest,
  leaveGroup: v1.LeaveGroupRequest,
  changeRole: v1.ChangeRoleRequest,
  members: v1.MembersRequest,
  changeGroup: v1.ChangeGroupRequest,
  dismissGroup: v1.DismissGroupRequest,
  groupInfo: v1.GroupInfoRequest,
  muteMember: v1.MuteMemberRequest,
  setNickname: v1.SetNicknameRequest,
  myGroups: v1.MyGroupsRequest,
  areMembers: v1.AreMembersRequest,
  followRoom: v1.FollowRoomRequest,
  unfollowRoom: v1.UnfollowRoomRequest,
  signal: v1.SignalRequest,
  inviteToGroup: v1.InviteToGroupRequest,
  answerInvitation: v1.AnswerInvitationRequest,
  requestToJoin: v1.RequestToJoinRequest,
  answerJoinRequest: v1.AnswerJoinRequestRequest,
  makeJoinLink: v1.MakeJoinLinkRequest,
  revokeJoinLink: v1.RevokeJoinLinkRequest,
  joinByLink: v1.JoinByLinkRequest,
  banUser: v1.BanUserRequest,
  revokeInvitation: v1.RevokeInvitationRequest,
  withdrawJoinRequest: v1.WithdrawJoinRequestRequest,
  joinRequests: v1.JoinRequestsRequest,
  ownJoinRequests: v1.OwnJoinRequestsRequest,
  bans: v1.BansRequest,
  joinInfo: v1.JoinInfoRequest,
  invitations: v1.InvitationsRequest,
  joinLinks: v1.JoinLinksRequest,
  findUser: v1.FindUserRequest,
  requestFriend: v1.FriendRequestRequest,
  answerFriendRequest: v1.FriendAnswerRequest,
  deleteFriend: v1.DeleteFriendRequest,
  setRemark: v1.RemarkRequest,
  blockUser: v1.BlockRequest,
  unblockUser: v1.UnblockRequest,
  friends: v1.RelationsRequest,
  friendRequests: v1.RelationsRequest,
  blocked: v1.RelationsRequest,
  changePrivacy: v1.ChangePrivacyRequest,
  privacy: v1.PrivacyRequest,
  relationTo: v1.RelationRequest,
} as const

/** Codecs of the answers, as servers write them. */
export const answerCodecs = {
  login: v1.LoginReply,
  logout: v1.DoneReply,
  heartbeat: v1.Heartbeat,
  send: v1.SendReply,
  history: v1.HistoryReply,
  edits: v1.EditsReply,
  markRead: v1.MarkReadReply,
  revoke: v1.SeqReply,
  edit: v1.SeqReply,
  deleteForAll: v1.SeqReply,
  deleteForMe: v1.DoneReply,
  broadcastOnline: v1.BroadcastOnlineReply,
  broadcast: v1.SendReply,
  sync: v1.SyncReply,
  unread: v1.UnreadReply,
  missed: v1.MissedReply,
  createGroup: v1.MemberChangeReply,
  addMembers: v1.MemberChangeReply,
  removeMembers: v1.MemberChangeReply,
  leaveGroup: v1.SeqReply,
  changeRole: v1.SeqReply,
  members: v1.MembersReply,
  changeGroup: v1.SeqReply,
  dismissGroup: v1.SeqReply,
  groupInfo: v1.GroupInfoReply,
  muteMember: v1.SeqReply,
  setNickname: v1.SeqReply,
  myGroups: v1.MyGroupsReply,
  areMembers: v1.AreMembersReply,
  followRoom: v1.FollowRoomReply,
  unfollowRoom: v1.DoneReply,
  signal: v1.SignalReply,
  inviteToGroup: v1.MemberChangeReply,
  answerInvitation: v1.SeqReply,
  requestToJoin: v1.SeqReply,
  answerJoinRequest: v1.SeqReply,
  makeJoinLink: v1.JoinLinkReply,
  revokeJoinLink: v1.DoneReply,
  joinByLink: v1.SeqReply,
  banUser: v1.SeqReply,
  revokeInvitation: v1.DoneReply,
  withdrawJoinRequest: v1.DoneReply,
  joinRequests: v1.JoinRequestsReply,
  ownJoinRequests: v1.OwnJoinRequestsReply,
  bans: v1.BansReply,
  joinInfo: v1.JoinInfoReply,
  invitations: v1.InvitationsReply,
  joinLinks: v1.JoinLinksReply,
  findUser: v1.FindUserReply,
  requestFriend: v1.DoneReply,
  answerFriendRequest: v1.DoneReply,
  deleteFriend: v1.DoneReply,
  setRemark: v1.DoneReply,
  blockUser: v1.DoneReply,
  unblockUser: v1.DoneReply,
  friends: v1.RelationsReply,
  friendRequests: v1.RelationsReply,
  blocked: v1.RelationsReply,
  changePrivacy: v1.DoneReply,
  privacy: v1.PrivacyReply,
  relationTo: v1.RelationReply,
} as const

/** What a command takes from elsewhere than its request. */
export interface Asker {
  readonly userId: string
  readonly sessionId: string
  /** Of a secret the command has this alone. */
  hashed(secret: string): string
}

/** The command that a request becomes: fields of equal names, and of secrets their hashes. */
export const commandFrom = {
  logout: (_request: WireTypes.wire.v1.LogoutRequest, meta: CommandMeta, asker: Asker): CloseDeviceSession => ({ type: 'CloseDeviceSession', meta, userId: asker.userId, sessionId: asker.sessionId }),
  send: (r: WireTypes.wire.v1.SendRequest, meta: CommandMeta): SendMessage => ({ type: 'SendMessage', meta, conversationId: r.conversationId, body: bodyFrom(r.body), replyTo: numeric(r.replyTo as number), attachments: r.attachments.map(attachmentFrom), mentionAll: r.mentionAll }),
  markRead: (r: WireTypes.wire.v1.MarkReadRequest, meta: CommandMeta): MarkRead => ({ type: 'MarkRead', meta, conversationId: r.conversationId, ordinal: numeric(r.ordinal as number) }),
  revoke: (r: WireTypes.wire.v1.RevokeRequest, meta: CommandMeta): RevokeMessage => ({ type: 'RevokeMessage', meta, conversationId: r.conversationId, seq: numeric(r.seq as number), messageId: r.messageId }),
  edit: (r: WireTypes.wire.v1.EditRequest, meta: CommandMeta): EditMessage => ({ type: 'EditMessage', meta, conversationId: r.conversationId, seq: numeric(r.seq as number), messageId: r.messageId, body: bodyFrom(r.body) }),
  deleteForAll: (r: WireTypes.wire.v1.DeleteRequest, meta: CommandMeta): DeleteMessage => ({ type: 'DeleteMessage', meta, conversationId: r.conversationId, seq: numeric(r.seq as number), messageId: r.messageId }),
  deleteForMe: (r: WireTypes.wire.v1.HideRequest, meta: CommandMeta, asker: Asker): HideMessage => ({ type: 'HideMessage', meta, userId: asker.userId, conversationId: r.conversationId, seq: numeric(r.seq as number), messageId: r.messageId }),
  broadcastOnline: (r: WireTypes.wire.v1.BroadcastOnlineRequest, meta: CommandMeta): NotifyOnline => ({ type: 'NotifyOnline', meta, conversationId: r.conversationId, body: bodyFrom(r.body), perSecond: numeric(r.perSecond as number) }),
  broadcast: (r: WireTypes.wire.v1.BroadcastRequest, meta: CommandMeta): BroadcastMessage => ({ type: 'BroadcastMessage', meta, conversationId: r.conversationId, body: bodyFrom(r.body), attachments: r.attachments.map(attachmentFrom), perSecond: numeric(r.perSecond as number) }),
  createGroup: (r: WireTypes.wire.v1.CreateGroupRequest, meta: CommandMeta): CreateGroup => ({ type: 'CreateGroup', meta, conversationId: r.conversationId, name: r.name, memberIds: r.memberIds, settings: r.settings.map(groupSettingFrom) }),
  addMembers: (r: WireTypes.wire.v1.AddMembersRequest, meta: CommandMeta): AddMembers => ({ type: 'AddMembers', meta, conversationId: r.conversationId, userIds: r.userIds }),
  removeMembers: (r: WireTypes.wire.v1.RemoveMembersRequest, meta: CommandMeta): RemoveMembers => ({ type: 'RemoveMembers', meta, conversationId: r.conversationId, userIds: r.userIds }),
  leaveGroup: (r: WireTypes.wire.v1.LeaveGroupRequest, meta: CommandMeta): LeaveGroup => ({ type: 'LeaveGroup', meta, conversationId: r.conversationId }),
  changeRole: (r: WireTypes.wire.v1.ChangeRoleRequest, meta: CommandMeta): ChangeMemberRole => ({ type: 'ChangeMemberRole', meta, conversationId: r.conversationId, userId: r.userId, role: r.role }),
  changeGroup: (r: WireTypes.wire.v1.ChangeGroupRequest, meta: CommandMeta): ChangeGroup => ({ type: 'ChangeGroup', meta, conversationId: r.conversationId, settings: r.settings.map(groupSettingFrom) }),
  dismissGroup: (r: WireTypes.wire.v1.DismissGroupRequest, meta: CommandMeta): DismissGroup => ({ type: 'DismissGroup', meta, conversationId: r.conversationId }),
  muteMember: (r: WireTypes.wire.v1.MuteMemberRequest, meta: CommandMeta): MuteMember => ({ type: 'MuteMember', meta, conversationId: r.conversationId, userId: r.userId, durationMs: numeric(r.durationMs as number) }),
  setNickname: (r: WireTypes.wire.v1.SetNicknameRequest, meta: CommandMeta): SetNickname => ({ type: 'SetNickname', meta, conversationId: r.conversationId, userId: r.userId, nickname: r.nickname }),
  inviteToGroup: (r: WireTypes.wire.v1.InviteToGroupRequest, meta: CommandMeta): InviteToGroup => ({ type: 'InviteToGroup', meta, conversationId: r.conversationId, userIds: r.userIds, greeting: r.greeting, expiresAtMs: numeric(r.expiresAtMs as number) }),
  answerInvitation: (r: WireTypes.wire.v1.AnswerInvitationRequest, meta: CommandMeta): AnswerInvitation => ({ type: 'AnswerInvitation', meta, conversationId: r.conversationId, accept: r.accept }),
  requestToJoin: (r: WireTypes.wire.v1.RequestToJoinRequest, meta: CommandMeta): RequestToJoin => ({ type: 'RequestToJoin', meta, conversationId: r.conversationId, text: r.text, answers: r.answers }),
  answerJoinRequest: (r: WireTypes.wire.v1.AnswerJoinRequestRequest, meta: CommandMeta): AnswerJoinRequest => ({ type: 'AnswerJoinRequest', meta, conversationId: r.conversationId, userId: r.userId, accept: r.accept }),
  makeJoinLink: (r: WireTypes.wire.v1.MakeJoinLinkRequest, meta: CommandMeta, asker: Asker): MakeJoinLink => ({ type: 'MakeJoinLink', meta, conversationId: r.conversationId, tokenHash: asker.hashed(r.token), expiresAtMs: numeric(r.expiresAtMs as number), usesMax: numeric(r.usesMax as number) }),
  revokeJoinLink: (r: WireTypes.wire.v1.RevokeJoinLinkRequest, meta: CommandMeta): RevokeJoinLink => ({ type: 'RevokeJoinLink', meta, conversationId: r.conversationId, linkId: r.linkId }),
  joinByLink: (r: WireTypes.wire.v1.JoinByLinkRequest, meta: CommandMeta, asker: Asker): JoinByLink => ({ type: 'JoinByLink', meta, conversationId: r.conversationId, tokenHash: asker.hashed(r.token) }),
  banUser: (r: WireTypes.wire.v1.BanUserRequest, meta: CommandMeta): BanUser => ({ type: 'BanUser', meta, conversationId: r.conversationId, userId: r.userId, banned: r.banned }),
  revokeInvitation: (r: WireTypes.wire.v1.RevokeInvitationRequest, meta: CommandMeta): RevokeInvitation => ({ type: 'RevokeInvitation', meta, conversationId: r.conversationId, userId: r.userId }),
  withdrawJoinRequest: (r: WireTypes.wire.v1.WithdrawJoinRequestRequest, meta: CommandMeta): WithdrawJoinRequest => ({ type: 'WithdrawJoinRequest', meta, conversationId: r.conversationId }),
  requestFriend: (r: WireTypes.wire.v1.FriendRequestRequest, meta: CommandMeta): RequestFriend => ({ type: 'RequestFriend', meta, conversationId: r.conversationId, text: r.text, expiresAtMs: numeric(r.expiresAtMs as number) }),
  answerFriendRequest: (r: WireTypes.wire.v1.FriendAnswerRequest, meta: CommandMeta): AnswerFriendRequest => ({ type: 'AnswerFriendRequest', meta, conversationId: r.conversationId, accept: r.accept }),
  deleteFriend: (r: WireTypes.wire.v1.DeleteFriendRequest, meta: CommandMeta): DeleteFriend => ({ type: 'DeleteFriend', meta, conversationId: r.conversationId }),
  setRemark: (r: WireTypes.wire.v1.RemarkRequest, meta: CommandMeta): SetRemark => ({ type: 'SetRemark', meta, conversationId: r.conversationId, remark: r.remark, tags: r.tags }),
  blockUser: (r: WireTypes.wire.v1.BlockRequest, meta: CommandMeta): BlockUser => ({ type: 'BlockUser', meta, conversationId: r.conversationId }),
  unblockUser: (r: WireTypes.wire.v1.UnblockRequest, meta: CommandMeta): UnblockUser => ({ type: 'UnblockUser', meta, conversationId: r.conversationId }),
  changePrivacy: (r: WireTypes.wire.v1.ChangePrivacyRequest, meta: CommandMeta, asker: Asker): ChangePrivacy => ({ type: 'ChangePrivacy', meta, userId: asker.userId, write: r.write, add: r.add }),
} as const

/** What each command is answered with. */
export interface Replies {
  readonly AddMembers: MemberChangeReply
  readonly AnswerFriendRequest: DoneReply
  readonly AnswerInvitation: SeqReply
  readonly AnswerJoinRequest: SeqReply
  readonly BanUser: SeqReply
  readonly BlockUser: DoneReply
  readonly BroadcastMessage: SendReply
  readonly ChangeAppPolicy: DoneReply
  readonly ChangeBroadcastRight: DoneReply
  readonly ChangeGroup: SeqReply
  readonly ChangeMemberRole: SeqReply
  readonly ChangePrivacy: DoneReply
  readonly ClaimUserName: DoneReply
  readonly CloseDeviceSession: DoneReply
  readonly CreateGroup: MemberChangeReply
  readonly DeleteFriend: DoneReply
  readonly DeleteMessage: SeqReply
  readonly DismissGroup: SeqReply
  readonly EditMessage: SeqReply
  readonly EndGroup: SeqReply
  readonly HideMessage: DoneReply
  readonly InviteToGroup: MemberChangeReply
  readonly JoinByLink: SeqReply
  readonly LeaveGroup: SeqReply
  readonly MakeJoinLink: JoinLinkReply
  readonly MarkRead: MarkReadReply
  readonly MuteMember: SeqReply
  readonly NotifyOnline: BroadcastOnlineReply
  readonly OpenDeviceSession: DoneReply
  readonly RegisterApp: DoneReply
  readonly RegisterUser: DoneReply
  readonly RemoveMembers: MemberChangeReply
  readonly RequestFriend: DoneReply
  readonly RequestToJoin: SeqReply
  readonly RevokeInvitation: DoneReply
  readonly RevokeJoinLink: DoneReply
  readonly RevokeMessage: SeqReply
  readonly SendMessage: SendReply
  readonly SetNickname: SeqReply
  readonly SetRemark: DoneReply
  readonly UnblockUser: DoneReply
  readonly WithdrawJoinRequest: DoneReply
}

const replyCodecs = {
  AddMembers: v1.MemberChangeReply,
  AnswerFriendRequest: v1.DoneReply,
  AnswerInvitation: v1.SeqReply,
  AnswerJoinRequest: v1.SeqReply,
  BanUser: v1.SeqReply,
  BlockUser: v1.DoneReply,
  BroadcastMessage: v1.SendReply,
  ChangeAppPolicy: v1.DoneReply,
  ChangeBroadcastRight: v1.DoneReply,
  ChangeGroup: v1.SeqReply,
  ChangeMemberRole: v1.SeqReply,
  ChangePrivacy: v1.DoneReply,
  ClaimUserName: v1.DoneReply,
  CloseDeviceSession: v1.DoneReply,
  CreateGroup: v1.MemberChangeReply,
  DeleteFriend: v1.DoneReply,
  DeleteMessage: v1.SeqReply,
  DismissGroup: v1.SeqReply,
  EditMessage: v1.SeqReply,
  EndGroup: v1.SeqReply,
  HideMessage: v1.DoneReply,
  InviteToGroup: v1.MemberChangeReply,
  JoinByLink: v1.SeqReply,
  LeaveGroup: v1.SeqReply,
  MakeJoinLink: v1.JoinLinkReply,
  MarkRead: v1.MarkReadReply,
  MuteMember: v1.SeqReply,
  NotifyOnline: v1.BroadcastOnlineReply,
  OpenDeviceSession: v1.DoneReply,
  RegisterApp: v1.DoneReply,
  RegisterUser: v1.DoneReply,
  RemoveMembers: v1.MemberChangeReply,
  RequestFriend: v1.DoneReply,
  RequestToJoin: v1.SeqReply,
  RevokeInvitation: v1.DoneReply,
  RevokeJoinLink: v1.DoneReply,
  RevokeMessage: v1.SeqReply,
  SendMessage: v1.SendReply,
  SetNickname: v1.SeqReply,
  SetRemark: v1.DoneReply,
  UnblockUser: v1.DoneReply,
  WithdrawJoinRequest: v1.DoneReply,
} as const

/** The reply as its client gets it. */
export function encodeReply<T extends keyof Replies>(command: T, reply: Replies[T]): Uint8Array {
  const codec = replyCodecs[command] as { encode(value: object): { finish(): Uint8Array } }
  return codec.encode(reply).finish()
}

export function decodeReply<T extends keyof Replies>(command: T, bytes: Uint8Array): Replies[T] {
  return replyCodecs[command].decode(bytes) as unknown as Replies[T]
}
