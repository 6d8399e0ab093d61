// given(events).when(command).accepted(events, reply) / .refused(code): what a test of the domain reads like. Events are
// compared without their meta, which comes from the command alone and has a test of its own.
import assert from 'node:assert/strict'
import type { ErrorCode, SkeinCommand } from '@skein/contracts'
import type { DomainEvent, Reply, SkeinDecision } from '../src/index.ts'
import { emptyReply } from '../src/index.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

type WithoutMeta<E> = E extends DomainEvent ? Omit<E, 'meta'> : never
export type Happened = WithoutMeta<DomainEvent>

interface Outcome {
  readonly world: World
  /** Accepted with exactly these events; the reply's fields named here, and no other, are set. */
  accepted(events: readonly Happened[], reply: Partial<Reply>): void
  /** With exactly this detail, where one is given. */
  refused(code: ErrorCode, detail?: string): void
}

export function given(...events: readonly DomainEvent[]): { when(...commands: readonly [...SkeinCommand[], SkeinCommand]): Outcome } {
  return {
    /** All but the last command must be accepted. */
    when(...commands) {
      const world = createWorld()
      for (const event of events) world.fold(event)
      let decision: SkeinDecision | undefined
      for (const command of commands) {
        if (decision) assert.ok(decision.accepted, 'an earlier command was refused')
        decision = world.run(command)
      }
      return outcome(world, decision!)
    },
  }
}

const outcome = (world: World, decision: SkeinDecision): Outcome => ({
  world,
  accepted(events, reply) {
    assert.ok(decision.accepted, `refused: ${decision.accepted || decision.code}`)
    const happened = decision.events.map(({ meta: _, ...event }) => event)
    assert.deepEqual(happened, events)
    assert.deepEqual(decision.reply, { ...emptyReply, ...reply })
  },
  refused(code, detail) {
    assert.ok(!decision.accepted, 'accepted')
    assert.equal(decision.code, code)
    if (detail !== undefined) assert.equal(decision.detail, detail)
  },
})
