// Who belongs where and what each of them sees and has unread, kept in the plainest way from the events alone: stays as a list, every item as
// it was written, no marker but the reader's own, and nothing cut off, cached or counted ahead. What is fast is held against it.
import { parseConversationId, type SkeinEvent } from '@skein/contracts'

/** to is infinite while it lasts. */
interface Stay {
  readonly from: number
  to: number
}

interface Written {
  readonly seq: number
  readonly kind: SkeinEvent['type']
  /** 0 for what is no message. */
  readonly ordinal: number
  /** Of a message, what it said: as it was sent, and since which edit what else. Of an edit, what that says. */
  readonly versions: { readonly since: number; readonly text: string }[]
  /** Of what is about a message, where that stands; else 0. */
  readonly targetSeq: number
  isGone: boolean
}

interface Conversation {
  readonly written: Written[]
  readonly stays: Map<string, Stay[]>
  readonly roles: Map<string, string>
  readonly readTo: Map<string, number>
  readonly hidden: Map<string, Set<number>>
  /** Whether whoever joins may read what was before. */
  showsAll: boolean
  /** ms since the epoch; 0 while it goes on. */
  dismissedAt: number
}

/** An item as its reader is shown it: text is null where there is none for them. */
export interface ModelItem {
  readonly seq: number
  readonly kind: string
  readonly text: string | null
}

export interface VisibilityModel {
  see(event: SkeinEvent): void
  conversationIds(): readonly string[]
  /** Roles of those who are in now, by user id; empty in direct conversations. */
  members(conversationId: string): ReadonlyMap<string, string>
  isIn(conversationId: string, userId: string): boolean
  wasIn(conversationId: string, userId: string): boolean
  /** When the group was dismissed while one was in, ms since the epoch; else 0. */
  dismissedAt(conversationId: string, userId: string): number
  /** How often one came. */
  stays(conversationId: string, userId: string): number
  /** Whether one is in, and may read what was before they came. */
  wasShownAll(conversationId: string, userId: string): boolean
  shown(conversationId: string, userId: string): readonly ModelItem[]
  /** What a message said before, version by version, as its reader knows it. */
  earlier(conversationId: string, userId: string, seq: number): readonly string[]
  unread(conversationId: string, userId: string): number
}

const asText = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes)

const covers = ({ from, to }: Stay, seq: number): boolean => from <= seq && seq < to

type Rules = { readonly [T in SkeinEvent['type']]?: (event: Extract<SkeinEvent, { readonly type: T }>) => void }

interface Placed {
  readonly conversationId: string
  readonly seq: number
}

function rulesOf(of: (conversationId: string) => Conversation): Rules {
  const admit = ({ conversationId, seq, members, ...more }: Placed & { readonly members: readonly { userId: string; role: string }[] }) => {
    const { stays, roles, readTo, showsAll } = of(conversationId)
    for (const { userId, role } of members) {
      stays.set(userId, [...(stays.get(userId) ?? []), { from: showsAll ? 1 : seq, to: Number.POSITIVE_INFINITY }])
      roles.set(userId, role)
      readTo.set(userId, 'ordinal' in more ? (more.ordinal as number) : 0)
    }
  }
  const goes = ({ conversationId, seq }: Placed, userId: string) => {
    const { stays, roles } = of(conversationId)
    // The event by which one goes is the last thing one sees.
    stays.get(userId)!.at(-1)!.to = seq + 1
    roles.delete(userId)
  }
  const takenAway = ({ conversationId, targetSeq }: { readonly conversationId: string; readonly targetSeq: number }) => {
    const target = of(conversationId).written.find(({ seq }) => seq === targetSeq)!
    target.isGone = true
  }
  return {
    MessageSent({ conversationId, seq, ordinal, senderId, body }) {
      const conversation = parseConversationId(conversationId)
      const { written, readTo } = of(conversationId)
      if (seq === 1 && conversation?.kind === 'direct')
        admit({ conversationId, seq, members: [...new Set(conversation.userIds)].map((userId) => ({ userId, role: '' })) })
      written.find((item) => item.seq === seq)!.versions.push({ since: 0, text: asText(body) })
      readTo.set(senderId, ordinal)
    },
    MessageEdited({ conversationId, seq, targetSeq, body }) {
      const { written } = of(conversationId)
      for (const at of [targetSeq, seq]) written.find((item) => item.seq === at)!.versions.push({ since: seq, text: asText(body) })
    },
    MessageRevoked: takenAway,
    MessageDeleted: takenAway,
    GroupCreated: admit,
    MembersAdded: admit,
    MemberJoined: (event) => admit({ ...event, members: [{ userId: event.userId, role: 'member' }] }),
    MembersRemoved(event) {
      for (const userId of event.userIds) goes(event, userId)
    },
    MemberLeft: (event) => goes(event, event.userId),
    GroupChanged({ conversationId, settings }) {
      for (const { name, value } of settings) if (name === 'historyFrom') of(conversationId).showsAll = value === 'start'
    },
    GroupDismissed: ({ conversationId, meta }) => void Object.assign(of(conversationId), { dismissedAt: meta.occurredAt }),
    MemberRoleChanged({ conversationId, userId, role, meta }) {
      const { roles } = of(conversationId)
      // Whoever makes another one owner lays their own down.
      if (role === 'owner') roles.set(meta.actorId, 'admin')
      roles.set(userId, role)
    },
    MessageHidden({ conversationId, userId, seq }) {
      const { hidden } = of(conversationId)
      hidden.set(userId, new Set([...(hidden.get(userId) ?? []), seq]))
    },
    ReadMarked: ({ conversationId, userId, ordinal }) => void of(conversationId).readTo.set(userId, ordinal),
  }
}

