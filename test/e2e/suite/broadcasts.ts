// What is told to everybody of an app: by operators and by those who have the right; stored once, or for those alone who are connected.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { memoryStorage, type OnlineNotice } from '@skein/client'
import type { Installation } from '../installation.ts'
import { assertDense, openWorld, refuses, sees, type Watched, type World } from '../people.ts'
import { run, skeinCommand } from '../program.ts'

const progressOf = async (world: World, token: string, messageId: unknown) =>
  (await world.http('GET', `broadcasts/${messageId}`, { token })).body

/** How often a connection was pushed an item of a conversation. */
const pushedTo = ({ pushes }: Watched, conversationId: string) =>
  pushes.flatMap(({ items }) => items).filter((item) => item.conversationId === conversationId).length

export function broadcasts(open: () => Installation): void {
  test('what an operator broadcasts reaches everybody, who was away and who comes anew too, and counts until it is read', async (t) => {
    const [world, token] = [openWorld(t, open()), open().operatorKey]
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const conversationId = `b:${world.appId}`
    const storage = memoryStorage()
    const annHere = await world.device(ann, { node: 0, transport: 'ws' })
    const benHere = await world.device(ben, { node: 1, transport: 'tcp' })
    const tablet = await world.device(ann, { deviceId: 'tablet', node: 1, storage })
    await tablet.client.close()

    const asked = { id: randomUUID(), text: `closed on Monday ${randomUUID()}` }
    const first = await world.http('POST', 'broadcasts', { token, body: asked })
    assert.deepEqual([first.status, first.body.seq], [200, 1])
    assert.deepEqual(
      (await world.http('POST', 'broadcasts', { token, api: 1, body: asked })).body,
      first.body,
      'again is answered as the first time',
    )
    assert.equal((await world.http('POST', 'broadcasts', { token, body: { ...asked, text: 'another' } })).code, 'ID_REUSED')
    for (const device of [annHere, benHere]) {
      const { actorId, seq } = await device.hears(asked.text)
      assert.deepEqual([actorId, seq], ['', 1])
      await sees('it is unread', () => device.client.session(conversationId)?.unread === 1)
    }
    await sees('all gateways have told it', async () => {
      const { told, of, gateways, gatewaysAll } = await progressOf(world, token, first.body.messageId)
      return told === 2 && of === 2 && gateways === gatewaysAll
    })

    const tabletBack = await world.device(ann, { token: tablet.token, deviceId: 'tablet', node: 0, storage })
    await tabletBack.hears(asked.text)
    await annHere.client.markRead(conversationId)
    await sees('it is read on the other device', () => tabletBack.client.session(conversationId)?.unread === 0)
    await sees('as the server counts', async () => (await tabletBack.client.unread()).total === 0)
    assert.equal((await benHere.client.unread()).total, 1)

    const late = await world.register('late')
    const lateHere = await world.device(late, { node: 1 })
    await sees('nothing of before counts', () => lateHere.client.session(conversationId)?.unread === 0)
    assert.equal((await lateHere.client.unread()).total, 0)
    assert.deepEqual(
      (await lateHere.client.history(conversationId)).items.map(({ seq }) => seq),
      [1],
    )
    const second = `open again ${randomUUID()}`
    await world.http('POST', 'broadcasts', { token, body: { text: second } })
    await lateHere.hears(second)
    await sees('what came since does', async () => (await lateHere.client.unread()).total === 1)
    assertDense(benHere, conversationId)
  })

  test('a user broadcasts with the right alone, edits and takes back; nobody else writes there, and the next app hears nothing', async (t) => {
    const [world, other, token] = [openWorld(t, open()), openWorld(t, open()), open().operatorKey]
    const [ann, ben, stranger] = [await world.register('ann'), await world.register('ben'), await other.register('cid')]
    const conversationId = `b:${world.appId}`
    const annHere = await world.device(ann, { node: 0 })
    const benHere = await world.device(ben, { node: 1 })
    const outside = await other.device(stranger)
    await refuses('FORBIDDEN', annHere.client.broadcast('not yet'))
    await refuses('FORBIDDEN', annHere.client.broadcastOnline('not yet'))
    const right = (allowed: boolean) =>
      world.http('PUT', `users/${ann.userId}/broadcast-right`, { token, body: { allowed } }).then(({ status }) => assert.equal(status, 200))
    await right(true)
    const text = `to all ${randomUUID()}`
    const sent = await annHere.client.broadcast(text)
    const heard = await benHere.hears(text)
    assert.deepEqual([heard.actorId, heard.messageId], [ann.userId, sent.messageId])
    await annHere.hears(text)
    await annHere.client.edit(sent, `${text}, better`)
    await sees('it is edited', () => benHere.items.some((item) => item.type === 'MessageEdited' && item.text === `${text}, better`))
    await refuses('FORBIDDEN', benHere.client.revoke(sent))
    await refuses('FORBIDDEN', benHere.client.send(conversationId, 'me too'))
    await annHere.client.revoke(sent)
    await sees('nothing is unread', async () => (await benHere.client.unread()).total === 0)
    await refuses('NOT_A_MEMBER', benHere.client.members(conversationId))
    await refuses('NOT_A_MEMBER', outside.client.history(conversationId))
    await right(false)
    await refuses('FORBIDDEN', annHere.client.broadcast('no more'))
    await sees('it is taken back', () => benHere.client.lastSeq(conversationId) === 3)
    assert.equal(assertDense(benHere, conversationId), 3)
    assert.deepEqual(outside.items, [])
  })

  test('what is for those online is told to each of their devices, on every node, once, and stands nowhere', async (t) => {
    const [world, token] = [openWorld(t, open()), open().operatorKey]
    const ann = await world.register('ann')
    const told: OnlineNotice[][] = []
    for (const node of [0, 1]) {
      const { client } = await world.device(ann, { deviceId: `d${node}`, node })
      const heard: OnlineNotice[] = []
      client.on('onlineNotice', (notice) => heard.push(notice))
      told.push(heard)
    }
    const body = { id: randomUUID(), text: `back in an hour ${randomUUID()}`, online: true, perSecond: 10 }
    const { body: answer } = await world.http('POST', 'broadcasts', { token, body })
    assert.deepEqual((await world.http('POST', 'broadcasts', { token, body })).body, answer)
    for (const heard of told) {
      await sees('it is told', () => heard.length > 0)
      assert.deepEqual(
        heard.map(({ noticeId, senderId, text }) => [noticeId, senderId, text]),
        [[answer.messageId, '', body.text]],
      )
    }
    const after = await world.device(ann, { deviceId: 'later' })
    assert.equal((await after.client.unread()).total, 0)
    assert.deepEqual(after.client.sessions(), [])
  })

  test('an operator whose process is killed goes on under the same id, and each connection is told once', async (t) => {
    const world = openWorld(t, open())
    const ann = await world.register('ann')
    const connections: Watched[] = []
    for (let node = 0; node < 4; node++) {
      const token = await world.login(ann, `d${node}`)
      connections.push(await world.connection(token, { node }))
    }
    const args = ['broadcast', world.appId, 'closed on Monday', '--rate', '1', '--json', '--api', world.installation.apis[0]!]
    const skein = (...more: string[]) =>
      run(t, process.execPath, [skeinCommand, ...args, ...more], { SKEIN_OPERATOR_KEY: world.installation.operatorKey })
    const first = skein()
    await sees('it is stored', () => first.lines.length === 2 || first.errors() !== '')
    first.child.kill('SIGKILL')
    await first.end()
    const [asked, sent] = first.lines
    const again = skein('--id', String(asked?.id))
    assert.equal(await again.end(), 0, again.errors())
    const { told, of } = again.lines.at(-1)!
    assert.deepEqual([again.lines[1], told, of], [sent, 4, 4])
    for (const connection of connections) {
      await sees('it is told', () => pushedTo(connection, `b:${world.appId}`) > 0)
      assert.equal(pushedTo(connection, `b:${world.appId}`), 1)
    }
  })

  test('who has the right tells everybody by what they type, and everybody reads it in the chat', async (t) => {
    const [world, token] = [openWorld(t, open()), open().operatorKey]
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const right = await world.http('PUT', `users/${ann.userId}/broadcast-right`, { token, body: { allowed: true } })
    assert.equal(right.status, 200)
    const chat = ({ userName, password }: typeof ann) =>
      run(
        t,
        process.execPath,
        [skeinCommand, 'chat', '--api', world.installation.apis[0]!, '--app', world.appId, '--user', userName, '--json'],
        {
          SKEIN_PASSWORD: password,
        },
      )
    const [annHere, benHere] = [chat(ann), chat(ben)]
    for (const { lines } of [annHere, benHere]) await sees('they are connected', () => lines.some(({ kind }) => kind === 'connected'))
    annHere.type('/broadcast closed on Monday')
    await sees('it is read', () =>
      benHere.lines.some(({ text, conversationId }) => text === 'closed on Monday' && conversationId === `b:${world.appId}`),
    )
    annHere.type('/broadcast online back soon')
    for (const { lines } of [annHere, benHere])
      await sees('the notice is read', () => lines.some(({ kind, text }) => kind === 'online-notice' && text === 'back soon'))
    benHere.type('/broadcast me too')
    await sees('others may not', () => benHere.lines.some((line) => JSON.stringify(line).includes('FORBIDDEN')))
  })
}
