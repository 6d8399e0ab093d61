// Every limit of the domain, by name. They are asked when a command is decided, and those by time where it enters, never when an event is
// folded: lowering one refuses new commands and leaves what is stored as it is. Characters are UTF-16 code units. These are ceilings: the policy of an
// app may set some of them lower (perApp), and some have a default below their ceiling (byDefault).

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
  groupMembersMax: 100_000,
  groupDescriptionCharsMax: 1_000,
  /** Attributes of a group, which its app names. */
  groupAttributesMax: 32,
  groupAttributeKeyCharsMax: 64,
  groupAttributeValueCharsMax: 256,
  /** Asked of whoever wants to join a group. */
  groupQuestionsMax: 10,
  groupQuestionCharsMax: 200,
  /** Settings in one request. */
  groupSettingsMax: 64,
  /** How long at most a group may have its members wait between two messages, ms. */
  slowModeMsMax: 86_400_000,
  /** Users named by one command about members: bounds the event and the cells one decision loads. */
  membersPerCommandMax: 200,
  /** Users whom one user puts into groups in an hour, each time they are named: at once, and so many again over the next hour. */
  usersAddedPerHour: 100_000,
  /** How often one user puts the same other into groups in an hour. */
  sameUserAddedPerHour: 100_000,
  /** How often a user is put into groups in an hour, by all others together, before only those whom they know may do so. */
  addedByStrangersPerHour: 100_000,
  /** How many others one user asks to be friends in an hour: at once, and so many again over the next hour. */
  friendRequestsPerHour: 100_000,
  /** How many groups one user asks to be let in, or joins as they are open. */
  joinRequestsPerHour: 100_000,
  greetingCharsMax: 500,
  joinRequestTextCharsMax: 500,
  joinAnswerCharsMax: 500,
  /** How long a request to join waits for an answer, ms. */
  joinRequestMs: 30 * 86_400_000,
  displayNameCharsMax: 64,
  /** What a group calls one of its members. */
  nicknameCharsMax: 64,
  /** For how long at most a member of a group may be let say nothing, ms: a year. */
  muteMsMax: 366 * 86_400_000,
  platformCharsMax: 32,
  /** Connections that one broadcast may ask each gateway to tell in a second. */
  broadcastPerSecondMax: 100_000,
  /** Ids of the edges that events carry on: command and connection. */
  traceIdCharsMax: 64,
  /** A W3C traceparent of version 00 has 55. */
  traceparentCharsMax: 128,
  /** How long after a message its author may still revoke it, ms; of a group's owner and admins nothing is asked. */
  revokeWindowMs: 30 * 86_400_000,
  /** How often one message may be edited. */
  editsMax: 100,
  /** How long after a message its author may still edit it, ms. */
  editWindowMs: 30 * 86_400_000,
  /** 1: only friends may write to one another and put one another into groups. */
  friendsOnly: 1,
  friendRequestTextCharsMax: 200,
  /** How long a friend request may stand, ms. */
  friendRequestMsMax: 365 * 86_400_000,
  /** How long one stands that says nothing of that, ms. */
  friendRequestMs: 30 * 86_400_000,
  remarkCharsMax: 64,
  /** Tags by which a user sorts one other, and characters of each. */
  tagsMax: 20,
  tagCharsMax: 32,
} as const

export type LimitName = keyof typeof limits

/** Limits that the policy of an app may set. */
export const perApp = [
  'bodyBytesMax',
  'attachmentsMax',
  'groupMembersMax',
  'usersAddedPerHour',
  'sameUserAddedPerHour',
  'addedByStrangersPerHour',
  'friendRequestsPerHour',
  'joinRequestsPerHour',
  'revokeWindowMs',
  'editWindowMs',
  'friendsOnly',
] as const satisfies LimitName[]

export type AppLimitName = (typeof perApp)[number]

/** What holds where an app says nothing, if that is less than the ceiling. */
export const byDefault: Partial<Record<AppLimitName, number>> = {
  groupMembersMax: 1_000,
  usersAddedPerHour: 1_000,
  sameUserAddedPerHour: 20,
  addedByStrangersPerHour: 20,
  friendRequestsPerHour: 30,
  joinRequestsPerHour: 30,
  revokeWindowMs: 120_000,
  editWindowMs: 86_400_000,
  friendsOnly: 0,
}
