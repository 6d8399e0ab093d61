// Messages and what is read of them.
import { isUuid } from '@skein/contracts'
import { type Attachment, type Body, bodyOf, itemFrom } from '../conversation/item.ts'
import type { Sent } from '../conversation/outbox.ts'
import type { Session } from '../conversation/session.ts'
import type { HistoryPage, HistoryRange, ViewedPage } from '../conversation/view-reads.ts'
import { SkeinError } from '../skein-error.ts'
import { newUuid } from '../uuid.ts'
import type { FeatureCore } from './feature-core.ts'

export interface SendOptions {
  /**
   * Lower-case UUID; made when left out. One of your own may have been sent before, by another process too: it is always looked up. Who needs
   * the id before the message is sent takes one of `newClientMessageId()`.
   */
  readonly clientMessageId?: string
  /** seq of the message this one answers. */
  readonly replyTo?: number
  readonly attachments?: readonly Attachment[]
  /** It is meant for everybody in the group, where one may say so: see canMentionAll of a group. */
  readonly mentionAll?: boolean
}

/** One page as the server has it now, put right by what this device knows of its messages already. */
export async function historyPage(
  core: Pick<FeatureCore, 'call' | 'conversations'>,
  conversationId: string,
  range: HistoryRange,
): Promise<ViewedPage> {
  const { afterSeq = 0, beforeSeq = 0, limit = 0 } = range
  const { items, more, viewSeq } = await core.call('history', { conversationId, afterSeq, beforeSeq, limit })
  return { items: items.map((item) => core.conversations.changes.current(itemFrom(item))), more, viewSeq }
}

/** Ids that were given out and not sent yet; of more, the oldest are taken for the application's own. */
const unsentIdsMax = 1_000

export function messages(core: FeatureCore) {
  const unsentIds = new Set<string>()
  return {
    /** For `send`, where a message is shown, or kept, before it is sent: nobody has sent under this id, so that its first sending is not looked up. */
    newClientMessageId(): string {
      const id = newUuid()
      if (unsentIds.size >= unsentIdsMax) unsentIds.delete(unsentIds.values().next().value!)
      unsentIds.add(id)
      return id
    },

    /** Resolves when the message is stored, however many attempts and reconnects that takes; rejects when it is refused for good. */
    async send(conversationId: string, content: string | Body, options: SendOptions = {}): Promise<Sent> {
      await core.loaded
      const { clientMessageId = newUuid(), replyTo = 0, attachments = [], mentionAll = false } = options
      const attempted = options.clientMessageId !== undefined && !unsentIds.delete(clientMessageId)
      if (!isUuid(clientMessageId)) throw new SkeinError('INVALID_ARGUMENT', 'clientMessageId is not a lower-case UUID')
      return core.outbox.add({ conversationId, clientMessageId, body: bodyOf(content), replyTo, attachments, mentionAll }, attempted)
    },

    /** Items with afterSeq < seq < beforeSeq, ascending: the newest such when afterSeq is 0, else the oldest. */
    history(conversationId: string, range: HistoryRange = {}): Promise<HistoryPage> {
      return core.viewReads.history(conversationId, range, () => historyPage(core, conversationId, range))
    },

    /** Moves the read marker; to the last message known here when no ordinal is given. */
    async markRead(conversationId: string, ordinal?: number): Promise<{ ordinal: number }> {
      const { conversations } = core
      const target = ordinal ?? conversations.sessions.get(conversationId)?.lastOrdinal ?? 0
      const reply = await core.call('markRead', { conversationId, ordinal: target })
      conversations.readTo({ conversationId, userId: conversations.userId, ordinal: reply.ordinal })
      return { ordinal: reply.ordinal }
    },

    /** What the server counts: how far this client has read and what it has left is among it. */
    unread(): Promise<{
      readonly total: number
      readonly entries: readonly { conversationId: string; unread: number; lastOrdinal: number; readOrdinal: number }[]
    }> {
      return core.viewReads.unread(() => core.call('unread', {}))
    },

    sessions(): Session[] {
      return [...core.conversations.sessions.values()]
    },

    session(conversationId: string): Session | undefined {
      return core.conversations.sessions.get(conversationId)
    },

    /** Up to where this device has shown a conversation; 0 for nothing. */
    lastSeq(conversationId: string): number {
      return Math.max(0, core.conversations.timelines.get(conversationId)?.lastSeq ?? 0)
    },
  }
}
