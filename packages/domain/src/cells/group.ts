// The cell of a group: what its members set, and whether it still goes on. It stands apart from the head of the conversation, which every
// message moves: no message writes it. A group without one is as every new group.

export type GroupType = 'normal' | 'channel' | 'room'
/** Who may do something in a group. */
export type Who = 'everyone' | 'admins' | 'owner'

/** Key: `group|<appId>|<conversationId>`. */
export interface GroupCell {
  readonly kind: 'group'
  readonly type: GroupType
  /** Where its picture is; empty for none. */
  readonly avatar: string
  readonly description: string
  /** What the app says of it, by names of its own. */
  readonly attributes: Readonly<Record<string, string>>
  readonly joinBy: 'invitation' | 'request' | 'open'
  /** Asked of whoever wants to join. */
  readonly questions: readonly string[]
  readonly canAdd: Who
  readonly canWrite: 'everyone' | 'admins'
  readonly canMentionAll: 'everyone' | 'admins'
  readonly canChangeProfile: Who
  /** 0 for as many as the app allows. */
  readonly membersMax: number
  /** Whether one who joins may read what was before: it holds for whoever joins while it is set. */
  readonly historyFrom: 'join' | 'start'
  /** How long a member waits between two messages; 0 for not at all. */
  readonly slowModeMs: number
  /** Whether nobody but owner and admins may say anything for now. */
  readonly mutedAll: boolean
  /** When it ends by itself, ms since the epoch; 0 for never. */
  readonly endsAt: number
  /** When it was dismissed, ms since the epoch; 0 while it goes on. */
  readonly dismissedAt: number
}

export const newGroup: GroupCell = {
  kind: 'group',
  type: 'normal',
  avatar: '',
  description: '',
  attributes: {},
  joinBy: 'invitation',
  questions: [],
  canAdd: 'admins',
  canWrite: 'everyone',
  canMentionAll: 'admins',
  canChangeProfile: 'admins',
  membersMax: 0,
  historyFrom: 'join',
  slowModeMs: 0,
  mutedAll: false,
  endsAt: 0,
  dismissedAt: 0,
}

export const groupKey = (appId: string, conversationId: string): string => `group|${appId}|${conversationId}`
