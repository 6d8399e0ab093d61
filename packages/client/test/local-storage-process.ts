// Run by local-storage.test.ts in a process with a localStorage: the storage contract, and what only localStorage can get wrong.
import assert from 'node:assert/strict'
import test from 'node:test'
import { webStorage } from '../src/storage/storage.ts'
import { storageContract } from './storage-contract.ts'

storageContract('localStorage', () => {
  localStorage.clear()
  return { open: async () => webStorage() }
})

test('what the page keeps there by itself is not seen and not touched', async () => {
  localStorage.clear()
  localStorage.setItem('theme', 'dark')
  localStorage.setItem('skein', 'the name of the space alone')
  const [storage, other] = [webStorage(), webStorage(localStorage, 'other:')]
  await storage.set('theme', 'of Skein')
  assert.equal(await other.get('theme'), undefined)
  assert.deepEqual(await storage.list(''), [['theme', 'of Skein']])
  await storage.delete('theme')
  assert.equal(localStorage.getItem('theme'), 'dark')
})

test('a value that does not fit is refused, and what was there stays', async () => {
  localStorage.clear()
  const storage = webStorage()
  await storage.set('a', 'fits')
  await assert.rejects(storage.set('a', 'x'.repeat(20 * 1024 * 1024)), { name: 'QuotaExceededError' })
  assert.equal(await storage.get('a'), 'fits')
})
