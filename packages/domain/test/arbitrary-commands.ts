// Random commands of a small world: four users and one who does not exist, two groups, every direct conversation, few
// ids, so that repeats, refusals and races are common. Texts are sometimes ones that no store takes.
import type { SkeinCommand } from '@skein/contracts'
import fc from 'fast-check'
import {
  addMembers,
  changeRole,
  commandMeta,
  createGroup,
  hash,
  leaveGroup,
  markRead,
  named,
  removeMember,
  send,
  text,
  uuid,
} from './examples.ts'

export const users = ['alice', 'bob', 'carol', 'dave']
export const groupIds = ['g:one', 'g:two']

const user = fc.constantFrom(...users, 'nobody')
/** One acts more than others, and so owns what most of his commands are about. */
const actor = fc.oneof({ weight: 2, arbitrary: fc.constant('alice') }, { weight: 1, arbitrary: user })
const groupId = fc.constantFrom(...groupIds)
const pairs = users.flatMap((a) => users.filter((b) => a <= b).map((b) => `d:${a}:${b}`))
const conversation = fc.oneof(
  { weight: 4, arbitrary: groupId },
  { weight: 3, arbitrary: fc.constantFrom('d:alice:bob', 'd:alice:alice') },
  { weight: 1, arbitrary: fc.constantFrom(...pairs, 'd:alice:nobody', 'd:bob:alice', 'g:a|b', 'g:\0') },
)
const words = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('text/plain', 'x') },
  { weight: 1, arbitrary: fc.constantFrom('', 'a\0', '\ud800', '\udc00b', 'x'.repeat(3_000)) },
)

const sends = fc
  .record({
    actor: user,
    conversation,
    n: fc.nat(5),
    content: fc.nat(5),
    replyTo: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(4)),
    words,
    url: words,
    retry: fc.boolean(),
    at: fc.nat(1_000),
  })
  .map(({ actor, conversation, n, content, replyTo, words, url, retry, at }) =>
    send(actor, conversation, n, {
      // Content follows from the id most of the time, as an honest device would have it.
      contentHash: hash(content === 0 ? 99 : n),
      messageId: uuid(5_000 + at),
      body: { ...text('hi'), contentType: words },
      replyTo,
      attachments: content === 1 ? [{ url, name: words, contentType: 'image/png', size: 1 }] : [],
      meta: { ...commandMeta(actor), retry, enteredAt: 1_000 + at },
    }),
  )

/** Those that are mostly refused come more often. */
const unnamed = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .tuple(actor, groupId, fc.constantFrom('Team', 'Team', 'Crew', 'a\0'), fc.array(user, { maxLength: 3 }))
      .map((args) => createGroup(...args)),
  },
  { weight: 2, arbitrary: fc.tuple(actor, groupId, fc.array(user, { maxLength: 3 })).map((args) => addMembers(...args)) },
  { weight: 3, arbitrary: fc.tuple(actor, groupId, user).map((args) => removeMember(...args)) },
  { weight: 1, arbitrary: fc.tuple(actor, groupId).map((args) => leaveGroup(...args)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(actor, groupId, user, fc.constantFrom('owner', 'admin', 'admin', 'member', 'king'))
      .map((args) => changeRole(...args)),
  },
)

/** Most have a name, which goes with the content as an honest device would have it: a few fall on one another. */
const ofGroups = fc
  .tuple(unnamed, fc.option(fc.nat(50)))
  .map(([command, n]) => (n === null ? command : named(command, 100 + n, JSON.stringify(command).length)))

const ofUsers = fc.oneof(
  fc
    .record({ userId: user, userName: words, displayName: words })
    .map((fields): SkeinCommand => ({ type: 'RegisterUser', meta: commandMeta(''), ...fields })),
  fc
    .record({ userId: user, userName: fc.constantFrom('Alice', 'alice', 'bob') })
    .map((fields): SkeinCommand => ({ type: 'ClaimUserName', meta: commandMeta(''), ...fields })),
  fc
    .record({ userId: user, sessionId: fc.nat(3).map(uuid), platform: words, expiresAt: fc.nat() })
    .map((fields): SkeinCommand => ({ type: 'OpenDeviceSession', meta: commandMeta(fields.userId), ...fields })),
  fc
    .record({ userId: user, sessionId: fc.nat(3).map(uuid) })
    .map((fields): SkeinCommand => ({ type: 'CloseDeviceSession', meta: commandMeta(fields.userId), ...fields })),
)

const reads = fc.tuple(user, conversation, fc.integer({ min: -1, max: 12 })).map((args) => markRead(...args))

const some = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: sends },
    { weight: 6, arbitrary: ofGroups },
    { weight: 3, arbitrary: reads },
    { weight: 1, arbitrary: ofUsers },
  ),
  { minLength: 20, maxLength: 80, size: 'max' },
)

/** Every other one is sent again, at once or a few commands later. */
export const arbitraryCommands: fc.Arbitrary<SkeinCommand[]> = fc
  .tuple(some, fc.array(fc.nat(7), { minLength: 80, maxLength: 80 }))
  .map(([commands, chances]) =>
    commands.flatMap((command, i) => [command, ...commands.slice(Math.max(0, i - chances[i]!)).slice(0, chances[i]! < 4 ? 1 : 0)]),
  )
