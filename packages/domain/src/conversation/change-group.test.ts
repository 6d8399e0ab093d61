// What a group is set to in given / when / then: who may set what, what a value may be, and that what is set holds.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addMembers,
  appId,
  changeGroup,
  createGroup,
  enteredAt,
  group,
  registered,
  removeMember,
  send,
  sent,
  setTo,
  settingsOf,
  stamped,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { groupKey, limits, newGroup, settingsIn, timerKey, withSettings } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave', 'eve'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const changed = (seq: number, settings: Readonly<Record<string, string>>, ordinal = 0) =>
  ({ type: 'GroupChanged', conversationId: id, seq, ordinal, settings: settingsOf(settings) }) as const
const everySetting = {
  type: 'channel',
  avatar: 'https://files.example/a',
  description: 'for all\nof us',
  joinBy: 'request',
  questions: 'Who?\nWhy?',
  canAdd: 'owner',
  canWrite: 'admins',
  canMentionAll: 'everyone',
  canChangeProfile: 'everyone',
  membersMax: '7',
  historyFrom: 'start',
  slowModeMs: '10000',
  mutedAll: 'true',
  endsAt: String(enteredAt + 1),
  'attribute.color': 'red',
}

test('owner and admins change the profile and the rules, the owner who may and when it ends', () => {
  for (const actor of ['alice', 'bob'])
    given(...team)
      .when(changeGroup(actor, id, { name: 'Crew', description: 'us', mutedAll: 'true' }))
      .accepted([changed(2, { name: 'Crew', description: 'us', mutedAll: 'true' })], { seq: 2 })
  const ofOwner: readonly Readonly<Record<string, string>>[] = [{ canChangeProfile: 'everyone' }, { endsAt: String(enteredAt + 1) }]
  for (const settings of ofOwner) {
    given(...team)
      .when(changeGroup('bob', id, settings))
      .refused('FORBIDDEN', 'role admin, needed owner')
    given(...team)
      .when(changeGroup('alice', id, settings))
      .accepted([changed(2, settings)], { seq: 2 })
  }
  given(...team)
    .when(changeGroup('carol', id, { name: 'Mine' }))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
})

test('who may change the profile is set, and moves no rule', () => {
  const open = changeGroup('alice', id, { canChangeProfile: 'everyone' })
  given(...team)
    .when(open, changeGroup('carol', id, { name: 'Crew', 'attribute.color': 'red' }))
    .accepted([changed(3, { name: 'Crew', 'attribute.color': 'red' })], { seq: 3 })
  given(...team)
    .when(open, changeGroup('carol', id, { name: 'Crew', mutedAll: 'true' }))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeGroup('alice', id, { canChangeProfile: 'owner' }), changeGroup('bob', id, { avatar: 'https://files.example/a' }))
    .refused('FORBIDDEN', 'role admin, needed owner')
})

test('an admin sets every rule of the group but those of its owner, and a member none', () => {
  const { joinBy, questions, canAdd, canWrite, canMentionAll, membersMax, historyFrom, slowModeMs, mutedAll } = everySetting
  const rules = { joinBy, questions, canAdd, canWrite, canMentionAll, membersMax, historyFrom, slowModeMs, mutedAll }
  const open = changeGroup('alice', id, { canChangeProfile: 'everyone' })
  for (const [name, value] of Object.entries(rules)) {
    const setting = { [name]: value }
    given(...team)
      .when(changeGroup('bob', id, setting))
      .accepted([changed(2, setting)], { seq: 2 })
    given(...team)
      .when(open, changeGroup('carol', id, setting))
      .refused('FORBIDDEN', 'role member, needed owner or admin')
  }
})

test('what is so already is not said, and nothing is said when all is', () => {
  given(...team)
    .when(changeGroup('alice', id, { name: 'Team', canAdd: 'everyone', membersMax: '0' }))
    .accepted([changed(2, { canAdd: 'everyone' })], { seq: 2 })
  given(...team)
    .when(changeGroup('alice', id, { name: 'Team', description: '' }))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], { seq: 1 })
  given(...team)
    .when(changeGroup('alice', id, { name: 'Crew' }), changeGroup('alice', id, { name: 'Team' }))
    .accepted([changed(3, { name: 'Team' })], { seq: 3 })
})

