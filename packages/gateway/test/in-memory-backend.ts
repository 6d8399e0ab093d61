// Everything behind a gateway, in memory and whole: a log of commands, the domain that decides them and replies over the link, views
// of what it decided. Tests step it: fail the log, hold replies, let the views lag.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { directConversationId, logKeyOf, type MessageSent, type SkeinCommand, type SkeinEvent } from '@skein/contracts'
import {
  appKey,
  conversationKey,
  limitsInForce,
  memberKey,
  messageKey,
  noRelation,
  openPrivacy,
  privacyKey,
  relationKey,
  untouchedDirectMember,
} from '@skein/domain'
import { type Checkpoint, LogError } from '@skein/event-sourcing'
import type { LinkReply, NodeLink } from '@skein/node-link'
import { type DeviceSessionState, foldBatch, itemOf, placeOf, type Relation, type Session } from '@skein/projections'
import { createWorld, sampleMessageSent } from '@skein/testing'
import type { GatewayPorts } from '../src/ports.ts'
import { isBanned, relationOf, roomOf } from './in-memory-answers.ts'
import { nothingWaits, noWaysIn } from './ways-in.ts'

export interface AppendedCommand {
  readonly key: string
  readonly command: SkeinCommand
}

/** Users who exist before anybody logs in. */
const known = ['alice', 'bob', 'carol', 'dave', 'eve']

export class InMemoryBackend {
  readonly appended: AppendedCommand[] = []
  readonly sessions = new Map<string, DeviceSessionState>()
  readonly world = createWorld()
  readonly #users = new Set<string>()
  readonly #held: (() => void)[] = []
  readonly #link: NodeLink
  /** How the next appends end; empty for stored. */
  appendFailures: LogError[] = []
  /** What the next append waits for. */
  appendAfter: Promise<void> | null = null
  /** While true the processor decides nothing. */
  holding = false
  /** While true the views do not answer. */
  viewsDown = false
  /** While true the ends of the log cannot be read. */
  endsDown = false
  /** Codes with which the processor refuses the next commands; empty string for "decide". */
  refusals: string[] = []
  /** What those refusals say. */
  refusalDetail = ''
  /** Events in the log, and of them in the views. */
  end = 0
  projected: number | null = null
  /** A second partition, where nothing is said. */
  elsewhere: { readonly end: number; readonly reached: number } | null = null
  /** Bytes of the items of one answer. */
  itemBytesMax = Number.POSITIVE_INFINITY
  /** Cursors of the next pages of syncs, each but the last with more behind it; without any a page is all. */
  readonly syncCursors: Uint8Array[] = []
  /** How long reads of sessions and ends take. */
  latencyMs = 0
  /** What questions about strangers wait for. */
  strangersAfter: Promise<void> | null = null
  sessionQuestions = 0
  roomReads = 0
  /** Sessions asked about, in all those questions. */
  readonly asked: string[] = []
  endReads = 0
  checkpointReads = 0

  constructor(link: NodeLink) {
    this.#link = link
    for (const userId of known) this.know('app', userId)
  }

  /** The user exists. */
  know(appId: string, userId: string): void {
    const key = `${appId}/${userId}`
    if (this.#users.has(key)) return
    this.#users.add(key)
    this.world.register(appId, userId)
  }

  readonly appendCommand = async (command: SkeinCommand): Promise<void> => {
    const failure = this.appendFailures.shift()
    if (failure !== undefined) throw failure
    const before = this.appendAfter
    this.appendAfter = null
    if (before !== null) await before
    this.appended.push({ key: logKeyOf(command), command })
    if (this.holding) this.#held.push(() => this.#decide(command))
    else setImmediate(() => this.#decide(command))
  }

  /** Decides the oldest command held, or all of them. */
  release(count = this.#held.length): void {
    for (const decide of this.#held.splice(0, count)) decide()
  }

  get heldCount(): number {
    return this.#held.length
  }

  readonly endOffsets = async (): Promise<ReadonlyMap<number, number>> => {
    this.endReads += 1
    if (this.viewsDown || this.endsDown) throw new LogError('UNAVAILABLE', 'down')
    const ends = new Map([[0, this.end]])
    if (this.elsewhere !== null) ends.set(1, this.elsewhere.end)
    if (this.latencyMs > 0) await sleep(this.latencyMs)
    return ends
  }

  #decide(command: SkeinCommand): void {
    const { replyNode, replyConnection: connectionId, commandId } = command.meta
    const refused = { connectionId, commandId, body: new Uint8Array(0), partition: 0, offset: 0 }
    const code = this.refusals.shift() ?? ''
    if (code !== '') {
      this.#link.reply(replyNode, { ...refused, code, detail: this.refusalDetail })
      return
    }
    const decision = this.world.run(command)
    if (decision.accepted) this.end += decision.events.length
    const reply: LinkReply = decision.accepted
      ? { ...refused, code: '', detail: '', body: decision.reply, offset: this.end - 1 }
      : { ...refused, code: decision.code, detail: decision.detail }
    if (command.type === 'CloseDeviceSession' && decision.accepted) this.sessions.set(command.sessionId, 'closed')
    this.#link.reply(replyNode, reply)
  }

  /** Puts a message into a conversation as if it had been sent. */
  plant(conversationId: string, senderId: string, bytes: Uint8Array): void {
    const seq = this.#eventsOf('app', conversationId).length + 1
    const { claim: _claim, commandOffset: _offset, ...meta } = sampleMessageSent('', 0).meta
    const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes }
    const place = { conversationId, seq, ordinal: seq }
    this.world.fold({ ...sampleMessageSent('', 0), ...place, meta: { ...meta, actorId: senderId }, senderId, body } as MessageSent)
  }

  /** Events that have a place in the conversation. */
  #eventsOf(appId: string, conversationId: string): readonly SkeinEvent[] {
    return this.world.events.filter((event) => event.meta.appId === appId && placeOf(event)?.conversationId === conversationId)
  }

