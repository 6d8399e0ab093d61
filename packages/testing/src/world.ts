// A partition as the runtime runs it, without a log: cells in a map, changed by nothing but folding events. Every command is decided
// twice, from cold cells and from warm ones, and the two decisions must be the same; a decision that reads or writes a cell it did not
// ask for fails.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import {
  appPolicyKey,
  type Cell,
  type DomainEvent,
  knownMessageKey,
  knownPrivacyKey,
  knownRelationKey,
  knownUserKey,
  skeinDecider,
} from '@skein/domain'
import type { CellKey, Decision, ReadCell } from '@skein/event-sourcing'
import { frozen } from './frozen.ts'

export type WorldDecision = Decision<DomainEvent, Uint8Array>

export interface World {
  readonly cells: ReadonlyMap<CellKey, Cell>
  /** As the log would hold them: the offset of an event is its index. */
  readonly events: readonly SkeinEvent[]
  fold(event: DomainEvent): void
  /** Decides, folds what came of it, a refusal's trace included, and returns the decision. */
  run(command: SkeinCommand): WorldDecision
  /** Users who exist from now on. */
  register(appId: string, ...userIds: readonly string[]): void
}

export function createWorld(): World {
  const cells = new Map<CellKey, Cell>()
  /** What the views tell other partitions. */
  const foreign = new Map<CellKey, Cell>()
  const events: SkeinEvent[] = []
  const stored = (key: CellKey): Cell | undefined => (skeinDecider.foreignFact(key) === null ? cells : foreign).get(key)

  function fold(event: DomainEvent): void {
    events.push(frozen({ ...event, meta: { ...event.meta, claim: 0, commandOffset: events.length } } as SkeinEvent))
    foldOnto(cells, frozen(event))
    if (event.type === 'UserRegistered') foreign.set(knownUserKey(event.meta.appId, event.userId), { kind: 'known-user' })
    if (event.type === 'MessageSent') {
      const { conversationId, seq, ordinal, meta } = event
      foreign.set(knownMessageKey(meta.appId, conversationId, seq), { kind: 'known-message', messageId: meta.commandId, ordinal })
    }
    if (event.type === 'AppPolicyChanged') {
      const limits = Object.fromEntries(event.limits.map(({ name, value }) => [name, value]))
      foreign.set(appPolicyKey(event.meta.appId), { kind: 'app-policy', limits })
    }
    for (const { key } of skeinDecider.folds(event)) tellOthers(key)
  }

  /** What rules of other aggregates read of who is what to whom. */
  function tellOthers(key: CellKey): void {
    const cell = cells.get(key)
    const [, appId = '', id = '', userId = ''] = key.split('|')
    if (cell?.kind === 'relation') {
      const told = { friends: cell.friendsSince > 0, blocks: cell.blockedSince > 0 }
      foreign.set(knownRelationKey(appId, id, userId), { kind: 'known-relation', ...told })
    }
    if (cell?.kind === 'privacy') foreign.set(knownPrivacyKey(appId, id), { ...cell, kind: 'known-privacy' })
  }

  function run(command: SkeinCommand): WorldDecision {
    const cold = decideFrom(command, stored, () => false)
    const warm = decideFrom(command, stored, () => true)
    assert.deepEqual(warm.decision, cold.decision, 'the same decision from cold and from warm cells')
    for (const event of cold.events) {
      for (const { key, fresh } of skeinDecider.folds(event))
        assert.ok(fresh || (cold.named.has(key) && warm.named.has(key)), `${key} is changed and was not asked for`)
      assert.equal(skeinDecider.remembered(event)?.key ?? cold.intent, cold.intent)
      fold(event)
      assert.equal(skeinDecider.keyOf(events.at(-1)!), skeinDecider.keyOf(command))
    }
    return cold.decision
  }

  function register(appId: string, ...userIds: readonly string[]): void {
    for (const userId of userIds)
      fold({ type: 'UserRegistered', meta: metaOf(appId, userId), userId, userName: userId, displayName: userId })
  }

  return { cells, events, fold, run, register }
}

/** Folds one event as the runtime does. */
export function foldOnto(cells: Map<CellKey, Cell>, event: DomainEvent): void {
  for (const { key, fresh, to } of skeinDecider.folds(event)) {
    const after = to(fresh ? undefined : cells.get(key))
    if (after === undefined) cells.delete(key)
    else cells.set(key, after)
  }
  const remembered = skeinDecider.remembered(event)
  if (remembered !== null) cells.set(remembered.key, remembered.cell)
}

function decideFrom(command: SkeinCommand, stored: ReadCell<Cell>, isWarm: (key: CellKey) => boolean) {
  const asked = skeinDecider.ask(command)
  const named = new Set<CellKey>()
  for (let before = -1; named.size > before; ) {
    before = named.size
    for (const key of asked.reads((key) => (named.has(key) || isWarm(key) ? stored(key) : undefined))) named.add(key)
  }
  const decision = asked.decide((key) => {
    assert.ok(named.has(key) || key === asked.intent, `${key} is read and was not asked for`)
    return stored(key)
  })
  const isRepeat = asked.intent !== null && stored(asked.intent) !== undefined
  const ofRefusal = () => (isRepeat || decision.accepted ? [] : asked.refusedForGood(decision))
  return { named, decision, intent: asked.intent, events: decision.accepted ? decision.events : ofRefusal() }
}

const metaOf = (appId: string, actorId: string): DomainEvent['meta'] => ({
  appId,
  commandId: randomUUID(),
  actorId,
  deviceId: '',
  connectionId: '',
  occurredAt: Date.now(),
  answers: null,
  traceparent: null,
})
