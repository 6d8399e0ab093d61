// What every adapter of the credential store must do.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { CredentialStore } from '../src/index.ts'

export function credentialStoreContract(name: string, open: () => Promise<CredentialStore>): void {
  const row = (appId: string, userId: string, userName: string) => ({
    appId,
    userId,
    userName,
    displayName: userName,
    passwordHash: `$${userId}`,
  })

  describe(`credentials in ${name}`, () => {
    test('a row is found by app and user, and nowhere else', async () => {
      const store = await open()
      const app = randomUUID()
      await store.add(row(app, 'u1', 'Ann'))
      assert.deepEqual(await store.password(app, 'u1'), row(app, 'u1', 'Ann'))
      assert.equal(await store.password(app, 'u2'), null)
      assert.equal(await store.password(randomUUID(), 'u1'), null)
      await assert.rejects(store.add(row(app, 'u1', 'Bob')))
      assert.equal((await store.password(app, 'u1'))?.userName, 'Ann')
    })

    test('claimants of a name come oldest first, whatever its case, no more than asked for', async () => {
      const store = await open()
      const app = randomUUID()
      for (const [userId, userName] of [
        ['u3', 'Ann'],
        ['u1', 'ann'],
        ['u2', 'ANN'],
        ['u4', 'bob'],
      ] as const)
        await store.add(row(app, userId, userName))
      assert.deepEqual(
        (await store.claimants(app, 'aNN', 10)).map((r) => r.userId),
        ['u3', 'u1', 'u2'],
      )
      assert.deepEqual(
        (await store.claimants(app, 'ann', 2)).map((r) => r.userId),
        ['u3', 'u1'],
      )
      assert.deepEqual(await store.claimants(randomUUID(), 'ann', 10), [])
      await store.removeOtherClaimants(app, 'Ann', 'u1')
      assert.deepEqual(
        (await store.claimants(app, 'ann', 10)).map((r) => r.userId),
        ['u1'],
      )
      assert.notEqual(await store.password(app, 'u4'), null)
      await store.remove(app, 'u1')
      assert.deepEqual(await store.claimants(app, 'ann', 10), [])
    })

    test('a hash is replaced only while it is the one expected', async () => {
      const store = await open()
      const app = randomUUID()
      await store.add(row(app, 'u1', 'Ann'))
      assert.equal(await store.replaceHash({ appId: app, userId: 'u1' }, '$other', '$new'), false)
      assert.equal(await store.replaceHash({ appId: app, userId: 'u1' }, '$u1', '$new'), true)
      assert.equal(await store.replaceHash({ appId: app, userId: 'u1' }, '$u1', '$newer'), false)
      assert.equal((await store.password(app, 'u1'))?.passwordHash, '$new')
    })

    test('an app has a secret, another one, none', async () => {
      const store = await open()
      const app = randomUUID()
      assert.equal(await store.appSecretHash(app), null)
      await store.setAppSecretHash(app, 'h1')
      await store.setAppSecretHash(app, 'h2')
      assert.equal(await store.appSecretHash(app), 'h2')
      await store.setAppSecretHash(app, null)
      assert.equal(await store.appSecretHash(app), null)
    })
  })
}
