// Order of sends: one on its way per connection and conversation, holds after a refusal that can be repeated, and the
// ways a command can fail to be answered.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { flags, wire } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { eventually } from '@skein/testing'
import { openGateway } from './open-gateway.ts'
import type { WireClient } from './wire-client.ts'

const conversationId = 'd:alice:bob'

const createGroup = (client: WireClient, memberIds: readonly string[] = ['bob']): Promise<string> => {
  const asked = { conversationId: 'g:one', name: 'One', memberIds: [...memberIds], clientRequestId: randomUUID() }
  return client.codeOf('createGroup', wire.CreateGroupRequest.encode(asked).finish())
}

test('sends of one conversation go to the log one by one, those of others beside them', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  open.backend.holding = true
  const sequences = ['1', '2', '3'].map((text) => client.sendText(conversationId, randomUUID(), text))
  client.sendText('d:alice:carol', randomUUID(), 'beside')
  await eventually(() => open.backend.heldCount === 2)
  assert.deepEqual(
    open.backend.appended.map(({ key }) => key),
    ['app/d:alice:bob', 'app/d:alice:carol'],
  )
  for (let i = 0; i < 3; i++) {
    open.backend.release()
    if (i < 2) await eventually(() => open.backend.heldCount === 1)
  }
  for (const sequence of sequences) assert.equal(await client.sendCode(sequence), '')
  assert.deepEqual(open.backend.texts('app', conversationId), ['1', '2', '3'])
})

test('a refused send holds those behind it until it comes again', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  const ids = ['1', '2', '3', '4'].map(() => randomUUID())
  const send = (i: number, flagBits = 0) => client.sendText(conversationId, ids[i]!, `${i + 1}`, flagBits)
  open.backend.appendFailures = [new LogError('UNAVAILABLE', 'the broker is gone')]
  const first = [send(0), send(1), send(2)]
  assert.deepEqual(await Promise.all(first.map((s) => client.sendCode(s))), ['UNAVAILABLE', 'HELD', 'HELD'])
  // The log is back, but neither a later one nor a new one may overtake.
  assert.equal(await client.sendCode(send(1, flags.retry)), 'HELD')
  assert.equal(await client.sendCode(send(3)), 'HELD')
  assert.equal(await client.sendCode(client.sendText('d:alice:carol', randomUUID(), 'not held')), '')
  const again = [send(0, flags.retry), send(1, flags.retry), send(2, flags.retry), send(3, flags.retry)]
  assert.deepEqual(await Promise.all(again.map((s) => client.sendCode(s))), ['', '', '', ''])
  assert.deepEqual(open.backend.texts('app', conversationId), ['1', '2', '3', '4'])
  const retried = open.backend.appended.filter(({ key }) => key === `app/${conversationId}`)
  assert.deepEqual(
    retried.map(({ command }) => command.meta.retry),
    [true, true, true, true],
  )
})

test('an append whose outcome is unknown is made again as a retry, until the deadline', async (t) => {
  const open = await openGateway(t, { limits: { commandDeadlineMs: 1_000 } })
  const client = await open.login()
  const unknown = (count: number) => Array.from({ length: count }, () => new LogError('UNKNOWN_OUTCOME', 'the broker restarts'))
  open.backend.appendFailures = unknown(2)
  const sends = ['1', '2'].map((text) => client.sendText(conversationId, randomUUID(), text))
  assert.deepEqual(await Promise.all(sends.map((s) => client.sendCode(s))), ['', ''])
  assert.deepEqual(open.backend.texts('app', conversationId), ['1', '2'])
  assert.deepEqual(
    open.backend.appended.map(({ command }) => command.meta.retry),
    [true, false],
  )
  open.backend.appendFailures = unknown(100)
  assert.equal(await client.sendCode(client.sendText(conversationId, randomUUID(), 'never')), 'UNAVAILABLE')
  assert.equal(open.gateway.metrics().commandsPending, 0)
})

