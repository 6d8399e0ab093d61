// Everything one run saw, as plain data: what was sent when, what was acked as what, what every device showed in which
// order, and what was read back afterwards. It is all that the verdict looks at, and it can be kept in a file and judged again.
import { usualOutageMsMax } from './outage-marks.ts'

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
  /** Code of a final refusal, and when it came. */
  refused: string | null
  refusedAtMs: number | null
}

/** One user blocks the other of a direct conversation; null is what was not asked or not answered. */
export interface BlockEntry {
  readonly conversationId: string
  readonly blockedId: string
  readonly askedAtMs: number
  ackedAtMs: number | null
  endAskedAtMs: number | null
  endAckedAtMs: number | null
  /** A question about it was never answered: it may come to pass at any time. */
  unanswered: boolean
}

/** How the two of a pair stand to each other by all that was answered: the first blocks the second, they are friends, the first asks the second. */
export interface PairEntry {
  readonly conversationId: string
  readonly userId: string
  readonly peerId: string
  blocked: boolean
  friends: boolean
  asked: boolean
  /** The second asks, whom the first has blocked, and hears nothing of it. */
  asksInVain: boolean
  /** A question was never answered: what stands cannot be known. */
  unanswered: boolean
}

/** How a user stands to another, as it is read back. */
export interface RelationEntry {
  readonly conversationId: string
  readonly userId: string
  readonly blocked: boolean
  readonly friends: boolean
  /** By the other. */
  readonly asked: boolean
}

/** Somebody is to be in a group, out of it, or muted in it; or the group, with no user, is dismissed. */
export interface MemberAsk {
  readonly conversationId: string
  readonly userId: string
  readonly to: 'in' | 'out' | 'muted' | 'dismissed'
  readonly askedAtMs: number
  /** Null: never answered, it may come to pass at any time. */
  readonly answeredAtMs: number | null
  readonly happened: boolean | null
}

export type ControlKind = 'revoke' | 'edit' | 'deleteForAll' | 'deleteForMe'

/** Something done to a message after it was acked; to each message one thing at most. */
export interface ControlEntry {
  readonly kind: ControlKind
  readonly conversationId: string
  readonly clientMessageId: string
  readonly targetSeq: number
  readonly userId: string
  readonly deviceId: string
  readonly askedAtMs: number
  ackedAtMs: number | null
  /** Of the item it became; 0 when it takes none, null until acked. */
  seq: number | null
  /** Code of a final refusal. */
  refused: string | null
  /** Its device was closed before the answer: nobody can know whether it happened. */
  abandoned: boolean
}

/** One event of the log by which a user deleted a message for themselves. */
export interface HideEntry {
  readonly userId: string
  readonly conversationId: string
  readonly seq: number
}

/** How a message reads: with its own text and never edited, edited once, empty as it was taken away, or anything else. */
export type Standing = 'asSent' | 'edited' | 'revoked' | 'deleted' | 'hidden' | 'otherwise'

/** One item as an SDK emitted it: conversation, seq, clientMessageId (empty when it is no message). */
export type Shown = readonly [conversationId: string, seq: number, clientMessageId: string]

export interface DeviceEntry {
  readonly userId: string
  readonly deviceId: string
  /** In order of showing, since it was told last that the log is another one. */
  readonly shown: Shown[]
  /** What it was shown before it was told so, each time. */
  readonly earlier: Shown[][]
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
  /** Of items that are no messages: asSent. */
  readonly stands: Standing
  /** seq of the message it was done to; 0 for other items. */
  readonly targetSeq: number
}

/** What others read, who may see a part. */
export interface ReadingEntry {
  readonly userId: string
  readonly seqs: readonly number[]
  /** Messages that do not stand as they were sent. */
  readonly changed: readonly (readonly [seq: number, stands: Standing])[]
}

export interface ConversationEntry {
  readonly conversationId: string
  /** A user who is a member from the beginning to the end, and what they read. */
  readonly readBy: string
  readonly history: readonly HistoryEntry[]
  readonly readByOthers: readonly ReadingEntry[]
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

/** What one connection was told for everybody, in its order: conversation and seq of broadcasts, ids of what is for those online. */
export interface TellingEntry {
  readonly userId: string
  readonly told: string[]
}

export interface MarkEntry {
  readonly userId: string
  readonly conversationId: string
  readonly ordinal: number
  /** False: never answered, it may or may not have moved the marker. */
  acked: boolean
}

/** What a cut took of the log. */
export interface LossEntry {
  /** Milliseconds since the load began: what was acked before was acked by the log that was cut. */
  readonly returnedAtMs: number
  readonly events: number
  /** Conversation and clientMessageId of the messages among them. */
  readonly messages: readonly string[]
  /** Type and target of what was done to messages; of deletions for oneself also whose. */
  readonly changes: readonly string[]
  /** Direct conversations whose two stood otherwise to each other by some of them. */
  readonly pairs: readonly string[]
  /** How far they moved read markers. */
  readonly marks: readonly { readonly userId: string; readonly conversationId: string; readonly ordinal: number }[]
}

export interface Journal {
  readonly scenario: string
  readonly seed: number
  readonly sends: SendEntry[]
  readonly controls: ControlEntry[]
  /** All there are in the log; null where it cannot be read from outside. */
  hides: readonly HideEntry[] | null
  readonly devices: DeviceEntry[]
  readonly conversations: ConversationEntry[]
  readonly sessions: SessionEntry[]
  readonly marks: MarkEntry[]
  readonly blocks: BlockEntry[]
  readonly pairs: PairEntry[]
  readonly relations: RelationEntry[]
  /** Who was shown that somebody asks them to be friends. */
  readonly requestsShown: { readonly userId: string; readonly fromId: string }[]
  readonly memberAsks: MemberAsk[]
  /** Of bare connections: devices pass over what comes twice. */
  readonly tellings: TellingEntry[]
  /** Null where the log was left whole. */
  loss: LossEntry | null
  endedAtMs: number
  /** No send may wait longer. */
  outageMsMax: number
  viewsDiffer: number
  /** False: the fault could not be injected, and the run says nothing. */
  injected: boolean
  evidence: Record<string, unknown>
}

export const newJournal = (scenario: string, seed: number): Journal => ({
  scenario,
  seed,
  sends: [],
  controls: [],
  hides: null,
  devices: [],
  conversations: [],
  sessions: [],
  marks: [],
  blocks: [],
  pairs: [],
  relations: [],
  requestsShown: [],
  memberAsks: [],
  tellings: [],
  loss: null,
  endedAtMs: 0,
  outageMsMax: usualOutageMsMax,
  viewsDiffer: 0,
  injected: false,
  evidence: {},
})

export const changesOf = (history: readonly HistoryEntry[]): ReadingEntry['changed'] =>
  history.filter(({ stands }) => stands !== 'asSent').map(({ seq, stands }) => [seq, stands])
