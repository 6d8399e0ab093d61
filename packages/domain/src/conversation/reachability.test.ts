// Who does not reach another is told the same whatever the reason, and learns by no other command that there is one: a table of all reasons
// by all commands about two.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeReply, type SkeinCommand } from '@skein/contracts'
import { createWorld } from '@skein/testing'
import {
  addMembers,
  appId,
  commandMeta,
  createGroup,
  enteredAt,
  group,
  markRead,
  named,
  policy,
  registered,
  removeMember,
  send,
  sent,
  stamped,
  text,
  uuid,
} from '../../test/examples.ts'
import { answerAsked, ban, invite } from '../../test/joining.ts'
import { type DomainEvent, noRelation, relationKey } from '../index.ts'

const began = 'd:alice:bob'
const by = (actorId: string) => ({ meta: commandMeta(actorId), conversationId: began })
const aboutFirst = { seq: 1, messageId: uuid(1_901) }

/** Why bob does not reach alice. */
const reasons: Readonly<Record<string, { readonly commands: readonly SkeinCommand[]; readonly app?: Readonly<Record<string, number>> }>> = {
  'is blocked': { commands: [named({ type: 'BlockUser', ...by('alice') }, 1)] },
  'is no friend, and only friends may': { commands: [privacy('friends')] },
  'is nobody, and nobody may': { commands: [privacy('nobody')] },
  'is no friend, where only friends reach one another': { commands: [], app: { friendsOnly: 1 } },
  'is blocked, and nobody may': { commands: [named({ type: 'BlockUser', ...by('alice') }, 1), privacy('nobody')] },
}

function privacy(who: string): SkeinCommand {
  return named({ type: 'ChangePrivacy', meta: commandMeta('alice'), userId: 'alice', write: who, add: who }, 2)
}

/** Carol is bob's friend, whatever the app says of others. */
const friends = ['bob', 'carol'].map((actorId, n) => {
  const about = { meta: commandMeta(actorId), conversationId: 'd:bob:carol' }
  return named({ type: 'RequestFriend', ...about, text: '', expiresAtMs: 0 }, 3 + n)
})

const [{ meta }] = registered('alice') as [DomainEvent]
const asksToJoin: DomainEvent = {
  ...{ type: 'JoinRequested', meta: { ...meta, actorId: 'alice' }, conversationId: 'g:team', userId: 'alice' },
  ...{ text: '', answers: [], expiresAtMs: enteredAt + 10_000, afterSeq: 1 },
}

/** What bob asks for, each under the same name for every reason. */
const asked: Readonly<
  Record<string, { readonly before?: readonly DomainEvent[]; readonly command: SkeinCommand; readonly reaches: boolean }>
