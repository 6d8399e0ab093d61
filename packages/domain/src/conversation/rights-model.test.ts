// Every command about a group comes to what a plain model says, whoever asks and whatever was done before: told in the same words, at the same
// seq, with the same members afterwards. To see a failure again, put the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  arbitraryRights,
  arbitraryUsers,
  assertUntilMet,
  createRightsModel,
  createWorld,
  rightsCommand,
  type SentMessage,
  sampleAppId,
  toldOf,
} from '@skein/testing'
import fc from 'fast-check'
import { memberKey } from '../index.ts'

const seed = Date.now() % 2 ** 31
const runs = 500
const conversationId = 'g:one'
const begunAt = 1_700_000_000_000

test('every command comes to what the model says, and leaves the members that it says', async (t) => {
  t.diagnostic(`seed ${seed}`)
  const met = new Set<string>()
  const property = fc.property(arbitraryRights, fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }), (aims, again) => {
    const [world, model] = [createWorld(), createRightsModel(arbitraryUsers)]
    world.register(sampleAppId, ...arbitraryUsers)
    let enteredAt = begunAt
    for (const [n, aim] of aims.entries()) {
      enteredAt += aim.afterMs
      const sent = world.events.flatMap((event): SentMessage[] =>
        event.type === 'MessageSent' ? [{ seq: event.seq, messageId: event.meta.commandId, senderId: event.senderId }] : [],
      )
      const command = rightsCommand(aim, { appId: sampleAppId, conversationId, enteredAt, deadlineAt: enteredAt + 10_000, n, sent })
      // A copy that lands later is told the same.
      for (const copy of again[n] ? [command, command] : [command]) {
        const expected = model.run(copy)
        const decision = world.run(copy)
        const told = decision.accepted ? toldOf(copy, decision.reply) : decision.code
        assert.equal(told, expected, `${n}: ${copy.type} by ${copy.meta.actorId}`)
        met.add(decision.accepted ? `${copy.type} done` : `${copy.type} ${decision.code}`)
      }
      for (const userId of arbitraryUsers) {
        const member = world.cells.get(memberKey(sampleAppId, conversationId, userId))
        assert.equal((member?.kind === 'member' && member.role) || undefined, model.roles(conversationId)?.get(userId), userId)
      }
    }
  })
  await assertUntilMet(property, { seed, numRuns: runs, missing: () => expected.filter((what) => !met.has(what)) })
})

// Checks the generator: what never happens proves nothing.
const refusals: Readonly<Record<string, readonly string[]>> = {
  FORBIDDEN: ['AddMembers', 'RemoveMembers', 'ChangeMemberRole', 'MuteMember', 'SetNickname', 'ChangeGroup', 'DismissGroup', 'SendMessage'],
  NOT_A_MEMBER: ['AddMembers', 'LeaveGroup', 'ChangeMemberRole', 'MuteMember', 'SetNickname', 'SendMessage', 'MarkRead', 'EditMessage'],
  GROUP_DISMISSED: ['AddMembers', 'SendMessage'],
  MUTED: ['SendMessage', 'EditMessage'],
  SLOW_MODE: ['SendMessage'],
  TOO_LATE: ['RevokeMessage'],
  MESSAGE_REMOVED: ['EditMessage'],
  OWNER_CANNOT_LEAVE: ['LeaveGroup'],
  ALREADY_EXISTS: ['CreateGroup'],
}
const done = ['CreateGroup', 'AddMembers', 'RemoveMembers', 'LeaveGroup', 'ChangeMemberRole', 'MuteMember', 'SetNickname', 'ChangeGroup']
const more = ['DismissGroup', 'SendMessage', 'EditMessage', 'RevokeMessage', 'DeleteMessage', 'MarkRead']
const expected = [
  ...[...done, ...more].map((type) => `${type} done`),
  ...Object.entries(refusals).flatMap(([code, types]) => types.map((type) => `${type} ${code}`)),
]
