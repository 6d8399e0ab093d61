// Whom users let reach them, in the partition that owns each; every partition reads it. Who never said anything has no row.
import type { KnownPrivacyCell, PrivacyCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const privacies = table('privacies', {
  key: { app_id: 'text', user_id: 'text' },
  columns: { may_write: 'text', may_add: 'text' },
  keeps: 'last',
})

const said = (row: { readonly may_write: string; readonly may_add: string }) =>
  ({ write: row.may_write, add: row.may_add }) as Pick<PrivacyCell, 'write' | 'add'>

export const privacyCell = stored<PrivacyCell>()({
  key: ['app_id', 'user_id'],
  reads: [read(privacies, 'may_write', 'may_add')],
  cellOf: ([row]) => ({ kind: 'privacy', ...said(row) }),
  writes: (write) => [write(privacies, { rowOf: ({ key, cell, at }) => ({ ...key, may_write: cell.write, may_add: cell.add, ...at }) })],
})

export const knownPrivacyCell = stored<KnownPrivacyCell>()({
  key: ['app_id', 'user_id'],
  reads: [read(privacies, 'may_write', 'may_add')],
  cellOf: ([row]) => ({ kind: 'known-privacy', ...said(row) }),
  writes: null,
})
