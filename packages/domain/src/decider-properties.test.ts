// Random command sequences from several users, judged by a witness that keeps its own books. To see a failure again, put
// the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Replies, SkeinCommand } from '@skein/contracts'
import { aggregateOf, decodeReply, repeatOf } from '@skein/contracts'
import type { WorldDecision } from '@skein/testing'
import { arbitraries, arbitraryCommands, arbitraryUsers, assertUntilMet, createWorld, foldOnto, sampleAppId } from '@skein/testing'
import fc from 'fast-check'
import { type Answer, createWitness } from '../test/witness.ts'
import { type Cell, refusalOf } from './index.ts'

const seed = Date.now() % 2 ** 31
const runs = 800

test('any sequence of commands leaves a log that keeps every promise', async (t) => {
  t.diagnostic(`seed ${seed}`)
  const seen = new Set<string>()
  await assertUntilMet(
    fc.property(arbitraryCommands, (commands) => {
      const world = createWorld()
      const witness = createWitness(sampleAppId)
      world.register(sampleAppId, ...arbitraryUsers)
      let known = 0
      const seeNew = () => {
        for (; known < world.events.length; known++) {
          witness.see(world.events[known]!)
          seen.add(world.events[known]!.type)
        }
      }
      seeNew()
      for (const command of commands) {
        const stored = witness.storedFor(command)
        const decision = world.run(command)
        if (stored) assertAnsweredAsBefore(command, decision, stored)
        else assertDecidedOnce(command, decision)
        if (stored && decision.accepted) seen.add(command.type === 'SendMessage' ? 'a message again' : 'another command again')
        if (stored?.refused && !decision.accepted && decision.code === stored.refused.code) seen.add('a refused command again')
        seen.add(decision.accepted ? `${command.type} accepted` : decision.code)
        for (const code of codesOfUsers(command, decision)) seen.add(`a user ${code}`)
        seeNew()
        witness.compare(world.cells)
      }
      const replayed = new Map<string, Cell>()
      for (const event of world.events) foldOnto(replayed, event)
      assert.deepEqual(replayed, new Map(world.cells), 'a replay gives the same cells')
    }),
    { seed, numRuns: runs, missing: () => wanted.filter((name) => !seen.has(name)) },
  )
})

// Checks the generator: a property over commands that are all refused would prove nothing.
const accepted = Object.keys(arbitraries).map((type) => `${type} accepted`)
const eventTypes = Object.entries(aggregateOf).flatMap(([type, aggregate]) => (type in repeatOf || aggregate === 'partition' ? [] : [type]))
const refusals = [
  ...['NOT_A_MEMBER', 'FORBIDDEN', 'ID_REUSED', 'USER_NOT_FOUND', 'CONVERSATION_NOT_FOUND', 'INVALID_ARGUMENT', 'OWNER_CANNOT_LEAVE'],
  ...['ALREADY_EXISTS', 'NAME_TAKEN', 'APP_NOT_FOUND', 'TOO_LARGE', 'GROUP_DISMISSED'],
  ...['a user GROUP_FULL', 'a user USER_NOT_FOUND', 'a user FORBIDDEN'],
]
const repeats = ['a message again', 'another command again', 'a refused command again']
const wanted = [...accepted, ...eventTypes, ...refusals, ...repeats]

/** With which each user was refused whom a command named among others. */
function codesOfUsers({ type }: SkeinCommand, decision: WorldDecision): string[] {
  const reply: Partial<Replies['AddMembers']> = decision.accepted ? decodeReply(type, decision.reply) : {}
  return (reply.refused ?? []).map(({ code }) => code)
}

function assertAnsweredAsBefore(command: SkeinCommand, decision: WorldDecision, { contentHash, reply, refused }: Answer): void {
  if (Buffer.from(contentHash).equals(command.meta.intent!.contentHash))
    assert.deepEqual(decision, refused ?? { accepted: true, events: [], reply: Uint8Array.from(reply) })
  else assert.ok(!decision.accepted && (decision.code === 'ID_REUSED' || decision.code === refusalOf(command)?.code))
}

function assertDecidedOnce(command: SkeinCommand, decision: WorldDecision): void {
  const fault = refusalOf(command)
  if (fault !== null) assert.deepEqual(decision, fault, 'what is refused whatever the state is refused')
  if (!decision.accepted) return
  const { meta, type } = command
  const answers = decision.events.map((event) => event.meta.answers)
  assert.ok(
    answers.slice(0, -1).every((answer) => answer === null),
    'the last event answers',
  )
  const expected = meta.intent === null ? null : { ...meta.intent, reply: decision.reply }
  assert.deepEqual(answers.at(-1) ?? null, expected)
  const last = decision.events.at(-1)
  const reply = decodeReply(type, decision.reply) as Partial<Replies['SendMessage']>
  if (last !== undefined && aggregateOf[last.type] === 'conversation' && 'seq' in last) assert.equal(reply.seq, last.seq)
  if (type === 'SendMessage') assert.deepEqual([reply.messageId, reply.sentAtMs], [meta.commandId, meta.enteredAt])
}
