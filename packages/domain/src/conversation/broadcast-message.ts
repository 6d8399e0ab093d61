// Broadcasting to everybody: the message is stored once, in the broadcasts of the app, and is from then on a message like any other.
import { beyondAppLimit } from '../app/policy.ts'
import { readerKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { broadcastReads, broadcastsOf, faultOfRate, mayNotBroadcast } from './broadcasts.ts'
import { faultOfContent } from './content.ts'
import { newMessage, onHead } from './folds.ts'

export const broadcastMessage: CommandRule<'BroadcastMessage'> = (command) => {
  const { conversationId, body, attachments, perSecond } = command
  const broadcasts = broadcastsOf(command)
  if (isRefusal(broadcasts)) return broadcasts
  const { appId, headKey } = broadcasts
  return {
    fault: faultOfContent(body, attachments) ?? faultOfRate(perSecond),
    reads: () => broadcastReads(broadcasts),
    decide(read) {
      const refusal =
        mayNotBroadcast(broadcasts, read) ??
        beyondAppLimit('bodyBytesMax', body.bytes.length, appId, read) ??
        beyondAppLimit('attachmentsMax', attachments.length, appId, read)
      if (refusal !== null) return refusal
      const head = readKind(read, 'conversation', headKey)
      const meta = eventMeta(command)
      const place = { conversationId, seq: (head?.lastSeq ?? 0) + 1, ordinal: (head?.lastOrdinal ?? 0) + 1 }
      const reply = { messageId: meta.commandId, seq: place.seq, ordinal: place.ordinal, sentAtMs: meta.occurredAt }
      return accept([{ type: 'BroadcastSent', meta, ...place, body, attachments, perSecond }], reply)
    },
  }
}

export const broadcastSent: EventRule<'BroadcastSent'> = (event) => {
  const { conversationId, ordinal, meta } = event
  const { appId, actorId: senderId } = meta
  return [
    onHead(event, (head) => ({ ...head, lastOrdinal: ordinal })),
    newMessage(event, senderId),
    // Sending reads.
    ...(senderId === '' ? [] : [make(readerKey(appId, conversationId, senderId), { kind: 'reader', readOrdinal: ordinal })]),
  ]
}
