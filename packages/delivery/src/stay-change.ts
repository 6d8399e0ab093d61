// What an event does to the stays of a group's members, told by the domain's own folds: no list says which events those are.
import { aggregateIdOf, parseConversationId, type SkeinEvent } from '@skein/contracts'
import { type Cell, type MemberCell, memberOfKey, skeinDecider, untouchedDirectMember } from '@skein/domain'
import type { Fold } from '@skein/event-sourcing'
import type { StayStep } from '@skein/node-link'
import { type GroupId, placeOf, type Stay } from '@skein/projections'

export interface StayFold {
  readonly userId: string
  readonly fold: Fold<Cell>
}

export interface StayChange {
  readonly group: GroupId
  /** The group begins with it: before it nobody belonged to it. */
  readonly begins: boolean
  /** At least one. */
  readonly folds: readonly StayFold[]
}

/** Null for events that change nobody's stay in a group. */
export function stayChangeOf(event: SkeinEvent): StayChange | null {
  // Events change cells of their own aggregate alone, and most are of direct conversations.
  const conversationId = aggregateIdOf(event)
  if (parseConversationId(conversationId)?.kind !== 'group') return null
  const folds: StayFold[] = []
  for (const fold of skeinDecider.folds(event)) {
    const member = memberOfKey(fold.key)
    if (member !== null && changesStay(fold)) folds.push({ userId: member.userId, fold })
  }
  return folds.length === 0 ? null : { group: { appId: event.meta.appId, conversationId }, begins: placeOf(event)?.seq === 1, folds }
}

/** The cell of a member as far as stays are concerned: a fold of one reads nothing else of it. */
export const memberOfStay = ({ fromSeq, seesFrom, toSeq }: Omit<Stay, 'userId'>): MemberCell => ({
  ...untouchedDirectMember,
  role: toSeq === 0 ? 'member' : '',
  fromSeq,
  seesFrom,
  toSeq,
})

/** The stay that a fold leads to; null when the member is no more. */
export function foldStay({ to }: Fold<Cell>, before: Omit<Stay, 'userId'> | null): Omit<Stay, 'userId'> | null {
  const after = to(before === null ? undefined : memberOfStay(before))
  return after?.kind === 'member' ? after : null
}

/**
 * What folds do to stays, for those who know them and not the domain. Of one who was a member before only the end is told: a stay that was
 * there has begun where it began.
 */
export function stepsOf({ folds }: Pick<StayChange, 'folds'>): readonly StayStep[] {
  return folds.map(({ userId, fold }) => {
    const after = foldStay(fold, fold.fresh ? null : anybody)
    if (after === null) throw new Error('a stay that was never there cannot be told of')
    const { fromSeq, seesFrom, toSeq } = after
    return toSeq === 0 ? { userId, fromSeq, seesFrom, toSeq: 0 } : { userId, fromSeq: 0, seesFrom: 0, toSeq }
  })
}

/** By how many a change moves the number of members. */
export const growthBy = (steps: readonly StayStep[]): number => steps.reduce((sum, { toSeq }) => sum + (toSeq === 0 ? 1 : -1), 0)

const anybody = { fromSeq: 1, seesFrom: 1, toSeq: 0 }

/** Tried on somebody who is there: most folds of members leave the stay as it is, such as that of a read mark. */
function changesStay(fold: Fold<Cell>): boolean {
  if (fold.fresh) return true
  const after = foldStay(fold, anybody)
  return after === null || after.fromSeq !== anybody.fromSeq || after.toSeq !== anybody.toSeq
}
