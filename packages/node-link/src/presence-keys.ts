// Keys of presence in Redis. All share one hash tag, so that a script that compares a lease and removes a connection stays
// atomic on a cluster too.
//   <prefix>:{presence}:nodes               sorted set: incarnation -> milliseconds of its newest refresh
//   <prefix>:{presence}:lease:<node>        string with a TTL: NodeInfo as JSON; the node lives while it exists
//   <prefix>:{presence}:of:<node>           sorted set, all scores 0: `<appId> <userId> <connectionId>` of the node's connections
//   <prefix>:{presence}:digest:<node>       string: the digest of those (see presence-digest.ts)
//   <prefix>:{presence}:user:<app>/<user>   hash: connectionId -> ConnectionInfo as JSON
//   <prefix>:{presence}:room:<app>/<room>   hash with a TTL: incarnation -> how many connections of the node follow the live room
//   <prefix>:{presence}:written             string with a TTL: written to see whether Redis takes writes
import type { RoomId } from './node-link.ts'
import type { ConnectionInfo } from './presence.ts'
import { digestOf } from './presence-digest.ts'

export interface PresenceKeys {
  readonly nodes: string
  readonly written: string
  readonly leasePrefix: string
  lease(node: string): string
  ofNode(node: string): string
  digest(node: string): string
  user(appId: string, userId: string): string
  room(room: RoomId): string
}

export function presenceKeys(prefix: string): PresenceKeys {
  const base = `${prefix}:{presence}:`
  return {
    nodes: `${base}nodes`,
    written: `${base}written`,
    leasePrefix: `${base}lease:`,
    lease: (node) => `${base}lease:${node}`,
    ofNode: (node) => `${base}of:${node}`,
    digest: (node) => `${base}digest:${node}`,
    user: (appId, userId) => `${base}user:${appId}/${userId}`,
    room: ({ appId, conversationId }) => `${base}room:${appId}/${conversationId}`,
  }
}

export const memberOf = (c: { appId: string; userId: string; connectionId: string }): string => `${c.appId} ${c.userId} ${c.connectionId}`

/** What the scripts that remove one connection are told of it. */
export function removalOf(keys: PresenceKeys, node: string, member: string): [string, string, string, string, string, number] {
  const { appId, userId, connectionId } = parseMember(member)
  return [keys.user(appId, userId), keys.ofNode(node), keys.digest(node), connectionId, member, digestOf(member)]
}

export function parseMember(member: string): { appId: string; userId: string; connectionId: string } {
  const [appId = '', userId = '', connectionId = ''] = member.split(' ')
  return { appId, userId, connectionId }
}

/** The range of members of one app behind a user. A space sorts before every character of an id, `!` right behind it. */
export const memberRange = (appId: string, afterUserId: string): readonly [string, string] => [
  afterUserId === '' ? `[${appId} ` : `(${appId} ${afterUserId}!`,
  `(${appId}!`,
]

/** What the JSON of a node's connections contains and, as the quotes of texts are escaped in it, no other; empty for no node. */
export const markOf = (node: string): string => (node === '' ? '' : `"node":${JSON.stringify(node)}`)

export const parseConnection = (json: string): ConnectionInfo => JSON.parse(json) as ConnectionInfo
