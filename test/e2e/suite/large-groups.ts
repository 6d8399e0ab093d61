// A group so large that it is announced to gateways instead of being looked up, and small again: for its members there is no difference.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Installation, largeAboveMembers } from '../installation.ts'
import { assertDense, type Device, openWorld, sees } from '../people.ts'

export function largeGroups(open: () => Installation): void {
  test('in a large group everybody connected is told what they may see, on every node, whoever comes, goes and comes back, and as it shrinks', async (t) => {
    const world = openWorld(t, open())
    const names = Array.from({ length: largeAboveMembers + 1 }, (_, i) => `extra${i}`)
    const crowd = (await Promise.all(names.map((name) => world.register(name)))).map(({ userId }) => userId)
    const [ann, ben, cem, dan] = await Promise.all(['ann', 'ben', 'cem', 'dan'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0, transport: 'ws' })
    const benHere = await world.device(ben!, { node: 1, transport: 'tcp' })
    const cemHere = await world.device(cem!, { node: 1, transport: 'ws' })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'town', memberIds: [ben!.userId, ...crowd] })
    const told = async (text: string, ...devices: readonly Device[]): Promise<void> => {
      await annHere.client.send(group, text)
      for (const device of devices) await device.hears(text)
    }
    await told('welcome', annHere, benHere)

    const laptop = await world.device(ben!, { deviceId: 'laptop', node: 0, transport: 'tcp' })
    await told('to both of ben', benHere, laptop)

    const { changed, refused } = await annHere.client.addMembers(group, [cem!.userId])
    assert.deepEqual({ changed, refused }, { changed: [cem!.userId], refused: [] })
    await told('to cem too', benHere, laptop, cemHere)
    await annHere.client.removeMember(group, cem!.userId)
    await told('behind cem', benHere, laptop)
    await annHere.client.addMembers(group, [cem!.userId])
    await told('cem is back', benHere, laptop, cemHere)
    assert.deepEqual(cemHere.texts(group), ['to cem too', 'cem is back'])

    const danHere = await world.device(dan!, { node: 0 })
    await annHere.client.removeMembers(group, crowd)
    await annHere.client.addMembers(group, [dan!.userId])
    await told('a few', benHere, laptop, cemHere, danHere)
    await annHere.client.addMembers(group, crowd)
    await told('many again', benHere, laptop, cemHere, danHere)
    for (const device of [annHere, benHere, laptop]) {
      await sees('everything is shown', () => device.client.lastSeq(group) === annHere.client.lastSeq(group))
      assertDense(device, group)
    }
    assert.deepEqual(danHere.texts(group), ['a few', 'many again'])

    // Who begins anew on a device that knows nothing finds it with what they have not read, though nothing new is said there.
    const fresh = await world.device(ben!, { deviceId: 'fresh', node: 1 })
    const unread = benHere.texts(group).length
    await sees('it is listed, as large as it is', async () => {
      const [only, ...others] = (await fresh.client.myGroups()).groups
      return others.length === 0 && only?.conversationId === group && only.memberCount === crowd.length + 4 && only.unread === unread
    })
    await sees('the device has it', () => fresh.client.session(group)?.unread === unread)
    await fresh.client.markRead(group, unread)
    await sees('nothing is unread', async () => (await benHere.client.unread()).total === 0)
  })
}