  texts(appId: string, conversationId: string): string[] {
    const messages = this.#eventsOf(appId, conversationId).filter((event) => event.type === 'MessageSent')
    return messages.map(({ body }) => Buffer.from(body.bytes).toString('utf8'))
  }

  #answering(): void {
    if (this.viewsDown) throw new Error('the views are down')
  }

  /** As many items from the start, or from the end, as fit; at least one. */
  #cut(items: readonly Uint8Array[], more: boolean, fromTheEnd = false) {
    let bytes = 0
    const ordered = fromTheEnd ? items.toReversed() : items
    const beyond = ordered.findIndex((item, index) => {
      bytes += item.length
      return bytes > this.itemBytesMax && index > 0
    })
    if (beyond < 0) return { items, more }
    const kept = ordered.slice(0, beyond)
    return { items: fromTheEnd ? kept.toReversed() : kept, more: true }
  }

  #membersOf(appId: string, conversationId: string, reader: string) {
    this.#answering()
    const prefix = memberKey(appId, conversationId, '')
    const members = [...this.world.cells].flatMap(([key, cell]) => {
      if (!key.startsWith(prefix) || cell.kind !== 'member' || cell.toSeq > 0) return []
      const { role, nickname, mutedUntil } = cell
      return [{ userId: key.slice(prefix.length), role, nickname, mutedUntilMs: mutedUntil }]
    })
    const viewSeq =
      this.#eventsOf(appId, conversationId)
        .map((event) => placeOf(event)!.seq)
        .at(-1) ?? 0
    return members.some(({ userId }) => userId === reader) ? { members, viewSeq } : ('NOT_A_MEMBER' as const)
  }

  /** The sessions of a user, as far as tests look at them. */
  #sessionsOf(appId: string, userId: string): readonly Session[] {
    const ids = new Set(this.world.events.flatMap((event) => placeOf(event)?.conversationId ?? []))
    return [...ids].flatMap((conversationId) => {
      const head = this.world.cells.get(conversationKey(appId, conversationId))
      const member = this.world.cells.get(memberKey(appId, conversationId, userId))
      if (head?.kind !== 'conversation' || member?.kind !== 'member') return []
      const { lastSeq, lastOrdinal, name, memberCount, lastActivityAt: lastActivityAtMs } = head
      const { role, seesFrom: fromSeq, toSeq, readOrdinal, mutedUntil: mutedUntilMs } = { ...untouchedDirectMember, ...member }
      const kind = conversationId.startsWith('d:') ? 'direct' : 'group'
      const unread = lastOrdinal - readOrdinal
      const counts = { memberCount, lastSeq, lastOrdinal, readOrdinal, unread, uncountedOrdinals: [] }
      return [{ conversationId, kind, name, ...counts, role, fromSeq, toSeq, lastActivityAtMs, mutedUntilMs, dismissedAtMs: 0 }]
    })
  }

  readonly views: GatewayPorts['views'] = {
    checkpoints: async () => {
      this.checkpointReads += 1
      this.#answering()
      const checkpointAt = (partition: number, nextOffset: number): Checkpoint => ({
        partition,
        nextOffset,
        logEpoch: 'epoch',
        claimId: 'claim',
        commandId: '',
        claim: 0,
        commandOffset: -1,
      })
      const checkpoints = [checkpointAt(0, this.projected ?? this.end)]
      if (this.elsewhere !== null) checkpoints.push(checkpointAt(1, this.elsewhere.reached))
      return new Map(checkpoints.map((checkpoint) => [checkpoint.partition, checkpoint]))
    },
    relations: async ({ appId, userId, list, afterUserId, limit }) => {
      this.#answering()
      const all = [...this.world.cells].flatMap(([key, cell]): Relation[] => {
        const [kind, app, conversationId = '', ofUser] = key.split('|')
        if (kind !== 'relation' || app !== appId || ofUser !== userId || cell.kind !== 'relation') return []
        const isMeant = {
          friends: cell.friendsSince > 0,
          requests: cell.sent !== null || cell.received !== null,
          blocked: cell.blockedSince > 0,
        }
        return isMeant[list] ? [relationOf(conversationId, userId, cell)] : []
      })
      const behind = all.filter((relation) => relation.userId > afterUserId)
      return { relations: behind.slice(0, limit), more: behind.length > limit }
    },
    relationTo: async ({ appId, userId, peerId }) => {
      this.#answering()
      if (!this.#users.has(`${appId}/${peerId}`)) return null
      const conversationId = directConversationId(userId, peerId)
      const cell = this.world.cells.get(relationKey(appId, conversationId, userId))
      return relationOf(conversationId, userId, cell?.kind === 'relation' ? cell : noRelation)
    },
    privacy: async (appId, userId) => {
      this.#answering()
      const cell = this.world.cells.get(privacyKey(appId, userId))
      return cell?.kind === 'privacy' ? { write: cell.write, add: cell.add } : openPrivacy
    },
    sync: async ({ appId, userId, itemsPerConversation }) => {
      this.#answering()
      const sessions = this.#sessionsOf(appId, userId)
      const items = sessions.flatMap(({ conversationId }) => this.#eventsOf(appId, conversationId).slice(-itemsPerConversation))
      const cursor = this.syncCursors.shift() ?? Buffer.from(String(this.projected ?? this.end))
      const shown = items.map((event) => itemOf(event)!)
      return {
        cursor,
        full: true,
        otherHistory: false,
        more: this.syncCursors.length > 0,
        sessions,
        items: shown,
        profiles: [],
        hidden: [],
        relations: [],
        relationsCut: false,
        privacy: null,
        ...nothingWaits,
      }
    },
    ...noWaysIn,
    missed: async ({ appId, userId, cursor, after, limit }) => {
      this.#answering()
      if (cursor.length === 0) return { items: [], more: false, full: true }
      const found = this.world.events.slice(Number(Buffer.from(cursor))).flatMap((event) => {
        const place = placeOf(event)
        if (place === null || event.type === 'MessageSent' || event.meta.appId !== appId) return []
        return this.world.cells.has(memberKey(appId, place.conversationId, userId)) ? [{ event, ...place }] : []
      })
      const isBehind = ({ conversationId, seq }: { conversationId: string; seq: number }) =>
        conversationId > after.conversationId || (conversationId === after.conversationId && seq > after.seq)
      const byPlace = found.sort(
        (a, b) => (a.conversationId < b.conversationId ? -1 : 1) * Number(a.conversationId !== b.conversationId) || a.seq - b.seq,
      )
      const behind = byPlace.filter(isBehind)
      return {
        ...this.#cut(
          behind.slice(0, limit).map(({ event }) => itemOf(event)!),
          behind.length > limit,
        ),
        full: false,
      }
    },
    history: async ({ appId, userId, conversationId, beforeSeq, afterSeq, limit }) => {
      this.#answering()
      if (!this.world.cells.has(memberKey(appId, conversationId, userId))) return 'NOT_A_MEMBER'
      const all = this.#eventsOf(appId, conversationId).filter((event) => {
        const { seq } = placeOf(event)!
        return seq > afterSeq && (beforeSeq === 0 || seq < beforeSeq)
      })
      const page = afterSeq === 0 ? all.slice(-limit) : all.slice(0, limit)
      const items = page.map((event) => itemOf(event)!)
      const viewSeq =
        this.#eventsOf(appId, conversationId)
          .map((event) => placeOf(event)!.seq)
          .at(-1) ?? 0
      return { ...this.#cut(items, page.length < all.length, afterSeq === 0), viewSeq }
    },
    edits: async ({ appId, userId, conversationId, seq, fromVersion, limit }) => {
      this.#answering()
      if (!this.world.cells.has(memberKey(appId, conversationId, userId))) return 'NOT_A_MEMBER'
      const message = this.world.cells.get(messageKey(appId, conversationId, seq))
      if (message?.kind !== 'message') return 'MESSAGE_NOT_FOUND'
      const records = this.world.events.map((event, offset) => ({ event, position: { partition: 0, offset } }))
      const found = foldBatch(records)
        .from(() => undefined)
        .rows.edits.filter(
          (row) => row.conversation_id === conversationId && row.seq === seq && row.version >= fromVersion && message.removed === '',
        )
      return this.#cut(
        found.slice(0, limit).map(({ item }) => item),
        found.length > limit,
      )
    },
    unread: async (appId, userId) => {
      this.#answering()
      const entries = this.#sessionsOf(appId, userId).filter(({ unread }) => unread > 0)
      return { entries, total: entries.reduce((sum, { unread }) => sum + unread, 0) }
    },
    members: async ({ appId, userId, conversationId, afterUserId, role, limit }) => {
      const found = this.#membersOf(appId, conversationId, userId)
      if (found === 'NOT_A_MEMBER') return found
      const members = found.members.filter((member) => member.userId > afterUserId && (role === '' || member.role === role))
      return { ...found, members: members.slice(0, limit), more: limit < members.length }
    },
    areMembers: async ({ appId, userId, conversationId, among }) => {
      const found = this.#membersOf(appId, conversationId, userId)
      return found === 'NOT_A_MEMBER' ? found : { ...found, members: found.members.filter((member) => among.includes(member.userId)) }
    },
    myGroups: async ({ appId, userId, afterConversationId, limit }) => {
      this.#answering()
      const groups = this.#sessionsOf(appId, userId).filter(
        ({ kind, toSeq, conversationId }) => kind === 'group' && toSeq === 0 && conversationId > afterConversationId,
      )
      return { groups: groups.slice(0, limit), more: limit < groups.length }
    },
    groupInfo: async ({ appId, conversationId }) => {
      const head = this.world.cells.get(conversationKey(appId, conversationId))
      return head?.kind === 'conversation' ? { ...head, settings: [], dismissedAtMs: 0, viewSeq: head.lastSeq } : 'NOT_A_MEMBER'
    },
    room: async ({ appId, userId, conversationId }) => {
      this.#answering()
      this.roomReads += 1
      return roomOf(this.world.cells, { appId, userId, conversationId })
    },
    bannedAmong: async ({ among, ...group }) => among.filter((userId) => isBanned(this.world.cells, group, userId)),
    app: async (appId) => {
      this.#answering()
      const app = this.world.cells.get(appKey(appId))
      return app?.kind === 'app' ? { limits: limitsInForce(app.limits) } : null
    },
    strangers: async ({ appId, userId, among }) => {
      this.#answering()
      if (this.strangersAfter !== null) await this.strangersAfter
      const shared = this.#sessionsOf(appId, userId).filter(({ toSeq }) => toSeq === 0)
      return among.filter((other) => {
        const theirs = new Map(this.#sessionsOf(appId, other).map((session) => [session.conversationId, session]))
        return !shared.some(({ conversationId }) => {
          const { readOrdinal = 0, toSeq = 1 } = theirs.get(conversationId) ?? {}
          return toSeq === 0 && readOrdinal > 0
        })
      })
    },
    findUser: async (appId, by) => {
      this.#answering()
      const userId = 'userId' in by ? by.userId : by.userName
      return this.#users.has(`${appId}/${userId}`) ? { userId, userName: userId, displayName: userId } : null
    },
    deviceSessions: async (list) => {
      this.#answering()
      this.sessionQuestions += 1
      this.asked.push(...list.map(({ sessionId }) => sessionId))
      if (this.latencyMs > 0) await sleep(this.latencyMs)
      return list.map(({ sessionId }) => this.sessions.get(sessionId) ?? 'unknown')
    },
  }

  readonly membership: GatewayPorts['membership'] = {
    staysOf: async (_partition, { appId, conversationId }, userIds) => {
      const checkpoint = (await this.views.checkpoints()).get(0)!
      const stays = userIds.flatMap((userId) => {
        const member = this.world.cells.get(memberKey(appId, conversationId, userId))
        return member?.kind === 'member' ? [{ userId, fromSeq: member.fromSeq, seesFrom: member.seesFrom, toSeq: member.toSeq }] : []
      })
      return { checkpoint, stays }
    },
  }

  /** Id of a device session that the views know as open. */
  openSession(): string {
    const id = randomUUID()
    this.sessions.set(id, 'open')
    return id
  }
}
