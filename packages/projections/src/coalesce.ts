// Folds the changes of a batch, in the order of the log, so that each row appears once: one SQL statement may not touch a
// row twice. The result of applying the folded set equals that of applying the changes one by one.
import type {
  Change,
  ConversationChange,
  DeviceSessionChange,
  MessageChange,
  SessionChange,
  StayAmendment,
  StayChange,
  UserChange,
  UserNameChange,
} from './change.ts'

/** Changes by table, each row once. Stays and amendments touch different rows: an amendment is of a stay begun before the batch. */
export interface ChangeSet {
  readonly users: readonly UserChange[]
  readonly userNames: readonly UserNameChange[]
  readonly deviceSessions: readonly DeviceSessionChange[]
  readonly conversations: readonly ConversationChange[]
  readonly messages: readonly MessageChange[]
  readonly stays: readonly StayChange[]
  readonly amendments: readonly StayAmendment[]
  readonly sessions: readonly SessionChange[]
}

export function coalesce(changes: Iterable<Change>): ChangeSet {
  const users = new Map<string, UserChange>()
  const userNames = new Map<string, UserNameChange>()
  const deviceSessions = new Map<string, DeviceSessionChange>()
  const conversations = new Map<string, ConversationChange>()
  const messages = new Map<string, MessageChange>()
  const stays = new Stays()
  const sessions = new Map<string, SessionChange>()
  for (const change of changes) {
    switch (change.table) {
      case 'users':
        users.set(key(change.appId, change.userId), change)
        break
      case 'user_names':
        userNames.set(key(change.appId, change.name), change)
        break
      case 'device_sessions':
        merge(deviceSessions, key(change.appId, change.userId, change.sessionId), change, foldDeviceSession)
        break
      case 'conversations':
        merge(conversations, key(change.appId, change.conversationId), change, foldConversation)
        break
      case 'messages': {
        // A place in a conversation is written once; the first keeps it, as in the table.
        const place = key(change.appId, change.conversationId, String(change.seq))
        if (!messages.has(place)) messages.set(place, change)
        break
      }
      case 'memberships':
        stays.add(change)
        break
      case 'sessions':
        sessions.set(key(change.appId, change.conversationId, change.userId), change)
        break
    }
  }
  return {
    users: [...users.values()],
    userNames: [...userNames.values()],
    deviceSessions: [...deviceSessions.values()],
    conversations: [...conversations.values()],
    messages: [...messages.values()],
    stays: [...stays.begun.values()],
    amendments: [...stays.amended.values()],
    sessions: [...sessions.values()],
  }
}

/** Ids hold no `|`. */
const key = (...parts: string[]): string => parts.join('|')

function merge<T>(rows: Map<string, T>, row: string, change: T, fold: (earlier: T, later: T) => T): void {
  const earlier = rows.get(row)
  rows.set(row, earlier === undefined ? change : fold(earlier, change))
}

function foldDeviceSession(earlier: DeviceSessionChange, later: DeviceSessionChange): DeviceSessionChange {
  return later.opened ? later : { ...later, opened: earlier.opened }
}

function foldConversation(earlier: ConversationChange, later: ConversationChange): ConversationChange {
  const gone = later.ownerId === null ? [...earlier.gone, ...later.gone] : later.gone
  return {
    ...later,
    lastOrdinal: later.lastOrdinal ?? earlier.lastOrdinal,
    lastMessage: later.lastMessage ?? earlier.lastMessage,
    created: later.created ?? earlier.created,
    ownerId: later.ownerId ?? earlier.ownerId,
    gone,
    memberCountDelta: earlier.memberCountDelta + later.memberCountDelta,
  }
}

/** Stays of one batch: an amendment goes to the stay begun in the batch, if there is one, else to the one in the table. */
class Stays {
  readonly begun = new Map<string, StayChange>()
  readonly amended = new Map<string, StayAmendment>()
  readonly #current = new Map<string, string>()

  add(change: StayChange | StayAmendment): void {
    const member = key(change.appId, change.conversationId, change.userId)
    if (change.change === 'begin') {
      const stay = key(member, String(change.fromSeq))
      this.begun.set(stay, change)
      this.#current.set(member, stay)
      return
    }
    const stay = this.#current.get(member)
    if (stay !== undefined) {
      const earlier = this.begun.get(stay)!
      this.begun.set(stay, { ...earlier, at: change.at, role: change.role ?? earlier.role, end: change.end ?? earlier.end })
      return
    }
    merge(this.amended, member, change, (earlier, later) => ({
      ...later,
      role: later.role ?? earlier.role,
      end: later.end ?? earlier.end,
    }))
  }
}
