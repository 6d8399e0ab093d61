// People follow live rooms and talk in them as anywhere, without knowing how a signal differs from a message.
import assert from 'node:assert/strict'
import test from 'node:test'
import { chatAtTerminal, deployment, skein, until } from './chat-process.ts'

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

test('live rooms and channels are made by what is typed, the tab key knows which are rooms, and who writes into one is told to follow it', async (t) => {
  const api = await deployment(t)
  const bob = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'bob'])
  const reads = (text: string) =>
    until(
      () => bob.out.text.includes(text),
      () => `${text} in\n${bob.out.text}`,
    )
  await reads('connected')
  const alice = chatAtTerminal(t, api, ['--user', 'alice', '--register'])
  const shows = (text: string | RegExp) =>
    until(
      () => (typeof text === 'string' ? alice.shown().includes(text) : text.test(alice.shown())),
      () => `${text} in\n${alice.shown()}`,
    )
  await shows('connected')
  /** Types the rest by the tab key. */
  const complete = async (typed: string, whole: string, then = '\r') => {
    alice.type(`${typed}\t`)
    await shows(whole)
    alice.type(then)
  }
  await complete('/chan', '/channel create', ' News bob\r')
  await shows('- News is g:')
  await complete('/room', '/room create', ' Jam bob\r')
  await shows(/- Jam is (g:\S+)\n.*- whoever knows its id hears it: \/follow \1/s)
  await complete('/unfollow ', '/unfollow Jam')
  await shows('no more of Jam')
  for (const line of ['/to News', 'mine', '/group info']) bob.type(line)
  await reads('not sent: mine: FORBIDDEN')
  await reads('type channel')
  for (const line of ['/to Jam', 'hello?']) bob.type(line)
  await reads('not sent: hello?: LIVE_ROOM; /follow, and what you type is said')
  bob.type('/follow')
  await reads('following Jam, with 1 in all')
  alice.type('/to News\rbreaking\r')
  await reads('[News] alice: breaking')
  await complete('/follow ', '/follow Jam')
  await shows('following Jam, with 2 in all')
  bob.type('hello again')
  await shows('[Jam] bob: hello again')
  alice.type('/group info\r')
  await shows('type room')
})
