// Every limit of the domain, by name. They are asked when a command is decided, never when an event is folded: lowering
// one refuses new commands and leaves what is stored as it is. Characters are UTF-16 code units.

export const limits = {
  /** Bytes of a message's body as received, encoded or encrypted as it may be. */
  bodyBytesMax: 65_536,
  attachmentsMax: 16,
  attachmentUrlCharsMax: 2_048,
  attachmentNameCharsMax: 255,
  /** Media types, of bodies and of attachments. */
  contentTypeCharsMax: 128,
  encodingCharsMax: 64,
  keyIdCharsMax: 128,
  /** Length of a SHA-256. */
  contentHashBytes: 32,
  /** `d:<a>:<b>` with two ids of 64. */
  conversationIdCharsMax: 131,
  groupNameCharsMax: 100,
  groupMembersMax: 1_000,
  /** Users named by one CreateGroup or AddMembers: bounds the event and the cells one decision loads. */
  membersPerCommandMax: 200,
  displayNameCharsMax: 64,
  platformCharsMax: 32,
  /** Ids of the edges that events carry on: command and connection. */
  traceIdCharsMax: 64,
  /** A W3C traceparent of version 00 has 55. */
  traceparentCharsMax: 128,
} as const
