// The Redis scripts of presence. Each is atomic, which two promises rest on: an entry is removed by others only while its
// node's lease is absent, and a node that refreshes an absent lease, or was not among the nodes, learns of it and registers everything again.
import type { Redis } from 'ioredis'

/** KEYS user, ofNode, digest; ARGV connectionId, info, member, its digest. Answers what the user's hash held before, flat. */
const add = `
local before = redis.call('HGETALL', KEYS[1])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
if redis.call('ZADD', KEYS[2], 0, ARGV[3]) == 1 then redis.call('INCRBY', KEYS[3], ARGV[4]) end
return before`

/** KEYS user, ofNode, digest; ARGV connectionId, member, its digest. */
const remove = `
if redis.call('ZREM', KEYS[2], ARGV[2]) == 1 then redis.call('DECRBY', KEYS[3], ARGV[3]) end
return redis.call('HDEL', KEYS[1], ARGV[1])`

/** KEYS users...; ARGV mark. Answers the infos of each, without those that contain the mark, which may be empty for none. */
const find = `
local found = {}
for i, key in ipairs(KEYS) do
  local infos = {}
  for _, info in ipairs(redis.call('HVALS', key)) do
    if ARGV[1] == '' or not string.find(info, ARGV[1], 1, true) then infos[#infos + 1] = info end
  end
  found[i] = infos
end
return found`

/**
 * KEYS lease, nodes, ofNode, digest; ARGV info, leaseMs, incarnation, ofNodeTtlMs. Answers whether the lease had vanished, or the node from
 * the list of nodes, how many connections are kept, and their digest. Nodes are kept by when they were heard, by the one clock that all of
 * them share.
 */
const refresh = `
local vanished = redis.call('EXISTS', KEYS[1]) == 0
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if redis.call('ZADD', KEYS[2], redis.call('TIME')[1], ARGV[3]) == 1 then vanished = true end
redis.call('PEXPIRE', KEYS[3], ARGV[4])
redis.call('PEXPIRE', KEYS[4], ARGV[4])
return {vanished and 1 or 0, redis.call('ZCARD', KEYS[3]), redis.call('GET', KEYS[4]) or '0'}`

/** KEYS nodes; ARGV lease prefix. Answers incarnation, info or nil, flat. */
const nodes = `
local ids = redis.call('ZRANGE', KEYS[1], 0, -1)
local found = {}
for i, id in ipairs(ids) do
  found[2 * i - 1] = id
  found[2 * i] = redis.call('GET', ARGV[1] .. id) or ''
end
return found`

/** KEYS lease, user, ofNode, digest; ARGV connectionId, member, its digest. Removes the entry if the node is dead; answers 1 when it lives. */
const bury = `
if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end
redis.call('HDEL', KEYS[2], ARGV[1])
if redis.call('ZREM', KEYS[3], ARGV[2]) == 1 then redis.call('DECRBY', KEYS[4], ARGV[3]) end
return 0`

/** KEYS lease, nodes, ofNode, digest; ARGV incarnation. Forgets a dead node without connections; answers 1 when it is forgotten. */
const forgetNode = `
if redis.call('EXISTS', KEYS[1]) == 1 or redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('DEL', KEYS[4])
return 1`

/** KEYS room; ARGV incarnation, followers, keptMs, lease prefix. Nodes without a lease are forgotten on the way. */
const sayFollowers = `
for _, id in ipairs(redis.call('HKEYS', KEYS[1])) do
  if id ~= ARGV[1] and redis.call('EXISTS', ARGV[4] .. id) == 0 then redis.call('HDEL', KEYS[1], id) end
end
if ARGV[2] == '0' then return redis.call('HDEL', KEYS[1], ARGV[1]) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('PEXPIRE', KEYS[1], ARGV[3])`

/** KEYS room; ARGV lease prefix. Answers incarnation, followers, flat, of the nodes with a lease. */
const followersOf = `
local said = redis.call('HGETALL', KEYS[1])
local found = {}
for i = 1, #said, 2 do
  if redis.call('EXISTS', ARGV[1] .. said[i]) == 1 then
    found[#found + 1] = said[i]
    found[#found + 1] = said[i + 1]
  end
end
return found`

type Arg = string | number

type Added = [user: string, ofNode: string, digest: string, connectionId: string, info: string, member: string, memberDigest: number]
type Removed = [user: string, ofNode: string, digest: string, connectionId: string, member: string, memberDigest: number]

/** The scripts as methods; ioredis sends a digest of the text, and the text to a server that does not know it. */
export interface PresenceScripts {
  presenceAdd(...added: Added): Promise<string[]>
  presenceRemove(...removed: Removed): Promise<number>
  presenceFind(count: number, ...usersAndMark: string[]): Promise<string[][]>
  presenceRefresh(
    lease: string,
    nodes: string,
    ofNode: string,
    ...args: Arg[]
  ): Promise<[vanished: number, connections: number, digest: string]>
  presenceNodes(nodes: string, leasePrefix: string): Promise<string[]>
  presenceBury(lease: string, ...removed: Removed): Promise<number>
  presenceSayFollowers(room: string, incarnation: string, followers: number, keptMs: number, leasePrefix: string): Promise<number>
  presenceFollowersOf(room: string, leasePrefix: string): Promise<string[]>
  presenceForgetNode(...args: [lease: string, nodes: string, ofNode: string, digest: string, incarnation: string]): Promise<number>
}

/** A pipeline in which the scripts can be queued. */
export interface PresencePipeline extends Executable {
  presenceRemove(...removed: Removed): unknown
  presenceBury(lease: string, ...removed: Removed): unknown
}

export function definePresenceScripts(redis: Redis): PresenceScripts {
  redis.defineCommand('presenceAdd', { numberOfKeys: 3, lua: add })
  redis.defineCommand('presenceRemove', { numberOfKeys: 3, lua: remove })
  redis.defineCommand('presenceFind', { lua: find, readOnly: true })
  redis.defineCommand('presenceRefresh', { numberOfKeys: 4, lua: refresh })
  redis.defineCommand('presenceNodes', { numberOfKeys: 1, lua: nodes, readOnly: true })
  redis.defineCommand('presenceBury', { numberOfKeys: 4, lua: bury })
  redis.defineCommand('presenceForgetNode', { numberOfKeys: 4, lua: forgetNode })
  redis.defineCommand('presenceSayFollowers', { numberOfKeys: 1, lua: sayFollowers })
  redis.defineCommand('presenceFollowersOf', { numberOfKeys: 1, lua: followersOf, readOnly: true })
  return redis as unknown as PresenceScripts
}

/** A pipeline of plain commands or of scripts. */
interface Executable {
  exec(): Promise<[Error | null, unknown][] | null>
}

export const scriptPipeline = (redis: Redis): PresencePipeline => redis.pipeline() as unknown as PresencePipeline

/** Answers of a pipeline; throws the first error in it. */
export async function answersOf(pipeline: Executable): Promise<unknown[]> {
  const results = (await pipeline.exec()) ?? []
  return results.map(([error, answer]) => {
    if (error) throw error
    return answer
  })
}
