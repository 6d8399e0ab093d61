export type { AccessOptions, Credentials } from './access.ts'
export { callApi } from './access.ts'
export type { BackOff } from './back-off.ts'
export { backOffMs } from './back-off.ts'
export { createClient } from './client.ts'
export type { Client, ClientEvents, GroupChange, SendOptions } from './client-surface.ts'
export type { ConnectionOptions, LoginReply, OnAnswer, Push } from './connection.ts'
export { Connection } from './connection.ts'
export type { ConnectionEnd, NextStep } from './connection-end.ts'
export { fileStorage } from './file-storage.ts'
export type { Attachment, Body, Item, Member, Message, ReadMark } from './item.ts'
export { itemFrom, textBody, textOf } from './item.ts'
export type { LinkState } from './link.ts'
export type { ClientOptions } from './options.ts'
export { clientDefaults } from './options.ts'
export type { Draft, Sent } from './outbox.ts'
export type { AnswerBodies, RequestBodies, RequestName } from './requests.ts'
export { decodeAnswer, encodeRequest } from './requests.ts'
export type { Session, UserProfile } from './session.ts'
export type { SkeinErrorOptions } from './skein-error.ts'
export { SkeinError } from './skein-error.ts'
export type { Socket, SocketEvents, SocketOptions, Transport } from './socket.ts'
export { openSocket, transportOf } from './socket.ts'
export type { Storage } from './storage.ts'
export { indexedDbStorage, memoryStorage, webStorage } from './storage.ts'
export { newUuid } from './uuid.ts'
export type { CommandName, Packet, WireTypes } from './wire.ts'
export {
  commandName,
  commands,
  directConversationId,
  encodePacket,
  flags,
  headerBytes,
  PacketDecoder,
  PacketError,
  packetVersion,
  wire,
} from './wire.ts'
