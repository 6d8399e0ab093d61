// Everything one run saw, as plain data: what was sent when, what was acked as what, what every device showed in which
// order, and what was read back afterwards. It is all that the verdict looks at, and it can be kept in a file and judged again.

export interface SendEntry {
  readonly clientMessageId: string
  readonly conversationId: string
  readonly userId: string
  readonly deviceId: string
  /** Place in the order in which this device sent in this conversation, from 0. */
  readonly number: number
  /** Milliseconds since the load began. */
  readonly intendedAtMs: number
  ackedAtMs: number | null
  seq: number | null
  /** Code of a final refusal. */
  refused: string | null
}

/** One item as an SDK emitted it: conversation, seq, clientMessageId (empty when it is no message). */
export type Shown = readonly [conversationId: string, seq: number, clientMessageId: string]

export interface DeviceEntry {
  readonly userId: string
  readonly deviceId: string
  /** In order of showing. */
  readonly shown: Shown[]
}

export interface HistoryEntry {
  readonly seq: number
  readonly ordinal: number
  readonly type: string
  readonly actorId: string
  /** Empty when it is no message. */
  readonly clientMessageId: string
  /** Who a member change is about. */
  readonly userIds: readonly string[]
  /** Whether the content is that of the message with this id. */
  readonly intact: boolean
}

export interface ConversationEntry {
  readonly conversationId: string
  /** Read by a user who is a member from the beginning to the end. */
  readonly history: readonly HistoryEntry[]
  /** seq read by others, who may see a part. */
  readonly readByOthers: readonly { readonly userId: string; readonly seqs: readonly number[] }[]
}

export interface SessionEntry {
  readonly userId: string
  readonly conversationId: string
  readonly lastSeq: number
  readonly readOrdinal: number
  /** As sync tells it. */
  readonly unread: number
  /** As the list of unread conversations tells it; 0 when it is not in it. */
  readonly listed: number
  /** 0 while a member. */
  readonly toSeq: number
}

export interface MarkEntry {
  readonly userId: string
  readonly conversationId: string
  readonly ordinal: number
  /** False: never answered, it may or may not have moved the marker. */
  acked: boolean
}

export interface Journal {
  readonly scenario: string
  readonly seed: number
  readonly sends: SendEntry[]
  readonly devices: DeviceEntry[]
  readonly conversations: ConversationEntry[]
  readonly sessions: SessionEntry[]
  readonly marks: MarkEntry[]
  endedAtMs: number
  viewsDiffer: number
  /** False: the fault could not be injected, and the run says nothing. */
  injected: boolean
  evidence: Record<string, unknown>
}

export const newJournal = (scenario: string, seed: number): Journal => ({
  scenario,
  seed,
  sends: [],
  devices: [],
  conversations: [],
  sessions: [],
  marks: [],
  endedAtMs: 0,
  viewsDiffer: 0,
  injected: false,
  evidence: {},
})
