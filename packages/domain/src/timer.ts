// What is due when the moment of a timer has come, by its kind. An event sets or moves a timer and another ends it, by folding its cell; the command
// says the moment that it was due at, and its rule does nothing unless the cell says the same: it may come again, late, or after the timer was moved.
import type { SkeinCommand } from '@skein/contracts'
import type { CellKey, Unstamped } from '@skein/event-sourcing'
import type { TimerKind } from './cells/timer.ts'
import type { Cell } from './cells.ts'
import { asKind } from './cells.ts'

interface DueTimer {
  readonly aggregateId: string
  readonly timerId: string
  readonly dueAt: number
  readonly payload: string
}

type CommandOf = (timer: DueTimer) => Unstamped<SkeinCommand>['command']

/** By kind. Each makes an idempotent command about the timer's aggregate, which only the system may give. */
const commandsDue: Readonly<Record<TimerKind, CommandOf>> = {
  'group-end': ({ aggregateId, dueAt }) => ({ type: 'EndGroup', conversationId: aggregateId, dueAt }),
}

/** 0 for a timer that is done, null for what is none. */
export const dueAt = (_key: CellKey, cell: Cell): number | null => (cell.kind === 'timer' ? cell.dueAt : null)

export function whenDue(key: CellKey, cell: Cell): Unstamped<SkeinCommand> {
  const [, appId = '', aggregateId = '', timerId = ''] = key.split('|')
  const { timerKind, dueAt, payload } = asKind('timer', cell)!
  const commandOf = (commandsDue as Readonly<Record<string, CommandOf>>)[timerKind]
  // Of a later release, or a bug: told, and tried again.
  if (commandOf === undefined) throw new Error(`no command is due for a timer of kind ${timerKind}`)
  return { appId, command: commandOf({ aggregateId, timerId, dueAt, payload }) }
}
