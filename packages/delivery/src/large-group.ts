// A group that is too large for its members to be looked up: how many they are. Who they are is known to the gateways, each of its own.
import { growthBy, type StayChange, stepsOf } from './stay-change.ts'

export class LargeGroup {
  /** Offset of the first event not contained. */
  position: number
  members: number
  /** What it takes of the memory for stays. */
  readonly size = 0

  constructor(position: number, members: number) {
    this.position = position
    this.members = members
  }

  /** Does nothing for an event that is contained already. */
  fold(offset: number, change: Pick<StayChange, 'folds'>): void {
    if (offset < this.position) return
    this.position = offset + 1
    this.members += growthBy(stepsOf(change))
  }
}
