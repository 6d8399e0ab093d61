// Passwords as PHC strings: what verifies, and what does not.
import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { decoyHash, hashPassword, isOutdated, verifyPassword } from './password-hash.ts'

const cheap = { memoryKiB: 8, passes: 1, parallelism: 1 }

test('a hash is a PHC string that its password alone verifies', async () => {
  const phc = await hashPassword('correct horse', cheap)
  assert.match(phc, /^\$argon2id\$v=19\$m=8,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await verifyPassword('correct horse', phc), true)
  assert.equal(await verifyPassword('correct horsf', phc), false)
  assert.equal(await verifyPassword('', phc), false)
  assert.notEqual(await hashPassword('correct horse', cheap), phc)
})

test('the string says the parameters it was made with', async () => {
  const phc = await hashPassword('correct horse', cheap)
  const raised = { memoryKiB: 16, passes: 2, parallelism: 2 }
  assert.equal(isOutdated(phc, cheap), false)
  for (const [name, value] of Object.entries(raised)) assert.equal(isOutdated(phc, { ...cheap, [name]: value }), true)
  assert.equal(await verifyPassword('correct horse', await hashPassword('correct horse', raised)), true)
})

test('a hash another program made in this format verifies', async () => {
  const nonce = Buffer.from('0123456789abcdef')
  const tag = argon2Sync('argon2id', { message: 'correct horse', nonce, parallelism: 1, tagLength: 24, memory: 64, passes: 3 })
  const b64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  assert.equal(await verifyPassword('correct horse', `$argon2id$v=19$m=64,t=3,p=1$${b64(nonce)}$${b64(tag)}`), true)
})

test('letters composed in another way are the same password', async () => {
  assert.equal(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait', cheap)), true)
})

test('a damaged row is a fault, not a wrong password', async () => {
  const phc = await hashPassword('correct horse', cheap)
  for (const damaged of ['', phc.slice(0, 20), phc.replace('argon2id', 'argon2i'), `${phc}$`]) {
    await assert.rejects(verifyPassword('correct horse', damaged), /not a PHC string/)
  }
})

test('nothing verifies against a decoy', async () => {
  assert.equal(await verifyPassword('', decoyHash(cheap)), false)
})
