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
  {
    rule: 'nothing is exported from a package that nobody outside it imports',
    files: [
      'packages/cli/src/index.ts',
      // contracts
      'packages/contracts/src/index.ts',
      // domain
      'packages/domain/src/index.ts',
      // event-sourcing
      'packages/event-sourcing/src/index.ts',
      // projections
      'packages/projections/src/index.ts',
      // view-store
      'packages/view-store/src/index.ts',
    ],
  },
  {
    rule: 'nothing is there that only tests use',
    files: [
      // contracts
      'packages/contracts/src/protobuf.ts',
      // domain
      // projections
      'packages/projections/src/cursor.ts',
    ],
  },
]
