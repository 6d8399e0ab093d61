// What is told to everybody of the app. Its broadcasts are a conversation in which every user is: read, marked and counted like any other. To write
// there, or to tell those who are connected, asks for a right that operators give.
import { broadcastConversationId } from '@skein/contracts'
import { type Attachment, type Body, bodyOf } from '../conversation/item.ts'
import type { Sent } from '../conversation/outbox.ts'
import { type FeatureCore, intentOf } from './feature-core.ts'

export interface BroadcastOptions {
  readonly attachments?: readonly Attachment[]
  /** Connections that each gateway tells in a second; as many as the deployment allows when left out. */
  readonly perSecond?: number
  /** A UUID of the application's own, under which it may ask again, also after a restart: everybody is told once. */
  readonly requestId?: string
}

export const broadcasts = (core: FeatureCore) => ({
  /** Resolves when it is stored, for every user of the app. */
  async broadcast(content: string | Body, options: BroadcastOptions = {}): Promise<Sent> {
    const { attachments = [], perSecond = 0 } = options
    const intent = intentOf(options.requestId)
    const conversationId = broadcastConversationId(core.appId)
    const body = bodyOf(content)
    const { messageId, seq, ordinal, sentAtMs } = await core.call('broadcast', { conversationId, body, attachments, perSecond }, intent)
    core.conversations.reach(conversationId, seq)
    return { conversationId, clientMessageId: intent.id, messageId, seq, ordinal, sentAtMs }
  },

  /** Resolves when it is on its way to everybody who is connected; told by `onlineNotice`. Who is not connected never learns of it. */
  async broadcastOnline(
    content: string | Body,
    { perSecond = 0, requestId }: Omit<BroadcastOptions, 'attachments'> = {},
  ): Promise<{ noticeId: string }> {
    const conversationId = broadcastConversationId(core.appId)
    const { noticeId } = await core.call('broadcastOnline', { conversationId, body: bodyOf(content), perSecond }, intentOf(requestId))
    return { noticeId }
  },
})
