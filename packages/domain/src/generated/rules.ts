// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { CommandRules, EventRules } from '../rule.ts'
import { addMembers, membersAdded } from '../conversation/add-members.ts'
import { answerFriendRequest, friendRequestAnswered } from '../conversation/answer-friend-request.ts'
import { answerInvitation, invitationAnswered } from '../conversation/answer-invitation.ts'
import { answerJoinRequest, joinRequestAnswered } from '../conversation/answer-join-request.ts'
import { banUser, userBanned } from '../conversation/ban-user.ts'
import { blockUser, userBlocked } from '../conversation/block-user.ts'
import { broadcastMessage, broadcastSent } from '../conversation/broadcast-message.ts'
import { appPolicyChanged, changeAppPolicy } from '../app/change-app-policy.ts'
import { broadcastRightChanged, changeBroadcastRight } from '../conversation/change-broadcast-right.ts'
import { changeGroup, groupChanged } from '../conversation/change-group.ts'
import { changeMemberRole, memberRoleChanged } from '../conversation/change-member-role.ts'
import { changePrivacy, privacyChanged } from '../user/change-privacy.ts'
import { claimUserName, userNameClaimed } from '../user-name/claim-user-name.ts'
import { closeDeviceSession, deviceSessionClosed } from '../user/close-device-session.ts'
import { createGroup, groupCreated } from '../conversation/create-group.ts'
import { deleteFriend, friendDeleted } from '../conversation/delete-friend.ts'
import { deleteMessage, messageDeleted } from '../conversation/delete-message.ts'
import { dismissGroup, groupDismissed } from '../conversation/dismiss-group.ts'
import { editMessage, messageEdited } from '../conversation/edit-message.ts'
import { endGroup } from '../conversation/end-group.ts'
import { hideMessage, messageHidden } from '../user/hide-message.ts'
import { invitationSent, inviteToGroup } from '../conversation/invite-to-group.ts'
import { joinByLink, memberJoined } from '../conversation/join-by-link.ts'
import { leaveGroup, memberLeft } from '../conversation/leave-group.ts'
import { joinLinkMade, makeJoinLink } from '../conversation/make-join-link.ts'
import { markRead, readMarked } from '../conversation/mark-read.ts'
import { memberMuted, muteMember } from '../conversation/mute-member.ts'
import { notifyOnline } from '../conversation/notify-online.ts'
import { deviceSessionOpened, openDeviceSession } from '../user/open-device-session.ts'
import { appRegistered, registerApp } from '../app/register-app.ts'
import { registerUser, userRegistered } from '../user/register-user.ts'
import { membersRemoved, removeMembers } from '../conversation/remove-members.ts'
import { friendRequested, requestFriend } from '../conversation/request-friend.ts'
import { joinRequested, requestToJoin } from '../conversation/request-to-join.ts'
import { invitationRevoked, revokeInvitation } from '../conversation/revoke-invitation.ts'
import { joinLinkRevoked, revokeJoinLink } from '../conversation/revoke-join-link.ts'
import { messageRevoked, revokeMessage } from '../conversation/revoke-message.ts'
import { messageSent, sendMessage } from '../conversation/send-message.ts'
import { nicknameChanged, setNickname } from '../conversation/set-nickname.ts'
import { remarkSet, setRemark } from '../conversation/set-remark.ts'
import { unblockUser, userUnblocked } from '../conversation/unblock-user.ts'
import { joinRequestWithdrawn, withdrawJoinRequest } from '../conversation/withdraw-join-request.ts'

export const commandRules: CommandRules = {
  AddMembers: addMembers,
  AnswerFriendRequest: answerFriendRequest,
  AnswerInvitation: answerInvitation,
  AnswerJoinRequest: answerJoinRequest,
  BanUser: banUser,
  BlockUser: blockUser,
  BroadcastMessage: broadcastMessage,
  ChangeAppPolicy: changeAppPolicy,
  ChangeBroadcastRight: changeBroadcastRight,
  ChangeGroup: changeGroup,
  ChangeMemberRole: changeMemberRole,
  ChangePrivacy: changePrivacy,
  ClaimUserName: claimUserName,
  CloseDeviceSession: closeDeviceSession,
  CreateGroup: createGroup,
  DeleteFriend: deleteFriend,
  DeleteMessage: deleteMessage,
  DismissGroup: dismissGroup,
  EditMessage: editMessage,
  EndGroup: endGroup,
  HideMessage: hideMessage,
  InviteToGroup: inviteToGroup,
  JoinByLink: joinByLink,
  LeaveGroup: leaveGroup,
  MakeJoinLink: makeJoinLink,
  MarkRead: markRead,
  MuteMember: muteMember,
  NotifyOnline: notifyOnline,
  OpenDeviceSession: openDeviceSession,
  RegisterApp: registerApp,
  RegisterUser: registerUser,
  RemoveMembers: removeMembers,
  RequestFriend: requestFriend,
  RequestToJoin: requestToJoin,
  RevokeInvitation: revokeInvitation,
  RevokeJoinLink: revokeJoinLink,
  RevokeMessage: revokeMessage,
  SendMessage: sendMessage,
  SetNickname: setNickname,
  SetRemark: setRemark,
  UnblockUser: unblockUser,
  WithdrawJoinRequest: withdrawJoinRequest,
}

/** Events without a rule change no cell. */
export const eventRules: EventRules = {
  AppPolicyChanged: appPolicyChanged,
  AppRegistered: appRegistered,
  BroadcastRightChanged: broadcastRightChanged,
  BroadcastSent: broadcastSent,
  CommandAnswered: null,
  CommandRefused: null,
  CommandsDone: null,
  DeviceSessionClosed: deviceSessionClosed,
  DeviceSessionOpened: deviceSessionOpened,
  FriendDeleted: friendDeleted,
  FriendRequestAnswered: friendRequestAnswered,
  FriendRequested: friendRequested,
  GroupChanged: groupChanged,
  GroupCreated: groupCreated,
  GroupDismissed: groupDismissed,
  InvitationAnswered: invitationAnswered,
  InvitationRevoked: invitationRevoked,
  InvitationSent: invitationSent,
  JoinLinkMade: joinLinkMade,
  JoinLinkRevoked: joinLinkRevoked,
  JoinRequestAnswered: joinRequestAnswered,
  JoinRequestWithdrawn: joinRequestWithdrawn,
  JoinRequested: joinRequested,
  MemberJoined: memberJoined,
  MemberLeft: memberLeft,
  MemberMuted: memberMuted,
  MemberRoleChanged: memberRoleChanged,
  MembersAdded: membersAdded,
  MembersRemoved: membersRemoved,
  MessageDeleted: messageDeleted,
  MessageEdited: messageEdited,
  MessageHidden: messageHidden,
  MessageRevoked: messageRevoked,
  MessageSent: messageSent,
  NicknameChanged: nicknameChanged,
  OnlineNotified: null,
  PartitionClaimed: null,
  PrivacyChanged: privacyChanged,
  ReadMarked: readMarked,
  RemarkSet: remarkSet,
  UserBanned: userBanned,
  UserBlocked: userBlocked,
  UserNameClaimed: userNameClaimed,
  UserRegistered: userRegistered,
  UserUnblocked: userUnblocked,
}
