// Random command sequences from several users, judged by a witness that keeps its own books. To see a failure again, put
// the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import fc from 'fast-check'
import { arbitraryCommands, users } from '../test/arbitrary-commands.ts'
import { appId, registered } from '../test/examples.ts'
import { createWitness, type Witness } from '../test/witness.ts'
import { createWorld, foldOnto } from '../test/world.ts'
import type { Cell, Reply, SkeinDecision } from './index.ts'

const seed = Date.now() % 2 ** 31
const runs = 300

test('any sequence of commands leaves a log that keeps every promise', (t) => {
  t.diagnostic(`seed ${seed}`)
  const seen = new Set<string>()
  fc.assert(
    fc.property(arbitraryCommands, (commands) => {
      const world = createWorld()
      const witness = createWitness(appId)
      for (const event of registered(...users)) world.fold(event)
      let known = 0
      const seeNew = () => {
        for (; known < world.events.length; known++) {
          witness.see(world.events[known]!)
          seen.add(world.events[known]!.type)
        }
      }
      seeNew()
      for (const command of commands) {
        const stored = storedBefore(witness, command)
        const decision = world.run(command)
        if (stored) {
          assertAnsweredAsBefore(decision, stored)
          if (decision.accepted) seen.add(command.type === 'SendMessage' ? 'a message again' : 'a group command again')
        }
        if (!decision.accepted) seen.add(decision.code)
        seeNew()
        assertReplyFits(command, decision)
        witness.compare(world.cells)
      }
      const replayed = new Map<string, Cell>()
      for (const event of world.events) foldOnto(replayed, event)
      assert.deepEqual(replayed, new Map(world.cells), 'a replay gives the same cells')
    }),
    { seed, numRuns: runs },
  )
  // Checks the generator: a property over commands that are all refused would prove nothing.
  const due = ['GroupCreated', 'MembersAdded', 'MemberRemoved', 'MemberLeft', 'MemberRoleChanged', 'MessageSent', 'ReadMarked']
  const refusals = [
    'NOT_A_MEMBER',
    'FORBIDDEN',
    'ID_REUSED',
    'USER_NOT_FOUND',
    'CONVERSATION_NOT_FOUND',
    'INVALID_ARGUMENT',
    'OWNER_CANNOT_LEAVE',
  ]
  const repeats = ['a message again', 'a group command again']
  for (const name of [...due, ...refusals, ...repeats]) assert.ok(seen.has(name), `${name} never came up`)
})

function storedBefore(witness: Witness, command: SkeinCommand): Reply | undefined {
  if (command.type === 'SendMessage') return witness.storedFor(command.conversationId, command.meta.actorId, command.clientMessageId)
  if (!('request' in command) || command.request === null) return undefined
  return witness.storedFor(command.conversationId, command.meta.actorId, command.request.clientRequestId)
}

function assertAnsweredAsBefore(decision: SkeinDecision, reply: object): void {
  if (decision.accepted) assert.deepEqual(decision, { accepted: true, events: [], reply })
  else assert.equal(decision.code, 'ID_REUSED')
}

function assertReplyFits(command: SkeinCommand, decision: SkeinDecision): void {
  if (!decision.accepted || decision.events.length === 0) return
  const last = decision.events.at(-1)!
  if ('seq' in last) assert.equal(decision.reply.seq, last.seq)
  assert.equal(decision.reply.occurredAt, command.meta.enteredAt)
}
