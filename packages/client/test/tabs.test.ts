// Two tabs on one storage, in a real browser and, where their locks are Node's own, in this process.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage, type Storage, webStorage } from '../src/index.ts'
import { deploymentOf, type FakeDeployment, until } from './fake-deployment.ts'
import { browserOf } from './tabs-page.ts'

/** As much of localStorage as is needed. */
function area(): globalThis.Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (i: number) => [...values.keys()][i] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
  }
}

const textsIn = (d: FakeDeployment) =>
  d.store.itemsOf('d:alice:alice').map(({ messageSent }) => Buffer.from(messageSent!.body!.bytes!).toString())

// Each tab wrote as if the storage were its own: what was typed in the one was written over by the other, and never sent.
test('a second client is refused while the first has the storage, and goes on with what it left', async (t) => {
  const d = await deploymentOf(t)
  const shared = area()
  const [one, two] = [d.client('alice', { storage: webStorage(shared) }), d.client('alice', { storage: webStorage(shared) })]
  await one.connect()
  await assert.rejects(two.connect(), { code: 'STORAGE_IN_USE' })
  await assert.rejects(two.send('d:alice:alice', 'nowhere'), { code: 'STORAGE_IN_USE' })
  assert.equal(one.state, 'online')
  for (const gateway of d.gateways) gateway.silent = true
  const pending = one.send('d:alice:alice', 'left')
  await until(() => one.unsent === 1, 'it waits')
  await one.close()
  await assert.rejects(pending, { code: 'KEPT' })
  for (const gateway of d.gateways) gateway.silent = false
  await two.connect()
  await until(() => two.unsent === 0, 'what was left is sent')
  assert.deepEqual(textsIn(d), ['left'])
})

// Each tab has a sessionStorage of its own, and all but the first were refused it.
test('an area that a page has to itself is kept from nobody else', async (t) => {
  const d = await deploymentOf(t)
  const [one, two] = [area(), area()]
  const clientOn = (mine: globalThis.Storage, deviceId: string) => d.client('alice', { storage: webStorage(mine), deviceId })
  await Promise.all([clientOn(one, 'one').connect(), clientOn(two, 'two').connect()])
  await assert.rejects(clientOn(two, 'three').connect(), { code: 'STORAGE_IN_USE' })
  t.after(() => Reflect.deleteProperty(globalThis, 'localStorage'))
  const tab = (shared: globalThis.Storage) => {
    Object.defineProperty(globalThis, 'localStorage', { value: shared, configurable: true })
    return d.client('alice', { storage: webStorage(), deviceId: 'browser' })
  }
  // Two pages see what they share each by an object of its own.
  await tab(area()).connect()
  await assert.rejects(tab(area()).connect(), { code: 'STORAGE_IN_USE' })
})

// A second call let go of the storage at once: the next client had it while the first still wrote there.
for (const [first, second] of [
  ['close', 'close'],
  ['logout', 'close'],
] as const) {
  test(`${second} during ${first} lets go of the storage once all is written, and no sooner`, async (t) => {
    const d = await deploymentOf(t)
    const memory = memoryStorage()
    const done: string[] = []
    let gate = Promise.resolve()
    const slowly = async (name: string, write: () => Promise<void>) => {
      await gate
      await write()
      done.push(name)
    }
    const storage: Storage = {
      ...memory,
      set: (key, value) => slowly('set', () => memory.set(key, value)),
      delete: (key) => slowly('delete', () => memory.delete(key)),
      hold: async () => () => void done.push('let go'),
    }
    const alice = d.client('alice', { storage })
    await alice.connect()
    await alice.send('d:alice:alice', 'one')
    await until(() => done.includes('delete'), 'what was sent is kept no more')
    done.length = 0
    const open = Promise.withResolvers<void>()
    gate = open.promise
    const ending = alice[first]()
    await until(() => alice.state === 'closed', 'the end has begun')
    const again = alice[second]()
    setTimeout(open.resolve, 50)
    await Promise.all([ending, again])
    assert.equal(done.indexOf('let go'), done.length - 1)
    assert.ok(done.length > 1, 'something was written meanwhile')
  })
}

for (const storage of ['webStorage()', 'indexedDbStorage()']) {
  test(`tabs of a browser on ${storage}: one has it, and the next goes on with what a closed one left`, { timeout: 120_000 }, async (t) => {
    const open = await browserOf(t)
    if (!open) return t.skip('UNVERIFIED: a Chromium cannot be installed')
    const d = await deploymentOf(t)
    d.store.register('alice', 'secret')
    d.tokens.set('token', { userId: 'alice', deviceId: 'browser' })
    const gateways = d.gateways.flatMap(({ addresses }) => addresses.filter((address) => address.startsWith('ws:')))
    const options = `{ appId: 'demo', token: 'token', deviceId: 'browser', gateways: ${JSON.stringify(gateways)}, storage: skein.${storage} }`
    const connect = `globalThis.client ??= skein.createClient(${options}); return client.connect().then(() => client.state, (error) => error.code)`
    const [one, two] = [await open(), await open()]
    assert.equal(await one.run(connect), 'online')
    assert.equal(await two.run(connect), 'STORAGE_IN_USE')
    for (const gateway of d.gateways) gateway.silent = true
    assert.equal(await one.run(`client.send('d:alice:alice', 'typed in the first').catch(() => {}); return client.unsent`), 0)
    await until(() => textsIn(d).length === 1, 'it has left once, and its answer has not come')
    await one.close()
    for (const gateway of d.gateways) gateway.silent = false
    assert.equal(await two.run(connect), 'online')
    assert.deepEqual(await two.run(`await client.send('d:alice:alice', 'typed in the second'); return client.unsent`), 0)
    assert.deepEqual(textsIn(d), ['typed in the first', 'typed in the second'])
    await two.close()
  })
}
