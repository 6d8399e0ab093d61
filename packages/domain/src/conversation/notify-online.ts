// Telling everybody who is connected. It takes no place anywhere: what was told stands in the log alone, with the intent that was answered.
import { beyondAppLimit } from '../app/policy.ts'
import { eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule } from '../rule.ts'
import { broadcastReads, broadcastsOf, faultOfRate, mayNotBroadcast } from './broadcasts.ts'
import { faultOfBody } from './content.ts'

export const notifyOnline: CommandRule<'NotifyOnline'> = (command) => {
  const { conversationId, body, perSecond } = command
  const broadcasts = broadcastsOf(command)
  if (isRefusal(broadcasts)) return broadcasts
  return {
    fault: faultOfBody(body) ?? faultOfRate(perSecond),
    reads: () => broadcastReads(broadcasts),
    decide(read) {
      const refusal = mayNotBroadcast(broadcasts, read) ?? beyondAppLimit('bodyBytesMax', body.bytes.length, broadcasts.appId, read)
      if (refusal !== null) return refusal
      const meta = eventMeta(command)
      const reply = { noticeId: meta.commandId, sentAtMs: meta.occurredAt }
      return accept([{ type: 'OnlineNotified', meta, conversationId, body, perSecond }], reply)
    },
  }
}
