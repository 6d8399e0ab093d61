// People follow live rooms and talk in them as anywhere, without knowing how a signal differs from a message.
import assert from 'node:assert/strict'
import test from 'node:test'
import { deployment, skein, until } from './chat-process.ts'

test('a room is followed by its id, what is typed is said in it, and heard by who follows', async (t) => {
  const api = await deployment(t)
  const common = ['chat', '--api', api, '--password', 'secret', '--register']
  const [alice, bob] = [skein(t, [...common, '--user', 'alice']), skein(t, [...common, '--user', 'bob'])]
  for (const one of [alice, bob]) {
    one.type('/follow g:stage')
    await until(() => one.out.text.includes('following Stage'), 'both follow')
  }
  assert.match(bob.out.text, /following Stage, with 2 in all/)
  for (const line of ['hello', 'is this on?']) alice.type(line)
  await until(() => bob.out.text.includes('[Stage] alice: is this on?'), 'bob hears')
  assert.match(bob.out.text, /\[Stage\] alice: hello\n.*\[Stage\] alice: is this on\?/)
  assert.ok(!alice.out.text.includes('alice: hello'), 'what one types stands where it was typed')
  for (const line of ['/unfollow', 'anybody?']) bob.type(line)
  await until(() => bob.out.text.includes('no more of Stage'), 'bob leaves off')
  alice.type('bye')
  alice.type('/unfollow #9')
  await until(() => alice.out.text.includes('there is no #9'), 'alice is told')
  assert.ok(!bob.out.text.includes('bye'))
})
