// What an application can do with a client, and what it hears from it.
import type { Connection } from './connection.ts'
import type { Attachment, Body, Item, Member, Message, ReadMark } from './item.ts'
import type { LinkState } from './link.ts'
import type { Draft, Sent } from './outbox.ts'
import type { Session, UserProfile } from './session.ts'
import type { SkeinError } from './skein-error.ts'

export interface ClientEvents {
  /** The next item of a conversation: every one once, in order of seq, own ones included. */
  item: Item
  /** The same, messages only. */
  message: Message
  readMark: ReadMark
  /** A conversation's entry as it stands now. */
  session: Session
  /**
   * The error says why the last connection ended: with `waiting` (there will be another attempt), `stopped` (there will be none) and with
   * `connecting` when it is left at once, as for GOING_AWAY, by which a gateway that shuts down sends its clients elsewhere.
   */
  state: { state: LinkState; error?: SkeinError }
  /** The server fears that something was missed; the client syncs by itself. */
  resync: { reason: string }
  /** A message is stored, also one left by an earlier process. */
  sent: Sent
  /** A message was refused for good, also one left by an earlier process. */
  refused: Draft & { error: SkeinError }
}

export interface SendOptions {
  /** Lower-case UUID; made when left out. */
  readonly clientMessageId?: string
  /** seq of the message this one answers. */
  readonly replyTo?: number
  readonly attachments?: readonly Attachment[]
}

export interface GroupChange {
  readonly conversationId: string
  readonly seq: number
}

export interface Client extends AsyncIterable<Item> {
  /** Returns what takes the listener away again. */
  on<K extends keyof ClientEvents>(name: K, listener: (value: ClientEvents[K]) => void): () => void
  /** Resolves when logged in and synced for the first time; rejects when it is refused. Reconnects by itself from then on. */
  connect(): Promise<void>
  /** Ends the connection; unsent messages stay in storage. */
  close(): Promise<void>
  /** Ends the device session as well: the token is worth nothing afterwards, and storage is emptied, unsent messages included. */
  logout(): Promise<void>
  /** Resolves when the message is stored, however many attempts and reconnects that takes; rejects when it is refused for good. */
  send(conversationId: string, content: string | Body, options?: SendOptions): Promise<Sent>
  /** Items with afterSeq < seq < beforeSeq, ascending: the newest such when afterSeq is 0, else the oldest. */
  history(
    conversationId: string,
    range?: { afterSeq?: number; beforeSeq?: number; limit?: number },
  ): Promise<{ items: Item[]; more: boolean }>
  /** Items from now on, bounded by iteratorItemsMax. */
  items(): AsyncIterableIterator<Item>
  sessions(): Session[]
  session(conversationId: string): Session | undefined
  profile(userId: string): UserProfile | undefined
  /** Up to where this device has shown a conversation; 0 for nothing. */
  lastSeq(conversationId: string): number
  /** Moves the read marker; to the last message known here when no ordinal is given. */
  markRead(conversationId: string, ordinal?: number): Promise<{ ordinal: number }>
  /** What the server counts. */
  unread(): Promise<{ total: number; entries: { conversationId: string; unread: number; lastOrdinal: number; readOrdinal: number }[] }>
  createGroup(group: { name: string; memberIds: readonly string[]; groupId?: string }): Promise<GroupChange>
  addMembers(conversationId: string, userIds: readonly string[]): Promise<GroupChange>
  removeMember(conversationId: string, userId: string): Promise<GroupChange>
  leaveGroup(conversationId: string): Promise<GroupChange>
  changeRole(conversationId: string, userId: string, role: string): Promise<GroupChange>
  members(conversationId: string, page?: { afterUserId?: string; limit?: number }): Promise<{ members: Member[]; more: boolean }>
  /** Users with a live connection, in no particular order. Needs apiUrl. */
  onlineUsers(): Promise<{ userId: string; devices: { deviceId: string; platform: string }[] }[]>
  findUser(by: { userId?: string; userName?: string }): Promise<UserProfile>
  readonly state: LinkState
  /** Empty before the first login. */
  readonly userId: string
  /** Messages not yet answered. */
  readonly unsent: number
  /** The present connection, for what this interface does not offer. */
  readonly connection: Connection | null
}
