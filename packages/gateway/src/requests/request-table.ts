// How each request is done. Requests that become commands need nothing of their own, but those that put people into groups, and those that are
// counted by the hour; one of another kind that is missing here does not compile.
import { type CommandPacket, type PacketName, packets, type RequestName } from '@skein/contracts'
import { commandRequest } from './command-request.ts'
import { groupAddition } from './group-additions.ts'
import { heartbeat } from './heartbeat.ts'
import { requestFriend, requestToJoin } from './hourly-requests.ts'
import { followRoom, signal, unfollowRoom } from './live-rooms.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { markRead } from './read-marks.ts'
import { areMembers } from './reads/are-members.ts'
import { bans } from './reads/bans.ts'
import { edits } from './reads/edits.ts'
import { findUser } from './reads/find-user.ts'
import { groupInfo } from './reads/group-info.ts'
import { history } from './reads/history.ts'
import { invitations } from './reads/invitations.ts'
import { joinInfo } from './reads/join-info.ts'
import { joinLinks } from './reads/join-links.ts'
import { joinRequests } from './reads/join-requests.ts'
import { members } from './reads/members.ts'
import { missed } from './reads/missed.ts'
import { myGroups } from './reads/my-groups.ts'
import { ownJoinRequests } from './reads/own-join-requests.ts'
import { blocked, friendRequests, friends, privacy, relationTo } from './reads/relations.ts'
import { sync } from './reads/sync.ts'
import { unread } from './reads/unread.ts'
import type { Handler } from './request.ts'
import { send } from './send-lanes.ts'

const commandPackets = (Object.keys(packets) as PacketName[]).filter((name): name is CommandPacket => packets[name].kind === 'command')
const handlerOf = (name: CommandPacket): Handler<CommandPacket> => (packets[name].adds === null ? commandRequest : groupAddition)
const commands = Object.fromEntries(commandPackets.map((name) => [name, handlerOf(name)])) as Record<CommandPacket, Handler<CommandPacket>>

export const handlers = {
  ...commands,
  areMembers,
  blocked,
  bans,
  edits,
  findUser,
  followRoom,
  friendRequests,
  friends,
  groupInfo,
  heartbeat,
  history,
  invitations,
  joinInfo,
  joinLinks,
  joinRequests,
  ownJoinRequests,
  login,
  logout,
  markRead,
  members,
  missed,
  myGroups,
  privacy,
  relationTo,
  requestFriend,
  requestToJoin,
  send,
  signal,
  sync,
  unfollowRoom,
  unread,
} satisfies { readonly [N in RequestName]: Handler<N> }

export const isRequest = (name: string): name is RequestName => Object.hasOwn(handlers, name)
