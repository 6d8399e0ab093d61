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
  for (const line of ['/ban cem', '/unlink nothing', '/unban cem', '/quit']) alice.type(line)
  await alice.ended
  assert.match(alice.out.text, /alice removed cem[\s\S]*alice banned cem[\s\S]*- cem is banned\n|- cem is banned\n/)
  assert.match(alice.out.text, /nothing: no link of this group/)
  assert.match(alice.out.text, /- cem is banned no more\n/)
  bob.type('/quit\r')
  await bob.done
})
