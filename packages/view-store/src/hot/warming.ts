// Has the conversations kept in the hot views that were read and found cold: beside the reads, few at a time, each once. What is not
// begun, or fails, is left to the next read.
import { hotKey } from './hot-entry.ts'
import type { HotSource } from './hot-source.ts'
import type { ColdConversation, HotViews } from './hot-views.ts'

const warmingsMax = 4

export function createWarming(hot: Pick<HotViews, 'warm'>, source: HotSource): (found: ColdConversation) => void {
  const underWay = new Set<string>()
  return (found) => {
    const conversation = hotKey(found.appId, found.conversationId)
    if (underWay.size >= warmingsMax || underWay.has(conversation)) return
    underWay.add(conversation)
    hot
      .warm(found, source)
      .catch(() => {})
      .finally(() => underWay.delete(conversation))
  }
}