test('an append that does not end is given up at the deadline; a request about a group is made again as a send is', async (t) => {
  const open = await openGateway(t, { limits: { commandDeadlineMs: 1_000 } })
  const client = await open.login()
  open.backend.appendAfter = new Promise(() => {})
  assert.equal(await client.sendCode(client.sendText(conversationId, randomUUID(), 'never')), 'UNAVAILABLE')
  assert.deepEqual([open.backend.appended.length, open.gateway.metrics().commandsPending], [0, 0])
  open.backend.appendFailures = [new LogError('UNKNOWN_OUTCOME', 'the broker restarts')]
  assert.equal(await createGroup(client), '')
  assert.deepEqual(
    open.backend.appended.map(({ command }) => command.meta.retry),
    [true],
  )
})

test('a processor that refuses for its deadline holds as well; a refusal for good does not', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  open.backend.refusals = ['DEADLINE_EXCEEDED']
  const [one, two] = [randomUUID(), randomUUID()]
  const first = [client.sendText(conversationId, one, '1'), client.sendText(conversationId, two, '2')]
  assert.deepEqual(await Promise.all(first.map((s) => client.sendCode(s))), ['DEADLINE_EXCEEDED', 'HELD'])
  assert.equal(await client.sendCode(client.sendText(conversationId, one, '1', flags.retry)), '')
  open.backend.refusals = ['NOT_A_MEMBER']
  const second = [client.sendText(conversationId, randomUUID(), 'no'), client.sendText(conversationId, two, '2', flags.retry)]
  assert.deepEqual(await Promise.all(second.map((s) => client.sendCode(s))), ['NOT_A_MEMBER', ''])
  assert.deepEqual(open.backend.texts('app', conversationId), ['1', '2'])
})

test('a send refused for the rate of packets holds: nothing behind it overtakes', async (t) => {
  const open = await openGateway(t, { limits: { packetsPerSecond: 50, packetBurst: 5 } })
  const client = await open.login()
  const ids = Array.from({ length: 20 }, () => randomUUID())
  const send = (i: number, flagBits = 0) => client.sendCode(client.sendText(conversationId, ids[i]!, `${i}`, flagBits))
  const codes = await Promise.all(ids.map((_, i) => send(i)))
  let next = codes.indexOf('RATE_LIMITED')
  assert.ok(next > 0)
  // Once there are tokens again, a later one still waits for the first refused.
  const later = await eventually(async () => [await send(19, flags.retry)].find((code) => code !== 'RATE_LIMITED'))
  assert.equal(later, 'HELD')
  while (next < ids.length) {
    const code = await send(next, flags.retry)
    assert.ok(code === '' || code === 'RATE_LIMITED', code)
    if (code === '') next += 1
  }
  assert.deepEqual(
    open.backend.texts('app', conversationId),
    ids.map((_, i) => `${i}`),
  )
})

test('a reply that does not come is an UNAVAILABLE, and comes too late for the next', async (t) => {
  const open = await openGateway(t, { limits: { replyTimeoutMs: 1_000 } })
  const client = await open.login()
  open.backend.holding = true
  const id = randomUUID()
  const answered = client.sendText(conversationId, id, 'late')
  assert.equal(await client.sendCode(answered), 'UNAVAILABLE')
  const again = client.sendText(conversationId, id, 'late', flags.retry)
  await eventually(() => open.backend.heldCount === 2)
  open.backend.release(1)
  await eventually(() => open.gateway.metrics().repliesUnmatched === 1)
  assert.equal(client.received.filter((r) => r.sequence === again && r.name === 'send').length, 0)
  open.backend.release()
  assert.equal(await client.sendCode(again), '')
  assert.deepEqual(open.backend.texts('app', conversationId), ['late'])
})

