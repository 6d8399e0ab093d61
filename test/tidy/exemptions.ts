// Files that break a rule today, because they are being rewritten: they are spared until then. Whoever mends a file takes it off its list,
// and make tidy demands that: a file that is spared without need fails. Nothing is added here.

export interface Exemption {
  /** The rule's name. */
  readonly rule: string
  readonly files: readonly string[]
}

export const exemptions: readonly Exemption[] = [
  {
    rule: 'no function is longer than 70 lines',
    files: [
      // contracts
      // runtime
      // view-store
      'packages/view-store/test/measure.ts',
    ],
  },
]
