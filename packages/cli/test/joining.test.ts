// Ways into groups at the keyboard: people are told of an invitation with what to type, and the tab key knows it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { chatAtTerminal, deployment, personAt, skein, until } from './chat-process.ts'

test('people are invited and join by what is typed and offered, and by a link', async (t) => {
  const api = await deployment(t)
  const cem = await personAt(t, api, 'cem')
  const bob = chatAtTerminal(t, api, ['--user', 'bob', '--register'])
  await until(() => bob.shown().includes('connected'), 'bob is there')
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice'])
  for (const line of ['/group create cake', '/invite bob', '/invite alice', '/link 1', '/links']) alice.type(line)
  await until(() => /alice invites you to cake: \/join g:\S+/.test(bob.shown()), bob.shown)
  const [, group] = /\/join (g:\S+)/.exec(bob.shown())!
  bob.type('/invitations\r')
  await until(() => bob.shown().includes(`cake by alice (/join ${group} or /decline ${group})`), bob.shown)
  bob.type('/join g:\t')
  await until(() => bob.shown().includes(`/join ${group}`), bob.shown)
  bob.type('\r')
  await until(
    () => alice.out.text.includes('bob joined by an invitation of alice'),
    () => alice.out.text,
  )
  await until(
    () => /- \S{12} used 0 of 1 times/.test(alice.out.text),
    () => alice.out.text,
  )
  const [, link] = /- \/join (g:[^/]+\/\S+)/.exec(alice.out.text)!
  assert.ok(link?.startsWith(`${group}/`))
  await cem.joinByLink(link!)
  await until(
    () => alice.out.text.includes('cem joined by a link of alice'),
    () => alice.out.text,
  )
  for (const line of ['/ban cem', '/unlink nothing', '/unban cem', '/invite cem', '/uninvite cem', '/uninvite cem', '/quit'])
    alice.type(line)
  await alice.ended
  assert.match(alice.out.text, /alice removed cem[\s\S]*alice banned cem[\s\S]*- cem is banned\n|- cem is banned\n/)
  assert.match(alice.out.text, /nothing: no link of this group/)
  assert.match(alice.out.text, /- cem is banned no more\n/)
  assert.match(alice.out.text, /- cem is invited no more\n/)
  assert.match(alice.out.text, /uninvite: NOT_INVITED/)
  bob.type('/quit\r')
  await bob.done
})

test('who asks is shown to whoever lets in, who has a list of them, and takes it back or is answered', async (t) => {
  const api = await deployment(t)
  const bob = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'bob'])
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice'])
  /** Types a line, and waits for what comes of it. */
  const says = async (who: typeof bob, line: string, answer: RegExp) => {
    const before = who.out.text.length
    who.type(line)
    await hears(who, answer, before)
  }
  const hears = (who: typeof bob, answer: RegExp, before = 0) =>
    until(
      () => answer.test(who.out.text.slice(before)),
      () => `${answer} in ${who.out.text.slice(before)}`,
    )
  await hears(bob, /connected/)
  await says(alice, '/group create cake', /cake/)
  await says(alice, '/group set joinBy request', /joinBy is request/)
  await says(alice, '/link', /join g:\S+/)
  const [, group] = /join (g:[^/]+)\//.exec(alice.out.text)!
  await says(bob, `/join ${group}`, /it waits for an answer/)
  await hears(alice, /bob asks to join cake: \/to #1, then \/requests/)
  await says(alice, '/requests', /- bob\n/)
  await says(bob, '/asked', new RegExp(`- cake \\(/withdraw ${group}\\)`))
  await says(bob, `/withdraw ${group}`, /- taken back/)
  await says(bob, '/asked', /- none/)
  await says(bob, `/withdraw ${group}`, /withdraw: REQUEST_NOT_FOUND/)
  await says(alice, '/requests', /- none/)
  await says(bob, `/join ${group}`, /it waits for an answer/)
  await says(alice, '/approve bob', /- bob is in/)
  await hears(bob, /let in to cake: \/to #1/)
  for (const who of [alice, bob]) {
    who.type('/quit')
    await who.ended
  }
  assert.equal(bob.out.text.split('let in to').length, 2, 'told once')
})
