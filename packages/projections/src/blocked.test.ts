// Whatever one who is blocked does, they are told and shown what they would be by one whom nobody may write to: answers, what comes to their
// devices, how they stand to the other. And so when the other lets them again.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { decodeReply, type SkeinCommand } from '@skein/contracts'
import { noRelation, relationKey } from '@skein/domain'
import { createWorld, sampleAppId, sampleCommandMeta, type World } from '@skein/testing'
import fc from 'fast-check'
import { shown } from './shown.ts'

const conversationId = 'd:alice:bob'
const doneByBob = ['write', 'edit', 'revoke', 'request', 'accept', 'refuse', 'unfriend', 'remark', 'read', 'block', 'unblock'] as const
const doneByAlice = ['close', 'open', 'request', 'unfriend'] as const

interface Step {
  readonly by: 'alice' | 'bob'
  readonly what: (typeof doneByBob)[number] | (typeof doneByAlice)[number]
  readonly waitMs: number
  readonly text: string
  /** How long a request stands; 0 for as long as the server says. */
  readonly standsMs: number
}
// Mostly the same again: what tells them apart is rare among what is drawn evenly.
const rest = { waitMs: fc.nat(4), text: fc.constantFrom('hi', 'hi', 'hi', ''), standsMs: fc.constantFrom(0, 0, 0, 8) }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant('bob' as const),
      what: fc.constantFrom(...doneByBob, 'request', 'request', 'request'),
      ...rest,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ by: fc.constant('alice' as const), what: fc.constantFrom(...doneByAlice, 'close', 'open'), ...rest }),
  },
)

/** How alice closes herself to bob. */
type Way = 'blocks bob' | 'lets nobody write'

/** Alice and bob as bob learns of them. */
class Town {
  readonly #way: Way
  readonly #world: World = createWorld()
  readonly #startsAt: number
  #closed = false
  #commands = 0

  constructor(way: Way, startsAt: number) {
    this.#way = way
    this.#startsAt = startsAt
    this.#world.register(sampleAppId, 'alice', 'bob')
  }

  /** What bob learns of a step. */
  take({ by, what, text, standsMs }: Step, at: number): readonly unknown[] {
    if (by === 'bob') return this.#learnt([this.#ofBob(what as (typeof doneByBob)[number], text, standsMs && at + standsMs)], at)
    if (what === 'close' || what === 'open') {
      this.#closed = what === 'close'
      return this.#learnt(this.#closed ? this.#closing() : [this.#opening()], at)
    }
    // Of one whom she has blocked alice asks nothing.
    if (what === 'request' && this.#closed) return []
    return this.#learnt([this.#ofPair('alice', what as 'request' | 'unfriend', text, standsMs && at + standsMs)], at)
  }

  #closing(): SkeinCommand[] {
    if (this.#way === 'blocks bob') return [{ type: 'BlockUser', ...this.#about('alice') }]
    const asked = this.#relationOf('alice').sent === null ? [] : [this.#ofPair('alice', 'unfriend', '', 0)]
    return [...asked, this.#privacy('nobody')]
  }

  #opening(): SkeinCommand {
    return this.#way === 'blocks bob' ? { type: 'UnblockUser', ...this.#about('alice') } : this.#privacy('everybody')
  }

  #privacy(who: string): SkeinCommand {
    const { meta } = this.#about('alice')
    return { type: 'ChangePrivacy', meta, userId: 'alice', write: who, add: who }
  }

  #ofPair(by: 'alice' | 'bob', what: 'request' | 'unfriend', text: string, expiresAt: number): SkeinCommand {
    return what === 'request'
      ? { type: 'RequestFriend', ...this.#about(by), text, expiresAtMs: expiresAt }
      : { type: 'DeleteFriend', ...this.#about(by) }
  }

  #ofBob(what: (typeof doneByBob)[number], text: string, expiresAt: number): SkeinCommand {
    const about = this.#about('bob')
    const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from(text) }
    const first = this.#world.events.find(({ type }) => type === 'MessageSent')
    const target = { seq: 1, messageId: first?.meta.commandId ?? about.meta.commandId }
    switch (what) {
      case 'write':
        return { type: 'SendMessage', ...about, body, replyTo: 0, mentionAll: false, attachments: [] }
      case 'edit':
        return { type: 'EditMessage', ...about, ...target, body }
      case 'revoke':
        return { type: 'RevokeMessage', ...about, ...target }
      case 'request':
      case 'unfriend':
        return this.#ofPair('bob', what, text, expiresAt)
      case 'accept':
      case 'refuse':
        return { type: 'AnswerFriendRequest', ...about, accept: what === 'accept' }
      case 'remark':
        return { type: 'SetRemark', ...about, remark: text, tags: [] }
      case 'read':
        return { type: 'MarkRead', meta: { ...about.meta, intent: null }, conversationId, ordinal: 99 }
      case 'block':
        return { type: 'BlockUser', ...about }
      case 'unblock':
        return { type: 'UnblockUser', ...about }
    }
  }

  /** Ids that are the same in both towns. */
  #about(actorId: string) {
    const n = ++this.#commands
    const id = (kind: number) => `0000000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`
    const intent = { id: id(1), contentHash: createHash('sha256').update(String(n)).digest() }
    return {
      meta: sampleCommandMeta({ actorId, commandId: id(2), intent, enteredAt: this.#startsAt, deadlineAt: this.#startsAt }),
      conversationId,
    }
  }

  #learnt(commands: readonly SkeinCommand[], at: number): readonly unknown[] {
    const before = this.#world.events.length
    const answers = commands.flatMap((command) => {
      const decision = this.#world.run({ ...command, meta: { ...command.meta, enteredAt: at } } as SkeinCommand)
      if (command.meta.actorId !== 'bob') return []
      return [decision.accepted ? decodeReply(command.type, decision.reply) : [decision.code, decision.detail]]
    })
    // Numbers of the next step are the same in both towns, however many commands this one took.
    this.#commands = this.#commands + 2 - commands.length
    const told = this.#world.events.slice(before).flatMap((event) => {
      const { audience, item, notice } = shown(event)
      const isTold = audience.to === 'conversation' || (audience.to === 'users' && audience.userIds.includes('bob'))
      return isTold ? [{ item, notice }] : []
    })
    return [answers, told, this.#relationOf('bob')]
  }

  #relationOf(userId: string) {
    const cell = this.#world.cells.get(relationKey(sampleAppId, conversationId, userId)) ?? noRelation
    assert.ok(cell.kind === 'relation')
    return cell
  }
}

test('one who is blocked learns what they would of one whom nobody may write to', () => {
  const startsAt = sampleCommandMeta().enteredAt
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const [blocked, closed] = [new Town('blocks bob', startsAt), new Town('lets nobody write', startsAt)]
      let at = startsAt
      for (const each of steps) {
        at += each.waitMs
        assert.deepEqual(blocked.take(each, at), closed.take(each, at), `${each.by}: ${each.what}`)
      }
    }),
    { numRuns: 300 },
  )
})
