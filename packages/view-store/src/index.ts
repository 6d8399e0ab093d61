export { compareHot } from './compare-hot.ts'
export type { ViewsSide } from './compare-views.ts'
export { compareViews } from './compare-views.ts'
export type { Database, Queryable, QueryOptions, QueryResult, RawClient, TransactionOptions } from './database.ts'
export { DatabaseError, defaultSchema } from './database.ts'
export type { Comparison, Difference } from './difference.ts'
export type { HotFollower, HotFollowerOptions } from './hot-follower.ts'
export { createHotFollower } from './hot-follower.ts'
export type { HotSource } from './hot-source.ts'
export { createHotSource } from './hot-source.ts'
export type {
  Applied,
  AppliedRange,
  ApplyOutcome,
  HotAnswer,
  HotEntry,
  HotHead,
  HotItem,
  HotLimits,
  HotSession,
  HotViews,
} from './hot-views.ts'
export { defaultHotLimits } from './hot-views.ts'
export type { HotWatch, HotWatchOptions } from './hot-watch.ts'
export { startHotWatch } from './hot-watch.ts'
export { createReadMembership } from './membership.ts'
export type { MemoryHotOptions } from './memory-hot-views.ts'
export { createMemoryHotViews } from './memory-hot-views.ts'
export { dropViews, migrateViews, swapViews } from './migrate.ts'
export type { PgOptions } from './pg-database.ts'
export { createPgDatabase } from './pg-database.ts'
export type { PgliteOptions } from './pglite-database.ts'
export { createPgliteDatabase } from './pglite-database.ts'
export type { PrefetchOptions } from './prefetch.ts'
export { createPrefetch } from './prefetch.ts'
export { createProjectorStore } from './projector-store.ts'
export type { ReadViewsOptions } from './read-views.ts'
export { createReadViews } from './read-views.ts'
export { createHotRedis } from './redis-client.ts'
export type { RedisHotOptions } from './redis-hot-views.ts'
export { createRedisHotViews } from './redis-hot-views.ts'
export type { SyncLimits } from './sync.ts'
export { defaultSyncLimits } from './sync.ts'
