// The requests a client makes, with the messages that carry them and their answers.
import type { CommandName, WireTypes } from '@skein/contracts'
import { wire } from '@skein/contracts'

type V1 = typeof WireTypes.wire.v1

export interface RequestBodies {
  login: WireTypes.wire.v1.LoginRequest.$Properties
  logout: WireTypes.wire.v1.LogoutRequest.$Properties
  heartbeat: WireTypes.wire.v1.Heartbeat.$Properties
  send: WireTypes.wire.v1.SendRequest.$Properties
  history: WireTypes.wire.v1.HistoryRequest.$Properties
  markRead: WireTypes.wire.v1.MarkReadRequest.$Properties
  sync: WireTypes.wire.v1.SyncRequest.$Properties
  unread: WireTypes.wire.v1.UnreadRequest.$Properties
  createGroup: WireTypes.wire.v1.CreateGroupRequest.$Properties
  addMembers: WireTypes.wire.v1.AddMembersRequest.$Properties
  removeMember: WireTypes.wire.v1.RemoveMemberRequest.$Properties
  leaveGroup: WireTypes.wire.v1.LeaveGroupRequest.$Properties
  changeRole: WireTypes.wire.v1.ChangeRoleRequest.$Properties
  members: WireTypes.wire.v1.MembersRequest.$Properties
  findUser: WireTypes.wire.v1.FindUserRequest.$Properties
}

export interface AnswerBodies {
  login: WireTypes.wire.v1.LoginReply
  logout: WireTypes.wire.v1.LogoutReply
  heartbeat: WireTypes.wire.v1.Heartbeat
  send: WireTypes.wire.v1.SendReply
  history: WireTypes.wire.v1.HistoryReply
  markRead: WireTypes.wire.v1.MarkReadReply
  sync: WireTypes.wire.v1.SyncReply
  unread: WireTypes.wire.v1.UnreadReply
  createGroup: WireTypes.wire.v1.GroupReply
  addMembers: WireTypes.wire.v1.GroupReply
  removeMember: WireTypes.wire.v1.GroupReply
  leaveGroup: WireTypes.wire.v1.GroupReply
  changeRole: WireTypes.wire.v1.GroupReply
  members: WireTypes.wire.v1.MembersReply
  findUser: WireTypes.wire.v1.FindUserReply
}

export type RequestName = keyof RequestBodies & CommandName

interface Codec<Request, Answer> {
  encode(request: Request): { finish(): Uint8Array }
  decode(bytes: Uint8Array): Answer
}

const codec = <Request, Answer>(
  request: { encode(message: Request): { finish(): Uint8Array } },
  answer: { decode(bytes: Uint8Array): Answer },
): Codec<Request, Answer> => ({ encode: (message) => request.encode(message), decode: (bytes) => answer.decode(bytes) })

const v1: V1 = wire

const codecs: { [N in RequestName]: Codec<RequestBodies[N], AnswerBodies[N]> } = {
  login: codec(v1.LoginRequest, v1.LoginReply),
  logout: codec(v1.LogoutRequest, v1.LogoutReply),
  heartbeat: codec(v1.Heartbeat, v1.Heartbeat),
  send: codec(v1.SendRequest, v1.SendReply),
  history: codec(v1.HistoryRequest, v1.HistoryReply),
  markRead: codec(v1.MarkReadRequest, v1.MarkReadReply),
  sync: codec(v1.SyncRequest, v1.SyncReply),
  unread: codec(v1.UnreadRequest, v1.UnreadReply),
  createGroup: codec(v1.CreateGroupRequest, v1.GroupReply),
  addMembers: codec(v1.AddMembersRequest, v1.GroupReply),
  removeMember: codec(v1.RemoveMemberRequest, v1.GroupReply),
  leaveGroup: codec(v1.LeaveGroupRequest, v1.GroupReply),
  changeRole: codec(v1.ChangeRoleRequest, v1.GroupReply),
  members: codec(v1.MembersRequest, v1.MembersReply),
  findUser: codec(v1.FindUserRequest, v1.FindUserReply),
}

/** Body of a request packet. */
export const encodeRequest = <N extends RequestName>(name: N, request: RequestBodies[N]): Uint8Array =>
  codecs[name].encode(request).finish()

/** Throws when the bytes are not the answer's message. */
export const decodeAnswer = <N extends RequestName>(name: N, body: Uint8Array): AnswerBodies[N] => codecs[name].decode(body)
