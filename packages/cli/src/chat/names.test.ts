// Users by their names, as far as a server tells them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Client, SkeinError, type UserProfile } from '@skein/client'
import { createNames } from './names.ts'

const error = (code: string) => new SkeinError(code, '')

/** A server that refuses what is in `refused`, and names every other user by their id in capitals. */
function server() {
  const refused = new Map<string, SkeinError>()
  const asked: string[] = []
  const profiles = new Map<string, UserProfile>()
  const findUser = async ({ userId }: { userId: string }) => {
    asked.push(userId)
    const refusal = refused.get(userId)
    if (refusal) throw refusal
    const profile = { userId, userName: userId.toUpperCase() } as UserProfile
    profiles.set(userId, profile)
    return profile
  }
  const client = { findUser, profile: (userId: string) => profiles.get(userId) } as unknown as Client
  return { refused, asked, profiles, names: createNames(client) }
}

// Whoever was asked for while the server refused for a while stood in every line by their id, for as long as the chat ran.
test('a look-up that failed is forgotten, and one that nobody answers to is kept', async () => {
  const { refused, asked, names } = server()
  refused.set('bob', error('RATE_LIMITED')).set('eve', error('USER_NOT_FOUND'))
  assert.deepEqual([await names.user('bob'), await names.user('eve')], ['bob', 'eve'])
  refused.clear()
  assert.deepEqual([await names.user('bob'), await names.user('eve')], ['BOB', 'eve'])
  assert.deepEqual(asked, ['bob', 'eve', 'bob'])
})

test('of any number of users some are asked for at once, beside those who are known, and others the next time', async () => {
  const { asked, profiles, names } = server()
  const users = Array.from({ length: 50 }, (_, i) => `user-${i}`)
  profiles.set('user-49', { userId: 'user-49', userName: 'ann' } as UserProfile)
  const [found, meanwhile] = await Promise.all([names.some(users), names.some(users)])
  assert.equal(asked.length, 20)
  assert.deepEqual([found.size, meanwhile.size], [21, 21])
  assert.deepEqual([found.get('user-0'), found.get('user-20'), found.get('user-49')], ['USER-0', undefined, 'ann'])
  assert.equal((await names.some(users)).get('user-20'), 'USER-20')
  assert.equal((await names.some(users)).size, 50)
  assert.equal(new Set(asked).size, asked.length, 'each once')
})
