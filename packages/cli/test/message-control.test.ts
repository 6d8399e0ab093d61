// Taking back and editing what was said: by scripts, which point at messages by number or as their last, and at a terminal, where the tab
// key offers them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { chatAtTerminal, deployment, personAt, skein, until } from './chat-process.ts'

test('scripts edit and revoke by number and by last, and programs are told all of it', async (t) => {
  const api = await deployment(t)
  const common = ['chat', '--api', api, '--password', 'secret', '--register', '--json']
  const bob = skein(t, [...common, '--user', 'bob'])
  await until(() => bob.out.text.includes('connected'), 'bob is connected')
  const alice = skein(t, [...common, '--user', 'alice', '--to', 'bob'])
  const typed = [
    ...['one', 'two', 'three', '/edit #1 one,  again', '/edit last drei', '/revoke 2', '/revoke #2', '/edit #2 more'],
    ...['/revoke #9', '/revoke that', '/edit #1', '/revoke', '/history'],
  ]
  for (const line of typed) alice.type(line)
  alice.child.stdin.end()
  await alice.ended
  const of = (run: typeof alice, kind: string) => run.lines().filter((line) => line.kind === kind)
  assert.deepEqual(
    of(alice, 'refused').map(({ what, code }) => `${what} ${code}`),
    [...['/edit MESSAGE_REMOVED', '/revoke MESSAGE_NOT_FOUND', '/revoke MISTYPED', '/edit MISTYPED', '/revoke MISTYPED']],
  )
  assert.equal(alice.out.code, 1)
  assert.deepEqual(
    [...of(alice, 'edit'), ...of(alice, 'revoke')].map(({ conversationId, targetSeq, seq }) => [conversationId, targetSeq, seq]),
    [
      ['d:alice:bob', 1, 4],
      ['d:alice:bob', 3, 5],
      ['d:alice:bob', 2, 6],
      ['d:alice:bob', 2, 6],
    ],
  )
  const [history] = of(alice, 'history') as [{ items: Record<string, unknown>[] }]
  assert.deepEqual(
    history.items.slice(0, 3).map(({ seq, text, edits, removed }) => [seq, text, edits, (removed as { kind: string } | null)?.kind]),
    [
      [1, 'one,  again', 1, undefined],
      [2, null, 0, 'revoked'],
      [3, 'drei', 1, undefined],
    ],
  )
  await until(() => of(bob, 'item').length === 3, 'bob is told')
  bob.type('/quit')
  await bob.ended
  const told = of(bob, 'item').map(({ type, own, seq, targetSeq, text, contentType, version }) => ({
    ...{ type, own, seq, targetSeq, text, contentType, version },
  }))
  const edited = { type: 'MessageEdited', own: false, contentType: 'text/plain', version: 1 }
  assert.deepEqual(told, [
    { ...edited, seq: 4, targetSeq: 1, text: 'one,  again' },
    { ...edited, seq: 5, targetSeq: 3, text: 'drei' },
    { type: 'MessageRevoked', own: false, seq: 6, targetSeq: 2, text: undefined, contentType: undefined, version: undefined },
  ])
})

