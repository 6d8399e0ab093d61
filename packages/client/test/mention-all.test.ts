// Messages meant for everybody in a group, as an application sends them and is shown them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Client, memoryStorage } from '../src/index.ts'
import { deploymentOf, until } from './fake-deployment.ts'

function shownTo(client: Client): string[] {
  const shown: string[] = []
  client.on('message', ({ text, mentionAll }) => shown.push(`${text} ${mentionAll}`))
  return shown
}

test('what is meant for everybody is shown so to all, also from history and after it waited in storage', async (t) => {
  const d = await deploymentOf(t)
  const storage = memoryStorage()
  const [alice, bob] = [d.client('alice', { storage }), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const shown = { alice: shownTo(alice), bob: shownTo(bob) }
  const { conversationId } = await alice.createGroup({ name: 'Team', memberIds: ['bob'] })
  await alice.send(conversationId, 'lunch')
  await alice.send(conversationId, 'fire', { mentionAll: true })
  const all = ['lunch false', 'fire true']
  await until(() => shown.alice.length === 2 && shown.bob.length === 2, 'both are shown both')
  assert.deepEqual(shown, { alice: all, bob: all })
  const { items } = await bob.history(conversationId)
  assert.deepEqual(
    items.flatMap((item) => (item.type === 'MessageSent' ? [`${item.text} ${item.mentionAll}`] : [])),
    all,
  )
  await assert.rejects(bob.send(conversationId, 'me too', { mentionAll: true }), { code: 'FORBIDDEN' })
  await alice.changeGroup(conversationId, { canMentionAll: 'everyone' })
  await bob.send(conversationId, 'me too', { mentionAll: true })
  await until(() => shown.alice.at(-1) === 'me too true', 'alice is shown it')
  for (const gateway of d.gateways) gateway.accepting = false
  for (const gateway of d.gateways) gateway.cutAll()
  alice.send(conversationId, 'later', { mentionAll: true }).catch(() => {})
  await until(() => alice.unsent === 1, 'it waits')
  await alice.close()
  for (const gateway of d.gateways) gateway.accepting = true
  const again = d.client('alice', { storage })
  await again.connect()
  await until(() => shown.bob.at(-1) === 'later true', 'bob is shown what waited')
})
