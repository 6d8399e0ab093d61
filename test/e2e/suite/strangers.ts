// The SDK as strangers get it: the packed tarball in an empty project chats on this installation over both transports,
// and so does the browser bundle in a context that has what browsers have and nothing of Node.
import assert from 'node:assert/strict'
import test from 'node:test'
import { chatInBrowser } from '../browser.ts'
import type { Installation } from '../installation.ts'
import { installPackedSdk } from '../packed-sdk.ts'
import { openWorld } from '../people.ts'

const program = `import { createClient, directConversationId, SkeinError } from '@skein/client'
const [apiUrl, appId, userName, password, peer, transport] = process.argv.slice(2)
const client = createClient({ apiUrl, appId, credentials: { userName, password }, deviceId: transport, transport })
await client.connect()
const { userId } = await client.findUser({ userName: peer })
const answered = new Promise((resolve) => client.on('message', (message) => message.actorId === userId && resolve(message)))
const conversationId = directConversationId(client.userId, userId)
const sent = await client.send(conversationId, 'hello over ' + transport)
const answer = await answered
const refused = await client.send('d:x:y', 'not mine').catch((error) => error instanceof SkeinError && error.code)
console.log(JSON.stringify({ seq: sent.seq, answer: answer.text, replyTo: answer.replyTo, address: client.connection.address, refused }))
await client.close()
`

export function strangers(open: () => Installation): void {
  test('the packed SDK in an empty project chats, in Node and as browsers load it', async (t) => {
    const world = openWorld(t, open())
    const sdk = await installPackedSdk()
    t.after(() => sdk.remove())
    assert.deepEqual(await sdk.installed(), ['@skein/client'])
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const benHere = await world.device(ben, { transport: 'tcp' })
    const { apis, gateways } = world.installation
    const where = { apiUrl: apis[0]!, appId: world.appId }
    let seq = 0
    for (const transport of ['ws', 'tcp'] as const) {
      const running = sdk.run(program, [where.apiUrl, where.appId, ann.userName, ann.password, 'ben', transport])
      const heard = await benHere.hears(`hello over ${transport}`)
      await benHere.client.send(heard.conversationId, `hello ${transport}`, { replyTo: heard.seq })
      const address = gateways()[0]![transport]
      const answer = `hello ${transport}`
      assert.deepEqual(await running, { seq: seq + 1, answer, replyTo: seq + 1, address, refused: 'NOT_A_MEMBER' })
      seq += 2
    }

    const bundle = await sdk.browserBundle()
    // A browser resolves no bare name: what is imported statically must be inside.
    assert.doesNotMatch(bundle, /(^|[;\n])import[^(]*['"]/)
    const credentials = { userName: ann.userName, password: ann.password }
    const chatting = chatInBrowser(bundle, { ...where, credentials, peer: 'ben' })
    const { conversationId } = await benHere.hears('hello from a page')
    await benHere.client.send(conversationId, 'hello page')
    assert.equal(await chatting, 'hello page')
  })
}
