// The whole domain as the runtime sees it. What a command or event is about, and which rule it has, stands in tables made from
// the schemas: nothing here knows any of them by name.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { logKeyOf } from '@skein/contracts'
import type { Asked, Decider, Fold } from '@skein/event-sourcing'
import type { Cell } from './cells.ts'
import { foreignFact } from './cells.ts'
import type { DomainEvent } from './event.ts'
import { commandRules, eventRules } from './generated/rules.ts'
import { faultOfMeta, isRefusal, type Refusal } from './refusal.ts'
import { answered, decideRepeat, faultOfIntent, intentKeyOf, refusedForGood, rememberedIntent } from './repeat.ts'
import type { Case, CommandRule, EventRule } from './rule.ts'
import { dueAt, whenDue } from './timer.ts'

export type SkeinDecider = Decider<SkeinCommand, SkeinEvent, Cell, Uint8Array>

type AnyType = SkeinCommand['type']

/** The command as its rule understands it, or why it is refused whatever the state. */
function understood(command: SkeinCommand): Case<AnyType> | Refusal {
  const rule = commandRules[command.type] as CommandRule<AnyType>
  return faultOfMeta(command) ?? faultOfIntent(command) ?? rule(command)
}

/** Why a command is refused whatever the state, for edges that want to say so before it is in the log; null when it is not. */
export function refusalOf(command: SkeinCommand): Refusal | null {
  const found = understood(command)
  return isRefusal(found) ? found : (found.fault ?? null)
}

function ask(command: SkeinCommand): Asked<SkeinEvent, Cell, Uint8Array> {
  const found = understood(command)
  if (isRefusal(found)) return { intent: null, reads: () => [], decide: () => found, refusedForGood: () => [] }
  const intent = intentKeyOf(command)
  return {
    intent,
    reads: found.reads,
    decide(read) {
      const repeat = decideRepeat(command, intent, read)
      if (repeat !== null) return repeat
      if (found.fault) return found.fault
      const ruling = found.decide(read)
      return isRefusal(ruling) ? ruling : answered(command, ruling)
    },
    refusedForGood: (refused) => refusedForGood(command, refused),
  }
}

function folds(event: DomainEvent): readonly Fold<Cell>[] {
  const rule = eventRules[event.type] as EventRule<SkeinEvent['type']> | null
  return rule === null ? [] : rule(event)
}

export const skeinDecider: SkeinDecider = { keyOf: logKeyOf, ask, foreignFact, folds, remembered: rememberedIntent, dueAt, whenDue }
