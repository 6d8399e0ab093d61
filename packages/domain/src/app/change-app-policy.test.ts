// Policies of apps in given / when / then: what an app may set, and that its limits hold for what comes after.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AppLimit, ChangeAppPolicy, RegisterApp } from '@skein/contracts'
import { addMembers, appId, commandMeta, createGroup, group, named, registered, send, sent, stamped, text } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { appKey, byDefault, limits, limitsInForce, perApp } from '../index.ts'

const register: RegisterApp = { type: 'RegisterApp', meta: commandMeta('') }
let changes = 0
/** Another request every time. */
const change = (...policy: readonly AppLimit[]): ChangeAppPolicy =>
  named({ type: 'ChangeAppPolicy', meta: commandMeta(''), limits: policy }, ++changes)
const changed = (...policy: readonly AppLimit[]) => ({ type: 'AppPolicyChanged', limits: policy }) as const
const twoAttachments = { name: 'attachmentsMax', value: 2 }
const threeMembers = { name: 'groupMembersMax', value: 3 }

test('a policy stands as a whole, and the same again changes nothing', () => {
  const outcome = given().when(register, change(twoAttachments), change(threeMembers))
  outcome.accepted([changed(threeMembers)], {})
  assert.deepEqual(outcome.world.cells.get(appKey(appId)), { kind: 'app', limits: { groupMembersMax: 3 } })
  const answered = { type: 'CommandAnswered', aggregateId: 'app' } as const
  given().when(register, change(twoAttachments, threeMembers), change(threeMembers, twoAttachments)).accepted([answered], {})
  given()
    .when(register, change(twoAttachments, threeMembers), change(threeMembers))
    .accepted([changed(threeMembers)], {})
  given().when(register, change(twoAttachments), change()).accepted([changed()], {})
  given().when(register, change()).accepted([answered], {})
})

// An append of the first change had no answer and was made again; the first copy landed when the operator had changed the policy once more, and
// the older one stood.
test('a late copy of a change does not undo the one after it', () => {
  const first = change(twoAttachments)
  const outcome = given().when(register, first, change(threeMembers), first)
  outcome.accepted([], {})
  assert.deepEqual(outcome.world.cells.get(appKey(appId)), { kind: 'app', limits: { groupMembersMax: 3 } })
})

test('a policy is of an app there is, made by the system, of limits that apps may set, below their ceilings', () => {
  given().when(change(twoAttachments)).refused('APP_NOT_FOUND')
  given()
    .when(register, stamped(change(twoAttachments), { actorId: 'alice' }))
    .refused('FORBIDDEN')
  for (const name of perApp) {
    given()
      .when(register, change({ name, value: limits[name] }))
      .accepted([changed({ name, value: limits[name] })], {})
    for (const value of [limits[name] + 1, -1, 0.5, Number.NaN])
      given().when(register, change({ name, value })).refused('INVALID_ARGUMENT', `limits: ${name} is 0 to ${limits[name]}, asked ${value}`)
  }
  for (const name of ['groupNameCharsMax', 'constructor', ''])
    given()
      .when(register, change({ name, value: 1 }))
      .refused('INVALID_ARGUMENT')
  given().when(register, change(twoAttachments, twoAttachments)).refused('INVALID_ARGUMENT', 'limits: attachmentsMax twice')
})

test('the limits of a policy hold for what comes after, and not for repeats of what came before', () => {
  const people = registered('alice', 'bob', 'carol', 'dave')
  const full = { refused: [{ userId: 'dave', code: 'GROUP_FULL' }] }
  const team = [...people, ...group('g:team', 'alice', { bob: 'member', carol: 'member' })]
  given(...team)
    .when(register, change(threeMembers), addMembers('alice', 'g:team', ['dave']))
    .accepted([{ type: 'CommandAnswered', aggregateId: 'g:team' }], { seq: 1, ...full, memberCount: 3 })
  const { world } = given(...people).when(register, change(threeMembers), createGroup('alice', 'g:team', 'Team', ['bob', 'carol', 'dave']))
  const created = world.events.at(-1)
  assert.ok(created?.type === 'GroupCreated')
  assert.deepEqual(
    created.members.map(({ userId }) => userId),
    ['alice', 'bob', 'carol'],
  )
  const file = { url: 'https://u', name: 'n', contentType: 'c', size: 1 }
  const three = send('alice', 'g:team', 1, { attachments: [file, file, file] })
  given(...team)
    .when(register, change(twoAttachments), three)
    .refused('TOO_LARGE', 'attachmentsMax 2, asked 3')
  given(...team)
    .when(register, change({ name: 'bodyBytesMax', value: 4 }), send('alice', 'g:team', 1, { body: text('hello') }))
    .refused('TOO_LARGE', 'bodyBytesMax 4, asked 5')
  given(...team, sent('bob', 'g:team', 2, 1))
    .when(register, three, change(twoAttachments), three)
    .accepted([], { messageId: three.meta.commandId, seq: 3, ordinal: 2, sentAtMs: three.meta.enteredAt })
})

test('what holds for an app is its own limit, else the default, and never more than the ceiling', () => {
  const { attachmentsMax, bodyBytesMax, revokeWindowMs, editWindowMs } = limitsInForce({
    attachmentsMax: 2,
    revokeWindowMs: 0,
    editWindowMs: 1e15,
  })
  assert.deepEqual(attachmentsMax, { value: 2, default: limits.attachmentsMax, ceiling: limits.attachmentsMax, own: true })
  assert.deepEqual(bodyBytesMax, { value: limits.bodyBytesMax, default: limits.bodyBytesMax, ceiling: limits.bodyBytesMax, own: false })
  assert.deepEqual(revokeWindowMs, { value: 0, default: byDefault.revokeWindowMs, ceiling: limits.revokeWindowMs, own: true })
  assert.equal(editWindowMs.value, limits.editWindowMs)
  assert.deepEqual(Object.keys(limitsInForce({})), [...perApp])
})
