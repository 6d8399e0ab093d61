// What one does about other users, typed as people type it, with those offered whom each command may mean.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { RelationChange } from '@skein/client'
import { chatAtTerminal, deployment, personAt, skein, until } from './chat-process.ts'

test('friends are asked for, named and let go by what is typed, and both are told; who is blocked is not', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const carol = await personAt(t, api, 'carol')
  const toldTo = (client: typeof bob) => {
    const told: RelationChange[] = []
    client.on('relation', ({ change }) => told.push(change))
    return told
  }
  const [toBob, toCarol] = [toldTo(bob), toldTo(carol)]
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice'])
  /** Types a line, and waits for what comes of it. */
  const says = async (line: string, answer: string) => {
    const before = alice.out.text.length
    alice.type(line)
    await until(
      () => alice.out.text.slice(before).includes(answer),
      () => `${answer} in ${alice.out.text.slice(before)}`,
    )
  }
  const hears = (text: string) => until(() => alice.out.text.includes(text), text)
  await hears('connected')

  await says('/friends', '- no friends yet\n')
  await says('/add bob from  work', '- bob is asked to be your friend')
  await until(() => toBob.some(({ received }) => received?.text === 'from  work'), 'bob is asked')
  await says('/friends', '- no friends yet\n    bob was asked: from  work')
  await bob.acceptFriend('alice')
  await hears('- bob is your friend')
  await carol.requestFriend('alice', { text: 'me too' })
  await hears('- carol asks to be your friend: me too; /accept carol or /refuse carol')
  await says('/friends', 'carol asks: me too')
  await says('/refuse carol', '- carol is refused')
  await until(() => toCarol.some(({ sent }) => sent === null), 'carol is told')
  await says('/accept carol', '/accept: REQUEST_NOT_FOUND')
  await says('/remark bob Bobby B', '- bob has a name of yours')
  await says('/friends', '- bob (Bobby B)\n')

  const known = toBob.length
  await says('/block bob', '- bob is blocked')
  await says('/blocked', '- bob\n')
  await assert.rejects(bob.send('d:alice:bob', 'hello?'), { code: 'NOT_REACHABLE' })
  await says('/to bob', 'talking to bob')
  await says('hello', 'not sent: hello: NOT_REACHABLE')
  await says('/unblock bob', '- bob may reach you again')
  await says('/blocked', '- nobody')
  await bob.send('d:alice:bob', 'hello again')
  await hears('bob: hello again')
  assert.equal(toBob.length, known, 'bob is told of neither')

  await says('/privacy friends nobody', '- friends may write to you, nobody may add you to groups')
  await assert.rejects(carol.send('d:alice:carol', 'hello?'), { code: 'NOT_REACHABLE' })
  await says('/privacy', '- friends may write to you, nobody may add you to groups')
  await says('/unfriend bob', '- bob is no friend')
  await until(() => toBob.at(-1)?.friendsSinceMs === 0, 'bob is told')
  await assert.rejects(bob.send('d:alice:bob', 'hello?'), { code: 'NOT_REACHABLE' })
  await says('/friends', '- no friends yet\n')
  await says('/add', 'say /add <user> [text]')
  await says('/block nobody-there', 'USER_NOT_FOUND: there is no user "nobody-there"')
})

test('each command offers those whom it may mean', async (t) => {
  const api = await deployment(t)
  await (await personAt(t, api, 'alice')).close()
  await personAt(t, api, 'eve')
  for (const name of ['bob', 'carol', 'dan']) await (await personAt(t, api, name)).requestFriend('alice')
  const alice = chatAtTerminal(t, api, ['--user', 'alice'])
  await until(() => alice.shown().includes('connected'), 'alice is there')
  const shows = (what: string, isShown: (text: string) => boolean) =>
    until(
      () => isShown(alice.shown()),
      () => `${what} in ${alice.shown().slice(-200)}`,
    )
  /** The line as the tab key leaves it. */
  const completes = async (keys: string, line: string) => {
    alice.type(keys)
    await shows(line, (text) => text.endsWith(line))
  }
  const lists = async (keys: string, listed: RegExp) => {
    const mark = alice.shown().length
    alice.type(keys)
    await shows(String(listed), (text) => listed.test(text.slice(mark)))
  }
  const does = async (line: string, done: string) => {
    const mark = alice.shown().length
    alice.type(`${line}\r`)
    await shows(done, (text) => text.slice(mark).includes(done))
  }
  const clear = '\u0015'
  // Whom one has asked oneself is not offered where an answer is meant.
  await does('/add eve', 'eve is asked to be your friend')
  await lists('/accept \t\t', /bob\s+carol\s+dan/)
  await completes('b\t', '/accept bob ')
  await does('', 'bob is your friend')
  await completes('/refuse c\t', '/refuse carol ')
  await does('', 'carol is refused')
  await completes('/refuse \t', '/refuse dan ')
  await completes(`${clear}/block \t`, '/block bob ')
  await does('', 'bob is blocked')
  await completes('/unblock \t', '/unblock bob ')
  await does('', 'bob may reach you again')
  // Those whom one knows are offered wherever any user may be meant.
  for (const line of ['/invite ', '/group add ', '/block ', '/group create cake ']) {
    await completes(`${clear}${line}\t`, `${line}bob `)
  }
  await does('', 'cake is g:')
  await completes('/ban \t', '/ban bob ')
  await completes(`${clear}/to \t`, '/to cake')
  await completes(`${clear}/remark \t`, '/remark bob ')
  alice.type(clear)
  await lists('/unfriend \t\t', /bob\s+eve/)
  await completes('e\t', '/unfriend eve ')
  await does('', 'eve is no friend')
  await completes('/unfriend \t', '/unfriend bob ')
  await completes(`${clear}/privacy f\t`, '/privacy friends ')
  await completes('n\t', '/privacy friends nobody ')
  await does(clear, '')
  alice.type('/quit\r')
  await alice.done
})
