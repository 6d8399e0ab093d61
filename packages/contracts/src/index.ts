export { countMax, isCount } from './count.ts'
export { isErrorCode } from './error-code.ts'
export type * from './generated/avro.ts'
export { aggregateIdOf, aggregateOf, repeatOf } from './generated/avro.ts'
export type { CatalogueEntry, ErrorCode } from './generated/errors.ts'
export { errorCatalogue } from './generated/errors.ts'
export type { AnswerBodies, CommandPacket, LivePacket, PacketName, ReadPacket, RequestBodies, RequestName } from './generated/packets.ts'
export { packets } from './generated/packets.ts'
export { type RequestField, requestFields } from './generated/request-fields.ts'
export type { Asker, Replies } from './generated/requests.ts'
export { answerCodecs, commandFrom, decodeReply, encodeReply, requestCodecs } from './generated/requests.ts'
export type { Conversation } from './ids.ts'
export {
  broadcastConversationId,
  directConversationId,
  isAppId,
  isBroadcastConversation,
  isDeviceId,
  isToken,
  isUserId,
  isUserName,
  isUuid,
  parseConversationId,
  peerOf,
} from './ids.ts'
export { aggregateKey, logKeyOf, userLogKey } from './log-key.ts'
export type { Messages } from './messages.ts'
export type { Packet } from './packet.ts'
export {
  encodePacket,
  encodeRawPacket,
  flags,
  headerBytes,
  PacketDecoder,
  PacketError,
  packetName,
  packetVersion,
} from './packet.ts'
export { partitionForKey } from './partition.ts'
export { partitionMeta } from './partition-meta.ts'
export type { WireTypes } from './protobuf.ts'
export { link, wire } from './protobuf.ts'
export type { RecordCodec, SchemaDirectory } from './record-codec.ts'
export { allSchemas, createCommandCodec, createEventCodec, UnencodableError } from './record-codec.ts'
export { requestContent } from './request-content.ts'
export { faultyFieldOf } from './request-fault.ts'
export { isName, isPlainLine, plainLine } from './text.ts'