> = {
  'the first message': { command: send('bob', began, 7), reaches: true },
  'a message': { before: [sent('bob', began, 1, 1)], command: send('bob', began, 7), reaches: true },
  'a message that answers none': { before: [sent('bob', began, 1, 1)], command: send('bob', began, 7, { replyTo: 9 }), reaches: true },
  'an edit': {
    before: [sent('bob', began, 1, 1)],
    command: named({ type: 'EditMessage', ...by('bob'), ...aboutFirst, body: text('else') }, 7),
    reaches: true,
  },
  'a group with alice': { command: createGroup('bob', 'g:new', 'New', ['alice', 'carol']), reaches: true },
  'alice in a group': { before: group('g:team', 'bob'), command: addMembers('bob', 'g:team', ['alice', 'carol']), reaches: true },
  'an edit of what is not theirs': {
    before: [sent('alice', began, 1, 1)],
    command: named({ type: 'EditMessage', ...by('bob'), ...aboutFirst, body: text('else') }, 7),
    reaches: false,
  },
  'a revocation': {
    before: [sent('bob', began, 1, 1)],
    command: named({ type: 'RevokeMessage', ...by('bob'), ...aboutFirst }, 7),
    reaches: false,
  },
  'a deletion': {
    before: [sent('bob', began, 1, 1)],
    command: named({ type: 'DeleteMessage', ...by('bob'), ...aboutFirst }, 7),
    reaches: false,
  },
  'a deletion for themselves': {
    before: [sent('alice', began, 1, 1)],
    command: named({ type: 'HideMessage', meta: commandMeta('bob'), userId: 'bob', conversationId: began, ...aboutFirst }, 7),
    reaches: false,
  },
  'a mark': { before: [sent('alice', began, 1, 1)], command: markRead('bob', began, 1), reaches: false },
  'a friend request': { command: named({ type: 'RequestFriend', ...by('bob'), text: 'hi', expiresAtMs: 0 }, 7), reaches: false },
  'a friendship': { command: named({ type: 'AnswerFriendRequest', ...by('bob'), accept: true }, 7), reaches: false },
  'a refusal': { command: named({ type: 'AnswerFriendRequest', ...by('bob'), accept: false }, 7), reaches: false },
  'to be no friend': { command: named({ type: 'DeleteFriend', ...by('bob') }, 7), reaches: false },
  'a name of theirs': { command: named({ type: 'SetRemark', ...by('bob'), remark: 'Al', tags: [] }, 7), reaches: false },
  'a block': { command: named({ type: 'BlockUser', ...by('bob') }, 7), reaches: false },
  'no block': { command: named({ type: 'UnblockUser', ...by('bob') }, 7), reaches: false },
  'alice to come into a group': { before: group('g:team', 'bob'), command: invite('bob', 'g:team', ['alice', 'carol']), reaches: true },
  'alice out of a group': { before: group('g:team', 'bob'), command: ban('bob', 'g:team', 'alice'), reaches: false },
  'alice to go from a group': {
    before: group('g:team', 'bob', { alice: 'member' }),
    command: removeMember('bob', 'g:team', 'alice'),
    reaches: false,
  },
  'a word in a group of both': { before: group('g:team', 'bob', { alice: 'member' }), command: send('bob', 'g:team', 7), reaches: false },
  'alice to come in as she asked': {
    before: [...group('g:team', 'bob'), asksToJoin],
    command: answerAsked('bob', 'g:team', 'alice', { accept: true }),
    reaches: false,
  },
  'a group without alice': { command: createGroup('bob', 'g:new', 'New', ['carol']), reaches: false },
}

/** All that bob learns: the answer, twice, and what they are shown of alice. */
function learnt(reason: string | null, { before = [], command }: (typeof asked)[string]) {
  const world = createWorld()
  const { commands, app = {} } = reason === null ? { commands: [] } : reasons[reason]!
  for (const event of [...registered('alice', 'bob', 'carol'), ...policy(app), ...before]) world.fold(event)
  for (const each of [...friends, ...commands]) assert.ok(world.run(each).accepted)
  const answers = [command, stamped(command, { retry: true, enteredAt: enteredAt + 1 })].map((each) => {
    const decision = world.run(each)
    return decision.accepted ? decodeReply(command.type, decision.reply) : { code: decision.code, detail: decision.detail }
  })
  return { answers, shown: world.cells.get(relationKey(appId, began, 'bob')) ?? noRelation }
}

for (const [what, each] of Object.entries(asked))
  test(`who asks for ${what} learns of no reason`, () => {
    const free = learnt(null, each)
    const [first, ...others] = Object.keys(reasons).map((reason) => learnt(reason, each))
    for (const other of others) assert.deepEqual(other, first)
    if (each.reaches) assert.notDeepEqual(first!.answers, free.answers, 'they do not reach alice')
    else assert.deepEqual(first, free, 'nor that there is any')
  })

test('all of these are refused with the code and the words of every other', () => {
  for (const what of ['the first message', 'a message', 'a message that answers none', 'an edit'])
    for (const reason of Object.keys(reasons)) {
      const refused = { code: 'NOT_REACHABLE', detail: 'user alice' }
      assert.deepEqual(learnt(reason, asked[what]!).answers, [refused, refused], `${what}: bob ${reason}`)
    }
})
