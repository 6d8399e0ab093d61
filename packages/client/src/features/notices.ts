// What the device does when it is told something that takes no place in a conversation. A notice of every kind has its rule.
import type { Messages } from '@skein/contracts'
import type { FeatureCore } from './feature-core.ts'

export type NoticeRules = { readonly [Kind in keyof Messages.NoticeContents]: (content: Messages.NoticeContents[Kind]) => void }

export const noticeRules = ({ conversations, emitter }: Pick<FeatureCore, 'conversations' | 'emitter'>): NoticeRules => ({
  ReadMarked(mark) {
    conversations.readTo(mark)
    emitter.emit('readMark', mark)
  },

  MessageHidden(hidden) {
    conversations.hide(hidden)
    emitter.emit('hidden', hidden)
  },
})
