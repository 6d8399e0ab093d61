// Story: a user put a stranger into one group after the other, hundreds of them, by creating each with its first member. Nobody had asked the
// stranger, and nothing slowed it down.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { flags, wire } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import { type OpenGateway, openGateway } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const hourMs = 3_600_000

interface Policy {
  readonly usersAddedPerHour?: number
  readonly sameUserAddedPerHour?: number
  readonly addedByStrangersPerHour?: number
}

/** A gateway of an app whose policy says how many users one may put into groups in an hour. */
async function withPolicy(t: TestContext, policy: Policy): Promise<OpenGateway> {
  const open = await openGateway(t, { limits: { policyKeepMs: 0 } })
  open.backend.world.run({ type: 'RegisterApp', meta: sampleCommandMeta({ appId: 'app', actorId: '' }) })
  setPolicy(open, policy)
  return open
}

function setPolicy({ backend }: OpenGateway, policy: Policy): void {
  const intent = { id: randomUUID(), contentHash: new Uint8Array(32) }
  const meta = sampleCommandMeta({ appId: 'app', actorId: '', commandId: randomUUID(), intent })
  const limits = Object.entries(policy).map(([name, value]) => ({ name, value }))
  const decision = backend.world.run({ type: 'ChangeAppPolicy', meta, limits })
  assert.ok(decision.accepted)
}

async function answerOf(client: WireClient, name: 'createGroup' | 'addMembers', body: Uint8Array, sent = 0) {
  const { flags: bits, body: answer } = await client.request(name, body, sent)
  return bits & flags.error ? wire.Error.decode(answer) : { code: '', detail: '', retryAfterMs: 0 }
}

const create = (client: WireClient, memberIds: string[], conversationId = `g:${randomUUID()}`) =>
  answerOf(
    client,
    'createGroup',
    wire.CreateGroupRequest.encode({ conversationId, name: 'group', memberIds, clientRequestId: randomUUID() }).finish(),
  )
const add = (client: WireClient, conversationId: string, userIds: string[]) =>
  answerOf(client, 'addMembers', wire.AddMembersRequest.encode({ conversationId, userIds, clientRequestId: randomUUID() }).finish())

test('a user puts as many people into groups in an hour as the policy of the app says, by creating and by adding together', async (t) => {
  const open = await withPolicy(t, { usersAddedPerHour: 4 })
  const [one, two, other] = [await open.login(), await open.login(), await open.login({ userId: 'bob' })]
  assert.equal((await create(one, ['bob', 'carol', 'bob', 'alice'], 'g:team')).code, '', 'two people')
  assert.equal((await add(two, 'g:team', ['bob', 'dave'])).code, '', 'who is in counts as well')
  for (const [client, ask] of [
    [one, () => create(one, ['bob'])],
    [two, () => add(two, 'g:team', ['eve'])],
  ] as const) {
    const { code, detail, retryAfterMs } = await ask()
    assert.deepEqual([code, detail], ['RATE_LIMITED', 'usersAddedPerHour 4'])
    assert.ok(Number(retryAfterMs) > hourMs / 4 - 60_000 && Number(retryAfterMs) <= hourMs / 4, String(retryAfterMs))
    assert.equal(await client.sendCode(client.sendText('g:team', randomUUID(), 'still here')), '')
  }
  assert.equal((await create(one, [])).code, '', 'a group of their own')
  assert.equal((await create(other, ['alice'])).code, '', 'another user')
  setPolicy(open, { usersAddedPerHour: 5 })
  assert.equal((await create(one, [])).code, '', 'asks for the policy again')
  assert.equal((await create(one, ['bob'])).code, '', 'a new policy holds for what comes next')
})

test('what is refused is not counted, and what no hour allows is refused for good', async (t) => {
  const open = await withPolicy(t, { usersAddedPerHour: 2 })
  const alice = await open.login()
  for (let i = 0; i < 3; i++) assert.equal((await add(alice, 'g:elsewhere', ['bob', 'carol'])).code, 'NOT_A_MEMBER')
  const { code, detail } = await create(alice, ['bob', 'carol', 'dave'])
  assert.deepEqual([code, detail], ['TOO_LARGE', 'usersAddedPerHour 2, asked 3'])
  assert.equal((await create(alice, ['bob', 'carol'])).code, '')
  assert.equal((await create(alice, ['bob'])).code, 'RATE_LIMITED')
})

