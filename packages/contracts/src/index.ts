export type * from './generated/avro.ts'
export type { CatalogueEntry, ErrorCode } from './generated/errors.ts'
export { errorCatalogue } from './generated/errors.ts'
export type { Conversation } from './ids.ts'
export {
  aggregateKey,
  directConversationId,
  isAppId,
  isDeviceId,
  isUserId,
  isUserName,
  isUuid,
  parseConversationId,
  peerOf,
  userAggregateId,
  userNameAggregateId,
} from './ids.ts'
export { logEpochOf } from './log-epoch.ts'
export type { CommandName, Packet } from './packet.ts'
export {
  commandName,
  commands,
  encodePacket,
  encodeRawPacket,
  flags,
  headerBytes,
  PacketDecoder,
  PacketError,
  packetVersion,
} from './packet.ts'
export { partitionForKey } from './partition.ts'
export { partitionMeta } from './partition-meta.ts'
export type { LinkTypes, WireTypes } from './protobuf.ts'
export { link, wire } from './protobuf.ts'
export type { RecordCodec, SchemaDirectory } from './record-codec.ts'
export { allSchemas, createCommandCodec, createEventCodec } from './record-codec.ts'
export { firstSeqOfStay } from './stay.ts'
