// What the servers behind a gateway keep, whole and in memory: a log of what the domain decided, and views folded from it. `viewLag` lets
// the views (history, sync, members) run that many events of conversations behind, as a projector may.
import { type Messages, type SkeinCommand, type SkeinEvent, wire } from '@skein/contracts'
import {
  type Cell,
  conversationKey,
  type DomainEvent,
  memberKey,
  newGroup,
  settingsIn,
  untouchedDirectMember,
  withSettings,
} from '@skein/domain'
import { type EventView, eventViews, foldBatch, hiddenItem, outdatedItem, type Shown, shown } from '@skein/projections'
import { createWorld, foldOnto } from '@skein/testing'
import type { GroupMember, Relation, Session } from '../src/index.ts'
import { saidPrivacy, saidRelations } from './said-relations.ts'
import { saidSession } from './said-session.ts'
import { isOfRisen, isOvertaken, rules, saidRequests } from './said-ways-in.ts'

export const fakeAppId = 'demo'

export class Refusal extends Error {
  readonly code: string
  readonly retriable: boolean
  constructor(code: string, retriable = false) {
    super(code)
    this.code = code
    this.retriable = retriable
  }
}

type ConversationEvent = Extract<SkeinEvent, { readonly conversationId: string }>

/** An event of a conversation. */
interface Change extends Shown {
  /** Counted from 1; cursors count in it. */
  readonly number: number
  readonly event: ConversationEvent
}

interface Stay {
  readonly from: number
  /** 0 while it lasts. */
  to: number
}

export interface Done {
  readonly body: Uint8Array
  readonly changes: readonly Change[]
}

export class FakeStore {
  readonly users = new Map<string, { userName: string; password: string; displayName: string }>()
  viewLag = 0
  /** Live rooms that nobody follows or speaks in, and why. */
  readonly closedRooms = new Map<string, string>()
  /** What sync says while the views are behind; 0 for views that do not know it. */
  syncRetryMs = 0
  /** What the views lack is of a part that stands still: sync says so, and nothing of when to come again. */
  partStands = false
  /** Who asked, and for how many items per conversation. */
  syncs: { actor: string; inline: number }[] = []
  /** Who asked what they missed, a page each. */
  missedAsked: string[] = []
  epoch = 1
  itemsInline = 20
  sessionsPerPage = 3
  pageItemsMax = 50
  #world = createWorld()
  readonly #changes: Change[] = []
  readonly #lost = new Set<string>()
  #view = { cells: new Map<string, Cell>(), upTo: 0 }

  register(userName: string, password: string, displayName = userName): string {
    if (this.users.has(userName)) throw new Refusal('NAME_TAKEN')
    this.users.set(userName, { userName, password, displayName })
    this.#world.register(fakeAppId, userName)
    return userName
  }

