// What an application hears from a client.
import type { Messages } from '@skein/contracts'
import type { AnsweredInvitation, Body, HiddenMessage, Invitation, Item, Message, OnlineNotice, ReadMark } from './conversation/item.ts'
import type { Draft, Sent } from './conversation/outbox.ts'
import type { Session } from './conversation/session.ts'
import type { LinkState } from './link/link.ts'
import type { SkeinError } from './skein-error.ts'

/** What changed in how this user stands to another: to be laid over what was known of it. */
export type RelationChange = Partial<Omit<Messages.Relation, 'userId'>>

/** Something said in a live room. */
export interface RoomSignal {
  readonly conversationId: string
  readonly senderId: string
  /** When the server received it, milliseconds since the epoch. */
  readonly sentAtMs: number
  readonly body: Body
  /** The body as text; null when it is not plain text. */
  readonly text: string | null
}

/** A request to join a group that waits for an answer. */
export interface AskedToJoin extends Messages.JoinRequest {
  readonly conversationId: string
}

export interface ClientEvents {
  /** The next item of a conversation: every one once, in order of seq, own ones included. */
  item: Item
  /**
   * An item whose turn has not come, about a message that was shown: it was edited or taken away, and what lies between is still being
   * fetched. It may be told more than once, and comes as `item` when its turn comes.
   */
  ahead: Item
  /** The same as `item`, messages only. */
  message: Message
  readMark: ReadMark
  /** This user deleted a message for themselves, on whichever of their devices: clear it. */
  hidden: HiddenMessage
  /** How this user stands to another has changed: as it happens, or, all of it, by a sync, and then perhaps nothing that was not known. */
  relation: { userId: string; change: RelationChange }
  /** Forget what was known of relations: the `relation` events behind it tell all there are, or `cut`, and the lists have to be asked for. */
  relationsReset: { cut: boolean }
  /** Whom this user lets reach them: as it is changed, or, as it stands, by a sync, and then perhaps nothing that was not known. */
  privacy: Messages.PrivacyChanged
  /** Told to everybody of the app who is connected, once, by an operator (`senderId` is empty) or one who has the right; it is stored nowhere. */
  onlineNotice: OnlineNotice
  /** Something said in a live room that this device follows; never told again, and not what this connection said itself. */
  signal: RoomSignal
  /** So many signals of a live room were not told to this device, as it took them in too slowly. */
  signalsMissed: { conversationId: string; count: number }
  /** This device follows a live room no more: it was dismissed, or may not be followed by this user. */
  roomEnded: { conversationId: string; code: string }
  /** This user is invited to a group: as it happens, or by a sync, and then perhaps nothing that was not known. */
  invitation: Invitation
  /**
   * A user is invited to this group no more. This user: they answered, on whatever device, or are in by another way, or it was taken back, or they may
   * not come in any more. Or one whom they had invited: it was answered, or taken back. One that has become too old is not told of.
   */
  invitationEnded: { conversationId: string; userId: string }
  /** Forget what was known of invitations: the `invitation` events behind it tell all there are, or `cut`, and the list has to be asked for. */
  invitationsReset: { cut: boolean }
  /** An invitation was answered: one that this user sent, or that they answered on another of their devices. */
  invitationAnswered: AnsweredInvitation
  /**
   * Somebody asks to join a group of which this user is owner or admin, or this user does, on another of their devices: as it happens, or by a sync,
   * and then perhaps nothing that was not known. Once `session` says that they are neither, there is nothing to know of the requests of others, and
   * nothing of those of a user once `relation` says that they are blocked, nor for some seconds of what is told behind that.
   */
  joinRequest: AskedToJoin
  /** A request to join was answered: of this user, or to a group of which they are owner or admin. */
  joinRequestAnswered: Messages.JoinRequestAnswered
  /**
   * A request to join waits no more: it was answered, or whoever asked took it back, is in by another way, or may not come in any more. Perhaps one that
   * was not told, as whoever asked is blocked.
   */
  joinRequestEnded: { conversationId: string; userId: string }
  /** Forget what was known of requests to join: the `joinRequest` events behind it tell all there are, or `cut`, and the lists have to be asked for. */
  joinRequestsReset: { cut: boolean }
  /** This user made or revoked a link to a group on another of their devices. */
  joinLink: { readonly conversationId: string; readonly linkId: string; readonly revoked: boolean }
  /** A conversation's entry as it stands now. */
  session: Session
  /**
   * The error says why the last connection ended: with `waiting` (there will be another attempt), `stopped` (there will be none) and with
   * `connecting` when it is left at once, as for GOING_AWAY, by which a gateway that shuts down sends its clients elsewhere.
   */
  state: { state: LinkState; error?: SkeinError }
  /** The server fears that something was missed; the client syncs by itself. */
  resync: { reason: string }
  /**
   * The server's log is not the one that this device has followed: it was put back from a backup, or made anew. Clear what these
   * conversations show; whatever of them is there still comes as `item` and `session` once more.
   */
  otherHistory: { conversationIds: readonly string[] }
  /** A message is stored, also one left by an earlier process. */
  sent: Sent
  /** A message was refused for good, also one left by an earlier process. */
  refused: Draft & { error: SkeinError }
}
