// What blocks forbid, and what they excuse: whoever is blocked comes through with nothing that was sent after the answer and before the end was
// asked for; and what was refused where nobody was blocked is missing. Of pairs of which a cut took anything of this nothing is said.
import type { BlockEntry, Journal, SendEntry } from './journal.ts'
import type { Tell } from './truth.ts'

export const blockedCode = 'NOT_REACHABLE'

/** The sends that a block refused, as it may. */
export function rightlyRefused({ sends, blocks, loss }: Pick<Journal, 'sends' | 'blocks' | 'loss'>): ReadonlySet<SendEntry> {
  const ofPlace = Map.groupBy(blocks, ({ conversationId }) => conversationId)
  const isExcused = ({ conversationId, intendedAtMs, refusedAtMs }: SendEntry) =>
    (ofPlace.get(conversationId) ?? []).some((block) => isCut(loss, conversationId) || mayRefuse(block, intendedAtMs, refusedAtMs))
  return new Set(sends.filter((send) => send.refused === blockedCode && isExcused(send)))
}

export const isCut = (loss: Journal['loss'], conversationId: string): boolean => loss?.pairs.includes(conversationId) ?? false

const mayRefuse = ({ askedAtMs, endAckedAtMs, unanswered }: BlockEntry, from: number, to: number | null): boolean =>
  (to === null || askedAtMs <= to) && (unanswered || endAckedAtMs === null || endAckedAtMs >= from)

export function judgeBlocks(journal: Journal, tell: Tell): void {
  const { sends, blocks, loss } = journal
  const excused = rightlyRefused(journal)
  for (const send of sends)
    if (send.refused === blockedCode && !excused.has(send))
      tell('missing', `${send.conversationId} ${send.clientMessageId} of ${send.userId} refused, and nobody had blocked them`)
  for (const { conversationId, blockedId, ackedAtMs, endAskedAtMs } of blocks) {
    if (ackedAtMs === null || isCut(loss, conversationId)) continue
    const until = endAskedAtMs ?? Number.POSITIVE_INFINITY
    for (const send of sends)
      if (send.conversationId === conversationId && send.userId === blockedId && send.ackedAtMs !== null)
        if (send.intendedAtMs > ackedAtMs && send.ackedAtMs < until)
          tell('leaked', `${conversationId} ${send.seq} of ${blockedId}, who was blocked`)
  }
}

export function evidenceOfBlocks(journal: Pick<Journal, 'sends' | 'blocks' | 'loss'>): { blocks?: number; refusedByBlocks?: number } {
  if (journal.blocks.length === 0) return {}
  return { blocks: journal.blocks.length, refusedByBlocks: rightlyRefused(journal).size }
}
