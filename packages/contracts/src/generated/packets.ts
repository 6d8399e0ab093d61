// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { AddMembersRequest, AreMembersReply, AreMembersRequest, ChangeRoleRequest, CreateGroupRequest, DeleteRequest, DoneReply, EditRequest, EditsReply, EditsRequest, FindUserReply, FindUserRequest, Heartbeat, HideRequest, HistoryReply, HistoryRequest, LeaveGroupRequest, LoginReply, LoginRequest, LogoutRequest, MarkReadReply, MarkReadRequest, MemberChangeReply, MembersReply, MembersRequest, MissedReply, MissedRequest, MuteMemberRequest, MyGroupsReply, MyGroupsRequest, RemoveMembersRequest, RevokeRequest, SendReply, SendRequest, SeqReply, SetNicknameRequest, SyncReply, SyncRequest, UnreadReply, UnreadRequest } from './messages.ts'

/** Every packet by its name. Requests and their answers share the numbers; answers carry the ack or error flag. */
export const packets = {
  /** The first packet of every connection. */
  login: { service: 1, command: 1, kind: 'connection', request: 'LoginRequest', answer: 'LoginReply' },
  /** Ends the device session: the token is worth nothing afterwards. */
  logout: { service: 1, command: 2, kind: 'command', request: 'LogoutRequest', answer: 'DoneReply', becomes: 'CloseDeviceSession', intent: null, adds: null },
  /** Says that one is there; both ways. */
  heartbeat: { service: 1, command: 3, kind: 'connection', request: 'Heartbeat', answer: 'Heartbeat' },
  /** The last packet before the server closes. */
  goodbye: { service: 1, command: 4, kind: 'server', body: 'Goodbye' },
  /** Appends a message to a conversation. */
  send: { service: 2, command: 1, kind: 'command', request: 'SendRequest', answer: 'SendReply', becomes: 'SendMessage', intent: 'clientMessageId', adds: null },
  /** Items and notices as they happen; acknowledged. */
  push: { service: 2, command: 2, kind: 'server', body: 'Push' },
  /** A page of a conversation by seq. */
  history: { service: 2, command: 3, kind: 'read', request: 'HistoryRequest', answer: 'HistoryReply' },
  /** What a message said before it was edited. */
  edits: { service: 2, command: 20, kind: 'read', request: 'EditsRequest', answer: 'EditsReply' },
  /** Moves the reader's read marker forward. */
  markRead: { service: 2, command: 4, kind: 'command', request: 'MarkReadRequest', answer: 'MarkReadReply', becomes: 'MarkRead', intent: null, adds: null },
  /** Takes a message back from everyone. */
  revoke: { service: 2, command: 5, kind: 'command', request: 'RevokeRequest', answer: 'SeqReply', becomes: 'RevokeMessage', intent: 'clientRequestId', adds: null },
  /** Gives a message another body. */
  edit: { service: 2, command: 6, kind: 'command', request: 'EditRequest', answer: 'SeqReply', becomes: 'EditMessage', intent: 'clientRequestId', adds: null },
  /** Deletes a message for everyone. */
  deleteForAll: { service: 2, command: 7, kind: 'command', request: 'DeleteRequest', answer: 'SeqReply', becomes: 'DeleteMessage', intent: 'clientRequestId', adds: null },
  /** Deletes a message for oneself. */
  deleteForMe: { service: 2, command: 8, kind: 'command', request: 'HideRequest', answer: 'DoneReply', becomes: 'HideMessage', intent: 'clientRequestId', adds: null },
  /** What changed since the cursor. */
  sync: { service: 3, command: 1, kind: 'read', request: 'SyncRequest', answer: 'SyncReply' },
  /** Conversations with unread messages. */
  unread: { service: 3, command: 2, kind: 'read', request: 'UnreadRequest', answer: 'UnreadReply' },
  /** What was done to conversations and messages since a cursor, without the messages. */
  missed: { service: 3, command: 10, kind: 'read', request: 'MissedRequest', answer: 'MissedReply' },
  /** Something may have been missed: sync from your cursor. */
  resync: { service: 3, command: 3, kind: 'server', body: 'Resync' },
  /** Creates a group with its creator as owner. */
  createGroup: { service: 4, command: 1, kind: 'command', request: 'CreateGroupRequest', answer: 'MemberChangeReply', becomes: 'CreateGroup', intent: 'clientRequestId', adds: 'memberIds' },
  /** Adds users to a group. */
  addMembers: { service: 4, command: 2, kind: 'command', request: 'AddMembersRequest', answer: 'MemberChangeReply', becomes: 'AddMembers', intent: 'clientRequestId', adds: 'userIds' },
  /** Removes members from a group. */
  removeMembers: { service: 4, command: 3, kind: 'command', request: 'RemoveMembersRequest', answer: 'MemberChangeReply', becomes: 'RemoveMembers', intent: 'clientRequestId', adds: null },
  /** Leaves a group. */
  leaveGroup: { service: 4, command: 4, kind: 'command', request: 'LeaveGroupRequest', answer: 'SeqReply', becomes: 'LeaveGroup', intent: 'clientRequestId', adds: null },
  /** Gives a member another role; the owner hands over by giving theirs. */
  changeRole: { service: 4, command: 5, kind: 'command', request: 'ChangeRoleRequest', answer: 'SeqReply', becomes: 'ChangeMemberRole', intent: 'clientRequestId', adds: null },
  /** A page of a conversation's members, of all or of one role. */
  members: { service: 4, command: 6, kind: 'read', request: 'MembersRequest', answer: 'MembersReply' },
  /** Lets a member say nothing for a time. */
  muteMember: { service: 4, command: 10, kind: 'command', request: 'MuteMemberRequest', answer: 'SeqReply', becomes: 'MuteMember', intent: 'clientRequestId', adds: null },
  /** Gives a member a name in the group. */
  setNickname: { service: 4, command: 11, kind: 'command', request: 'SetNicknameRequest', answer: 'SeqReply', becomes: 'SetNickname', intent: 'clientRequestId', adds: null },
  /** A page of the groups that one is in. */
  myGroups: { service: 4, command: 23, kind: 'read', request: 'MyGroupsRequest', answer: 'MyGroupsReply' },
  /** Which of some users belong to a conversation. */
  areMembers: { service: 4, command: 24, kind: 'read', request: 'AreMembersRequest', answer: 'AreMembersReply' },
  /** A user by id or by name. */
  findUser: { service: 5, command: 1, kind: 'read', request: 'FindUserRequest', answer: 'FindUserReply' },
} as const

