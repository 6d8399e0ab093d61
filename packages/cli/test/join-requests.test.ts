// Every way into a group as people type it: asking and being let in or not, open groups, invitations refused, links used up and ended, and bans.
import test, { type TestContext } from 'node:test'
import { chatAtTerminal, deployment, skein, until } from './chat-process.ts'

/** One who types at a terminal, with the group that they have made, and those who read lines from a pipe. */
async function tableOf(t: TestContext) {
  const api = await deployment(t)
  const person = async (userName: string) => {
    const { out, type } = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', userName])
    const shows = (text: string | RegExp) =>
      until(
        () => (typeof text === 'string' ? out.text.includes(text) : text.test(out.text)),
        () => `${userName} reads ${text} in\n${out.text}`,
      )
    await shows('connected')
    return { type, shows, text: () => out.text }
  }
  const [bob, cem] = await Promise.all([person('bob'), person('cem')])
  const terminal = chatAtTerminal(t, api, ['--user', 'alice', '--register'])
  const shows = (text: string | RegExp) =>
    until(
      () => (typeof text === 'string' ? terminal.shown().includes(text) : text.test(terminal.shown())),
      () => `alice reads ${text} in\n${terminal.shown()}`,
    )
  await shows('connected')
  const type = (line: string) => terminal.type(`${line}\r`)
  /** Types the rest of a line by the tab key. */
  const complete = async (typed: string, rest: string) => {
    const whole = new RegExp(typed + rest, 'g')
    const times = () => terminal.shown().match(whole)?.length ?? 0
    const before = times()
    terminal.type(`${typed}\t`)
    await until(() => times() > before, terminal.shown)
    terminal.type('\r')
  }
  type('/group create cake')
  await shows(/- cake is g:\S+/)
  const group = /- cake is (g:[\w-]+)/.exec(terminal.shown())![1]!
  return { bob, cem, alice: { type, complete, shows, text: terminal.shown }, group }
}

test('who asks answers what the group asks, waits, and is let in or not by whom the tab key offers', async (t) => {
  const { alice, bob, cem, group } = await tableOf(t)
  bob.type(`/join ${group}`)
  await bob.shows('/join: NOT_JOINABLE')
  for (const line of ['/group set joinBy request', '/group set questions Why? Since when?']) alice.type(line)
  await alice.shows('questions is Why? Since when?')
  bob.type(`/join ${group}`)
  await bob.shows(`cake asks; answer by /join ${group} "<answer>"...\n    1. Why?\n    2. Since when?\n`)
  bob.type(`/join ${group} "to bake" "long ago"`)
  await bob.shows('asked to join; it waits for an answer')
  await alice.shows('bob asks to join cake: /to #1, then /requests')
  alice.type('/requests')
  await alice.shows('- bob: to bake: long ago')
  await alice.complete('/deny ', 'bob')
  await alice.shows('- bob is not let in')
  await bob.shows(`not let in to ${group}`)
  alice.type('/approve bob')
  await alice.shows('/approve: REQUEST_NOT_FOUND')
  for (const who of [bob, cem]) who.type(`/join ${group} please "an hour"`)
  await alice.shows(/cem asks to join/)
  cem.type(`/requests`)
  await cem.shows('/requests: nobody is chosen yet')
  await alice.complete('/approve b', 'ob')
  await alice.shows('- bob is in')
  await bob.shows('- let in to cake: /to #1')
  await alice.shows('* bob joined, let in by alice')
  for (const line of ['/to cake', 'thanks', '/join cake', '/approve cem']) bob.type(line)
  await bob.shows('- /join: you are in "cake" already; /to cake talks to it')
  await alice.shows('[cake] bob: thanks')
  await bob.shows('/approve: FORBIDDEN')
  alice.type('/deny cem')
  await alice.shows('- cem is not let in')
  alice.type('/requests')
  await alice.shows('- none')
})

test('an open group is joined at once, by nobody who is banned, until the ban is lifted', async (t) => {
  const { alice, bob, cem, group } = await tableOf(t)
  alice.type('/group set joinBy open')
  await alice.shows('joinBy is open')
  for (const who of [bob, cem]) {
    who.type(`/join ${group}`)
    await who.shows('- joined')
  }
  cem.type('/groups')
  await cem.shows('cake (group of 3, you are member)')
  alice.type('/ban cem')
  await alice.shows('- cem is banned')
  await bob.shows(/alice banned cem/)
  bob.type('/unban cem')
  await bob.shows('/unban: FORBIDDEN')
  alice.type('/bans')
  await alice.shows('- cem by alice')
  cem.type(`/join ${group}`)
  await cem.shows('/join: NOT_JOINABLE')
  await alice.complete('/unban ', 'cem')
  await alice.shows('- cem is banned no more')
  cem.type(`/join ${group}`)
  await until(() => cem.text().match(/- joined /g)?.length === 2, cem.text)
  alice.type('/bans')
  await alice.shows('- none')
  alice.type('/all the cake is ready')
  await cem.shows('[cake] alice (to all): the cake is ready')
  cem.type('/all mine too')
  await cem.shows(/not sent: mine too: FORBIDDEN/)
})

test('a link lets in as many as it says and no more once it is ended, and who is invited may decline', async (t) => {
  const { alice, bob, cem, group } = await tableOf(t)
  alice.type('/invite bob')
  await bob.shows(`alice invites you to cake: /join ${group}`)
  for (const line of ['/decline pie', '/decline CAKE', '/invitations', `/decline ${group}`]) bob.type(line)
  await bob.shows('- /decline: you are not invited to a group called "pie"')
  await bob.shows(/- declined\n- none\n- \/decline: NOT_INVITED/)
  /** What alice is told to hand on, after so many others. */
  const linkAfter = async (before: number) => {
    const links = () => [...alice.text().matchAll(/- \/join (g:[^/]+\/\S+)/g)].map(([, link]) => link!)
    await until(() => links().length > before, alice.text)
    return links()[before]!
  }
  alice.type('/link 1 2')
  const first = await linkAfter(0)
  bob.type(`/join ${first}`)
  await bob.shows('- joined')
  await alice.shows('* bob joined by a link of alice')
  cem.type(`/join ${first}`)
  await cem.shows('/join: LINK_INVALID')
  alice.type('/links')
  await alice.shows(/- \S{12} used 1 of 1 times, until /)
  for (const what of ['a', '1 b']) alice.type(`/link ${what}`)
  await alice.shows('a: uses is a count')
  await alice.shows('b: hours is a count')
  await alice.complete('/unlink ', String.raw`\S{12}`)
  await alice.shows('- nobody joins by it any more')
  alice.type('/links')
  await alice.shows('- none')
  alice.type('/link')
  const second = await linkAfter(1)
  await alice.complete('/unlink ', String.raw`\S{12}`)
  await until(() => alice.text().match(/- nobody joins by it any more/g)?.length === 2, alice.text)
  cem.type(`/join ${second}`)
  await until(() => cem.text().match(/\/join: LINK_INVALID/g)?.length === 2, cem.text)
  alice.type('/link')
  cem.type(`/join ${await linkAfter(2)}`)
  await cem.shows('- joined')
  cem.type('/link')
  await cem.shows('/link: FORBIDDEN')
})