// A repeat was counted as another request: a client whose answer was lost was told RATE_LIMITED of the group that it had made.
test('a request that is asked again is counted once, and answered as before however full the hour is', async (t) => {
  const open = await withPolicy(t, { usersAddedPerHour: 2 })
  const alice = await open.login()
  const asked = { conversationId: 'g:team', name: 'group', memberIds: ['bob', 'carol'], clientRequestId: randomUUID() }
  const body = wire.CreateGroupRequest.encode(asked).finish()
  const first = await alice.request('createGroup', body)
  const again = await alice.request('createGroup', body, flags.retry)
  assert.deepEqual([first, again].map(WireClient.codeOf), ['', ''])
  assert.deepEqual(again.body, first.body)
  const elsewhere = wire.CreateGroupRequest.encode({ ...asked, conversationId: 'g:other' }).finish()
  assert.equal((await answerOf(alice, 'createGroup', elsewhere, flags.retry)).code, 'RATE_LIMITED', 'the same id, and another group')
  assert.equal((await create(alice, ['dave'])).code, 'RATE_LIMITED')
})

// What was answered UNAVAILABLE was given back, though it may have been done.
test('what may have been done counts, and is found out by asking again', async (t) => {
  const open = await withPolicy(t, { usersAddedPerHour: 2 })
  const alice = await open.login()
  open.backend.refusals = ['UNAVAILABLE']
  const asked = { conversationId: 'g:team', name: 'group', memberIds: ['bob', 'carol'], clientRequestId: randomUUID() }
  const body = wire.CreateGroupRequest.encode(asked).finish()
  assert.equal((await answerOf(alice, 'createGroup', body)).code, 'UNAVAILABLE')
  assert.equal((await create(alice, ['dave'])).code, 'RATE_LIMITED')
  assert.equal((await answerOf(alice, 'createGroup', body, flags.retry)).code, '')
  assert.equal((await create(alice, ['dave'])).code, 'RATE_LIMITED')
})

test('nobody is put into one group after the other by the same user', async (t) => {
  const open = await withPolicy(t, { sameUserAddedPerHour: 2 })
  const [alice, eve] = [await open.login(), await open.login({ userId: 'eve' })]
  assert.equal((await create(alice, ['bob'], 'g:first')).code, '')
  assert.equal((await create(alice, ['bob', 'carol'])).code, '')
  for (const again of [() => create(alice, ['dave', 'bob']), () => add(alice, 'g:first', ['bob'])]) {
    const { code, detail, retryAfterMs } = await again()
    assert.deepEqual([code, detail], ['RATE_LIMITED', 'sameUserAddedPerHour 2, user bob'])
    assert.ok(Number(retryAfterMs) > hourMs / 2 - 60_000 && Number(retryAfterMs) <= hourMs / 2, String(retryAfterMs))
  }
  assert.equal((await create(alice, ['carol', 'dave'])).code, '', 'others')
  assert.equal((await create(eve, ['bob'])).code, '', 'by somebody else')
  setPolicy(open, { sameUserAddedPerHour: 0 })
  assert.equal((await create(eve, [])).code, '', 'asks for the policy again')
  assert.deepEqual(await create(eve, ['carol']).then(({ code, detail }) => [code, detail]), [
    'TOO_LARGE',
    'sameUserAddedPerHour 0, asked 1, user carol',
  ])
})

// Each of those who did it had a limit of their own, and a hundred of them put one stranger into hundreds of groups.
test('nobody is put into one group after the other by many, but by those whom they know', async (t) => {
  const open = await withPolicy(t, { addedByStrangersPerHour: 2 })
  const login = (userId: string) => open.login({ userId })
  const [alice, carol, dave, bob] = [await login('alice'), await login('carol'), await login('dave'), await login('bob')]
  assert.equal((await create(alice, ['bob'], 'g:of-alice')).code, '')
  for (let i = 0; i < 3; i++) assert.equal((await add(dave, 'g:of-alice', ['bob'])).code, 'NOT_A_MEMBER', 'not counted')
  assert.equal((await create(carol, ['bob'], 'g:of-carol')).code, '')
  assert.equal((await create(dave, [], 'g:of-dave')).code, '')
  const again = [() => create(alice, ['bob']), () => create(carol, ['eve', 'bob']), () => add(dave, 'g:of-dave', ['bob'])]
  for (const ask of again) {
    const { code, detail, retryAfterMs } = await ask()
    assert.deepEqual([code, detail], ['RATE_LIMITED', 'addedByStrangersPerHour 2, user bob'])
    assert.ok(Number(retryAfterMs) > hourMs / 2 - 60_000 && Number(retryAfterMs) <= hourMs / 2, String(retryAfterMs))
  }
  assert.equal((await add(dave, 'g:of-dave', ['eve'])).code, '', 'others')
  assert.equal(await bob.sendCode(bob.sendText('g:of-carol', randomUUID(), 'who are you?')), '')
  assert.equal((await create(carol, ['bob'])).code, '', 'whom he has written to')
  assert.equal((await create(alice, ['bob'])).code, 'RATE_LIMITED', 'in whose group he is, and has read nothing')
})

