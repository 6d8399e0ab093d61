// How the two of a pair stand to each other: as the last of what was answered them says, on both sides. Whoever has blocked another is not shown that
// they ask to be friends, neither then nor later. Of pairs of which a cut took anything of this nothing is said.
import { isCut } from './block-verdict.ts'
import type { Journal, PairEntry, RelationEntry } from './journal.ts'
import type { Tell } from './truth.ts'

export function judgeRelations({ pairs, relations, requestsShown, loss }: Journal, tell: Tell): void {
  const found = new Map(relations.map((entry) => [`${entry.conversationId} ${entry.userId}`, entry]))
  for (const pair of pairs) {
    const { conversationId, userId, peerId } = pair
    if (isCut(loss, conversationId)) continue
    const own = found.get(`${conversationId} ${userId}`)
    const shown = requestsShown.filter((request) => request.userId === userId && request.fromId === peerId).length
    if (shown > 0 || own?.asked) tell('leaked', `${conversationId}: ${userId} is shown that ${peerId} asks, whom they had blocked`)
    if (pair.unanswered) continue
    const theirs = found.get(`${conversationId} ${peerId}`)
    if (!isOwn(pair, own) || !isTheirs(pair, theirs))
      tell('missing', `${conversationId}: ${told(pair)}, read back ${told(own)}; ${told(theirs)}`)
  }
}

const isOwn = ({ blocked, friends }: PairEntry, own: RelationEntry | undefined): boolean =>
  own !== undefined && own.blocked === blocked && own.friends === friends

/** A block changes nothing for the other. */
const isTheirs = ({ friends, asked }: PairEntry, theirs: RelationEntry | undefined): boolean =>
  theirs !== undefined && !theirs.blocked && theirs.friends === friends && theirs.asked === asked

const told = (entry: object | undefined): string => JSON.stringify(entry ?? 'nothing')

export function evidenceOfRelations({ pairs }: Pick<Journal, 'pairs'>): { pairsThatRelate?: number; ofThemUnanswered?: number } {
  if (pairs.length === 0) return {}
  return { pairsThatRelate: pairs.length, ofThemUnanswered: pairs.filter(({ unanswered }) => unanswered).length }
}
