// A partition as the runtime runs it, without a log: cells in a map, changed by nothing but folding events. Every
// command is decided twice, from cold cells and from warm ones, and the two decisions must be the same; a decision that
// reads or writes a cell it did not ask for fails.
import assert from 'node:assert/strict'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { ReadCell } from '@skein/event-sourcing'
import type { Cell, DomainEvent, SkeinDecision } from '../src/index.ts'
import { knownUserKey, skeinDecider } from '../src/index.ts'

export interface World {
  readonly cells: ReadonlyMap<string, Cell>
  readonly events: readonly SkeinEvent[]
  fold(event: DomainEvent): void
  /** Decides, folds what was accepted, and returns the decision. */
  run(command: SkeinCommand): SkeinDecision
}

export function createWorld(): World {
  const cells = new Map<string, Cell>()
  /** What the view tells other partitions. */
  const foreign = new Map<string, Cell>()
  const events: SkeinEvent[] = []
  const stored = (key: string): Cell | undefined => (skeinDecider.foreignOwner(key) !== null ? foreign : cells).get(key)

  function fold(event: DomainEvent): void {
    const decorated = { ...event, meta: { ...event.meta, claim: 0, commandOffset: events.length } } as SkeinEvent
    events.push(decorated)
    foldOnto(cells, decorated)
    if (event.type === 'UserRegistered') foreign.set(knownUserKey(event.meta.appId, event.userId), { kind: 'known-user' })
  }

  function run(command: SkeinCommand): SkeinDecision {
    const intent = skeinDecider.remembers(command)
    const cold = decideFrom(command, intent, stored, () => false)
    const warm = decideFrom(command, intent, stored, () => true)
    assert.deepEqual(warm.decision, cold.decision, 'the same decision from cold and from warm cells')
    if (cold.decision.accepted) {
      for (const event of cold.decision.events) {
        for (const key of skeinDecider.writes(event))
          assert.ok(cold.named.has(key) && warm.named.has(key), `${key} is written and was not asked for`)
        assert.equal(skeinDecider.remembered(event)?.key ?? intent, intent)
        assert.equal(
          skeinDecider.keyOf({ ...event, meta: { ...event.meta, claim: 0, commandOffset: 0 } } as SkeinEvent),
          skeinDecider.keyOf(command),
        )
        fold(event)
      }
    }
    return cold.decision
  }

  return { cells, events, fold, run }
}

/** Folds one event as the runtime does. */
export function foldOnto(cells: Map<string, Cell>, event: DomainEvent): void {
  for (const key of skeinDecider.writes(event)) {
    const after = skeinDecider.evolve(key, cells.get(key), event)
    if (after === undefined) cells.delete(key)
    else cells.set(key, after)
  }
  const remembered = skeinDecider.remembered(event)
  if (remembered !== null) cells.set(remembered.key, remembered.cell)
}

function decideFrom(command: SkeinCommand, intent: string | null, stored: ReadCell<Cell>, isWarm: (key: string) => boolean) {
  const named = new Set<string>()
  for (let before = -1; named.size > before; ) {
    before = named.size
    for (const key of skeinDecider.reads(command, (key) => (named.has(key) || isWarm(key) ? stored(key) : undefined))) named.add(key)
  }
  const decision = skeinDecider.decide(command, (key) => {
    assert.ok(named.has(key) || key === intent, `${key} is read and was not asked for`)
    return stored(key)
  })
  return { named, decision }
}