export function createVisibilityModel(): VisibilityModel {
  const conversations = new Map<string, Conversation>()
  const of = (conversationId: string): Conversation => {
    const maps = { stays: new Map(), roles: new Map(), readTo: new Map(), hidden: new Map() }
    const known = conversations.get(conversationId) ?? { written: [], showsAll: false, dismissedAt: 0, ...maps }
    conversations.set(conversationId, known)
    return known
  }
  const rules = rulesOf(of)
  const sees = (conversationId: string, userId: string, seq: number) =>
    (of(conversationId).stays.get(userId) ?? []).some((stay) => covers(stay, seq))
  const isHidden = (conversationId: string, userId: string, seq: number) => of(conversationId).hidden.get(userId)?.has(seq) ?? false
  /** Versions that were written while the reader was there, the newest last; none of what they may not read. */
  const known = (conversationId: string, userId: string, item: Written) =>
    item.isGone || isHidden(conversationId, userId, item.seq)
      ? []
      : item.versions.filter(({ since }) => since === 0 || sees(conversationId, userId, since))

  function textOf(conversationId: string, userId: string, item: Written): string | null {
    if (item.kind === 'MessageSent') return known(conversationId, userId, item).at(-1)?.text ?? null
    if (item.kind !== 'MessageEdited') return null
    const target = of(conversationId).written.find(({ seq }) => seq === item.targetSeq)!
    // Of edits the last one says what the message says; it says so to those who are shown the message.
    const isLast = target.versions.at(-1)!.since === item.seq && sees(conversationId, userId, target.seq)
    return isLast && known(conversationId, userId, target).length > 0 ? item.versions[0]!.text : null
  }

  return {
    see(event) {
      if ('seq' in event && 'conversationId' in event && event.type !== 'MessageHidden') {
        const { conversationId, seq, type: kind } = event
        const ordinal = event.type === 'MessageSent' ? event.ordinal : 0
        const targetSeq = 'targetSeq' in event ? event.targetSeq : 0
        of(conversationId).written.push({ seq, kind, ordinal, targetSeq, versions: [], isGone: false })
      }
      rules[event.type]?.(event as never)
    },
    conversationIds: () => [...conversations.keys()].sort(),
    members: (conversationId) => new Map([...of(conversationId).roles].sort(([a], [b]) => (a < b ? -1 : 1))),
    isIn: (conversationId, userId) => of(conversationId).stays.get(userId)?.at(-1)?.to === Number.POSITIVE_INFINITY,
    wasIn: (conversationId, userId) => of(conversationId).stays.has(userId),
    dismissedAt(conversationId, userId) {
      return this.isIn(conversationId, userId) ? of(conversationId).dismissedAt : 0
    },
    stays: (conversationId, userId) => of(conversationId).stays.get(userId)?.length ?? 0,
    wasShownAll: (conversationId, userId) => {
      const [newest, ...earlier] = [...(of(conversationId).stays.get(userId) ?? [])].reverse()
      return earlier.length > 0 && newest!.from === 1 && newest!.to === Number.POSITIVE_INFINITY
    },
    shown: (conversationId, userId) =>
      of(conversationId)
        .written.filter(({ seq }) => sees(conversationId, userId, seq))
        .map((item) => ({ seq: item.seq, kind: item.kind, text: textOf(conversationId, userId, item) })),
    earlier: (conversationId, userId, seq) =>
      known(conversationId, userId, of(conversationId).written.find((item) => item.seq === seq)!)
        .slice(0, -1)
        .map(({ text }) => text),
    unread(conversationId, userId) {
      if (!this.isIn(conversationId, userId)) return 0
      const readTo = of(conversationId).readTo.get(userId) ?? 0
      const counts = ({ seq, ordinal, isGone }: Written) =>
        ordinal > readTo && !isGone && sees(conversationId, userId, seq) && !isHidden(conversationId, userId, seq)
      return of(conversationId).written.filter(counts).length
    },
  }
}
