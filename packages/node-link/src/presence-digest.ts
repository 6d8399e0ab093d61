// What a set of a node's connections comes to as one number: the sum of a hash of each member. Equal sets have equal sums, in whatever
// order they came about; as many losses as additions do not cancel each other out, which a count of members would not notice.
import { createHash } from 'node:crypto'

/** 32 bits: the sum over two million connections is still a number without rounding. */
export const digestOf = (member: string): number => createHash('sha1').update(member).digest().readUInt32BE(0)