test('people read who edited what and who took what back, and history says it too', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice', '--to', 'bob'])
  await until(() => alice.out.text.includes('talking to bob'), 'alice is there')
  const refs = [await bob.send('d:alice:bob', 'first'), await bob.send('d:alice:bob', 'second')]
  await bob.edit(refs[0]!, 'not first')
  await bob.revoke(refs[1]!)
  await until(() => alice.out.text.includes('took a message back'), 'alice is told')
  for (const line of ['/history', '/quit']) alice.type(line)
  await alice.ended
  const lines = alice.out.text.split('\n').map((line) => line.trim())
  for (const wanted of [/^\d\d:\d\d \[bob\] bob edited #1: not first$/, /^\d\d:\d\d \[bob\] \* bob took a message back \(#2\)$/])
    assert.ok(
      lines.some((line) => wanted.test(line)),
      `${wanted} in\n${alice.out.text}`,
    )
  for (const wanted of [/^1\. \d\d:\d\d bob: not first \(edited\)$/, /^2\. \d\d:\d\d \* a message of bob was revoked by bob$/])
    assert.ok(
      lines.some((line) => wanted.test(line)),
      `${wanted} in\n${alice.out.text}`,
    )
})

test("the tab key offers commands, then recent messages of one's own, then what the message says", async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const before = await personAt(t, api, 'alice')
  const sent = await before.send('d:alice:bob', 'said before')
  await bob.send('d:alice:bob', 'from\u001b bob')
  await before.close()
  const alice = chatAtTerminal(t, api, ['--user', 'alice', '--to', 'bob'])
  const since = (mark: number) => alice.shown().slice(mark)
  await until(() => alice.shown().includes('talking to bob'), 'alice is there')
  const heard: (string | null)[] = []
  bob.on('message', ({ text }) => heard.push(text))
  alice.type('said now\r')
  await until(() => heard.includes('said now'), 'it is said')

  let mark = alice.shown().length
  alice.type('/re\t\t')
  await until(() => /\/revoke.*\/read|\/read.*\/revoke/s.test(since(mark)), 'the commands')
  alice.type('v\t')
  await until(() => since(mark).endsWith('/revoke'), 'the one that is meant')
  mark = alice.shown().length
  alice.type(' \t\t')
  await until(() => since(mark).includes('#1 said before'), 'what was said in another session as well')
  assert.match(since(mark), /#3 said now.*#1 said before/s)
  assert.doesNotMatch(since(mark), /from/)
  alice.type('3\t')
  await until(() => since(mark).endsWith('/revoke #3 '), 'the number of the only one left')
  alice.type('\r')
  await until(() => alice.shown().includes('* alice took a message back (#3)'), 'it is taken back')

  mark = alice.shown().length
  alice.type('/edit \t')
  await until(() => since(mark).endsWith('/edit #1 '), 'what is taken back is offered no more')
  alice.type('\t')
  await until(() => since(mark).endsWith('/edit #1 said before'), 'the text to begin with')
  alice.type(', and better\r')
  await until(() => alice.shown().includes('alice edited #1: said before, and better'), 'it is edited')
  const { items } = await bob.history('d:alice:bob')
  assert.ok(items.some((item) => item.type === 'MessageSent' && item.seq === sent.seq && item.text === 'said before, and better'))
  alice.type('/quit\r')
  await alice.done
})

test("what is deleted for oneself goes on all of one's devices, and nobody else is told", async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const args = ['chat', '--api', api, '--password', 'secret', '--register', '--json', '--user', 'alice']
  const tablet = skein(t, [...args, '--device', 'tablet'])
  await until(() => tablet.out.text.includes('connected'), 'the tablet is connected')
  const alice = skein(t, [...args, '--to', 'bob'])
  await until(() => alice.out.text.includes('"kind":"to"'), 'alice is there')
  const { conversationId, messageId } = await bob.send('d:alice:bob', 'for your eyes')
  await until(() => alice.out.text.includes('for your eyes'), 'alice reads it')
  for (const line of ['/delete #1', '/unread', '/history', '/delete last']) alice.type(line)
  alice.child.stdin.end()
  await alice.ended
  const hidden = { kind: 'hidden', conversationId, seq: 1, ordinal: 1, messageId }
  await until(() => tablet.lines().some(({ kind }) => kind === 'hidden'), 'the tablet is told')
  for (const run of [alice, tablet])
    assert.deepEqual(
      run.lines().filter(({ kind }) => kind === 'hidden'),
      [hidden],
    )
  const lineOf = (kind: string) => alice.lines().find((line) => line.kind === kind)!
  assert.equal(lineOf('unread').total, 0)
  const [item] = lineOf('history').items as { text: string | null; removed: { kind: string } }[]
  assert.deepEqual([item!.text, item!.removed.kind], [null, 'hidden'])
  assert.deepEqual([lineOf('refused').what, lineOf('refused').code], ['/delete', 'MESSAGE_NOT_FOUND'])
  const { items } = await bob.history(conversationId)
  assert.deepEqual(
    items.map((one) => one.type === 'MessageSent' && [one.text, one.removed]),
    [['for your eyes', null]],
  )
  tablet.type('/quit')
  await tablet.ended
})

test('what is deleted for all is told to all, also when it was taken back before', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const types: string[] = []
  bob.on('item', ({ type, seq }) => types.push(`${seq} ${type}`))
  const args = ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice', '--to', 'bob']
  const alice = skein(t, [...args, '--json'])
  for (const line of ['one', 'two', '/delete all last', '/revoke #1', '/delete --all #1', '/delete all', '/delete all last'])
    alice.type(line)
  alice.child.stdin.end()
  await alice.ended
  const of = (kind: string) => alice.lines().filter((line) => line.kind === kind)
  assert.deepEqual(
    of('delete').map(({ targetSeq, seq }) => [targetSeq, seq]),
    [
      [2, 3],
      [1, 5],
    ],
  )
  assert.deepEqual(
    of('refused').map(({ code }) => code),
    ['MISTYPED', 'MESSAGE_NOT_FOUND'],
  )
  await until(() => types.length === 5, 'bob is told')
  assert.deepEqual(types, ['1 MessageSent', '2 MessageSent', '3 MessageDeleted', '4 MessageRevoked', '5 MessageDeleted'])
  const again = skein(t, args)
  for (const line of ['/history', '/quit']) again.type(line)
  await again.ended
  for (const wanted of [/2\. \d\d:\d\d \* a message of alice was deleted by alice/, /3\. \d\d:\d\d \* alice deleted a message \(#2\)/])
    assert.match(again.out.text, wanted)
})

test('owners of a group are offered what others said', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const alice = chatAtTerminal(t, api, ['--user', 'alice', '--register'])
  await until(() => alice.shown().includes('connected'), 'alice is there')
  alice.type('/group create team bob\r')
  await until(() => bob.sessions().length === 1, 'bob is in')
  await bob.send(bob.sessions()[0]!.conversationId, 'rubbish')
  await until(() => alice.shown().includes('bob: rubbish'), 'bob is heard')
  const mark = alice.shown().length
  alice.type('/edit \tx\u0015/revoke \t')
  await until(() => alice.shown().slice(mark).endsWith('/revoke #2 '), 'a message to revoke')
  assert.match(alice.shown().slice(mark), /\/edit x/, 'and none to edit')
  alice.type('\r')
  await until(() => alice.shown().includes('* alice took a message back (#2)'), 'it is taken back')
  alice.type('/quit\r')
  await alice.done
})
