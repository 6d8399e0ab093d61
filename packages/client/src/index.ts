export type { Packet, PacketName } from '@skein/contracts'
export {
  broadcastConversationId,
  directConversationId,
  encodePacket,
  flags,
  headerBytes,
  PacketDecoder,
  PacketError,
  packetName,
  packets,
  packetVersion,
  plainLine,
} from '@skein/contracts'
export type { BackOff } from './back-off.ts'
export { backOffMs } from './back-off.ts'
export type { Client } from './client.ts'
export { createClient } from './client.ts'
export type {
  AnsweredInvitation,
  Attachment,
  Ban,
  Body,
  GroupMember,
  HiddenMessage,
  Invitation,
  Item,
  JoinInfo,
  JoinLink,
  JoinRequest,
  Member,
  Message,
  OnlineNotice,
  ReadMark,
} from './conversation/item.ts'
export { itemFrom, textBody, textOf } from './conversation/item.ts'
export type { Draft, Sent } from './conversation/outbox.ts'
export type { Session, UserProfile } from './conversation/session.ts'
export type { HistoryPage, HistoryRange } from './conversation/view-reads.ts'
export type { AskedToJoin, ClientEvents, RelationChange, RoomSignal } from './events.ts'
export type { BroadcastOptions } from './features/broadcasts.ts'
export type { ConversationChange } from './features/feature-core.ts'
export type { FirstSettings, GroupInfo, GroupSettings } from './features/group-settings.ts'
export type { ListOptions, NewGroup } from './features/groups.ts'
export type { Asked, JoinRequestOptions, PageByUser } from './features/join-requests.ts'
export type { InviteOptions, JoinLinkOptions } from './features/joining.ts'
export type { LiveRoom } from './features/live-rooms.ts'
export type { MemberChange } from './features/member-lists.ts'
export type { MessageRef } from './features/message-control.ts'
export type { SendOptions } from './features/messages.ts'
export type { OnlineUser } from './features/presence.ts'
export type { PageOptions, Privacy, Relation, RelationsPage, WhoMayReach } from './features/relations.ts'
export type { AccessOptions, Credentials } from './link/access.ts'
export { callApi } from './link/access.ts'
export type { ConnectionOptions, EncodedRequest, LoginReply, OnAnswer, Push } from './link/connection.ts'
export { Connection } from './link/connection.ts'
export type { ConnectionEnd, NextStep } from './link/connection-end.ts'
export type { LinkState } from './link/link.ts'
export { openSocket } from './link/open-socket.ts'
export type { Socket, SocketEvents, SocketOptions, Transport } from './link/socket.ts'
export { transportOf } from './link/socket.ts'
export type { ClientOptions } from './options.ts'
export { clientDefaults } from './options.ts'
export type { SkeinErrorOptions } from './skein-error.ts'
export { SkeinError } from './skein-error.ts'
export { fileStorage } from './storage/file-storage.ts'
export type { Storage } from './storage/storage.ts'
export { indexedDbStorage, memoryStorage, webStorage } from './storage/storage.ts'
export { newUuid } from './uuid.ts'
export { wire } from './wire/messages.ts'
export type { MessageKind } from './wire/wire-message.ts'
export { decode, encode } from './wire/wire-message.ts'
