// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { Arbitraries } from '../arbitrary/arbitrary-command.ts'
import { addMembers } from '../arbitrary/add-members.ts'
import { answerFriendRequest } from '../arbitrary/answer-friend-request.ts'
import { answerInvitation } from '../arbitrary/answer-invitation.ts'
import { answerJoinRequest } from '../arbitrary/answer-join-request.ts'
import { banUser } from '../arbitrary/ban-user.ts'
import { blockUser } from '../arbitrary/block-user.ts'
import { broadcastMessage } from '../arbitrary/broadcast-message.ts'
import { changeAppPolicy } from '../arbitrary/change-app-policy.ts'
import { changeBroadcastRight } from '../arbitrary/change-broadcast-right.ts'
import { changeGroup } from '../arbitrary/change-group.ts'
import { changeMemberRole } from '../arbitrary/change-member-role.ts'
import { changePrivacy } from '../arbitrary/change-privacy.ts'
import { claimUserName } from '../arbitrary/claim-user-name.ts'
import { closeDeviceSession } from '../arbitrary/close-device-session.ts'
import { createGroup } from '../arbitrary/create-group.ts'
import { deleteFriend } from '../arbitrary/delete-friend.ts'
import { deleteMessage } from '../arbitrary/delete-message.ts'
import { dismissGroup } from '../arbitrary/dismiss-group.ts'
import { editMessage } from '../arbitrary/edit-message.ts'
import { endGroup } from '../arbitrary/end-group.ts'
import { hideMessage } from '../arbitrary/hide-message.ts'
import { inviteToGroup } from '../arbitrary/invite-to-group.ts'
import { joinByLink } from '../arbitrary/join-by-link.ts'
import { leaveGroup } from '../arbitrary/leave-group.ts'
import { makeJoinLink } from '../arbitrary/make-join-link.ts'
import { markRead } from '../arbitrary/mark-read.ts'
import { muteMember } from '../arbitrary/mute-member.ts'
import { notifyOnline } from '../arbitrary/notify-online.ts'
import { openDeviceSession } from '../arbitrary/open-device-session.ts'
import { registerApp } from '../arbitrary/register-app.ts'
import { registerUser } from '../arbitrary/register-user.ts'
import { removeMembers } from '../arbitrary/remove-members.ts'
import { requestFriend } from '../arbitrary/request-friend.ts'
import { requestToJoin } from '../arbitrary/request-to-join.ts'
import { revokeInvitation } from '../arbitrary/revoke-invitation.ts'
import { revokeJoinLink } from '../arbitrary/revoke-join-link.ts'
import { revokeMessage } from '../arbitrary/revoke-message.ts'
import { sendMessage } from '../arbitrary/send-message.ts'
import { setNickname } from '../arbitrary/set-nickname.ts'
import { setRemark } from '../arbitrary/set-remark.ts'
import { unblockUser } from '../arbitrary/unblock-user.ts'
import { withdrawJoinRequest } from '../arbitrary/withdraw-join-request.ts'

export const arbitraries: Arbitraries = {
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