test('replies that may be lost are asked for at once; a command not in the log yet is waited for', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  open.backend.holding = true
  const id = randomUUID()
  const lost = client.sendText(conversationId, id, 'stored')
  await eventually(() => open.backend.heldCount === 1)
  const append = Promise.withResolvers<void>()
  open.backend.appendAfter = append.promise
  const slow = client.sendText('d:alice:carol', randomUUID(), 'on its way')
  await eventually(() => open.gateway.metrics().commandsPending === 2)
  const stands = open.hub.interrupt(open.incarnation)
  open.backend.release()
  await open.other.flushed()
  stands()
  assert.equal(await client.sendCode(lost), 'UNAVAILABLE')
  assert.equal(open.gateway.metrics().commandsPending, 1)
  append.resolve()
  await eventually(() => open.backend.heldCount === 1)
  open.backend.holding = false
  open.backend.release()
  assert.equal(await client.sendCode(slow), '')
  assert.equal(await client.sendCode(client.sendText(conversationId, id, 'stored', flags.retry)), '')
  assert.deepEqual(open.backend.texts('app', conversationId), ['stored'])
})

test('a reply for another connection or another command answers nothing', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  open.backend.holding = true
  const sequence = client.sendText(conversationId, randomUUID(), 'mine')
  const { command } = await eventually(() => open.backend.appended[0])
  const body = wire.SendReply.encode({ seq: 9, ordinal: 9 }).finish()
  const reply = { commandId: command.meta.commandId, code: '', detail: '', body, partition: 0, offset: 0 }
  open.other.reply(open.incarnation, { ...reply, connectionId: randomUUID() })
  open.other.reply(open.incarnation, { ...reply, connectionId: client.connectionId, commandId: randomUUID() })
  await eventually(() => open.gateway.metrics().repliesUnmatched === 2)
  open.backend.release()
  const answer = await client.answer('send', sequence)
  assert.equal(wire.SendReply.decode(answer.body).seq, 1)
})

