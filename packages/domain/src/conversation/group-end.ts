// The timer by which a temporary group comes to its end: one of each group.
import type { Fold } from '@skein/event-sourcing'
import { type Cell, timerKey } from '../cells.ts'
import { make } from '../rule.ts'

const endTimerId = 'end'

export const endTimerKey = (appId: string, conversationId: string): string => timerKey(appId, conversationId, endTimerId)

/** Set, moved, and ended by 0. */
export const endTimer = (
  { meta, conversationId }: { readonly meta: { readonly appId: string }; readonly conversationId: string },
  dueAt: number,
): Fold<Cell> => make(endTimerKey(meta.appId, conversationId), { kind: 'timer', timerKind: 'group-end', dueAt, payload: '' })
