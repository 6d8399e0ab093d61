// What a conversation's history says, as everything else is compared with it, and how a broken promise is told.
import type { ConversationEntry } from './journal.ts'
import type { Stay } from './stays.ts'
import { staysOf } from './stays.ts'

export type Count = 'missing' | 'duplicated' | 'gaps' | 'misordered' | 'neverShownLive' | 'leaked' | 'unreadWrong'

export type Tell = (count: Count, example: string) => void

export interface Truth {
  readonly entry: ConversationEntry
  readonly seqOf: Map<string, number>
  readonly idAt: Map<number, string>
  readonly stays: Map<string, Stay[]>
}

export function readHistory(entry: ConversationEntry, tell: Tell): Truth {
  const seqOf = new Map<string, number>()
  const idAt = new Map<number, string>()
  let last: number | undefined
  for (const { seq, clientMessageId } of entry.history) {
    const before = last ?? 0
    if (seq > before + 1) tell('gaps', `${entry.conversationId} history ${before} to ${seq}`)
    if (last !== undefined && seq <= last) tell('misordered', `${entry.conversationId} history ${seq} after ${last}`)
    last = seq
    idAt.set(seq, clientMessageId)
    if (clientMessageId === '') continue
    if (seqOf.has(clientMessageId))
      tell('duplicated', `${entry.conversationId} ${clientMessageId} at ${seqOf.get(clientMessageId)} and ${seq}`)
    else seqOf.set(clientMessageId, seq)
  }
  return { entry, seqOf, idAt, stays: staysOf(entry) }
}
