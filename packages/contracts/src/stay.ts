// Where a stay in a group begins. A group comes into being by two events of one append, its creation at seq 1 and its first
// members at seq 2; nobody else is ever added at seq 2.

/** First seq that those who were added at this seq may see: their own joining, or for the first members the creation too. */
export const firstSeqOfStay = (addedAtSeq: number): number => (addedAtSeq === 2 ? 1 : addedAtSeq)
