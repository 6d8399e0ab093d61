// The packets and messages themselves, for load generators and other low-level programs.
export type { CommandName, Packet, WireTypes } from '@skein/contracts'
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
} from '@skein/contracts'
