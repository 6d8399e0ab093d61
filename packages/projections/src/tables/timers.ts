// Timers of all aggregates. `due_at` is 0 once one is done; until then the partition's owner finds it by that moment.
import type { TimerCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const timers = table('timers', {
  key: { app_id: 'text', aggregate_id: 'text', timer_id: 'text' },
  columns: { timer_kind: 'text', due_at: 'bigint', payload: 'text' },
  keeps: 'last',
})

export const timerCell = stored<TimerCell>()({
  key: ['app_id', 'aggregate_id', 'timer_id'],
  reads: [read(timers, 'timer_kind', 'due_at', 'payload')],
  cellOf: ([{ timer_kind, due_at, payload }]) => ({
    kind: 'timer',
    timerKind: timer_kind as TimerCell['timerKind'],
    dueAt: due_at,
    payload,
  }),
  writes: (write) => [
    write(timers, {
      rowOf: ({ key, cell: { timerKind, dueAt, payload }, at }) => ({ ...key, timer_kind: timerKind, due_at: dueAt, payload, ...at }),
    }),
  ],
})
