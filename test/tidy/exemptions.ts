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
      // api
      'packages/api/src/api.ts',
      'packages/api/src/session-routes.ts',
      'packages/api/src/user-routes.ts',
      'packages/api/test/in-memory-backend.ts',
      // cli
      'packages/cli/src/chat/talk.ts',
      // client
      'packages/client/src/access.ts',
      'packages/client/src/client.ts',
      'packages/client/src/conversations.ts',
      'packages/client/src/file-storage.ts',
      'packages/client/src/hole-filler.ts',
      'packages/client/src/link.ts',
      'packages/client/src/outbox.ts',
      'packages/client/src/syncing.ts',
      'packages/client/test/fake-answers.ts',
      'packages/client/test/fake-gateway.ts',
      'packages/client/test/fake-store.ts',
      'packages/client/test/schedules.test.ts',
      // contracts
      'packages/contracts/src/record-codec.ts',
      // delivery
      'packages/delivery/src/delivery.ts',
      'packages/delivery/src/membership-cache.ts',
      'packages/delivery/test/delivery.test.ts',
      // gateway
      'packages/gateway/src/command-desk.ts',
      'packages/gateway/src/gateway.ts',
      'packages/gateway/src/receive.ts',
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
      // client
      'packages/client/src/connection.ts',
      'packages/client/src/outbox.ts',
      'packages/client/test/fake-store.ts',
      // gateway
      'packages/gateway/src/farewell.ts',
      'packages/gateway/src/login.ts',
      'packages/gateway/src/outbox.ts',
      'packages/gateway/src/receive.ts',
      'packages/gateway/src/send-lanes.ts',
      'packages/gateway/src/tcp-transport.ts',
      'packages/gateway/src/view-requests.ts',
      // projections
      'packages/projections/src/project.ts',
      // view-store
      'packages/view-store/src/hot-source.ts',
    ],
  },
  {
    rule: 'a switch over the type, kind or table of a union has no default that swallows a new one',
    files: [
      // api
      'packages/api/test/in-memory-backend.ts',
      // cli
      'packages/cli/src/chat/output.ts',
      // client
      'packages/client/src/session.ts',
      // delivery
      'packages/delivery/src/group-stays.ts',
      // domain
      'packages/domain/src/conversation/intent.ts',
      // projections
      'packages/projections/src/item.ts',
    ],
  },
  {
    rule: 'the files of a package form no circle',
    files: [
      // client
      'packages/client/src/socket.ts',
      'packages/client/src/tcp-socket.ts',
      'packages/client/src/web-socket.ts',
      // gateway
      'packages/gateway/src/command-desk.ts',
      'packages/gateway/src/connection-table.ts',
      'packages/gateway/src/connection.ts',
      'packages/gateway/src/context.ts',
      'packages/gateway/src/farewell.ts',
      'packages/gateway/src/hand-over.ts',
      'packages/gateway/src/outbox.ts',
      'packages/gateway/src/read-marks.ts',
      'packages/gateway/src/send-lanes.ts',
      'packages/gateway/src/session-check.ts',
      'packages/gateway/src/session-recheck.ts',
      // view-store
      'packages/view-store/src/hot-source.ts',
      'packages/view-store/src/hot-views.ts',
    ],
  },
  {
    rule: 'nothing is exported from a package that nobody outside it imports',
    files: [
      // api
      'packages/api/src/index.ts',
      // cli
      'packages/cli/src/index.ts',
      // contracts
      'packages/contracts/src/index.ts',
      // delivery
      'packages/delivery/src/index.ts',
      // domain
      'packages/domain/src/index.ts',
      // event-sourcing
      'packages/event-sourcing/src/index.ts',
      // gateway
      'packages/gateway/src/index.ts',
      // projections
      'packages/projections/src/index.ts',
      // view-store
      'packages/view-store/src/index.ts',
    ],
  },
  {
    rule: 'nothing is there that only tests use',
    files: [
      // api
      'packages/api/src/app-secret.ts',
      // contracts
      'packages/contracts/src/protobuf.ts',
      // domain
      'packages/domain/src/cells.ts',
      // projections
      'packages/projections/src/cursor.ts',
    ],
  },
]
