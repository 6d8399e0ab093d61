// The SDK as strangers get it: the packed tarball installed into an empty project chats on this installation, and so
// does the browser bundle in a context that has what browsers have and nothing of Node.
import assert from 'node:assert/strict'
import test from 'node:test'
import { browserBundle, installPacked } from '../../../packages/client/test/packed-project.ts'
import { chatInBrowser } from '../browser.ts'
import type { Installation } from '../installation.ts'
import { openWorld } from '../people.ts'

export function strangers(open: () => Installation): void {
  test('the packed SDK in an empty project chats, in Node and as browsers load it', async (t) => {
    const world = openWorld(t, open())
    const project = await installPacked()
    t.after(() => project.remove())
    assert.deepEqual(await project.installed(), ['@skein/client'])
    const apiUrl = world.installation.apis[0]!
    const said = { heard: 'hello from a tarball', answer: 'and back', replyTo: 1, seq: 2 }
    assert.deepEqual(await project.chat({ apiUrl, appId: world.appId }), [
      { transport: 'ws', ...said },
      { transport: 'tcp', ...said },
    ])
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const benHere = await world.device(ben, { transport: 'tcp' })
    const credentials = { userName: ann.userName, password: ann.password }
    const chatting = chatInBrowser(await browserBundle(project), { apiUrl, appId: world.appId, credentials, peer: 'ben' })
    const { conversationId } = await benHere.hears('hello from a page')
    await benHere.client.send(conversationId, 'hello page')
    assert.equal(await chatting, 'hello page')
  })
}
