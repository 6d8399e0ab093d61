// Sync: asks what changed since the cursor, page by page, and says for every conversation how far it must come. One
// runs at a time; one asked for meanwhile runs after it. Views that are behind the log are taken at their word for what they
// have, never for what they lack.

import type { AnswerBodies, Messages } from '@skein/contracts'
import type { Connection } from '../link/connection.ts'
import type { Conversations } from './conversations.ts'
import { type HiddenMessage, itemFrom } from './item.ts'
import { tellMissed } from './missed.ts'
import { type Session, type UserProfile, visibleHead } from './session.ts'

interface Told {
  readonly reset: boolean
  readonly cut: boolean
}

export interface ToldInvitations extends Told {
  readonly invitations: readonly Messages.Invitation[]
  /** Groups of those that wait no more. */
  readonly ended: readonly string[]
}

export interface ToldJoinRequests extends Told {
  readonly requests: readonly Messages.JoinRequestState[]
}

export interface SyncOptions {
  readonly conversations: Conversations
  /** Last items per conversation to ask for inline; 0 for the server's default. */
  readonly itemsPerConversation: number
  /** The same where the device begins anew. */
  readonly itemsAtBeginning: number
  /** How far behind the head to begin in conversations met in a full sync; null for what came inline. */
  readonly fullSyncDepth: number | null
  /** The same for conversations that are new since the last sync. */
  readonly newConversationDepth: number | null
  onProfile(profile: UserProfile): void
  /** What this user has deleted for themselves meanwhile. */
  onHidden(hidden: HiddenMessage): void
  /** How this user stands to others, where that has changed; of a full sync, all there is to tell, unless it is cut. */
  onRelations(told: Told & { readonly relations: readonly Messages.Relation[] }): void
  /** Whom this user lets reach them, where that has changed, and in a full sync. */
  onPrivacy(privacy: Messages.PrivacyChanged): void
  /** What came to wait for this user, or waits no more; of a full sync, all that waits, unless it is cut. */
  onInvitations(told: ToldInvitations): void
  /** The same of requests to join: of this user, and of others to join groups of which they are owner or admin. */
  onJoinRequests(told: ToldJoinRequests): void
  /** The log is not the one that this device has followed: these conversations begin anew. */
  onOtherHistory(conversationIds: readonly string[]): void
}

const toText = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const toBytes = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** What a sync could not show. */
export interface Lack {
  /** Milliseconds after which to sync again because the views were behind; 0 when to ask again helps nothing. */
  readonly behindMs: number
  /** A part of the views stands still, and the server says when it has gone on. */
  readonly partStands: boolean
}

/** Runs one whole sync on a connection; throws what its requests throw, leaving the cursor at the last whole page. */
export async function runSync(connection: Connection, options: SyncOptions): Promise<Lack> {
  const { conversations, onOtherHistory } = options
  let { itemsPerConversation } = options
  let full = false
  let behindMs = 0
  let partStands = false
  const lacks = () => behindMs > 0 || partStands
  let askedWith = conversations.cursor
  const resumed = conversations.unfinished
  let cursor = resumed?.cursor ?? askedWith
  let first = !resumed
  // Places before this sync: what is shown while it runs may rightly be ahead of the view.
  const before = new Map([...conversations.timelines].map(([id, timeline]) => [id, timeline.lastSeq]))
  const met = new Set(resumed?.met)
  for (;;) {
    const reply = await connection.ask('sync', {
      cursor: toBytes(cursor),
      itemsPerConversation,
    })
    const items = reply.items.map(itemFrom)
    if (reply.otherHistory || conversations.isOtherHistory(items)) {
      onOtherHistory(conversations.forgetAll())
      before.clear()
      met.clear()
      askedWith = ''
      cursor = ''
      first = true
      itemsPerConversation = options.itemsAtBeginning
      continue
    }
    full ||= reply.full
    // Of every page: the last cursor of a sync stands where its first page did.
    behindMs = Math.max(behindMs, reply.retryAfterMs)
    partStands ||= reply.partStands
    const firstInline = new Map<string, number>()
    for (const item of items) {
      const first = firstInline.get(item.conversationId)
      if (first === undefined || item.seq < first) firstInline.set(item.conversationId, item.seq)
    }
    for (const profile of reply.profiles) options.onProfile(profile)
    for (const session of reply.sessions) {
      met.add(session.conversationId)
      // The cursor was refused and the conversation is shorter than what was shown: this is another log.
      const otherLog = full && !lacks() && askedWith !== '' && (before.get(session.conversationId) ?? 0) > session.lastSeq
      if (otherLog) conversations.forget(session.conversationId)
      place(session, firstInline.get(session.conversationId), full, options)
    }
    for (const hidden of reply.hidden) options.onHidden(hidden)
    tellStandings(reply, reply.full && first, options)
    first = false
    for (const item of items) conversations.take(item)
    // Before the cursor is beyond them. Where nothing is missing, they were among the items.
    if (!reply.more && askedWith !== '' && conversations.lacksOf(met)) await tellMissed(connection, conversations, toBytes(askedWith))
    cursor = toText(reply.cursor)
    // A full sync is forgotten with its process until it is whole: only all of it tells what is gone.
    conversations.unfinished = full && reply.more ? { cursor, met } : null
    // A refused cursor is kept until then, and while the views lack something: only they tell what is gone, and only when all is sent once more.
    conversations.cursor = full && (reply.more || (lacks() && askedWith !== '')) ? askedWith : cursor
    conversations.changed()
    if (!reply.more) break
  }
  if (full && !lacks()) {
    for (const id of [...conversations.sessions.keys()]) {
      if (!met.has(id) && !conversations.provisional.has(id)) conversations.forget(id)
    }
  }
  return { behindMs, partStands }
}

/** How this user stands to others, and what waits for them or from them; `anew`: what was known of it is to be forgotten. */
function tellStandings(reply: AnswerBodies['sync'], anew: boolean, options: SyncOptions): void {
  const { relations, relationsCut, privacy, invitations, endedInvitations: ended, invitationsCut, joinRequests, joinRequestsCut } = reply
  options.onRelations({ relations, cut: relationsCut, reset: relationsCut || anew })
  if (privacy) options.onPrivacy(privacy)
  options.onInvitations({ invitations, ended, cut: invitationsCut, reset: invitationsCut || anew })
  options.onJoinRequests({ requests: joinRequests, cut: joinRequestsCut, reset: joinRequestsCut || anew })
}

function place(session: Session, firstInline: number | undefined, full: boolean, options: SyncOptions): void {
  const { conversations } = options
  const id = session.conversationId
  const head = visibleHead(session)
  // First: items that wait to be shown move the session on.
  conversations.putSession(session)
  if ((conversations.timelines.get(id)?.lastSeq ?? -1) < 0) {
    const depth = full ? options.fullSyncDepth : options.newConversationDepth
    const inline = firstInline === undefined ? head : firstInline - 1
    // Whatever of it is not this user's to see is passed over: an earlier stay of theirs may lie before it.
    const begin = depth === null ? inline : Math.min(inline, head - depth)
    conversations.begin(id, Math.max(0, Math.min(begin, head)))
  }
  conversations.reach(id, head)
}
