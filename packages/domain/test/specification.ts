// given(events).when(command).accepted(events, reply) / .refused(code): what a test of the domain reads like. Events are
// compared without their meta, which comes from the command alone and has tests of its own.
import assert from 'node:assert/strict'
import type { ErrorCode, Replies, SkeinCommand } from '@skein/contracts'
import { decodeReply } from '@skein/contracts'
import type { World, WorldDecision } from '@skein/testing'
import { createWorld } from '@skein/testing'
import type { DomainEvent } from '../src/index.ts'

type WithoutMeta<E> = E extends DomainEvent ? Omit<E, 'meta'> : never
export type Happened = WithoutMeta<DomainEvent>

interface Outcome {
  readonly world: World
  /** Accepted with exactly these events; the reply's fields named here, and no other, are set. */
  accepted(events: readonly Happened[], reply: Partial<Replies[keyof Replies]>): void
  /** With exactly this detail, where one is given. */
  refused(code: ErrorCode, detail?: string): void
}

export function given(...events: readonly DomainEvent[]): { when(...commands: readonly [...SkeinCommand[], SkeinCommand]): Outcome } {
  return {
    /** All but the last command must be accepted. */
    when(...commands) {
      const world = createWorld()
      for (const event of events) world.fold(event)
      let decision: WorldDecision | undefined
      for (const command of commands) {
        if (decision) assert.ok(decision.accepted, 'an earlier command was refused')
        decision = world.run(command)
      }
      return outcome(world, commands.at(-1)!.type, decision!)
    },
  }
}

const outcome = (world: World, type: SkeinCommand['type'], decision: WorldDecision): Outcome => ({
  world,
  accepted(events, reply) {
    assert.ok(decision.accepted, `refused: ${decision.accepted || decision.code}`)
    const happened = decision.events.map(({ meta: _, ...event }) => event)
    assert.deepEqual(happened, events)
    assert.deepEqual(fieldsSet(decodeReply(type, decision.reply)), fieldsSet(reply))
  },
  refused(code, detail) {
    assert.ok(!decision.accepted, 'accepted')
    assert.equal(decision.code, code)
    if (detail !== undefined) assert.equal(decision.detail, detail)
  },
})

/** Zero, the empty text and the empty list mean that a field is not set. */
const fieldsSet = (reply: object) =>
  Object.fromEntries(
    Object.entries(reply)
      .filter(([, value]) => value !== 0 && value !== '' && !(Array.isArray(value) && value.length === 0))
      // What was decoded has a class of its own.
      .map(([name, value]) => [name, structuredClone(value)]),
  )
