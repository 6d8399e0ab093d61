// The stays of one user in a group: each covers [fromSeq, toSeq), with a toSeq of 0 while it lasts, and what it lets read of before begins at
// seesFrom. What is taken in twice, or was contained when it comes, changes nothing; a seq is answered rightly even where more is known than its
// place.
import type { StayStep } from '@skein/node-link'

export interface Stay {
  readonly fromSeq: number
  readonly seesFrom: number
  readonly toSeq: number
}

export function withStep(stays: readonly Stay[], { fromSeq, seesFrom, toSeq }: StayStep): readonly Stay[] {
  if (toSeq === 0) return stays.some((stay) => stay.fromSeq === fromSeq) ? stays : [...stays, { fromSeq, seesFrom, toSeq }]
  return stays.map((stay) => (stay.toSeq === 0 && stay.fromSeq < toSeq ? { ...stay, toSeq } : stay))
}

export const stayAt = (stays: readonly Stay[], seq: number): Stay | undefined =>
  stays.find(({ fromSeq, toSeq }) => fromSeq <= seq && (toSeq === 0 || seq < toSeq))

/** Whether nothing from this seq on is theirs to see. */
export const areOver = (stays: readonly Stay[], seq: number): boolean => stays.every(({ toSeq }) => toSeq !== 0 && toSeq <= seq)
