// The verifier takes what the standard library of tokens makes, and nothing else.
import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { jwtVerify, SignJWT } from 'jose'
import { createTokenVerifier } from '../src/index.ts'
import { secret, signToken } from './open-gateway.ts'

const verify = createTokenVerifier(secret)
const sessionId = randomUUID()
const claims = { app: 'app', dev: 'phone', sid: sessionId, plt: 'ios' }
const inAnHour = Math.floor(Date.now() / 1000) + 3600

/** A token with any header and payload, properly signed. */
function handMade(header: object, payload: object, key = secret): string {
  const head = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`
}

test('a token made by jose is read, and jose agrees with what is made by hand', async () => {
  const token = await signToken({ sessionId, userId: 'alice', deviceId: 'phone' })
  const verdict = verify(token)
  assert.ok(typeof verdict === 'object')
  assert.deepEqual([verdict.appId, verdict.userId, verdict.deviceId, verdict.sessionId], ['app', 'alice', 'phone', sessionId])
  assert.ok(verdict.expiresAt > Date.now())
  const mine = handMade({ alg: 'HS256' }, { sub: 'alice', exp: inAnHour, ...claims })
  assert.equal((await jwtVerify(mine, Buffer.from(secret))).payload.sub, 'alice')
  assert.equal(typeof verify(mine), 'object')
})

test('other algorithms, other keys and changed parts are invalid', async () => {
  const payload = { sub: 'alice', exp: inAnHour, ...claims }
  assert.equal(verify(handMade({ alg: 'none' }, payload)), 'TOKEN_INVALID')
  assert.equal(verify(handMade({ alg: 'HS512' }, payload)), 'TOKEN_INVALID')
  assert.equal(verify(handMade({ alg: 'HS256', crit: ['b64'] }, payload)), 'TOKEN_INVALID')
  assert.equal(verify(handMade({ alg: 'HS256' }, payload, 'another')), 'TOKEN_INVALID')
  const [head, , signature] = handMade({ alg: 'HS256' }, payload).split('.')
  const changed = Buffer.from(JSON.stringify({ ...payload, sub: 'mallory' })).toString('base64url')
  assert.equal(verify(`${head}.${changed}.${signature}`), 'TOKEN_INVALID')
  assert.equal(verify(`${head}.${changed}.`), 'TOKEN_INVALID')
  const wide = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS512' })
    .setSubject('alice')
    .setExpirationTime(inAnHour)
    .sign(Buffer.alloc(64, 1))
  assert.equal(verify(wide), 'TOKEN_INVALID')
  for (const text of ['', '.', '..', 'a.b', 'a.b.c.d', 'x'.repeat(10_000)]) assert.equal(verify(text), 'TOKEN_INVALID')
})

// Story: decoders of base64 pass over what they do not know, so that a token with `=`, a blank or U+0000 appended was the token as well.
test('what is appended to a token, or written otherwise, makes it another one', () => {
  const token = handMade({ alg: 'HS256' }, { sub: 'alice', exp: inAnHour, ...claims })
  assert.equal(typeof verify(token), 'object')
  for (const more of ['=', '==', ' ', '\0', '\n', '.', '+', 'é'])
    assert.equal(verify(`${token}${more}`), 'TOKEN_INVALID', JSON.stringify(more))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const sameBits = `${token.slice(0, -1)}${letters[letters.indexOf(token.at(-1)!) + 1]}`
  assert.deepEqual(Buffer.from(sameBits.split('.')[2]!, 'base64url'), Buffer.from(token.split('.')[2]!, 'base64url'))
  assert.equal(verify(sameBits), 'TOKEN_INVALID')
})

test('claims must be there, of their kind, and in time', () => {
  const payload = { sub: 'alice', exp: inAnHour, ...claims }
  for (const name of ['sub', 'app', 'dev', 'sid', 'plt', 'exp']) {
    assert.equal(verify(handMade({ alg: 'HS256' }, { ...payload, [name]: undefined })), 'TOKEN_INVALID')
  }
  assert.equal(verify(handMade({ alg: 'HS256' }, { ...payload, sub: 'a/b' })), 'TOKEN_INVALID')
  assert.equal(verify(handMade({ alg: 'HS256' }, { ...payload, nbf: inAnHour })), 'TOKEN_INVALID')
  assert.equal(verify(handMade({ alg: 'HS256' }, { ...payload, exp: 1 })), 'TOKEN_EXPIRED')
  assert.equal(createTokenVerifier(secret, () => inAnHour * 1000)(handMade({ alg: 'HS256' }, payload)), 'TOKEN_EXPIRED')
})
