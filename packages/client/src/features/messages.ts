// Messages and what is read of them.
import { isUuid } from '@skein/contracts'
import { type Attachment, type Body, itemFrom, type Message, textBody } from '../conversation/item.ts'
import type { Sent } from '../conversation/outbox.ts'
import type { Session } from '../conversation/session.ts'
import type { HistoryPage, HistoryRange } from '../conversation/view-reads.ts'
import { SkeinError } from '../skein-error.ts'
import { newUuid } from '../uuid.ts'
import type { FeatureCore } from './feature-core.ts'

export interface SendOptions {
  /** Lower-case UUID; made when left out. */
  readonly clientMessageId?: string
  /** seq of the message this one answers. */
  readonly replyTo?: number
  readonly attachments?: readonly Attachment[]
}

/** A message as it was shown. */
export type MessageRef = Pick<Message, 'conversationId' | 'seq' | 'messageId'>

/** One page as the server has it now. */
export async function historyPage(core: Pick<FeatureCore, 'call'>, conversationId: string, range: HistoryRange): Promise<HistoryPage> {
  const { afterSeq = 0, beforeSeq = 0, limit = 0 } = range
  const { items, more } = await core.call('history', { conversationId, afterSeq, beforeSeq, limit })
  return { items: items.map(itemFrom), more }
}

/** Bytes are copied: they may change in the application's hands. */
const bodyOf = (content: string | Body): Body =>
  typeof content === 'string' ? textBody(content) : { ...content, bytes: new Uint8Array(content.bytes) }

export const messages = (core: FeatureCore) => ({
  /** Resolves when the message is stored, however many attempts and reconnects that takes; rejects when it is refused for good. */
  async send(conversationId: string, content: string | Body, options: SendOptions = {}): Promise<Sent> {
    await core.loaded
    const { clientMessageId = newUuid(), replyTo = 0, attachments = [] } = options
    if (!isUuid(clientMessageId)) throw new SkeinError('INVALID_ARGUMENT', 'clientMessageId is not a lower-case UUID')
    return core.outbox.add({ conversationId, clientMessageId, body: bodyOf(content), replyTo, attachments })
  },

  /** Items with afterSeq < seq < beforeSeq, ascending: the newest such when afterSeq is 0, else the oldest. */
  history(conversationId: string, range: HistoryRange = {}): Promise<HistoryPage> {
    return core.viewReads.history(conversationId, range, () => historyPage(core, conversationId, range))
  },

  /** What a message said before each edit, as it was sent first; nothing once it was taken away. */
  async edits({ conversationId, seq }: Pick<MessageRef, 'conversationId' | 'seq'>): Promise<Message[]> {
    const versions: Message[] = []
    for (let more = true; more; ) {
      const fromVersion = versions.length
      const page = await core.viewReads.asShown(conversationId, () => core.call('edits', { conversationId, seq, fromVersion }))
      versions.push(...page.items.map((item) => itemFrom(item) as Message))
      more = page.more && page.items.length > 0
    }
    return versions
  },

  /** Takes a message back from everyone: its author for a while, in a group its owner and admins at any time. */
  async revoke({ conversationId, seq, messageId }: MessageRef): Promise<{ seq: number }> {
    const reply = await core.call('revoke', { conversationId, seq, messageId })
    core.conversations.reach(conversationId, reply.seq)
    return reply
  },

  /** Gives a message of one's own another body, of the same content type, for a while. */
  async edit({ conversationId, seq, messageId }: MessageRef, content: string | Body): Promise<{ seq: number }> {
    const reply = await core.call('edit', { conversationId, seq, messageId, body: bodyOf(content) })
    core.conversations.reach(conversationId, reply.seq)
    return reply
  },

  /** Deletes a message for oneself, on all of one's devices: the others are told, and none is shown it again. */
  async deleteForMe({ conversationId, seq, messageId }: MessageRef): Promise<void> {
    await core.call('deleteForMe', { conversationId, seq, messageId })
  },

  /** Moves the read marker; to the last message known here when no ordinal is given. */
  async markRead(conversationId: string, ordinal?: number): Promise<{ ordinal: number }> {
    const { conversations } = core
    const target = ordinal ?? conversations.sessions.get(conversationId)?.lastOrdinal ?? 0
    const reply = await core.call('markRead', { conversationId, ordinal: target })
    conversations.readTo({ conversationId, userId: conversations.userId, ordinal: reply.ordinal })
    return { ordinal: reply.ordinal }
  },

  /** What the server counts. */
  unread(): Promise<{
    readonly total: number
    readonly entries: readonly { conversationId: string; unread: number; lastOrdinal: number; readOrdinal: number }[]
  }> {
    return core.call('unread', {})
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
})
