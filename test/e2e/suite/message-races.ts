// An author edits while an admin takes back, through two connection nodes where there are two, answers lost and asked for again at the
// other: all are shown the same order, and nothing is done twice.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { type Sent, SkeinError, textBody } from '@skein/client'
import type { Installation } from '../installation.ts'
import { assertDense, openWorld, refuses, sees, type World } from '../people.ts'

const rounds = 12

type Asked = { readonly seq: number } | { readonly code: string }

interface Actor {
  readonly world: World
  readonly token: string
  /** The node it asks first. */
  readonly node: number
}

interface Control {
  readonly name: 'edit' | 'revoke'
  readonly request: { conversationId: string; seq: number; messageId: string; clientRequestId: string; body: ReturnType<typeof textBody> }
}

const control = (name: Control['name'], { conversationId, seq, messageId }: Sent): Control => ({
  name,
  request: { conversationId, seq, messageId, clientRequestId: randomUUID(), body: textBody('edited') },
})

async function ask({ world, token, node }: Actor, { name, request }: Control, retry: boolean): Promise<Asked> {
  const { connection } = await world.connection(token, { node })
  const { body: _body, ...revoking } = request
  const asked = name === 'edit' ? connection.ask('edit', request, { retry }) : connection.ask('revoke', revoking, { retry })
  try {
    return await asked
  } catch (error) {
    if (error instanceof SkeinError && !error.retriable) return { code: error.code }
    throw error
  } finally {
    connection.destroy()
  }
}

/** The request arrives, and whoever asked is gone before they read the answer. */
async function askAndLeave({ world, token, node }: Actor, { name, request }: Control): Promise<void> {
  const { connection } = await world.connection(token, { node })
  const { body: _body, ...revoking } = request
  const asked = name === 'edit' ? connection.ask('edit', request) : connection.ask('revoke', revoking)
  asked.catch(() => {})
  // Packets of a connection are taken in their order.
  await connection.ask('heartbeat', { timeMs: Date.now() })
  connection.destroy()
}

const again = (actor: Actor, asked: Control): Promise<Asked> => ask({ ...actor, node: actor.node + 1 }, asked, true)

/** Ben writes in a group of which ann is an admin; cem looks on, and so does dan, who comes when all is over. */
async function openScene(t: TestContext, open: () => Installation) {
  const world = openWorld(t, open())
  const [ann, ben, cem, dan] = [
    ...[await world.register('ann'), await world.register('ben')],
    ...[await world.register('cem'), await world.register('dan')],
  ]
  const owner = await world.device(cem!, { node: 1 })
  const memberIds = [ann!, ben!, dan!].map(({ userId }) => userId)
  const { conversationId: group } = await owner.client.createGroup({ name: 'team', memberIds })
  await owner.client.changeRole(group, ann!.userId, 'admin')
  const writer = await world.device(ben!, { deviceId: 'laptop', node: 0 })
  const author: Actor = { world, token: await world.login(ben!), node: 0 }
  const admin: Actor = { world, token: await world.login(ann!), node: 1 }
  const comes = () => world.device(dan!, { node: 0, fullSyncDepth: Number.POSITIVE_INFINITY })
  return { world, owner, writer, author, admin, group, comes }
}

type Scene = Awaited<ReturnType<typeof openScene>>

/** Everybody was shown the same, and the messages named are gone for whoever comes now. */
async function assertOneOrder({ owner, writer, group, comes }: Scene, gone: readonly Sent[]): Promise<void> {
  await owner.client.send(group, 'the end')
  const late = await comes()
  const orders = []
  for (const device of [owner, writer, late]) {
    const end = await device.hears('the end')
    await sees('all up to it', () => device.items.some((item) => item.seq === end.seq))
    assert.equal(assertDense(device, group), end.seq)
    orders.push(device.items.map((item) => `${item.seq} ${item.type} ${'targetSeq' in item ? item.targetSeq : ''}`))
  }
  assert.deepEqual(orders[1], orders[0])
  assert.deepEqual(orders[2], orders[0])
  for (const { seq } of gone) {
    const item = late.items.find((one) => one.seq === seq)
    assert.ok(item?.type === 'MessageSent' && item.removed?.kind === 'revoked' && item.text === null)
    const later = owner.items.filter((one) => 'targetSeq' in one && one.targetSeq === seq).map((one) => one.type)
    assert.equal(later.at(-1), 'MessageRevoked', `${later}`)
    assert.equal(later.filter((type) => type === 'MessageRevoked').length, 1)
  }
}

export function messageRaces(open: () => Installation): void {
  test('an edit and a revocation at the same moment have one order for all', async (t) => {
    const scene = await openScene(t, open)
    const { writer, author, admin, group } = scene
    const gone: Sent[] = []
    for (let round = 0; round < rounds; round++) {
      const sent = await writer.client.send(group, `text ${round}`)
      gone.push(sent)
      const [editing, revoking] = [control('edit', sent), control('revoke', sent)]
      // In half of the rounds nobody reads the first answers.
      if (round % 2) await Promise.all([askAndLeave(author, editing), askAndLeave(admin, revoking)])
      const first = round % 2 ? again : (actor: Actor, asked: Control) => ask(actor, asked, false)
      const [edited, revoked] = await Promise.all([first(author, editing), first(admin, revoking)])
      assert.ok('seq' in revoked, `taken back: ${JSON.stringify(revoked)}`)
      if ('seq' in edited) assert.deepEqual([edited.seq, revoked.seq], [sent.seq + 1, sent.seq + 2])
      else assert.deepEqual([edited.code, revoked.seq], ['MESSAGE_REMOVED', sent.seq + 1])
      assert.deepEqual([await again(author, editing), await again(admin, revoking)], [edited, revoked])
    }
    await assertOneOrder(scene, gone)
  })

  test('an edit before a revocation is done, one after it refused, whoever loses the answer', async (t) => {
    const scene = await openScene(t, open)
    const { writer, author, admin, group } = scene
    const [early, late] = [await writer.client.send(group, 'early'), await writer.client.send(group, 'late')]
    const [editing, revoking] = [control('edit', early), control('revoke', early)]
    await askAndLeave(author, editing)
    const edited = await again(author, editing)
    await askAndLeave(admin, revoking)
    const revoked = await again(admin, revoking)
    assert.deepEqual([edited, revoked], [{ seq: late.seq + 1 }, { seq: late.seq + 2 }])
    assert.deepEqual(await again(author, editing), edited, 'answered as the first time, although it is gone since')

    const [tooLate, first] = [control('edit', late), control('revoke', late)]
    await askAndLeave(admin, first)
    assert.deepEqual(await again(admin, first), { seq: late.seq + 3 })
    await askAndLeave(author, tooLate)
    assert.deepEqual(await again(author, tooLate), { code: 'MESSAGE_REMOVED' })
    await refuses('MESSAGE_REMOVED', writer.client.edit(late, 'once more'))
    await assertOneOrder(scene, [early, late])
  })
}
