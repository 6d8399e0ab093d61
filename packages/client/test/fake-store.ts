// What the servers behind a gateway keep, whole and in memory: users, conversations with dense seq and ordinal, exact
// deduplication, memberships with stays, read markers, and a change number that cursors count in. `viewLag` lets the
// views (history, sync) run that many changes behind, as a projector may.
import { directConversationId, parseConversationId, type WireTypes } from '@skein/contracts'

export type WireItem = WireTypes.wire.v1.ConversationItem.$Properties & { seq: number; ordinal: number }

interface Stay {
  from: number
  /** 0 while it lasts. */
  to: number
}

interface Membership {
  role: string
  stays: Stay[]
}

interface StoredItem {
  item: WireItem
  change: number
}

export interface FakeConversation {
  id: string
  name: string
  items: StoredItem[]
  members: Map<string, Membership>
  read: Map<string, { ordinal: number; change: number }>
  sends: Map<string, { content: string; reply: WireTypes.wire.v1.SendReply.$Properties }>
}

export class Refusal extends Error {
  readonly code: string
  readonly retriable: boolean
  constructor(code: string, retriable = false) {
    super(code)
    this.code = code
    this.retriable = retriable
  }
}

export interface Appended {
  conversationId: string
  items: WireItem[]
}

export function createFakeStore() {
  const users = new Map<string, { userName: string; password: string; displayName: string }>()
  const conversations = new Map<string, FakeConversation>()
  let change = 0
  const store = {
    users,
    conversations,
    /** Seq answered to a group request, by conversation, actor and clientRequestId. */
    requests: new Map<string, number>(),
    viewLag: 0,
    /** What sync says while the views are behind; 0 for views that do not know it. */
    syncRetryMs: 0,
    /** Who asked, and for how many items per conversation. */
    syncs: [] as { actor: string; inline: number }[],
    epoch: 1,
    itemsInline: 20,
    sessionsPerPage: 3,
    pageItemsMax: 50,
    register(userName: string, password: string, displayName = userName): string {
      if (users.has(userName)) throw new Refusal('NAME_TAKEN')
      users.set(userName, { userName, password, displayName })
      return userName
    },
    conversationOf(id: string, actor: string): FakeConversation {
      const parsed = parseConversationId(id)
      if (!parsed) throw new Refusal('INVALID_ARGUMENT')
      const known = conversations.get(id)
      if (parsed.kind === 'group') {
        if (!known) throw new Refusal('CONVERSATION_NOT_FOUND')
        return known
      }
      if (!parsed.userIds.includes(actor)) throw new Refusal('NOT_A_MEMBER')
      if (known) return known
      if (!parsed.userIds.every((user) => users.has(user))) throw new Refusal('USER_NOT_FOUND')
      const members = parsed.userIds.map((user): [string, Membership] => [user, { role: 'member', stays: [{ from: 1, to: 0 }] }])
      const made = make(directConversationId(...parsed.userIds), '')
      for (const [user, membership] of members) made.members.set(user, membership)
      return made
    },
    present(conversation: FakeConversation, user: string): Membership | null {
      const membership = conversation.members.get(user)
      return membership?.stays.at(-1)?.to === 0 ? membership : null
    },
    send(actor: string, request: WireTypes.wire.v1.SendRequest, nowMs = Date.now()) {
      const conversation = store.conversationOf(request.conversationId, actor)
      if (!store.present(conversation, actor)) throw new Refusal('NOT_A_MEMBER')
      const key = `${actor}/${request.clientMessageId}`
      const content = JSON.stringify([request.body, request.replyTo, request.attachments])
      const known = conversation.sends.get(key)
      if (known) {
        if (known.content !== content) throw new Refusal('ID_REUSED')
        return { reply: known.reply, appended: null }
      }
      const ordinal = lastOrdinal(conversation) + 1
      const messageId = `m${change + 1}`
      const { conversationId, clientMessageId, body, replyTo, attachments } = request
      const item = append(conversation, actor, ordinal, { message: { messageId, clientMessageId, body, replyTo, attachments } }, nowMs)
      const reply = { conversationId, clientMessageId, messageId, seq: item.seq, ordinal, sentAtMs: nowMs }
      conversation.sends.set(key, { content, reply })
      conversation.read.set(actor, { ordinal, change })
      return { reply, appended: { conversationId, items: [item] } as Appended }
    },
    createGroup(actor: string, id: string, name: string, memberIds: readonly string[]) {
      if (parseConversationId(id)?.kind !== 'group') throw new Refusal('INVALID_ARGUMENT')
      const known = conversations.get(id)
      if (known) {
        if (known.items[0]?.item.actorId !== actor) throw new Refusal('ALREADY_EXISTS')
        return { seq: known.items.length, appended: null }
      }
      const conversation = make(id, name)
      conversation.members.set(actor, { role: 'owner', stays: [{ from: 1, to: 0 }] })
      const created = append(conversation, actor, 0, { groupCreated: { name } })
      const others = memberIds.filter((user) => user !== actor)
      for (const user of others) conversation.members.set(user, { role: 'member', stays: [{ from: 1, to: 0 }] })
      const items = [created]
      if (others.length > 0)
        items.push(append(conversation, actor, 0, { membersAdded: { members: others.map((userId) => ({ userId, role: 'member' })) } }))
      return { seq: items.length, appended: { conversationId: id, items } }
    },
    addMembers(actor: string, id: string, userIds: readonly string[]) {
      const conversation = store.conversationOf(id, actor)
      if (!store.present(conversation, actor)) throw new Refusal('NOT_A_MEMBER')
      const added = userIds.filter((user) => !store.present(conversation, user))
      if (added.length === 0) return { seq: conversation.items.length, appended: null }
      for (const user of added) {
        const membership = conversation.members.get(user) ?? { role: 'member', stays: [] }
        membership.stays.push({ from: conversation.items.length + 1, to: 0 })
        conversation.members.set(user, membership)
      }
      const members = added.map((userId) => ({ userId, role: 'member' }))
      const item = append(conversation, actor, lastOrdinal(conversation), { membersAdded: { members } })
      for (const user of added) conversation.read.set(user, { ordinal: item.ordinal, change })
      return { seq: item.seq, appended: { conversationId: id, items: [item] } }
    },
    leave(actor: string, id: string, userId: string) {
      const conversation = store.conversationOf(id, actor)
      const membership = store.present(conversation, userId)
      if (!membership || !store.present(conversation, actor)) throw new Refusal('NOT_A_MEMBER')
      const content = actor === userId ? { memberLeft: { userId } } : { memberRemoved: { userId } }
      const item = append(conversation, actor, lastOrdinal(conversation), content)
      membership.stays.at(-1)!.to = item.seq + 1
      return { seq: item.seq, appended: { conversationId: id, items: [item] } }
    },
    markRead(actor: string, id: string, ordinal: number) {
      const conversation = store.conversationOf(id, actor)
      const to = Math.min(Math.max(ordinal, conversation.read.get(actor)?.ordinal ?? 0), lastOrdinal(conversation))
      change += 1
      conversation.read.set(actor, { ordinal: to, change })
      return to
    },
    visible(conversation: FakeConversation, user: string, item: WireItem): boolean {
      return (conversation.members.get(user)?.stays ?? []).some((s) => item.seq >= s.from && (s.to === 0 || item.seq < s.to))
    },
    /** Refused as the views refuse a conversation that they do not know yet. */
    inViewOf(id: string, actor: string): FakeConversation {
      const conversation = store.conversationOf(id, actor)
      if (inView(conversation, actor).length === 0) throw new Refusal('NOT_A_MEMBER')
      return conversation
    },
    history(actor: string, id: string, after: number, before: number, limit: number) {
      const found = inView(store.inViewOf(id, actor), actor).filter((i) => i.seq > after && (before === 0 || i.seq < before))
      const count = Math.min(limit || store.pageItemsMax, store.pageItemsMax)
      const items = after === 0 ? found.slice(-count) : found.slice(0, count)
      return { items, more: found.length > count }
    },
    sync(actor: string, cursor: Uint8Array, inline: number) {
      store.syncs.push({ actor, inline })
      const view = change - store.viewLag
      const [epoch, since] = cursor.length ? new TextDecoder().decode(cursor).split('/').map(Number) : [0, 0]
      const full = epoch !== store.epoch
      const from = full ? 0 : since!
      const changed = [...conversations.values()]
        .filter((c) => c.members.has(actor))
        .map((c) => ({
          c,
          at: Math.max(
            ...[
              ...inView(c, actor).map((i) => changeOf(c, i)),
              (c.read.get(actor)?.change ?? 0) <= view ? (c.read.get(actor)?.change ?? 0) : 0,
            ],
          ),
        }))
        .filter(({ c, at }) => at > from && inView(c, actor).length > 0)
        .sort((a, b) => a.at - b.at)
      const page = changed.slice(0, store.sessionsPerPage)
      const more = changed.length > page.length
      const next = more ? page.at(-1)!.at : Math.max(view, from)
      const sessions = page.map(({ c }) => sessionOf(c, actor))
      const items = page.flatMap(({ c }) => inView(c, actor).slice(-(inline || store.itemsInline)))
      return {
        cursor: new TextEncoder().encode(`${store.epoch}/${next}`),
        full,
        more,
        sessions,
        items,
        profiles: [],
        retryAfterMs: store.viewLag > 0 ? store.syncRetryMs : 0,
      }
    },
    unread(actor: string) {
      const sessions = [...conversations.values()].filter((c) => store.present(c, actor)).map((c) => sessionOf(c, actor))
      const entries = sessions.filter((s) => s.unread > 0)
      return { entries, total: entries.reduce((sum, e) => sum + e.unread, 0) }
    },
  }

  const changeOf = (conversation: FakeConversation, item: WireItem) => conversation.items[item.seq - 1]!.change
  const lastOrdinal = (conversation: FakeConversation) => conversation.items.at(-1)?.item.ordinal ?? 0

  function inView(conversation: FakeConversation, user: string): WireItem[] {
    const view = change - store.viewLag
    return conversation.items.filter((s) => s.change <= view && store.visible(conversation, user, s.item)).map((s) => s.item)
  }

  function sessionOf(c: FakeConversation, user: string) {
    const view = change - store.viewLag
    const inViewItems = c.items.filter((s) => s.change <= view)
    const last = inViewItems.at(-1)?.item
    const stay = c.members
      .get(user)!
      .stays.filter((s) => s.from <= (last?.seq ?? 0))
      .at(-1) ?? { from: 1, to: 0 }
    const read = c.read.get(user)?.ordinal ?? 0
    return {
      conversationId: c.id,
      kind: c.id.startsWith('g') ? 'group' : 'direct',
      name: c.name,
      memberCount: c.members.size,
      lastSeq: last?.seq ?? 0,
      lastOrdinal: last?.ordinal ?? 0,
      readOrdinal: Math.min(read, last?.ordinal ?? 0),
      unread: Math.max(0, (last?.ordinal ?? 0) - read),
      role: c.members.get(user)!.role,
      fromSeq: stay.from,
      toSeq: stay.to > (last?.seq ?? 0) + 1 ? 0 : stay.to,
      lastActivityAtMs: 0,
    }
  }

  function make(id: string, name: string): FakeConversation {
    const made: FakeConversation = { id, name, items: [], members: new Map(), read: new Map(), sends: new Map() }
    conversations.set(id, made)
    return made
  }

  function append(c: FakeConversation, actorId: string, ordinal: number, content: Partial<WireItem>, occurredAtMs = Date.now()): WireItem {
    change += 1
    const item = { conversationId: c.id, seq: c.items.length + 1, ordinal, actorId, occurredAtMs, ...content } as WireItem
    c.items.push({ item, change })
    return item
  }

  return store
}

export type FakeStore = ReturnType<typeof createFakeStore>
