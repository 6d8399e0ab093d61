// The small world that arbitrary commands are about: four users and one who does not exist, two groups, every direct conversation,
// few ids, so that repeats, refusals and races are common. Texts are sometimes ones that no store takes.
import { createHash } from 'node:crypto'
import type { CommandMeta, Intent, SkeinCommand } from '@skein/contracts'
import { broadcastConversationId } from '@skein/contracts'
import fc from 'fast-check'
import { sampleAppId } from '../samples.ts'

export const arbitraryUsers = ['alice', 'bob', 'carol', 'dave']
/** When arbitrary commands begin to enter; within a second all have. */
export const epoch = 1_700_000_000_000

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const user = fc.constantFrom(...arbitraryUsers, ...arbitraryUsers, 'nobody')
/** One acts more than others, and so owns what most of their commands are about. */
export const actor = fc.oneof({ weight: 2, arbitrary: fc.constant('alice') }, { weight: 1, arbitrary: user })
export const system = fc.constant('')
export const operator = fc.oneof({ weight: 9, arbitrary: system }, { weight: 1, arbitrary: fc.constant('alice') })
export const someUsers = fc.array(user, { maxLength: 3 })
/** Of the app that all commands are of. */
export const broadcasts = fc.constant(broadcastConversationId(sampleAppId))
export const groupId = fc.constantFrom('g:one', 'g:two')
/** Of requests to join, so that some are answered: most are of one user, to one group. */
export const asker = fc.oneof({ weight: 2, arbitrary: fc.constant('dave') }, { weight: 1, arbitrary: user })
export const askedGroupId = fc.oneof({ weight: 2, arbitrary: fc.constant('g:one') }, { weight: 1, arbitrary: groupId })
/** Of links to groups. */
export const linkId = fc.constantFrom('one', 'two').map((name) => name.padEnd(22, '-'))
/** Of what counts for ever, or until a moment that some commands enter before. */
export const someEnd = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2_000).map((ms) => epoch + ms) })
export const sessionId = fc.nat(1).map(uuid)

const pairs = arbitraryUsers.flatMap((a) => arbitraryUsers.filter((b) => a <= b).map((b) => `d:${a}:${b}`))
export const conversationId = fc.oneof(
  { weight: 4, arbitrary: groupId },
  { weight: 3, arbitrary: fc.constantFrom('d:alice:bob', 'd:alice:alice') },
  { weight: 1, arbitrary: broadcasts },
  { weight: 1, arbitrary: fc.constantFrom('b:another', ...pairs, 'd:alice:nobody', 'd:bob:alice', 'g:a|b', 'g:\0') },
)

/** Pairs of two, mostly the two that others' commands are about; and what is none. */
export const pairId = fc.oneof(
  { weight: 6, arbitrary: fc.constant('d:alice:bob') },
  { weight: 2, arbitrary: fc.constantFrom(...pairs, 'd:alice:nobody', 'g:one') },
)

export const words = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('text/plain', 'x') },
  { weight: 1, arbitrary: fc.constantFrom('', 'a\0', '\ud800', '\udc00b', 'x'.repeat(3_000)) },
)

/** What an edge stamps on any command. */
export const stamp = fc.record({
  commandId: fc.nat(999_999).map(uuid),
  enteredAt: fc.nat(1_000).map((ms) => epoch + ms),
  retry: fc.boolean(),
})

export const metaOf = (
  actorId: string,
  intent: Intent | null,
  stamped: Pick<CommandMeta, 'commandId' | 'enteredAt' | 'retry'>,
): CommandMeta => ({
  appId: sampleAppId,
  ...stamped,
  actorId,
  deviceId: 'phone',
  deadlineAt: stamped.enteredAt + 10_000,
  intent,
  replyNode: '',
  replyConnection: '',
  traceparent: null,
})

type Fields<C extends SkeinCommand> = Omit<C, 'meta'>
type ArbitraryFields<C extends SkeinCommand> = { [K in keyof Fields<C>]: fc.Arbitrary<Fields<C>[K]> }

/** A few ids fall on one another: honest devices never use one for something else, others do. */
const fewIds = fc.nat(50).map((n) => uuid(100 + n))
const freshIds = fc.nat(999_999).map((n) => uuid(1_000_000 + n))

/** A command that needs a name, which is rarely missing. */
export const named = <C extends SkeinCommand>(by: fc.Arbitrary<string>, fields: ArbitraryFields<C>): fc.Arbitrary<C> =>
  commandOf(
    by,
    fields,
    fc.oneof({ weight: 30, arbitrary: fewIds }, { weight: 8, arbitrary: freshIds }, { weight: 1, arbitrary: fc.constant(null) }),
  )

/** A command that needs no name, and rarely has one. */
export const idempotent = <C extends SkeinCommand>(by: fc.Arbitrary<string>, fields: ArbitraryFields<C>): fc.Arbitrary<C> =>
  commandOf(by, fields, fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fewIds }))

/** A message that was sent before: which one, whoever makes a sequence of commands says (see messagesMeant). */
export const aboutMessage = { seq: fc.nat(7), messageId: fc.constant('') }

/** Done by the user whom it is about. */
export const byThemselves = <C extends SkeinCommand & { readonly userId: string }>(command: C): C => ({
  ...command,
  meta: { ...command.meta, actorId: command.userId },
})

/** The hash of an intent goes with the content, as an honest device would have it. */
function commandOf<C extends SkeinCommand>(by: fc.Arbitrary<string>, fields: ArbitraryFields<C>, intentId: fc.Arbitrary<string | null>) {
  return fc.tuple(by, fc.record(fields) as unknown as fc.Arbitrary<Fields<C>>, intentId, stamp).map(([actorId, content, id, stamped]) => {
    const intent = id === null ? null : { id, contentHash: createHash('sha256').update(JSON.stringify(content)).digest() }
    return { ...content, meta: metaOf(actorId, intent, stamped) } as unknown as C
  })
}
