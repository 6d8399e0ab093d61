// `make demo`: a scripted conversation against `make start`, or against a server of its own when none runs. It prints the
// dialogue as it happens and holds every line of it to what it should be; exit code 0 means that all of it came true.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { directConversationId } from '@skein/client'
import { type Character, createCast } from './cast.ts'
import { findServer } from './server.ts'

const say = (line: string) => console.log(line)
const scene = (title: string) => say(`\n-- ${title}`)

/** Shown by everybody named, with the same text at the same place. */
async function speak(from: Character, conversationId: string, text: string, to: readonly Character[]): Promise<number> {
  const { seq } = await from.client.send(conversationId, text)
  for (const listener of to) {
    const heard = await listener.hears(conversationId, seq)
    assert.deepEqual([heard.type, heard.text, heard.actorId], ['MessageSent', text, from.client.userId])
  }
  say(`   ${from.name}: ${text}${to.length > 0 ? `   (seq ${seq}, seen by ${to.map((c) => c.name).join(' and ')})` : `   (seq ${seq})`}`)
  return seq
}

/** One message is edited, another taken back: everybody is told, and history has no more of what was said at first. */
async function takeBack(group: string, from: Character, to: readonly Character[]): Promise<void> {
  scene('Carol thinks again')
  const edited = await from.client.send(group, 'Apple cake at four.')
  const { seq } = await from.client.edit(edited, 'Apple cake at five.')
  for (const listener of to) {
    const told = await listener.sees('MessageEdited', group, edited.seq)
    assert.ok(told.type === 'MessageEdited' && told.text === 'Apple cake at five.')
  }
  say(`   ${from.name} edits ${edited.seq}: Apple cake at five.   (seq ${seq}, seen by ${to.map((c) => c.name).join(' and ')})`)
  const rash = await from.client.send(group, 'Or somebody else bakes.')
  await from.client.revoke(rash)
  for (const listener of to) {
    assert.equal((await listener.sees('MessageRevoked', group, rash.seq)).messageId, rash.messageId)
    const { items } = await listener.client.history(group)
    const said = items.filter((item) => item.type === 'MessageSent').map(({ text, edits }) => `${text} ${edits}`)
    assert.deepEqual(said.slice(-2), ['Apple cake at five. 1', 'null 0'])
  }
  say(`   ${from.name} takes ${rash.seq} back: nobody finds in history what it said`)
}

async function play(apiUrl: string): Promise<void> {
  const cast = createCast(apiUrl, randomBytes(3).toString('hex'))
  try {
    scene('Three people register and log in')
    const alice = await cast.enter('alice', 'ws')
    const bob = await cast.enter('bob', 'tcp')
    const carol = await cast.enter('carol', 'ws')
    for (const { name, client } of [alice, bob, carol]) say(`   ${name} is connected to ${client.connection?.address}`)

    scene('Alice over WebSocket and Bob over TCP')
    const direct = directConversationId(alice.client.userId, bob.client.userId)
    await speak(alice, direct, 'Did the deployment go through?', [bob])
    const answered = await speak(bob, direct, 'An hour ago. Nobody noticed.', [alice])
    const { seq } = await alice.client.send(direct, 'That is how it should be.', { replyTo: answered })
    const reply = await bob.hears(direct, seq)
    assert.deepEqual([reply.type, reply.replyTo], ['MessageSent', answered])
    say(`   alice: That is how it should be.   (seq ${seq}, in answer to ${answered}, seen by bob)`)

    scene('A group with Carol')
    const members = [bob, carol].map((character) => character.client.userId)
    const { conversationId: group } = await alice.client.createGroup({ name: 'Friday', memberIds: members })
    await speak(alice, group, 'Who brings the cake?', [bob, carol])
    await speak(carol, group, 'I do, if bob brings coffee.', [alice, bob])

    scene('Bob loses his connection; the others go on')
    await bob.leave()
    await speak(alice, group, 'Bob?', [carol])
    await speak(carol, group, 'Then he brings the coffee.', [alice])
    const last = await speak(alice, direct, 'You have been volunteered.', [])

    scene('Bob comes back and catches up')
    const back = await cast.enter('bob', 'tcp', bob)
    const missed = [await back.hears(group, 4), await back.hears(group, 5), await back.hears(direct, last)]
    assert.deepEqual(
      missed.map((item) => item.text),
      ['Bob?', 'Then he brings the coffee.', 'You have been volunteered.'],
    )
    for (const item of missed) say(`   bob reads: ${item.text}   (seq ${item.seq})`)
    assert.deepEqual(back.seqs(group), [4, 5], 'nothing twice, nothing missing')
    assert.deepEqual(back.seqs(direct), [last])

    scene('What is unread')
    for (const [conversationId, title, unread] of [
      [group, 'Friday', 4],
      [direct, 'alice', 2],
    ] as const) {
      assert.equal(await back.unreadOf(conversationId, unread), unread)
      say(`   bob has ${unread} unread from ${title}`)
      await back.client.markRead(conversationId)
      assert.equal(await back.unreadOf(conversationId, 0), 0)
    }
    say('   bob marks them read: nothing is unread')
    await speak(back, group, 'Fine. Coffee it is.', [alice, carol])

    await takeBack(group, carol, [alice, back])

    const { items } = await alice.client.history(group)
    assert.deepEqual(
      items.map((item) => item.seq),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    )
    assert.equal(alice.client.lastSeq(group), 10)
    scene(`Alice's history of the group has every seq from ${items[0]!.seq} to ${items.at(-1)!.seq}`)
  } finally {
    await cast.close()
  }
}

if (process.argv.length > 2) {
  const asked = ['--help', '-h'].includes(process.argv[2]!)
  console.log(
    'Usage: node test/demo/demo.ts        (make demo)\n\nPlays a conversation on the server of `make start` where it runs (with the same SKEIN_DATA_DIR, if it was given one), else on one of its own.',
  )
  process.exit(asked ? 0 : 2)
}
const server = await findServer()
say(server.own ? `nothing serves here: a server was started at ${server.api}` : `talking to the server at ${server.api}`)
try {
  await play(server.api)
  say('\nEverything was said and heard as the script has it.')
} finally {
  await server.stop()
}
process.exit(0)
