// Users, device sessions and tokens: who gets in, and who does not any more.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { createTokens } from '@skein/api'
import type { Installation } from '../installation.ts'
import { between, openWorld, refuses, sees } from '../people.ts'

export function accounts(open: () => Installation): void {
  test('one registers, logs in, and is found', async (t) => {
    const world = openWorld(t, open())
    const ann = await world.register('Ann.B')
    const token = await world.login(ann)
    for (const path of [`users/${ann.userId}`, 'users?userName=ann.b']) {
      // The API answers a registration after some seconds whether the views show it or not: here roles may still share partitions out.
      const found = await sees(path, async () => {
        const answer = await world.http('GET', path, { token, api: 1 })
        return answer.code === 'USER_NOT_FOUND' ? null : answer
      })
      assert.deepEqual([found.status, found.body], [200, { userId: ann.userId, userName: 'Ann.B', displayName: 'Ann.B' }])
    }
    const again = await world.http('POST', 'users', { body: { userName: 'ANN.B', password: 'another password' } })
    assert.deepEqual([again.status, again.code], [409, 'NAME_TAKEN'])
    const device = { deviceId: 'phone', platform: 'test' }
    for (const wrong of [
      { userName: 'Ann.B', password: 'another password' },
      { userName: 'nobody', password: ann.password },
    ]) {
      const answer = await world.http('POST', 'sessions', { body: { ...wrong, ...device } })
      assert.deepEqual([answer.status, answer.code], [401, 'CREDENTIALS_INVALID'])
    }
  })

  test('of several who race for a name exactly one gets it', async (t) => {
    const world = openWorld(t, open())
    const racers = Array.from({ length: 6 }, (_, i) => ({
      userName: i % 2 ? 'Racer' : 'racer',
      password: `password ${randomUUID()}`,
      api: i,
    }))
    const answers = await Promise.all(
      racers.map(({ userName, password, api }) => world.http('POST', 'users', { body: { userName, password }, api })),
    )
    const codes = answers.map((answer) => answer.code || answer.status)
    assert.equal(codes.filter((code) => code === 201).length, 1, codes.join())
    assert.equal(codes.filter((code) => code === 'NAME_TAKEN').length, racers.length - 1, codes.join())
    for (const [i, { userName, password, api }] of racers.entries()) {
      const body = { userName, password, deviceId: 'phone', platform: 'test' }
      const login = await world.http('POST', 'sessions', { body, api: api + 1 })
      assert.equal(login.status, answers[i]!.status === 201 ? 201 : 401)
    }
  })

  for (const way of ['HTTP', 'connection'] as const) {
    test(`logging out over ${way} ends the connections of the session, and its token is worth nothing`, async (t) => {
      const world = openWorld(t, open())
      const ann = await world.register('ann')
      const token = await world.login(ann)
      const other = await world.device(ann, { deviceId: 'laptop', node: 1 })
      const device = await world.device(ann, { token, node: 0, transport: 'tcp' })
      if (way === 'connection') await device.client.logout()
      else {
        assert.equal((await world.http('DELETE', 'sessions/current', { token, api: 1 })).status, 204)
        await sees('the connection ends', () => device.client.state === 'stopped')
        assert.deepEqual(device.ends, ['LOGGED_OUT'])
      }
      await sees('the token is refused by gateways', async () => {
        for (const node of [0, 1]) await refuses('TOKEN_REVOKED', world.connection(token, { node }))
        return true
      })
      for (const api of [0, 1]) {
        const refused = await sees('the token is refused by APIs', async () => {
          const answer = await world.http('GET', 'gateway', { token, api })
          return answer.status === 200 ? null : answer
        })
        assert.deepEqual([refused.status, refused.code], [401, 'TOKEN_REVOKED'])
      }
      assert.equal(other.client.state, 'online', 'the other device stays')
      await world.connection(await world.login(ann))
    })
  }

  test('logging an older session of a device out leaves the newer one connected', async (t) => {
    // Delivery took all sessions of a device for one, and the SDK stopped for good with a token that was still good.
    const world = openWorld(t, open())
    const ann = await world.register('ann')
    const old = await world.login(ann)
    const device = await world.device(ann, { node: 0 })
    const laptop = await world.device(ann, { deviceId: 'laptop', node: 1 })
    assert.equal((await world.http('DELETE', 'sessions/current', { token: old })).status, 204)
    // Of the same user, so delivered behind it.
    assert.equal((await world.http('DELETE', 'sessions/current', { token: laptop.token })).status, 204)
    await sees('the laptop is logged out', () => laptop.client.state === 'stopped')
    let sent = false
    void device.client.send(between(ann, ann), 'still here').then(() => {
      sent = true
    })
    await sees('the newer session goes on', () => sent)
    assert.deepEqual([device.client.state, device.ends], ['online', []])
  })

  test('a second login of the same device replaces the first connection', async (t) => {
    const world = openWorld(t, open())
    const ann = await world.register('ann')
    const first = await world.device(ann, { node: 0, transport: 'ws' })
    const second = await world.device(ann, { node: 1, transport: 'tcp' })
    await sees('the first is told', () => first.client.state === 'stopped')
    assert.deepEqual(first.ends, ['REPLACED'])
    await second.client.send(between(ann, ann), 'still here')
    assert.equal(second.client.state, 'online')
  })

  test('forged, expired and foreign tokens are refused by gateway and API', async (t) => {
    const installation = open()
    const world = openWorld(t, installation)
    const ann = await world.register('ann')
    const token = await world.login(ann)
    const claims = { appId: world.appId, userId: ann.userId, deviceId: 'phone', sessionId: randomUUID(), platform: 'test' }
    const issue = (secret: string, expiresAtMs: number, appId = world.appId) =>
      createTokens({ secret, now: Date.now }).issue({ ...claims, appId, expiresAtMs })
    const soon = Date.now() + 60_000
    const [head, body, signature] = token.split('.') as [string, string, string]
    const other = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), sub: 'somebody-else' }
    const bad: [string, string, string][] = [
      ['of another secret', await issue('x'.repeat(43), soon), 'TOKEN_INVALID'],
      ['expired', await issue(installation.tokenSecret, Date.now() - 1000), 'TOKEN_EXPIRED'],
      ['of another app', await issue(installation.tokenSecret, soon, 'another-app'), 'TOKEN_INVALID'],
      ['with changed claims', [head, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.'), 'TOKEN_INVALID'],
      ['unsigned', [Buffer.from('{"alg":"none"}').toString('base64url'), body, ''].join('.'), 'TOKEN_INVALID'],
      ['that is none', 'nonsense', 'TOKEN_INVALID'],
    ]
    for (const [what, wrong, code] of bad) {
      for (const transport of ['ws', 'tcp'] as const) await refuses(code, world.connection(wrong, { transport }))
      const answer = await world.http('GET', 'gateway', { token: wrong })
      assert.deepEqual([answer.status, answer.code], [401, code], `a token ${what}`)
    }
  })

  test('apps know nothing of each other', async (t) => {
    const installation = open()
    const [here, there] = [openWorld(t, installation), openWorld(t, installation)]
    const [ann, otherAnn] = [await here.register('ann'), await there.register('ann')]
    assert.notEqual(ann.userId, otherAnn.userId)
    const token = await here.login(ann)
    await refuses('TOKEN_INVALID', there.connection(token))
    assert.equal((await there.http('GET', 'users/online', { token })).code, 'TOKEN_INVALID')
    const wrongApp = await there.http('POST', 'sessions', { body: { ...ann, deviceId: 'phone', platform: 'test' } })
    assert.equal(wrongApp.code, 'CREDENTIALS_INVALID')
    const annHere = await here.device(ann, { token })
    await refuses('USER_NOT_FOUND', annHere.client.findUser({ userId: otherAnn.userId }))
    await refuses('USER_NOT_FOUND', annHere.client.send(between(ann, otherAnn), 'anybody there?'))
    await there.device(otherAnn)
    assert.deepEqual(await annHere.client.onlineUsers(), [])
  })

  test('who is online is told, until he leaves', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const annHere = await world.device(ann)
    const benHere = await world.device(ben, { node: 1, transport: 'tcp' })
    const benAtHome = await world.device(ben, { deviceId: 'laptop', node: 0 })
    const everybody = async () => {
      const { body } = await world.http('GET', 'online', { token: open().operatorKey })
      const users = body.users as { userId: string; devices: { deviceId: string }[] }[]
      return users.map(({ userId, devices }) => `${userId}: ${devices.map((device) => device.deviceId).sort()}`).sort()
    }
    assert.deepEqual(await everybody(), [`${ann.userId}: phone`, `${ben.userId}: laptop,phone`].sort())
    const peers = async () => (await annHere.client.onlineUsers()).map(({ userId }) => userId).join()
    await annHere.client.send(between(ann, ben), 'are you there?')
    await sees('he is told', () => benHere.texts(between(ann, ben)).length === 1)
    assert.equal(await peers(), '', 'writing to somebody does not show whether they are there')
    await benHere.client.send(between(ann, ben), 'I am')
    await sees('he has answered her', async () => (await peers()) === ben.userId)
    await benHere.client.close()
    await sees('one device of two has left', async () => (await everybody()).includes(`${ben.userId}: laptop`))
    assert.equal(await peers(), ben.userId)
    await benAtHome.client.close()
    await sees('he has left', async () => (await peers()) === '' && (await everybody()).join() === `${ann.userId}: phone`)
  })
}