test('a value that a setting cannot have is refused with its name, and so is what is no setting', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    name: ['', 'a\0', 'n'.repeat(limits.groupNameCharsMax + 1)],
    type: ['king', 'rooms'],
    avatar: ['ftp://files.example/a', 'javascript:alert(1)'],
    description: ['a\0', 'd'.repeat(limits.groupDescriptionCharsMax + 1)],
    joinBy: ['', 'force'],
    questions: [
      'a\n',
      'q'.repeat(limits.groupQuestionCharsMax + 1),
      Array(limits.groupQuestionsMax + 1)
        .fill('Why?')
        .join('\n'),
    ],
    canAdd: ['member'],
    canWrite: ['owner'],
    canChangeProfile: ['nobody'],
    membersMax: ['-1', '01', '1.5', '', ' 1', String(limits.groupMembersMax + 1)],
    historyFrom: ['never'],
    slowModeMs: ['x', String(limits.slowModeMsMax + 1)],
    mutedAll: ['yes', ''],
    endsAt: ['1', String(enteredAt), 'x', '9'.repeat(17)],
    'attribute.a': ['v'.repeat(limits.groupAttributeValueCharsMax + 1), '\ud800'],
  }
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      given(...team)
        .when(changeGroup('alice', id, { [name]: value }))
        .refused('INVALID_ARGUMENT', `settings: ${name}`)
  const long = `attribute.${'k'.repeat(limits.groupAttributeKeyCharsMax + 1)}`
  for (const name of ['', 'king', 'constructor', 'attribute.', 'attribute.__proto__', 'attribute.a b', 'kind', 'dismissedAt', long])
    given(...team)
      .when(changeGroup('alice', id, { [name]: 'x' }))
      .refused('INVALID_ARGUMENT')
  const twice = changeGroup('alice', id, { name: 'Crew' })
  given(...team)
    .when({ ...twice, settings: [...twice.settings, ...twice.settings] })
    .refused('INVALID_ARGUMENT', 'settings: name twice')
  given(...team)
    .when({ ...twice, settings: Array(limits.groupSettingsMax + 1).fill({ name: 'name', value: 'x' }) })
    .refused('TOO_LARGE', `groupSettingsMax ${limits.groupSettingsMax}, asked ${limits.groupSettingsMax + 1}`)
})

test('what was set is taken away by a value that says nothing', () => {
  const set = { avatar: 'https://files.example/a', questions: 'Who?', description: 'us' }
  const nothing = { avatar: '', questions: '', description: '' }
  const outcome = given(...team).when(changeGroup('alice', id, set), changeGroup('alice', id, nothing))
  outcome.accepted([changed(3, nothing)], { seq: 3 })
  assert.deepEqual(outcome.world.cells.get(groupKey(appId, id)), newGroup)
  given(...team)
    .when(changeGroup('alice', id, { ...nothing, 'attribute.none': '' }))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], { seq: 1 })
})

test('a new group is for whom its owner and admins add, and all who are in it write', () => {
  assert.deepEqual(newGroup, {
    ...{ kind: 'group', type: 'normal', avatar: '', description: '', attributes: {}, joinBy: 'invitation', questions: [] },
    ...{ canAdd: 'admins', canWrite: 'everyone', canMentionAll: 'admins', canChangeProfile: 'admins', membersMax: 0, historyFrom: 'join' },
    ...{ slowModeMs: 0, mutedAll: false, endsAt: 0, dismissedAt: 0 },
  })
  const outcome = given(...team).when(setTo({ type: 'normal' }, createGroup('dave', 'g:other', 'Other', [])))
  assert.deepEqual(
    outcome.world.events.slice(team.length).map(({ type }) => type),
    ['GroupCreated'],
  )
})

test('what there is to set is said to whoever names something else', () => {
  const all = Object.keys(everySetting).filter((name) => !name.startsWith('attribute.'))
  given(...team)
    .when(changeGroup('alice', id, { king: 'x' }))
    .refused('INVALID_ARGUMENT', `settings: one of name, ${all.join(', ')}, attribute.<name>`)
})

test('settings are told in one order, however they were set, and none of a group that is as every new one', () => {
  assert.deepEqual(settingsIn(newGroup), [])
  const set = withSettings(newGroup, settingsOf({ 'attribute.b': '2', 'attribute.a': '1', canWrite: 'admins' }))
  assert.deepEqual(settingsIn(set), settingsOf({ canWrite: 'admins', 'attribute.a': '1', 'attribute.b': '2' }))
})

test('as many settings as may be are taken in one request', () => {
  const others = Object.fromEntries(Array.from({ length: limits.groupSettingsMax - 1 }, (_, i) => [`attribute.none${i}`, '']))
  given(...team)
    .when(changeGroup('alice', id, { name: 'Crew', ...others }))
    .accepted([changed(2, { name: 'Crew' })], { seq: 2 })
})

