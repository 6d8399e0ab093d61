// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.

import type { Arbitraries } from '../arbitrary/arbitrary-command.ts'
import { addMembers } from '../arbitrary/add-members.ts'
import { changeAppPolicy } from '../arbitrary/change-app-policy.ts'
import { changeMemberRole } from '../arbitrary/change-member-role.ts'
import { claimUserName } from '../arbitrary/claim-user-name.ts'
import { closeDeviceSession } from '../arbitrary/close-device-session.ts'
import { createGroup } from '../arbitrary/create-group.ts'
import { deleteMessage } from '../arbitrary/delete-message.ts'
import { editMessage } from '../arbitrary/edit-message.ts'
import { hideMessage } from '../arbitrary/hide-message.ts'
import { leaveGroup } from '../arbitrary/leave-group.ts'
import { markRead } from '../arbitrary/mark-read.ts'
import { muteMember } from '../arbitrary/mute-member.ts'
import { openDeviceSession } from '../arbitrary/open-device-session.ts'
import { registerApp } from '../arbitrary/register-app.ts'
import { registerUser } from '../arbitrary/register-user.ts'
import { removeMembers } from '../arbitrary/remove-members.ts'
import { revokeMessage } from '../arbitrary/revoke-message.ts'
import { sendMessage } from '../arbitrary/send-message.ts'
import { setNickname } from '../arbitrary/set-nickname.ts'

export const arbitraries: Arbitraries = {
  AddMembers: addMembers,
  ChangeAppPolicy: changeAppPolicy,
  ChangeMemberRole: changeMemberRole,
  ClaimUserName: claimUserName,
  CloseDeviceSession: closeDeviceSession,
  CreateGroup: createGroup,
  DeleteMessage: deleteMessage,
  EditMessage: editMessage,
  HideMessage: hideMessage,
  LeaveGroup: leaveGroup,
  MarkRead: markRead,
  MuteMember: muteMember,
  OpenDeviceSession: openDeviceSession,
  RegisterApp: registerApp,
  RegisterUser: registerUser,
  RemoveMembers: removeMembers,
  RevokeMessage: revokeMessage,
  SendMessage: sendMessage,
  SetNickname: setNickname,
}
