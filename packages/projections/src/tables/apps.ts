// Apps, in the partition that owns each; their policies are read by every partition. `limits` is JSON: what differs from the defaults.
import { type AppCell, type AppPolicyCell, type LimitsInForce, limitsInForce } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const apps = table('apps', {
  key: { app_id: 'text' },
  columns: { limits: 'text' },
  keeps: 'last',
})

/** What holds for an app, from the column `limits` of its row. */
export const limitsFrom = (column: string): LimitsInForce => limitsInForce(JSON.parse(column))

export const appCell = stored<AppCell>()({
  key: ['app_id'],
  reads: [read(apps, 'limits')],
  cellOf: ([app]) => ({ kind: 'app', limits: JSON.parse(app.limits) }),
  writes: (write) => [write(apps, { rowOf: ({ key, cell, at }) => ({ ...key, limits: JSON.stringify(cell.limits), ...at }) })],
})

export const appPolicyCell = stored<AppPolicyCell>()({
  key: ['app_id'],
  reads: [read(apps, 'limits')],
  cellOf: ([app]) => ({ kind: 'app-policy', limits: JSON.parse(app.limits) }),
  writes: null,
})
