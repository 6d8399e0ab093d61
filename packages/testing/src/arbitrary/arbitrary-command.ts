// What the file of each command gives: random commands of its type, and how often they come up among all.
import type { SkeinCommand } from '@skein/contracts'
import type fc from 'fast-check'

/** Those that are mostly refused come more often, and what others need to be there, most of all. */
export type ArbitraryOf<T extends SkeinCommand['type']> = fc.WeightedArbitrary<Extract<SkeinCommand, { readonly type: T }>>

export type Arbitraries = { readonly [T in SkeinCommand['type']]: ArbitraryOf<T> }
