// Keys of presence in Redis. All share one hash tag, so that a script that compares a lease and removes a connection stays
// atomic on a cluster too.
//   <prefix>:{presence}:nodes               sorted set: incarnation -> milliseconds of its newest refresh
//   <prefix>:{presence}:lease:<node>        string with a TTL: NodeInfo as JSON; the node lives while it exists
//   <prefix>:{presence}:of:<node>           sorted set, all scores 0: `<appId> <userId> <connectionId>` of the node's connections
//   <prefix>:{presence}:user:<app>/<user>   hash: connectionId -> ConnectionInfo as JSON
//   <prefix>:{presence}:written             string with a TTL: written to see whether Redis takes writes
import type { ConnectionInfo } from './presence.ts'

export interface PresenceKeys {
  readonly nodes: string
  readonly written: string
  readonly leasePrefix: string
  lease(node: string): string
  ofNode(node: string): string
  user(appId: string, userId: string): string
}

export function presenceKeys(prefix: string): PresenceKeys {
  const base = `${prefix}:{presence}:`
  return {
    nodes: `${base}nodes`,
    written: `${base}written`,
    leasePrefix: `${base}lease:`,
    lease: (node) => `${base}lease:${node}`,
    ofNode: (node) => `${base}of:${node}`,
    user: (appId, userId) => `${base}user:${appId}/${userId}`,
  }
}

export const memberOf = (c: { appId: string; userId: string; connectionId: string }): string => `${c.appId} ${c.userId} ${c.connectionId}`

export function parseMember(member: string): { appId: string; userId: string; connectionId: string } {
  const [appId = '', userId = '', connectionId = ''] = member.split(' ')
  return { appId, userId, connectionId }
}

/** The range of members of one app behind a user. A space sorts before every character of an id, `!` right behind it. */
export const memberRange = (appId: string, afterUserId: string): readonly [string, string] => [
  afterUserId === '' ? `[${appId} ` : `(${appId} ${afterUserId}!`,
  `(${appId}!`,
]

export const parseConnection = (json: string): ConnectionInfo => JSON.parse(json) as ConnectionInfo
