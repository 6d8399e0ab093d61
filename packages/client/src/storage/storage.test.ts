// The storage contract in memory, in a file and in IndexedDB; and what only IndexedDB can get wrong. The browser's localStorage needs a
// process of its own and is in test/.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { storageContract } from '../../test/storage-contract.ts'
import { fileStorage } from './file-storage.ts'
import { indexedDbStorage, memoryStorage } from './storage.ts'

Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange })
let databases = 0

storageContract('memory', () => {
  const values = new Map<string, string>()
  return { open: async () => memoryStorage(values) }
})

storageContract('file', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'skein-storage-'))
  t.after(() => rm(directory, { recursive: true }))
  return { open: () => fileStorage(join(directory, 'device.jsonl')) }
})

storageContract('IndexedDB', () => {
  databases += 1
  const name = `contract-${databases}`
  return { open: async () => indexedDbStorage(name) }
})

test('IndexedDB: databases of other names are other places', async () => {
  const [one, two] = [indexedDbStorage('one'), indexedDbStorage('two')]
  await one.set('a', 'of one')
  assert.equal(await two.get('a'), undefined)
  await Promise.all([one.close?.(), two.close?.()])
})

test('IndexedDB: a database that cannot be opened is told to whoever asks, and to nobody else', async () => {
  const request = indexedDB.open('newer', 2)
  await new Promise((resolve) => Object.assign(request, { onsuccess: resolve }))
  request.result.close()
  const storage = indexedDbStorage('newer')
  const after = indexedDB.open('newer', 1)
  await new Promise((resolve) => Object.assign(after, { onerror: resolve }))
  // An unhandled rejection would end the test here.
  await new Promise((resolve) => setImmediate(resolve))
  await assert.rejects(storage.get('a'), { name: 'VersionError' })
  await assert.rejects(storage.set('a', 'b'), { name: 'VersionError' })
})

test('IndexedDB: a value is confirmed when it is on the disk, not when it is on its way there', async (t) => {
  // Browsers confirm a write once the system has it, unless asked for more; after a power failure an unsent message was gone.
  const begin = IDBDatabase.prototype.transaction
  const asked: unknown[] = []
  t.after(() => Object.assign(IDBDatabase.prototype, { transaction: begin }))
  IDBDatabase.prototype.transaction = function (...given) {
    if (given[1] === 'readwrite') asked.push(given[2]?.durability)
    return begin.apply(this, given)
  }
  const storage = indexedDbStorage('durable')
  await storage.set('outbox/1', 'unsent')
  await storage.close?.()
  assert.deepEqual(asked, ['strict'])
})