  /** Decides it, and keeps what happened. */
  run(command: SkeinCommand): Done {
    const before = this.#world.events.length
    const decision = this.#world.run(command)
    if (!decision.accepted) throw new Refusal(decision.code)
    const events = this.#world.events.slice(before).filter((event): event is ConversationEvent => 'conversationId' in event)
    const changes = events.map((event, i) => ({ number: this.#changes.length + i + 1, event, ...shown(event) }))
    this.#changes.push(...changes)
    return { body: decision.reply, changes }
  }

  /** Every item there is, whatever the views know. */
  itemsOf(id: string) {
    return this.#of(id).flatMap(({ item }) => (item ? [wire.ConversationItem.decode(item)] : []))
  }

  get conversationIds(): ReadonlySet<string> {
    return new Set(this.#changes.map(({ event }) => event.conversationId))
  }

  get cells(): ReadonlyMap<string, Cell> {
    return this.#world.cells
  }

  nameOf(id: string): string {
    const head = this.#world.cells.get(conversationKey(fakeAppId, id))
    return head?.kind === 'conversation' ? head.name : ''
  }

  /** Whoever has belonged to it. */
  membersOf(id: string): string[] {
    return [...staysIn(this.#of(id)).keys()]
  }

  /** Who shares a conversation with a user now; a direct one, if they have read or written something there. */
  acquaintancesOf(userId: string): string[] {
    const isIn = (id: string, who: string) => this.#said(id, who)?.toSeq === 0
    const others = (id: string) => {
      const there = this.membersOf(id).filter((other) => other !== userId && isIn(id, other))
      return id.startsWith('g:') ? there : there.filter((other) => this.#said(id, other)!.readOrdinal > 0)
    }
    const ids = this.#conversationsOf(userId).filter((id) => isIn(id, userId))
    return [...new Set(ids.flatMap(others))].sort()
  }

  /** No view knows it from now on, as after the loss of a log. */
  lose(id: string): void {
    this.#lost.add(id)
  }

  /** The log loses its end, behind so many changes: what is kept of it goes on from there. */
  cut(count: number): void {
    const lost = new Set<SkeinEvent>(this.#changes.splice(count).map(({ event }) => event))
    const kept = this.#world.events.filter((event) => !lost.has(event))
    this.#world = createWorld()
    for (const event of kept) this.#world.fold(event as DomainEvent)
    this.#view = { cells: new Map(), upTo: 0 }
  }

  /** Whether the user is told of a change as it happens. */
  tells({ audience, event }: Change, userId: string): boolean {
    if (audience.to === 'users') return audience.userIds.includes(userId)
    if (audience.to === 'admins')
      return audience.userIds.includes(userId) || rules(this.#world.cells, event.conversationId, { appId: fakeAppId, userId })
    return audience.to === 'app' || (audience.to === 'conversation' && isVisible(event, staysOf(this.#of(event.conversationId), userId)))
  }

  history(actor: string, query: { conversationId: string; afterSeq: number; beforeSeq: number; limit: number }) {
    const { conversationId, afterSeq, beforeSeq, limit } = query
    const found = this.#known(conversationId, actor).filter(
      ({ event }) => 'seq' in event && event.seq > afterSeq && (beforeSeq === 0 || event.seq < beforeSeq),
    )
    const count = Math.min(limit || this.pageItemsMax, this.pageItemsMax)
    const page = afterSeq === 0 ? found.slice(-count) : found.slice(0, count)
    return { items: page.map(({ item }) => item!), more: found.length > count, viewSeq: this.#viewSeq(conversationId, actor) }
  }

  edits(actor: string, { conversationId, seq, fromVersion }: { conversationId: string; seq: number; fromVersion: number }) {
    const target = this.#known(conversationId, actor).find(({ event }) => 'seq' in event && event.seq === seq)
    if (target?.event.type !== 'MessageSent') throw new Refusal('MESSAGE_NOT_FOUND')
    const records = this.#inView(conversationId).map(({ event, number }) => ({ event, position: { partition: 0, offset: number } }))
    const { edits, items } = foldBatch(records).from(() => undefined).rows
    const counts = items.some((row) => row.seq === seq && row.counts === 1)
    const found = edits.filter((row) => row.seq === seq && row.version >= fromVersion && counts).map(({ item }) => item)
    return { items: found.slice(0, this.pageItemsMax), more: found.length > this.pageItemsMax }
  }

  members(actor: string, conversationId: string) {
    this.#known(conversationId, actor)
    const stays = [...staysIn(this.#inView(conversationId))].filter(([, stays]) => stays.at(-1)!.to === 0)
    return {
      members: stays.map(([userId]) => this.#memberOf(conversationId, userId)),
      more: false,
      viewSeq: this.#viewSeq(conversationId, actor),
    }
  }

  groupInfo(actor: string, conversationId: string) {
    this.#known(conversationId, actor)
    const { name, memberCount } = this.#said(conversationId, actor)!
    const known = [...staysIn(this.#inView(conversationId)).keys()]
    const ownerId = known.find((userId) => this.#said(conversationId, userId)!.role === 'owner')
    const settings = this.#inView(conversationId).flatMap(({ event }) => (event.type === 'GroupChanged' ? event.settings : []))
    return {
      name,
      ownerId,
      memberCount,
      settings: settingsIn(withSettings(newGroup, settings)),
      viewSeq: this.#viewSeq(conversationId, actor),
    }
  }

  invitations(actor: string) {
    const found = [...this.#world.cells].flatMap(([key, cell]) => {
      const [, appId = '', conversationId = '', userId = ''] = key.split('|')
      if (cell.kind !== 'invitation' || userId !== actor || cell.answeredAt > 0) return []
      if (isOvertaken(this.#world.cells, cell, memberKey(appId, conversationId, userId))) return []
      const { invitedBy, greeting, invitedAt: invitedAtMs, expiresAt: expiresAtMs } = cell
      return [{ conversationId, groupName: this.#said(conversationId, invitedBy)!.name, invitedBy, greeting, invitedAtMs, expiresAtMs }]
    })
    return { invitations: found, more: false }
  }

  /** What waits, as the first page of a full sync tells it. */
  #waysInOf(actor: string) {
    const requests = saidRequests(this.#world.cells).filter(({ conversationId: id }) =>
      rules(this.#world.cells, id, { appId: fakeAppId, userId: actor }),
    )
    return { invitations: this.invitations(actor).invitations, joinRequests: requests }
  }

  sync(actor: string, cursor: Uint8Array, inline: number) {
    this.syncs.push({ actor, inline })
    const view = this.#changes.length - this.viewLag
    const [epoch, since, unfinished] = cursor.length ? new TextDecoder().decode(cursor).split('/') : ['0', '0']
    const known = Number(epoch) === this.epoch
    const full = !known || unfinished === 'full'
    const from = known ? Number(since) : 0
    const changed = this.#conversationsOf(actor)
      .map((id) => ({ id, at: Math.max(...this.#concerning(id, actor).map(({ number }) => number)) }))
      .filter(({ at }) => at > from)
      .sort((a, b) => a.at - b.at)
    const page = changed.slice(0, this.sessionsPerPage)
    const more = changed.length > page.length
    return {
      cursor: new TextEncoder().encode(`${this.epoch}/${more ? page.at(-1)!.at : Math.max(view, from)}${more && full ? '/full' : ''}`),
      full,
      more,
      sessions: page.map(({ id }) => this.#said(id, actor)!),
      items: page.flatMap(({ id }) => this.#visible(id, actor).slice(-(inline || this.itemsInline))).map(({ item }) => item!),
      hidden: full ? [] : page.flatMap(({ id }) => this.#hiddenBy(actor, this.#inView(id))).flatMap(hiddenSince(from)),
      profiles: [],
      ...(full
        ? unfinished === undefined
          ? this.#waysInOf(actor)
          : {}
        : { joinRequests: this.#waysInOf(actor).joinRequests.filter(isOfRisen(this.#changes, { actor, from })) }),
      retryAfterMs: this.viewLag > 0 && !this.partStands ? this.syncRetryMs : 0,
      partStands: this.viewLag > 0 && this.partStands,
    }
  }

  missed(actor: string, query: { cursor: Uint8Array; afterConversationId: string; afterSeq: number; limit: number }) {
    const { cursor, afterConversationId, afterSeq, limit } = query
    this.missedAsked.push(actor)
    const [epoch, since] = new TextDecoder().decode(cursor).split('/').map(Number)
    if (epoch !== this.epoch) return { items: [], more: false, full: true }
    const found = this.#conversationsOf(actor)
      .filter((id) => id >= afterConversationId)
      .sort()
      .flatMap((id) => this.#visible(id, actor).filter(({ event }) => id > afterConversationId || ('seq' in event && event.seq > afterSeq)))
      .filter(({ event, number }) => event.type !== 'MessageSent' && number > since!)
    const count = Math.min(limit || this.pageItemsMax, this.pageItemsMax)
    return { items: found.slice(0, count).map(({ item }) => item!), more: found.length > count, full: false }
  }

  unread(actor: string) {
    const sessions = this.#conversationsOf(actor).map((id) => this.#said(id, actor)!)
    const entries = sessions.filter(({ unread, toSeq }) => unread > 0 && toSeq === 0)
    return { entries, total: entries.reduce((sum, { unread }) => sum + unread, 0) }
  }

  #of(id: string): Change[] {
    return this.#changes.filter(({ event }) => event.conversationId === id)
  }

  #inView(id: string): Change[] {
    return this.#lost.has(id) ? [] : this.#of(id).filter(({ number }) => number <= this.#changes.length - this.viewLag)
  }

  /** Items that the views show to a user. */
  #visible(id: string, userId: string): Change[] {
    const changes = this.#inView(id)
    const stays = staysOf(changes, userId)
    const amendments = changes.flatMap(({ event }) => amendmentOf(event) ?? [])
    return changes
      .filter(({ event, item }) => item !== null && isVisible(event, stays))
      .map((change) => ({ ...change, item: amended(change, amendments) }))
      .map((change) => ({ ...change, item: this.#shownTo(userId, change) }))
  }

  /** What the user has deleted for themselves. */
  #hiddenBy(userId: string, changes: readonly Change[]) {
    return changes.flatMap(({ event, number }) => (event.type === 'MessageHidden' && event.userId === userId ? [{ event, number }] : []))
  }

  #shownTo(userId: string, { event, item }: Change): Uint8Array | null {
    const target = amendmentOf(event)?.seq ?? ('seq' in event ? event.seq : 0)
    const own = this.#hiddenBy(userId, this.#inView(event.conversationId)).find((hidden) => hidden.event.seq === target)
    return own && item ? hiddenItem({ kind: event.type, item }, userId, own.event.meta.occurredAt) : item
  }

  /** Refused as the views refuse a conversation that they do not know yet. */
  #known(id: string, actor: string): Change[] {
    const visible = this.#visible(id, actor)
    if (visible.length === 0) throw new Refusal('NOT_A_MEMBER')
    return visible
  }

  /** How far the views have come with what the user may see. */
  #viewSeq(id: string, userId: string): number {
    const changes = this.#inView(id)
    const { to = 0 } = staysOf(changes, userId)?.at(-1) ?? {}
    return to > 0 ? to - 1 : Math.max(0, ...changes.map(({ event }) => ('seq' in event ? event.seq : 0)))
  }

  groupsOf(actor: string): Session[] {
    const sessions = this.#conversationsOf(actor).map((id) => this.#said(id, actor)!)
    return sessions.filter(({ kind, toSeq }) => kind === 'group' && toSeq === 0)
  }

  /** How a user stands to others, a page of those who are meant. */
  relations(actor: string, isMeant: (relation: Relation) => boolean, { afterUserId = '', limit = 0 } = {}) {
    const all = saidRelations(this.#world.cells, { appId: fakeAppId, userId: actor }, Date.now())
    const behind = all.filter((relation) => relation.userId > afterUserId && isMeant(relation))
    const count = Math.min(limit || this.pageItemsMax, this.pageItemsMax)
    return { relations: behind.slice(0, count), more: behind.length > count }
  }

  privacyOf(actor: string) {
    return saidPrivacy(this.#world.cells, { appId: fakeAppId, userId: actor })
  }

  #concerning(id: string, userId: string): Change[] {
    const own = ({ event }: Change) => (event.type === 'ReadMarked' || event.type === 'MessageHidden') && event.userId === userId
    return [...this.#visible(id, userId), ...this.#inView(id).filter(own)]
  }

  #conversationsOf(userId: string): string[] {
    return [...this.conversationIds].filter((id) => this.#visible(id, userId).length > 0)
  }

  #memberOf(conversationId: string, userId: string): GroupMember {
    const { role } = this.#said(conversationId, userId)!
    const cell = this.#view.cells.get(memberKey(fakeAppId, conversationId, userId))
    const { nickname, mutedUntil } = cell?.kind === 'member' ? cell : untouchedDirectMember
    return { userId, role, nickname, mutedUntilMs: mutedUntil }
  }

  #said(conversationId: string, userId: string): Session | null {
    const upTo = this.#changes.length - this.viewLag
    if (upTo < this.#view.upTo) this.#view = { cells: new Map(), upTo: 0 }
    for (const { event } of this.#changes.slice(this.#view.upTo, upTo)) foldOnto(this.#view.cells, event)
    this.#view.upTo = Math.max(upTo, this.#view.upTo)
    const changes = this.#inView(conversationId)
    const hidden = this.#hiddenBy(userId, changes).map(({ event }) => event.ordinal)
    const uncounted = [...hidden, ...changes.flatMap(({ event }) => amendmentOf(event)?.uncounts || [])]
    return saidSession(this.#view.cells, { appId: fakeAppId, conversationId, userId }, uncounted)
  }
}

/** As sync tells what was deleted since a cursor. */
const hiddenSince =
  (from: number) =>
  ({ event, number }: { event: Extract<ConversationEvent, { readonly type: 'MessageHidden' }>; number: number }) => {
    const { conversationId, seq, ordinal, messageId } = event
    return number > from ? [{ conversationId, seq, ordinal, messageId }] : []
  }

type Amendment = ReturnType<NonNullable<EventView<'MessageRevoked'>['amends']>>

/** What an event does to an earlier message. */
function amendmentOf(event: ConversationEvent): Amendment | null {
  const amends = eventViews[event.type].amends as ((event: ConversationEvent) => Amendment) | undefined
  return amends?.(event) ?? null
}

/** The item as it is shown since. */
function amended({ event, item }: Change, amendments: readonly Amendment[]): Uint8Array | null {
  const seqOf = 'seq' in event ? event.seq : 0
  if (item !== null && amendments.some(({ outdates }) => outdates === seqOf)) return outdatedItem(item)
  const own = amendments.filter(({ seq }) => seq === seqOf)
  if (item === null || own.length === 0) return item
  const decoded = wire.ConversationItem.decode(item)
  const messageSent = own.reduce((message, { to }) => to(message), decoded.messageSent as Messages.MessageSent)
  return wire.ConversationItem.encode({ ...decoded, messageSent } as typeof decoded).finish()
}

/** Of a user, in order; in broadcasts everybody is from the first item on. */
const staysOf = (changes: readonly Change[], userId: string): readonly Stay[] | undefined =>
  changes.some(({ event }) => event.type === 'BroadcastSent') ? [{ from: 1, to: 0 }] : staysIn(changes).get(userId)

/** Of each user, in order. */
function staysIn(changes: readonly Change[]): Map<string, Stay[]> {
  const stays = new Map<string, Stay[]>()
  const begin = (userId: string, from: number) => stays.set(userId, [...(stays.get(userId) ?? []), { from, to: 0 }])
  for (const { event } of changes) {
    if (event.type === 'GroupCreated' || event.type === 'MembersAdded') for (const { userId } of event.members) begin(userId, event.seq)
    if (event.type === 'MemberJoined') begin(event.userId, event.seq)
    if (event.type === 'MembersRemoved') for (const userId of event.userIds) stays.get(userId)!.at(-1)!.to = event.seq + 1
    if (event.type === 'MemberLeft') stays.get(event.userId)!.at(-1)!.to = event.seq + 1
    if (event.type === 'MessageSent' && event.seq === 1)
      for (const userId of new Set(event.conversationId.split(':').slice(1))) begin(userId, 1)
  }
  return stays
}

const isVisible = (event: ConversationEvent, stays: readonly Stay[] = []): boolean =>
  'seq' in event && stays.some(({ from, to }) => event.seq >= from && (to === 0 || event.seq < to))
