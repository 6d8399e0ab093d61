// Who may broadcast in an app, by the right that an operator gave or took.
import type { BroadcasterCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const broadcasters = table('broadcasters', {
  key: { app_id: 'text', user_id: 'text' },
  // 1 for who may, 0 for who may no more.
  columns: { allowed: 'int' },
  keeps: 'last',
})

export const broadcasterCell = stored<BroadcasterCell>()({
  key: ['app_id', 'user_id'],
  reads: [read(broadcasters, 'allowed')],
  cellOf: ([row]) => ({ kind: 'broadcaster', allowed: row.allowed === 1 }),
  writes: (write) => [write(broadcasters, { rowOf: ({ key, cell, at }) => ({ ...key, allowed: cell.allowed ? 1 : 0, ...at }) })],
})