test('values of the longest length are taken', () => {
  const longest = {
    name: 'n'.repeat(limits.groupNameCharsMax),
    description: 'd'.repeat(limits.groupDescriptionCharsMax),
    questions: Array(limits.groupQuestionsMax).fill('q'.repeat(limits.groupQuestionCharsMax)).join('\n'),
    membersMax: String(limits.groupMembersMax),
    slowModeMs: String(limits.slowModeMsMax),
    [`attribute.${'k'.repeat(limits.groupAttributeKeyCharsMax)}`]: 'v'.repeat(limits.groupAttributeValueCharsMax),
  }
  given(...team)
    .when(changeGroup('alice', id, longest))
    .accepted([changed(2, longest)], { seq: 2 })
})

test('a group has so many attributes, and one that is emptied is gone', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`attribute.a${i}`, 'x']))
  const full = changeGroup('alice', id, many(limits.groupAttributesMax))
  given(...team)
    .when(changeGroup('alice', id, many(limits.groupAttributesMax + 1)))
    .refused('TOO_LARGE', `groupAttributesMax ${limits.groupAttributesMax}, asked ${limits.groupAttributesMax + 1}`)
  given(...team)
    .when(full, changeGroup('alice', id, { 'attribute.b': 'x' }))
    .refused('TOO_LARGE')
  given(...team)
    .when(full, changeGroup('alice', id, { 'attribute.b': 'x', 'attribute.a0': '' }))
    .accepted([changed(3, { 'attribute.b': 'x', 'attribute.a0': '' })], { seq: 3 })
})

test('a group is created as it is to be; its type is set then and never again', () => {
  const outcome = given(...team).when(setTo(everySetting, createGroup('dave', 'g:news', 'News', ['eve'])))
  const [created, set] = outcome.world.events.slice(-2)
  assert.deepEqual([created?.type, set?.type], ['GroupCreated', 'GroupChanged'])
  assert.ok(set?.type === 'GroupChanged' && set.seq === 2 && set.ordinal === 0 && set.meta.answers !== null)
  const cell = outcome.world.cells.get(groupKey(appId, 'g:news'))
  assert.ok(cell?.kind === 'group')
  assert.deepEqual(settingsIn(cell), settingsOf(everySetting))
  assert.deepEqual(withSettings(newGroup, settingsIn(cell)), cell, 'of its settings it can be made again')
  given(...team)
    .when(changeGroup('alice', id, { type: 'channel' }))
    .refused('INVALID_ARGUMENT', 'settings: type is set at creation alone')
  given(...team)
    .when(setTo({ canAdd: 'king' }, createGroup('dave', 'g:news', 'News', [])))
    .refused('INVALID_ARGUMENT', 'settings: canAdd')
  const alone = given(...team).when(setTo({ membersMax: '1' }, createGroup('dave', 'g:news', 'News', ['eve'])))
  const [first] = alone.world.events.slice(-2)
  assert.ok(first?.type === 'GroupCreated' && first.members.length === 1, 'nobody beyond its own limit')
})

test('where admins alone may write, by whatever setting, members are refused and others are not', () => {
  const quieting: readonly Readonly<Record<string, string>>[] = [{ canWrite: 'admins' }, { mutedAll: 'true' }]
  for (const setting of quieting) {
    const quiet = changeGroup('bob', id, setting)
    given(...team)
      .when(quiet, send('carol', id, 1))
      .refused('FORBIDDEN', 'role member, needed owner or admin')
    for (const actor of ['alice', 'bob'])
      assert.ok(
        given(...team)
          .when(quiet, send(actor, id, 1))
          .world.events.at(-1)?.type === 'MessageSent',
      )
  }
  const muted = [changeGroup('bob', id, { mutedAll: 'true' }), changeGroup('alice', id, { mutedAll: 'false' })] as const
  assert.ok(
    given(...team)
      .when(...muted, send('carol', id, 1))
      .world.events.at(-1)?.type === 'MessageSent',
  )
  const channel = setTo({ type: 'channel' }, createGroup('dave', 'g:news', 'News', ['eve']))
  given(...team)
    .when(channel, send('eve', 'g:news', 1))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  assert.ok(
    given(...team)
      .when(channel, send('dave', 'g:news', 1))
      .world.events.at(-1)?.type === 'MessageSent',
  )
})

