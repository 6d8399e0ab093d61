// A node's own connections, against a plain list of them: whatever comes and goes, those of a user are found and the digest is theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OwnConnections } from './own-connections.ts'
import type { ConnectionInfo } from './presence.ts'
import { digestOf } from './presence-digest.ts'
import { memberOf } from './presence-keys.ts'

const infoOf = (connectionId: string, appId: string, userId: string): ConnectionInfo => ({
  ...{ connectionId, appId, userId, node: 'n', deviceId: 'phone', sessionId: 's', platform: '', connectedAtMs: 0 },
})
const infos = ['1', '2', '3'].flatMap((id) => ['app', 'other'].flatMap((app) => ['alice', 'bob'].map((user) => infoOf(id, app, user))))

test('the connections of a user are those that were added and not removed, and the digest is that of all of them', () => {
  const own = new OwnConnections()
  const known = new Map<string, ConnectionInfo>()
  const check = () => {
    const list = [...known.values()]
    const digest = list.reduce((sum, info) => sum + digestOf(memberOf(info)), 0)
    assert.deepEqual([own.list(), own.size, own.digest], [list, list.length, digest])
    for (const appId of ['app', 'other']) {
      const ofApp = Map.groupBy(
        list.filter((info) => info.appId === appId),
        ({ userId }) => userId,
      )
      assert.deepEqual(own.ofUsers(appId, ['alice', 'bob', 'carol']), ofApp)
    }
  }
  // All that can come after all that can be there: each pair of connections, each removal, the first one again.
  for (const first of infos)
    for (const second of infos)
      for (const removed of ['1', '2', '3']) {
        for (const info of [first, second, first]) {
          own.add(info, digestOf(memberOf(info)))
          known.delete(info.connectionId)
          known.set(info.connectionId, info)
          check()
        }
        own.remove(removed)
        known.delete(removed)
        check()
        assert.deepEqual(own.has(removed), false)
      }
  own.clear()
  known.clear()
  check()
})
