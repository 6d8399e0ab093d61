// What is done to a message after it was sent. A change that is answered has happened, and is shown at its place like any other.
import { type Body, bodyOf, itemFrom, type Message } from '../conversation/item.ts'
import { type ConversationChange, change, type FeatureCore } from './feature-core.ts'
import { noticeRules } from './notices.ts'

/** A message as it was shown. */
export type MessageRef = Pick<Message, 'conversationId' | 'seq' | 'messageId'>

export const messageControl = (core: FeatureCore) => ({
  /** What a message said before each edit, as it was sent first; nothing once it was taken away. */
  async edits({ conversationId, seq }: Pick<MessageRef, 'conversationId' | 'seq'>): Promise<Message[]> {
    const { changes } = core.conversations
    const known = () => (changes.isGone(conversationId, seq) ? 0 : changes.editsOf(conversationId, seq))
    const versions: Message[] = []
    for (let more = true; more; ) {
      const fromVersion = versions.length
      const page = await core.viewReads.asShown(
        conversationId,
        () => core.call('edits', { conversationId, seq, fromVersion }),
        (answer) => !answer.more && fromVersion + answer.items.length < known(),
      )
      versions.push(...page.items.map((item) => itemFrom(item) as Message))
      more = page.more && page.items.length > 0
    }
    // The views may not know yet.
    return changes.isGone(conversationId, seq) ? [] : versions
  },

  /** Takes a message back from everyone: its author for a while, in a group its owner and admins at any time. */
  revoke({ conversationId, seq, messageId }: MessageRef): Promise<ConversationChange> {
    return change(core, 'revoke', { conversationId, seq, messageId })
  },

  /** Gives a message of one's own another body, of the same content type, for a while. */
  async edit({ conversationId, seq, messageId }: MessageRef, content: string | Body): Promise<ConversationChange> {
    const { changes } = core.conversations
    const earlier = changes.editsOf(conversationId, seq)
    const edited = await change(core, 'edit', { conversationId, seq, messageId, body: bodyOf(content) })
    changes.noteEdited(conversationId, seq, earlier)
    return edited
  },

  /** Deletes a message for everyone; who may revoke it may do this, too. */
  deleteForAll({ conversationId, seq, messageId }: MessageRef): Promise<ConversationChange> {
    return change(core, 'deleteForAll', { conversationId, seq, messageId })
  },

  /** Deletes a message for oneself, on all of one's devices: all are told by `hidden`, and none is shown it again. */
  async deleteForMe({ conversationId, seq, messageId, ordinal }: MessageRef & Pick<Message, 'ordinal'>): Promise<void> {
    await core.call('deleteForMe', { conversationId, seq, messageId })
    // The others are told by a notice; this one has the answer.
    noticeRules(core).MessageHidden({ conversationId, seq, ordinal, messageId })
  },
})
