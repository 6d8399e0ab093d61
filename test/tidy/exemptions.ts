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
      'packages/contracts/src/record-codec.ts',
      // runtime
      'packages/runtime/src/batch-decision.ts',
      'packages/runtime/test/processor-bench.ts',
      // view-store
      'packages/view-store/src/hot-source.ts',
      'packages/view-store/src/memory-hot-views.ts',
      'packages/view-store/src/pg-database.ts',
      'packages/view-store/src/pglite-database.ts',
      'packages/view-store/src/redis-hot-views.ts',
      'packages/view-store/src/sync.ts',
      'packages/view-store/test/measure.ts',
    ],
  },
  {
    rule: 'no function takes more than 4 parameters by position',
    files: [
      // projections
      'packages/projections/src/project.ts',
      // view-store
      'packages/view-store/src/hot-source.ts',
    ],
  },
  {
    rule: 'a switch over the type, kind or table of a union has no default that swallows a new one',
    files: [
      // domain
      'packages/domain/src/conversation/intent.ts',
      // projections
      'packages/projections/src/item.ts',
    ],
  },
  {
    rule: 'the files of a package form no circle',
    files: [
      // view-store
      'packages/view-store/src/hot-source.ts',
      'packages/view-store/src/hot-views.ts',
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
      'packages/domain/src/cells.ts',
      // projections
      'packages/projections/src/cursor.ts',
    ],
  },
]
