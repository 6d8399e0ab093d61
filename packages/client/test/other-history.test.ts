// A log that lost its end, of which a device had only heard live: no cursor of its names anything that is gone. It passed over what came to
// those places later, in silence, and showed for good what was no more.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage } from '../src/index.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'

const direct = 'd:alice:bob'
const kept = ['kept 1', 'kept 2']
const grown = ['new 3', 'new 4', 'new 5', 'new 6', 'new 7']

for (const how of ['live', 'by what a sync brings', 'by history alone'] as const) {
  test(`a device that has heard what its log lost finds out ${how}, and begins anew`, async (t) => {
    const d = await deploymentOf(t)
    const values = new Map<string, string>()
    const open = () => d.client('bob', { storage: memoryStorage(values), fullSyncDepth: Number.POSITIVE_INFINITY })
    const [alice, bob] = [d.client('alice'), open()]
    await Promise.all([alice.connect(), bob.connect()])
    const before = textsOf(bob)
    for (const text of [...kept, 'lost 3', 'lost 4']) await alice.send(direct, text)
    await until(() => before.length === 4, 'all of it')
    if (how !== 'live') await bob.close()
    if (how === 'by history alone') d.store.itemsInline = 1
    d.store.cut(kept.length)
    await new Promise((resolve) => setTimeout(resolve, 5))

    const device = how === 'live' ? bob : open()
    const told: (readonly string[])[] = []
    device.on('otherHistory', ({ conversationIds }) => told.push(conversationIds))
    const after = textsOf(device)
    for (const text of grown) await alice.send(direct, text)
    await device.connect()
    await until(() => after.at(-1) === grown.at(-1), 'what there is')
    assert.deepEqual([told, after], [[[direct]], [...kept, ...grown]])
    assert.deepEqual([device.lastSeq(direct), device.session(direct)?.lastSeq], [7, 7])
    // Who wrote it had seen what is lost as well.
    await until(() => alice.lastSeq(direct) === 7, 'what there is, where it was written')
  })
}