test('what one may not say one may not make of an earlier message', () => {
  const mine = [...team, sent('carol', id, 2, 1)]
  const edit = { ...changeGroup('carol', id, {}), type: 'EditMessage' as const, seq: 2, messageId: '00000000-0000-7000-8000-000000001902' }
  const body = send('carol', id, 1).body
  given(...mine)
    .when(changeGroup('alice', id, { canWrite: 'admins' }), { ...edit, body })
    .refused('FORBIDDEN', 'role member, needed owner or admin')
})

test('who may add is set, and how many may be in', () => {
  const members = [{ userId: 'dave', role: 'member' }]
  const joined = { conversationId: id, seq: 3, ordinal: 0, members, returning: [], fromStart: false }
  given(...team)
    .when(changeGroup('alice', id, { canAdd: 'everyone' }), addMembers('carol', id, ['dave']))
    .accepted([{ type: 'MembersAdded', ...joined }], { seq: 3, changed: ['dave'], memberCount: 4 })
  given(...team)
    .when(changeGroup('alice', id, { canAdd: 'owner' }), addMembers('bob', id, ['dave']))
    .refused('FORBIDDEN', 'role admin, needed owner')
  const refused = [{ userId: 'eve', code: 'GROUP_FULL' }]
  given(...team)
    .when(changeGroup('alice', id, { membersMax: '4' }), addMembers('bob', id, ['dave', 'eve']))
    .accepted([{ type: 'MembersAdded', ...joined }], { seq: 3, changed: ['dave'], refused, memberCount: 4 })
})

test('in slow mode a member waits between two messages, owner and admins do not', () => {
  const slow = changeGroup('bob', id, { slowModeMs: '10000' })
  const at = (actor: string, n: number, ms: number) => {
    const command = send(actor, id, n)
    return { ...command, meta: { ...command.meta, enteredAt: enteredAt + ms } }
  }
  given(...team)
    .when(slow, at('carol', 1, 0), at('carol', 2, 9_999))
    .refused('SLOW_MODE', `slowModeMs 10000, next at ${enteredAt + 10_000}`)
  for (const [actor, ms] of [
    ['carol', 10_000],
    ['bob', 1],
    ['alice', 1],
  ] as const)
    assert.equal(
      given(...team)
        .when(slow, at(actor, 1, 0), at(actor, 2, ms))
        .world.events.at(-1)?.type,
      'MessageSent',
    )
  const back = [removeMember('alice', id, 'carol'), addMembers('alice', id, ['carol'])] as const
  given(...team)
    .when(slow, at('carol', 1, 0), ...back, at('carol', 2, 9_999))
    .refused('SLOW_MODE')
})

// While a hot process died, members of groups that nobody had slowed down were refused for good: two connection nodes had stamped what they said,
// and what had entered first was decided last.
test('a message may have entered before the one that stands before it, or by a clock that was set back since', () => {
  const at = (n: number, ms: number) => {
    const command = send('carol', id, n)
    return { ...command, meta: { ...command.meta, enteredAt: enteredAt + ms } }
  }
  const hourMs = 3_600_000
  const slow = changeGroup('bob', id, { slowModeMs: '10000' })
  const { world } = given(...team).when(at(1, 5), at(2, 0))
  assert.equal(world.events.filter(({ type }) => type === 'MessageSent').length, 2)
  given(...team)
    .when(slow, at(1, 9_999), at(2, 0))
    .refused('SLOW_MODE')
  assert.equal(
    given(...team)
      .when(slow, at(1, hourMs), at(2, 0))
      .world.events.at(-1)?.type,
    'MessageSent',
  )
})

test('the end of a temporary group is set, moved and taken away with its timer', () => {
  const ends = (...moments: readonly number[]) => {
    const [last, ...before] = moments.map((moment) => changeGroup('alice', id, { endsAt: String(moment) })).reverse()
    const { world } = given(...team).when(...before.reverse(), last!)
    return world.cells.get(timerKey(appId, id, 'end'))
  }
  const timer = { kind: 'timer', timerKind: 'group-end', payload: '' } as const
  assert.deepEqual(ends(enteredAt + 1), { ...timer, dueAt: enteredAt + 1 })
  assert.deepEqual(ends(enteredAt + 1, enteredAt + 9), { ...timer, dueAt: enteredAt + 9 })
  assert.deepEqual(ends(enteredAt + 1, 0), { ...timer, dueAt: 0 })
  const late = stamped(changeGroup('alice', id, { endsAt: String(enteredAt + 1) }), { enteredAt: enteredAt + 1 })
  given(...team)
    .when(late)
    .refused('INVALID_ARGUMENT', 'settings: endsAt')
})