export type PacketName = keyof typeof packets
/** Requests that become commands. */
export type CommandPacket = 'logout' | 'send' | 'markRead' | 'revoke' | 'edit' | 'deleteForAll' | 'deleteForMe' | 'createGroup' | 'addMembers' | 'removeMembers' | 'leaveGroup' | 'changeRole' | 'muteMember' | 'setNickname'
/** Requests that only read. */
export type ReadPacket = 'history' | 'edits' | 'sync' | 'unread' | 'missed' | 'members' | 'myGroups' | 'areMembers' | 'findUser'

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
  readonly sync: SyncRequest
  readonly unread: UnreadRequest
  readonly missed: MissedRequest
  readonly createGroup: CreateGroupRequest
  readonly addMembers: AddMembersRequest
  readonly removeMembers: RemoveMembersRequest
  readonly leaveGroup: LeaveGroupRequest
  readonly changeRole: ChangeRoleRequest
  readonly members: MembersRequest
  readonly muteMember: MuteMemberRequest
  readonly setNickname: SetNicknameRequest
  readonly myGroups: MyGroupsRequest
  readonly areMembers: AreMembersRequest
  readonly findUser: FindUserRequest
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
  readonly sync: SyncReply
  readonly unread: UnreadReply
  readonly missed: MissedReply
  readonly createGroup: MemberChangeReply
  readonly addMembers: MemberChangeReply
  readonly removeMembers: MemberChangeReply
  readonly leaveGroup: SeqReply
  readonly changeRole: SeqReply
  readonly members: MembersReply
  readonly muteMember: SeqReply
  readonly setNickname: SeqReply
  readonly myGroups: MyGroupsReply
  readonly areMembers: AreMembersReply
  readonly findUser: FindUserReply
}

export type RequestName = keyof RequestBodies
