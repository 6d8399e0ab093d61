// A tidy rule: what it looks for, how to mend what it finds, and violations that it must report, so that no rule can rot unseen.

import type { SourceTree } from './source-tree.ts'

export interface Rule {
  readonly name: string
  readonly mend: string
  /** One line for each offence, beginning with the path of the offending file. */
  find(tree: SourceTree): string[]
  /** Trees with one offence each; every one must be reported. */
  readonly planted: readonly SourceTree[]
  /** Trees that come close and must pass. */
  readonly innocent?: readonly SourceTree[]
}