test('what a command says is what the client said', async (t) => {
  const open = await openGateway(t)
  const client = await open.login({ userId: 'alice', deviceId: 'phone' })
  const clientMessageId = randomUUID()
  const sent = await client.answer('send', client.sendText(conversationId, clientMessageId, 'hi', flags.retry))
  assert.equal(await client.sendCode(client.sendText(conversationId, clientMessageId, 'other')), 'ID_REUSED')
  assert.equal(await client.sendCode(client.sendText(conversationId, clientMessageId, 'hi')), '')
  const [first, second, third] = open.backend.appended.map(({ command }) => command)
  assert.ok(first!.type === 'SendMessage' && second!.type === 'SendMessage')
  assert.deepEqual([first.meta.appId, first.meta.actorId, first.meta.deviceId, first.meta.retry], ['app', 'alice', 'phone', true])
  assert.deepEqual([first.meta.replyNode, first.meta.replyConnection], [open.incarnation, client.connectionId])
  assert.equal(first.meta.deadlineAt - first.meta.enteredAt, 9_000)
  assert.match(first.meta.commandId, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  assert.equal(wire.SendReply.decode(sent.body).messageId, first.meta.commandId)
  assert.deepEqual([first.meta.intent!.id, first.meta.intent!.contentHash.length], [clientMessageId, 32])
  assert.notDeepEqual(first.meta.intent!.contentHash, second.meta.intent!.contentHash)
  assert.deepEqual(third!.meta.intent, first.meta.intent)
})

test('group requests and logout become commands of their aggregates', async (t) => {
  const open = await openGateway(t)
  const client = await open.login({ userId: 'alice' })
  const group = () => ({ conversationId: 'g:one', clientRequestId: randomUUID() })
  assert.equal(await createGroup(client), '')
  assert.equal(await client.codeOf('addMembers', wire.AddMembersRequest.encode({ ...group(), userIds: ['carol'] }).finish()), '')
  assert.equal(await client.codeOf('removeMembers', wire.RemoveMembersRequest.encode({ ...group(), userIds: ['carol'] }).finish()), '')
  assert.equal(await client.codeOf('changeRole', wire.ChangeRoleRequest.encode({ ...group(), userId: 'bob', role: 'owner' }).finish()), '')
  assert.equal(await client.codeOf('leaveGroup', wire.LeaveGroupRequest.encode(group()).finish()), '')
  assert.equal(await client.codeOf('logout'), '')
  assert.deepEqual(
    open.backend.appended.map(({ key, command }) => `${key} ${command.type}`),
    ['CreateGroup', 'AddMembers', 'RemoveMembers', 'ChangeMemberRole', 'LeaveGroup']
      .map((type) => `app/g:one ${type}`)
      .concat('app/u:alice CloseDeviceSession'),
  )
  assert.equal((await client.goodbye()).code, 'LOGGED_OUT')
})

test('a group request keeps the name its client gave it, with a hash of what it asks', async (t) => {
  const open = await openGateway(t)
  const client = await open.login({ userId: 'alice' })
  assert.equal(await createGroup(client, ['bob', 'carol', 'dave']), '')
  open.backend.appended.length = 0
  const [first, second] = [randomUUID(), randomUUID()]
  const remove = (userId: string, clientRequestId: string, flagBits = 0) =>
    client.codeOf(
      'removeMembers',
      wire.RemoveMembersRequest.encode({ conversationId: 'g:one', userIds: [userId], clientRequestId }).finish(),
      flagBits,
    )
  assert.equal(await remove('carol', first), '')
  assert.equal(await remove('carol', first, flags.retry), '')
  assert.equal(await remove('dave', first), 'ID_REUSED')
  assert.equal(await remove('dave', second), '')
  assert.equal(await remove('dave', 'not a UUID'), 'INVALID_ARGUMENT')
  // The same name and the same fields mean something else in another request.
  const leave = wire.LeaveGroupRequest.encode({ conversationId: 'g:one', clientRequestId: first }).finish()
  assert.equal(await client.codeOf('leaveGroup', leave), 'ID_REUSED')
  const metas = open.backend.appended.map(({ command }) => command.meta)
  assert.deepEqual(
    metas.map(({ intent, retry }) => [intent!.id, retry]),
    [
      [first, false],
      [first, true],
      [first, false],
      [second, false],
      [first, false],
    ],
  )
  assert.deepEqual(metas[1]!.intent, metas[0]!.intent)
  const hashes = metas.map(({ intent }) => Buffer.from(intent!.contentHash).toString('hex'))
  assert.deepEqual([hashes[2] === hashes[3], new Set(hashes).size, metas[0]!.intent!.contentHash.length], [true, 3, 32])
})

test('a refusal says which field or limit it is about', async (t) => {
  const open = await openGateway(t)
  const client = await open.login({ userId: 'alice' })
  open.backend.refusals = ['GROUP_FULL']
  open.backend.refusalDetail = 'groupMembersMax 1000, asked 1001'
  const add = async (userIds: string[]) => {
    const adding = { conversationId: 'g:one', userIds, clientRequestId: randomUUID() }
    const { code, detail } = wire.Error.decode((await client.request('addMembers', wire.AddMembersRequest.encode(adding).finish())).body)
    return [code, detail]
  }
  assert.deepEqual(await add(['carol']), ['GROUP_FULL', 'groupMembersMax 1000, asked 1001'])
  const crowd = Array.from({ length: 201 }, () => 'carol')
  assert.deepEqual(await add(crowd), ['TOO_LARGE', 'membersPerCommandMax 200, asked 201'])
  assert.equal(open.backend.appended.length, 1)
})

test('of many read marks only the newest waits, and all are answered', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  for (const text of ['1', '2', '3', '4', '5']) open.backend.plant(conversationId, 'bob', Buffer.from(text))
  open.backend.holding = true
  const mark = (ordinal: number) => client.send('markRead', wire.MarkReadRequest.encode({ conversationId, ordinal }).finish())
  const sequences = [1, 4, 2, 3].map(mark)
  await eventually(() => open.backend.heldCount === 1)
  open.backend.release()
  await eventually(() => open.backend.heldCount === 1)
  open.backend.release()
  const answers = await Promise.all(sequences.map((sequence) => client.answer('markRead', sequence)))
  assert.deepEqual(
    answers.map((answer) => wire.MarkReadReply.decode(answer.body).ordinal),
    [1, 4, 4, 4],
  )
  assert.equal(open.backend.appended.filter(({ command }) => command.type === 'MarkRead').length, 2)
})
