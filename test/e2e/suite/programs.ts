// Other programs on the same installation: a client in another language, written from docs/protocol.md alone, and the
// `skein` command.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Installation } from '../installation.ts'
import { assertDense, between, openWorld, sees } from '../people.ts'
import { type Program, run, skeinCommand } from '../program.ts'

const pythonClient = fileURLToPath(new URL('../python/skein_client.py', import.meta.url))
const env = { SKEIN_PASSWORD: 'spam spam spam' }

export function programs(open: () => Installation): void {
  test('a Python client of one file talks with the SDK, both ways', async (t) => {
    const world = openWorld(t, open())
    const ann = await world.register('ann')
    const annHere = await world.device(ann, { transport: 'ws' })
    const login = ['--api', world.installation.apis.at(-1)!, '--app', world.appId, '--user', 'monty', '--register']
    const words = ['--to', 'ann', '--send', 'hello from Python', '--send', 'grüße 🐍', '--expect', 'hello Python', '--timeout', '20']
    const monty = run(t, 'python3', [pythonClient, ...login, ...words], env)
    const heard = await annHere.hears('grüße 🐍')
    await annHere.client.send(heard.conversationId, 'hello Python')
    assert.equal(await monty.end(), 0, monty.errors())
    assert.deepEqual(monty.lines, [
      { sent: 'hello from Python', seq: 1 },
      { sent: 'grüße 🐍', seq: 2 },
      { received: 'hello Python', seq: 3, from: ann.userId },
    ])
    assert.equal(assertDense(annHere, heard.conversationId), 3)
    assert.equal(heard.conversationId, between(ann, { ...ann, userId: heard.actorId }))
  })

  test('two scripts talk through the skein command', async (t) => {
    const world = openWorld(t, open())
    const common = ['chat', '--api', world.installation.apis[0]!, '--app', world.appId, '--register', '--json']
    const skein = (...args: string[]) => run(t, process.execPath, [skeinCommand, ...common, ...args], env)
    const bob = skein('--user', 'bob', '--transport', 'tcp')
    await sees('bob is connected', () => bob.lines.some((line) => line.kind === 'connected'))
    const alice = skein('--user', 'alice', '--transport', 'ws', '--to', 'bob')
    alice.type('hello bob')
    await sees('bob hears', () => bob.lines.some((line) => line.text === 'hello bob'))
    for (const line of ['/to alice', 'hello alice', '/read']) bob.type(line)
    await sees('alice hears', () => alice.lines.some((line) => line.text === 'hello alice'))
    // The views may lag behind what she has heard: one question after the other, until they know that he has answered.
    let asked = 0
    await sees('alice is told that bob is online', () => {
      const answers = alice.lines.filter((line) => line.kind === 'online')
      if (answers.length === asked) {
        alice.type('/online')
        asked += 1
      }
      return answers.some(({ users }) => (users as string[]).length === 1)
    })
    for (const line of ['/history', '/unread']) alice.type(line)
    const ends = [await alice.end(), await bob.end()]
    const refused = [...alice.lines, ...bob.lines].filter((line) => line.kind === 'refused')
    assert.deepEqual({ ends, refused }, { ends: [0, 0], refused: [] }, alice.errors() + bob.errors())
    const said = (program: Program) =>
      program.lines.filter((line) => line.kind === 'message').map(({ text, own, seq }) => ({ text, own, seq }))
    assert.deepEqual(said(alice), [
      { text: 'hello bob', own: true, seq: 1 },
      { text: 'hello alice', own: false, seq: 2 },
    ])
    assert.deepEqual(said(bob), [
      { text: 'hello bob', own: false, seq: 1 },
      { text: 'hello alice', own: true, seq: 2 },
    ])
  })
}
