// What groups are set to, apart from their heads, which every message writes. `settings` is JSON: what is not as in every new group, as a list of
// names and values in one order.
import { type GroupCell, newGroup, settingsIn, withSettings } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const groups = table('groups', {
  key: { app_id: 'text', conversation_id: 'text' },
  columns: { settings: 'text', dismissed_at: 'bigint' },
  keeps: 'last',
})

export const groupCell = stored<GroupCell>()({
  key: ['app_id', 'conversation_id'],
  reads: [read(groups, 'settings', 'dismissed_at')],
  cellOf: ([{ settings, dismissed_at }]) => ({ ...withSettings(newGroup, JSON.parse(settings)), dismissedAt: dismissed_at }),
  writes: (write) => [
    write(groups, {
      rowOf: ({ key, cell, at }) => ({
        ...key,
        settings: JSON.stringify(settingsIn(cell)),
        dismissed_at: cell.dismissedAt,
        ...at,
      }),
    }),
  ],
})
