// The read side of the views, for gateways and the API. Pages of history and unread counts come from the hot views when
// those are there and have come far enough, everything else and all the rest from the database. A conversation that is read is kept in the
// hot views from then on.
import type { ReadViews } from '@skein/projections'
import { type CheckpointRow, checkpointOf, checkpointsSql } from '../database/checkpoints.ts'
import { type Database, defaultSchema, quoteSchema } from '../database/database.ts'
import { createHotSource } from '../hot/hot-source.ts'
import type { HotViews } from '../hot/hot-views.ts'
import { createWarming } from '../hot/warming.ts'
import { createAcquaintances } from './acquaintances.ts'
import { createAppPolicy } from './app-policy.ts'
import { createDirectory } from './directory.ts'
import { createEdits } from './edits.ts'
import { createFreshness } from './freshness.ts'
import { createGroupInfo } from './group-info.ts'
import { createHistory } from './history.ts'
import { createJoinRequests } from './join-requests.ts'
import { createJoining } from './joining.ts'
import { createMembers } from './members.ts'
import { createMissed } from './missed.ts'
import { createMyGroups } from './my-groups.ts'
import { createRelations } from './relations.ts'
import { createRoom } from './room.ts'
import { createStrangers } from './strangers.ts'
import { createSync, defaultSyncLimits, type SyncLimits } from './sync.ts'
import { createUnread } from './unread.ts'

export interface ReadViewsOptions {
  readonly schema?: string
  readonly hot?: HotViews
  readonly syncLimits?: Partial<SyncLimits>
  /** Bytes of the items of one answer, whatever is asked: more are not read. */
  readonly itemBytesMax?: number
  /** Hot views may be this far behind the database before reads pass them by. */
  readonly hotLagMaxMs?: number
}

const defaultHotLagMaxMs = 1_000
const defaultItemBytesMax = 65_536

export function createReadViews(db: Database, options: ReadViewsOptions = {}): ReadViews {
  const { schema: schemaName = defaultSchema, hot, syncLimits } = options
  const { hotLagMaxMs = defaultHotLagMaxMs, itemBytesMax = defaultItemBytesMax } = options
  const schema = quoteSchema(schemaName)
  const limits = { ...defaultSyncLimits, ...syncLimits }
  const sync = createSync(schema, limits, itemBytesMax)
  const missed = createMissed(schema, itemBytesMax, limits.stretchSessionsMax)
  const history = createHistory(schema, itemBytesMax)
  const edits = createEdits(schema, itemBytesMax)
  const unread = createUnread(schema, limits.stretchSessionsMax)
  const directory = createDirectory(schema)
  const members = createMembers(schema)
  const myGroups = createMyGroups(schema, limits.stretchSessionsMax)
  const groupInfo = createGroupInfo(schema)
  const room = createRoom(schema)
  const joining = createJoining(schema, itemBytesMax)
  const asked = createJoinRequests(schema, itemBytesMax)
  const acquaintances = createAcquaintances(schema)
  const strangers = createStrangers(schema)
  const appPolicy = createAppPolicy(schema)
  const related = createRelations(schema)
  const checkpointsText = checkpointsSql(schema)

  async function checkpoints() {
    const { rows } = await db.query<CheckpointRow>(checkpointsText, [], { name: `${schema}-checkpoints` })
    return new Map(rows.map((row) => [row.partition, checkpointOf(row)]))
  }
  const freshness = createFreshness(checkpoints, hotLagMaxMs)
  const warm = hot && createWarming(hot, createHotSource(db, { schema: schemaName }))

  return {
    checkpoints,
    sync: (query) => sync(db, query),
    missed: (query) => missed(db, query),
    async history(query) {
      const answer = await hot?.history(query, itemBytesMax)
      if (answer && 'value' in answer && freshness.isFresh(answer.applied)) return answer.value
      const page = await history(db, query)
      if (answer && 'generation' in answer) warm?.(answer)
      return page
    },
    edits: (query) => edits(db, query),
    async unread(appId, userId) {
      const answer = await hot?.unread(appId, userId)
      return answer && freshness.isFresh(answer.applied) ? answer.value : unread(db, appId, userId)
    },
    members: (query) => members.members(db, query),
    areMembers: (query) => members.areMembers(db, query),
    myGroups: (query) => myGroups(db, query),
    groupInfo: (query) => groupInfo(db, query),
    room: (query) => room.room(db, query),
    bannedAmong: (query) => room.bannedAmong(db, query),
    invitations: (query) => joining.invitations(db, query),
    joinLinks: (query) => joining.joinLinks(db, query),
    joinRequests: (query) => asked.joinRequests(db, query),
    ownJoinRequests: (query) => asked.ownJoinRequests(db, query),
    bans: (query) => asked.bans(db, query),
    joinInfo: (query) => asked.joinInfo(db, query),
    app: (appId) => appPolicy(db, appId),
    acquaintances: (query) => acquaintances(db, query),
    strangers: (query) => strangers(db, query),
    findUser: (appId, by) => directory.findUser(db, appId, by),
    relations: (query) => related.relations(db, query),
    relationTo: (query) => related.relationTo(db, query),
    privacy: (appId, userId) => related.privacy(db, appId, userId),
    newestUsers: (limit) => directory.newestUsers(db, limit),
    deviceSessions: (list) => directory.deviceSessions(db, list),
  }
}
