// What every adapter of presence promises, as tests.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, test } from 'node:test'
import type { ConnectionInfo, Presence } from '@skein/node-link'
import { eventually } from './eventually.ts'

export interface PresenceHarness {
  presence(): Presence
  /** Everything kept is lost, as by FLUSHALL. */
  forget(): Promise<void>
}

export function connectionOf(node: string, userId: string, fields: Partial<ConnectionInfo> = {}): ConnectionInfo {
  return {
    connectionId: randomUUID(),
    node,
    appId: 'app',
    userId,
    deviceId: 'phone',
    sessionId: 's1',
    platform: 'test',
    connectedAtMs: 1_800_000_000_000,
    ...fields,
  }
}

export const enterAs = (presence: Presence, incarnation: string, lost?: (reason: string) => void): Promise<void> =>
  presence.enter({ incarnation, role: 'gateway', addresses: ['ws://127.0.0.1:9000'] }, () => ({ connections: 7, draining: false }), lost)

export function presenceContract(name: string, harness: () => PresenceHarness): void {
  describe(`presence: ${name}`, () => {
    const open: Presence[] = []
    function reader(): Presence {
      const made = harness().presence()
      open.push(made)
      return made
    }
    async function entered(lost?: (reason: string) => void) {
      const presence = reader()
      const incarnation = randomUUID()
      await enterAs(presence, incarnation, lost)
      return { presence, incarnation }
    }
    const idsOf = async (presence: Presence, userId: string): Promise<string[]> =>
      ((await presence.connectionsOf('app', [userId])).get(userId) ?? []).map((c) => c.connectionId).sort()
    afterEach(async () => {
      await Promise.all(open.splice(0).map((p) => p.close()))
    })

    test('connections of living nodes are found, whoever asks', async () => {
      const a = await entered()
      const b = await entered()
      const user = randomUUID()
      const first = connectionOf(a.incarnation, user)
      const second = connectionOf(b.incarnation, user, { deviceId: 'laptop' })
      await a.presence.add(first)
      await b.presence.add(second)
      const found = await reader().connectionsOf('app', [user, 'nobody'])
      assert.equal(found.size, 1)
      const byId = (x: ConnectionInfo, y: ConnectionInfo) => (x.connectionId < y.connectionId ? -1 : 1)
      assert.deepEqual([...found.get(user)!].sort(byId), [first, second].sort(byId))
      assert.equal((await reader().connectionsOf('other-app', [user])).size, 0)
    })

    test('connections here are known at once, from the moment on at which they are added; elsewhere are those of all others', async () => {
      const a = await entered()
      const b = await entered()
      const user = randomUUID()
      const here = connectionOf(a.incarnation, user)
      // Whatever its texts say.
      const there = connectionOf(b.incarnation, user, { deviceId: a.incarnation, platform: `"node":"${a.incarnation}"` })
      const only = (connection: ConnectionInfo) => new Map([[user, [connection]]])
      const adding = a.presence.add(here)
      assert.deepEqual(a.presence.connectionsHere('app', [user, 'nobody']), only(here))
      await Promise.all([adding, b.presence.add(there)])
      assert.deepEqual(await a.presence.connectionsElsewhere('app', [user, 'nobody']), only(there))
      assert.deepEqual(await b.presence.connectionsElsewhere('app', [user]), only(here))
      assert.equal(a.presence.connectionsHere('other-app', [user]).size, 0)
      const third = reader()
      assert.equal(third.connectionsHere('app', [user]).size, 0)
      assert.equal((await third.connectionsElsewhere('app', [user])).get(user)!.length, 2)
      const removing = a.presence.remove(here)
      assert.equal(a.presence.connectionsHere('app', [user]).size, 0)
      await removing
    })

    test('who has left reads on, and is nowhere', async () => {
      const a = await entered()
      const b = await entered()
      const user = randomUUID()
      const there = connectionOf(b.incarnation, user)
      await a.presence.add(connectionOf(a.incarnation, user))
      await b.presence.add(there)
      await a.presence.leave()
      assert.equal(a.presence.connectionsHere('app', [user]).size, 0)
      assert.deepEqual(await a.presence.connectionsElsewhere('app', [user]), new Map([[user, [there]]]))
      assert.deepEqual(await idsOf(a.presence, user), [there.connectionId])
      await a.presence.leave()
    })

    test('a node that entered a moment ago is not passed by', async () => {
      const asking = reader()
      await asking.liveNodes()
      const { presence, incarnation } = await entered()
      const connection = connectionOf(incarnation, randomUUID())
      await presence.add(connection)
      assert.deepEqual(await idsOf(asking, connection.userId), [connection.connectionId])
    })

    test('how many follow a live room is told as each node has said last, of those that live, and of no other room', async () => {
      const [a, b] = [await entered(), await entered()]
      const room = { appId: 'app', conversationId: `g:${randomUUID()}` }
      const told = async () => Object.fromEntries(await reader().followersOf(room))
      assert.deepEqual(await told(), {})
      await Promise.all([a.presence.sayFollowers(room, 1), b.presence.sayFollowers(room, 7)])
      await a.presence.sayFollowers(room, 2)
      assert.deepEqual(await told(), { [a.incarnation]: 2, [b.incarnation]: 7 })
      for (const other of [
        { ...room, appId: 'other-app' },
        { ...room, conversationId: 'g:other' },
      ])
        assert.equal((await a.presence.followersOf(other)).size, 0)
      await a.presence.sayFollowers(room, 0)
      assert.deepEqual(await told(), { [b.incarnation]: 7 })
      // Who did not enter has nothing to say.
      await reader().sayFollowers(room, 5)
      await b.presence.leave()
      assert.deepEqual(await told(), {})
      await harness().forget()
      await a.presence.sayFollowers(room, 3)
      await eventually('the room is known again', async () => (await told())[a.incarnation] === 3)
    })

    test('add answers the living connections of the same device alone', async () => {
      const a = await entered()
      const b = await entered()
      const user = randomUUID()
      const old = connectionOf(a.incarnation, user)
      assert.deepEqual(await a.presence.add(old), [])
      assert.deepEqual(await a.presence.add(connectionOf(a.incarnation, user, { deviceId: 'laptop' })), [])
      assert.deepEqual(await a.presence.add(connectionOf(a.incarnation, randomUUID())), [])
      assert.deepEqual(await b.presence.add(connectionOf(b.incarnation, user)), [old])
    })

    test('the late clean-up of an old node does not remove a new login', async () => {
      const a = await entered()
      const b = await entered()
      const user = randomUUID()
      const old = connectionOf(a.incarnation, user)
      const fresh = connectionOf(b.incarnation, user)
      await a.presence.add(old)
      await b.presence.add(fresh)
      await a.presence.remove(old)
      await a.presence.remove(old)
      assert.deepEqual(await idsOf(b.presence, user), [fresh.connectionId])
    })

    test('a node that leaves takes its connections with it', async () => {
      const a = await entered()
      const b = await entered()
      const connection = connectionOf(a.incarnation, randomUUID())
      await a.presence.add(connection)
      await a.presence.leave()
      assert.deepEqual(await idsOf(b.presence, connection.userId), [])
      await eventually('its end in the list of nodes', async () => {
        const nodes = await b.presence.liveNodes()
        return !nodes.some((n) => n.incarnation === a.incarnation)
      })
    })

    test('gateways elsewhere are those that have a lease, as soon as they have it, and not the one here', async () => {
      const a = await entered()
      assert.equal(a.presence.gatewayHere(), a.incarnation)
      const elsewhere = async (from: Presence): Promise<string[]> => (await from.gatewaysElsewhere()).map(({ incarnation }) => incarnation)
      const before = await elsewhere(a.presence)
      assert.ok(!before.includes(a.incarnation))
      const b = await entered()
      assert.ok((await elsewhere(a.presence)).includes(b.incarnation), 'one that has entered just now')
      assert.ok((await elsewhere(b.presence)).includes(a.incarnation))
      const fromNoNode = reader()
      assert.equal(fromNoNode.gatewayHere(), '')
      const all = await elsewhere(fromNoNode)
      assert.ok(all.includes(a.incarnation) && all.includes(b.incarnation))
      await b.presence.leave()
      assert.ok(!(await elsewhere(a.presence)).includes(b.incarnation), 'one that has left')
    })

    test('a gateway that knows what is announced says so, and one of a release before says nothing', async () => {
      const [before, knowing] = [await entered(), reader()]
      const incarnation = randomUUID()
      const info = { incarnation, role: 'gateway', addresses: [], announced: true } as const
      await knowing.enter(info, () => ({ connections: 0, draining: false }))
      const elsewhere = await reader().gatewaysElsewhere()
      const says = (wanted: string) => elsewhere.find((node) => node.incarnation === wanted)?.announced
      assert.deepEqual([says(incarnation), says(before.incarnation)], [true, undefined])
    })

    test('living nodes say what they carry', async () => {
      const { presence, incarnation } = await entered()
      const node = (await presence.liveNodes()).find((n) => n.incarnation === incarnation)
      assert.deepEqual(node, { incarnation, role: 'gateway', addresses: ['ws://127.0.0.1:9000'], connections: 7, draining: false })
    })

    test('everyone online is listed once, page by page', async () => {
      const a = await entered()
      const b = await entered()
      const appId = `app-${randomUUID()}`
      const expected = new Set<string>()
      for (let i = 0; i < 23; i++) {
        const userId = `user-${i}${i % 2 === 0 ? '' : '-x'}`
        expected.add(userId)
        const node = i % 3 === 0 ? a : b
        await node.presence.add(connectionOf(node.incarnation, userId, { appId }))
        if (i % 5 === 0) await a.presence.add(connectionOf(a.incarnation, userId, { appId, deviceId: 'laptop' }))
      }
      await a.presence.add(connectionOf(a.incarnation, 'stranger', { appId: `${appId}-2` }))
      for (const limit of [1, 4, 100]) {
        const seen: string[] = []
        let connections = 0
        let after = ''
        do {
          const page = await b.presence.online(appId, { after, limit })
          assert.ok(page.users.length <= limit)
          for (const user of page.users) {
            seen.push(user[0]!.userId)
            connections += user.length
          }
          after = page.next
        } while (after !== '')
        assert.deepEqual(seen.sort(), [...expected].sort(), `pages of ${limit}`)
        assert.equal(connections, 28)
      }
    })

    test('what vanished is registered again, and told', async () => {
      const told: string[] = []
      const { presence, incarnation } = await entered((reason) => told.push(reason))
      const kept = Array.from({ length: 1_200 }, () => connectionOf(incarnation, randomUUID()))
      await Promise.all(kept.map((c) => presence.add(c)))
      const gone = kept.pop()!
      await presence.remove(gone)
      await harness().forget()
      await eventually('word of the loss', () => told.length === 1)
      const found = await reader().connectionsOf(
        'app',
        kept.map((c) => c.userId),
      )
      assert.equal(found.size, kept.length)
      assert.deepEqual(await idsOf(presence, gone.userId), [])
    })
  })
}