test('an app may leave groups to those who know each other, and nobody is let through while that cannot be asked', async (t) => {
  const open = await withPolicy(t, { addedByStrangersPerHour: 0 })
  const [alice, bob] = [await open.login(), await open.login({ userId: 'bob' })]
  const refused = await create(alice, ['bob'])
  assert.deepEqual([refused.code, refused.detail], ['TOO_LARGE', 'addedByStrangersPerHour 0, asked 1, user bob'])
  assert.equal(await alice.sendCode(alice.sendText('d:alice:bob', randomUUID(), 'may I?')), '')
  assert.equal((await create(alice, ['bob'])).code, 'TOO_LARGE', 'who was only written to')
  assert.equal(await bob.sendCode(bob.sendText('d:alice:bob', randomUUID(), 'you may')), '')
  open.backend.viewsDown = true
  const unasked = await create(alice, ['bob'])
  assert.deepEqual([unasked.code, unasked.detail], ['UNAVAILABLE', 'views'])
  open.backend.viewsDown = false
  assert.equal((await create(alice, ['bob'])).code, '')
  assert.equal((await create(alice, ['bob', 'carol'])).code, 'TOO_LARGE')
})

test('what is asked again while the views are asked is not let through by that, and is answered once it was', async (t) => {
  const open = await withPolicy(t, { addedByStrangersPerHour: 1 })
  const [alice, carol] = [await open.login(), await open.login({ userId: 'carol' })]
  const asked = { conversationId: 'g:team', name: 'group', memberIds: ['bob'], clientRequestId: randomUUID() }
  const body = wire.CreateGroupRequest.encode(asked).finish()
  assert.equal((await create(carol, ['bob'])).code, '')
  const both = [alice.request('createGroup', body), alice.request('createGroup', body, flags.retry)]
  assert.deepEqual((await Promise.all(both)).map(WireClient.codeOf), ['RATE_LIMITED', 'RATE_LIMITED'])
  setPolicy(open, { addedByStrangersPerHour: 2 })
  assert.equal((await create(alice, [])).code, '', 'asks for the policy again')
  const answers = [await alice.request('createGroup', body), await alice.request('createGroup', body, flags.retry)]
  assert.deepEqual(answers.map(WireClient.codeOf), ['', ''])
})

test('messages behind a group that waits for the views are not refused for want of it', async (t) => {
  const open = await withPolicy(t, { addedByStrangersPerHour: 0 })
  const [alice, bob] = [await open.login(), await open.login({ userId: 'bob' })]
  assert.equal(await bob.sendCode(bob.sendText('d:alice:bob', randomUUID(), 'hello')), '')
  const asked = Promise.withResolvers<void>()
  open.backend.strangersAfter = asked.promise
  const created = create(alice, ['bob'], 'g:at-once')
  const sent = ['one', 'two'].map((text) => alice.sendText('g:at-once', randomUUID(), text))
  assert.equal(await alice.sendCode(alice.sendText('d:alice:bob', randomUUID(), 'meanwhile')), '')
  asked.resolve()
  assert.equal((await created).code, '')
  for (const sequence of sent) assert.equal(await alice.sendCode(sequence), '')
  assert.deepEqual(open.backend.texts('app', 'g:at-once'), ['one', 'two'])
})

test('an app without a policy, or views that do not answer, leave the defaults', async (t) => {
  const open = await openGateway(t)
  const people = Array.from({ length: 1_000 }, (_, i) => `user-${i}`)
  for (const userId of people) open.backend.know('app', userId)
  const [alice, eve] = [await open.login(), await open.login({ userId: 'eve' })]
  open.backend.viewsDown = true
  for (let i = 0; i < people.length; i += 200) assert.equal((await create(alice, people.slice(i, i + 200))).code, '')
  for (let i = 0; i < 20; i++) assert.equal((await create(eve, ['bob'])).code, '')
  const refused = [await create(alice, ['bob']), await create(eve, ['bob'])].map(({ code, detail }) => [code, detail])
  assert.deepEqual(refused, [
    ['RATE_LIMITED', 'usersAddedPerHour 1000'],
    ['RATE_LIMITED', 'sameUserAddedPerHour 20, user bob'],
  ])
})

test('what is asked right behind a new group finds it, however slowly the views answer', async (t) => {
  // The policy was waited for where it had not been read for some seconds, and the message behind the group was refused with NOT_A_MEMBER.
  const open = await withPolicy(t, { usersAddedPerHour: 4 })
  const alice = await open.login()
  open.backend.viewsDown = true
  const created = create(alice, ['bob'], 'g:at-once')
  const sent = alice.sendText('g:at-once', randomUUID(), 'hello')
  assert.deepEqual([(await created).code, await alice.sendCode(sent)], ['', ''])
})
