// Apps, in the partition that owns each; their policies are read by every partition. `limits` is JSON: what differs from the defaults.
import type { AppCell, AppPolicyCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { put, table } from './table.ts'

export const apps = table('apps', {
  key: { app_id: 'text' },
  columns: { limits: 'text' },
  keeps: 'last',
})

export const appCell = stored<AppCell>()({
  key: ['app_id'],
  reads: [read(apps, 'limits')],
  cellOf: ([app]) => ({ kind: 'app', limits: JSON.parse(app.limits) }),
  rowsOf: ({ key, after, at }) => [put(apps, { ...key, limits: JSON.stringify(after.limits), ...at })],
})

export const appPolicyCell = stored<AppPolicyCell>()({
  key: ['app_id'],
  reads: [read(apps, 'limits')],
  cellOf: ([app]) => ({ kind: 'app-policy', limits: JSON.parse(app.limits) }),
  rowsOf: null,
})
