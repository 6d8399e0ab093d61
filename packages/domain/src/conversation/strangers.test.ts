// What one who is in no group, or in it no more, may learn of one: nothing, not even that it exists. Every command was refused with NOT_A_MEMBER where there
// was a group and with CONVERSATION_NOT_FOUND where there was none, so that ids could be tried until one was found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { createWorld } from '@skein/testing'
import {
  addMembers,
  changeGroup,
  changeRole,
  commandMeta,
  dismissGroup,
  group,
  leaveGroup,
  left,
  markRead,
  muteMember,
  named,
  registered,
  removed,
  removeMember,
  send,
  sent,
  setNickname,
  stamped,
  text,
  uuid,
} from '../../test/examples.ts'
import type { DomainEvent } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'dave'), ...group(id, 'alice', { bob: 'member' }), sent('alice', id, 2, 1)]
const aboutGroup = { meta: commandMeta('dave'), conversationId: id }
const about = { meta: commandMeta('dave'), conversationId: id, messageId: uuid(1), seq: 2 }

/** Of broadcasts everybody knows. */
type AboutBroadcasts = 'BroadcastMessage' | 'NotifyOnline' | 'ChangeBroadcastRight'

/** Each command about a conversation that is there already, by one who is not in it. */
type OfPairs = 'RequestFriend' | 'AnswerFriendRequest' | 'DeleteFriend' | 'SetRemark' | 'BlockUser' | 'UnblockUser'
type Untried = 'CreateGroup' | 'HideMessage' | 'EndGroup' | OfPairs | AboutBroadcasts
type Aimed = Exclude<Extract<SkeinCommand, { readonly conversationId: string }>['type'], Untried>
const tried: Readonly<Record<Aimed, SkeinCommand>> = {
  SendMessage: send('dave', id, 7),
  MarkRead: markRead('dave', id, 1),
  AddMembers: addMembers('dave', id, ['bob']),
  RemoveMembers: removeMember('dave', id, 'bob'),
  ChangeMemberRole: changeRole('dave', id, 'bob', 'admin'),
  MuteMember: muteMember('dave', id, 'bob', 1),
  SetNickname: setNickname('dave', id, 'dave', 'Dave'),
  LeaveGroup: leaveGroup('dave', id),
  ChangeGroup: changeGroup('dave', id, { name: 'Mine' }),
  DismissGroup: dismissGroup('dave', id),
  InviteToGroup: named({ type: 'InviteToGroup', ...aboutGroup, userIds: ['bob'], greeting: '', expiresAtMs: 0 }, 23),
  AnswerInvitation: named({ type: 'AnswerInvitation', ...aboutGroup, accept: true }, 24),
  MakeJoinLink: named({ type: 'MakeJoinLink', ...aboutGroup, tokenHash: 'x'.repeat(22), expiresAtMs: 0, usesMax: 0 }, 25),
  RevokeJoinLink: named({ type: 'RevokeJoinLink', ...aboutGroup, linkId: 'x'.repeat(22) }, 26),
  JoinByLink: named({ type: 'JoinByLink', ...aboutGroup, tokenHash: 'x'.repeat(22) }, 27),
  RequestToJoin: named({ type: 'RequestToJoin', ...aboutGroup, text: '', answers: [] }, 29),
  AnswerJoinRequest: named({ type: 'AnswerJoinRequest', ...aboutGroup, userId: 'bob', accept: true }, 30),
  RevokeInvitation: named({ type: 'RevokeInvitation', ...aboutGroup, userId: 'bob' }, 31),
  WithdrawJoinRequest: named({ type: 'WithdrawJoinRequest', ...aboutGroup }, 32),
  BanUser: named({ type: 'BanUser', ...aboutGroup, userId: 'bob', banned: true }, 28),
  RevokeMessage: named({ type: 'RevokeMessage', ...about }, 20),
  EditMessage: named({ type: 'EditMessage', ...about, body: text('mine') }, 21),
  DeleteMessage: named({ type: 'DeleteMessage', ...about }, 22),
}

/** What whoever asks to be let in is told. */
const ofWaysIn: Readonly<Record<string, readonly [code: string, detail: string]>> = {
  AnswerInvitation: ['NOT_INVITED', 'user dave'],
  JoinByLink: ['LINK_INVALID', 'token'],
  RequestToJoin: ['NOT_JOINABLE', 'conversationId'],
  WithdrawJoinRequest: ['REQUEST_NOT_FOUND', 'user dave'],
}

function answerIn(events: readonly DomainEvent[], command: SkeinCommand) {
  const world = createWorld()
  for (const event of events) world.fold(event)
  return world.run(command)
}

test('a stranger is answered alike whether there is a group or not', () => {
  for (const [type, command] of Object.entries(tried)) {
    const there = answerIn(team, command)
    assert.deepEqual(answerIn(registered('alice', 'bob', 'dave'), command), there, type)
    assert.deepEqual(
      [there.accepted, 'code' in there && there.code, 'detail' in there && there.detail],
      [false, ...(ofWaysIn[type] ?? ['NOT_A_MEMBER', 'user dave'])],
    )
  }
})

// Whoever was in knows of the group, and learns no more of what became of it since.
test('so is one who was in it, whether they left, were removed or banned, and whether the group has ended since', () => {
  const { meta } = team[0]!
  const joined = { members: [{ userId: 'dave', role: 'member' }], returning: [], fromStart: false }
  const within: readonly DomainEvent[] = [...team, { type: 'MembersAdded', meta, conversationId: id, seq: 3, ordinal: 1, ...joined }]
  const banned: DomainEvent = { type: 'UserBanned', meta, conversationId: id, seq: 5, ordinal: 1, userId: 'dave', banned: true }
  const ended: DomainEvent = { type: 'GroupDismissed', meta, conversationId: id, seq: 5, ordinal: 1, endsAt: 0 }
  const gone: Readonly<Record<string, readonly DomainEvent[]>> = {
    left: [left('dave', id, 4, 1)],
    removed: [removed('dave', id, 4, 1)],
    'removed and banned': [removed('dave', id, 4, 1), banned],
    'left, with more said': [left('dave', id, 4, 1), sent('alice', id, 5, 2)],
    'left, the group dismissed': [left('dave', id, 4, 1), ended],
  }
  for (const [how, events] of Object.entries(gone))
    for (const [type, command] of Object.entries(tried)) {
      // What they may still say of their own stay: a mark that they had passed while they were in.
      const asked = command.type === 'MarkRead' ? { ...command, ordinal: 2 } : command
      assert.deepEqual(answerIn([...within, ...events], asked), answerIn(registered('alice', 'bob', 'dave'), asked), `${type}: ${how}`)
    }
})

test('so is a user of another app, be their id that of the owner', () => {
  const elsewhere = registered('alice', 'bob', 'dave').map((event) => ({ ...event, meta: { ...event.meta, appId: 'other' } }))
  for (const [type, command] of Object.entries(tried))
    for (const actorId of ['alice', 'dave']) {
      const asked = stamped(command, { appId: 'other', actorId })
      const there = answerIn([...team, ...elsewhere], asked)
      assert.deepEqual(answerIn(elsewhere, asked), there, type)
      assert.ok(!there.accepted, type)
    }
})
