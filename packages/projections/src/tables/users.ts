// Users, in the partition that owns them; that one exists is read by every partition.
import type { KnownUserCell, UserCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const users = table('users', {
  key: { app_id: 'text', user_id: 'text' },
  columns: { user_name: 'text', display_name: 'text', registered_at: 'bigint' },
  keeps: 'last',
})

export const userCell = stored<UserCell>()({
  key: ['app_id', 'user_id'],
  reads: [read(users, 'user_name', 'display_name', 'registered_at')],
  cellOf: ([user]) => ({
    kind: 'user',
    userName: user.user_name,
    displayName: user.display_name,
    registeredAt: user.registered_at,
  }),
  writes: (write) => [
    write(users, {
      rowOf: ({ key, cell: { userName, displayName, registeredAt }, at }) => ({
        ...key,
        user_name: userName,
        display_name: displayName,
        registered_at: registeredAt,
        ...at,
      }),
    }),
  ],
})

export const knownUserCell = stored<KnownUserCell>()({
  key: ['app_id', 'user_id'],
  reads: [read(users)],
  cellOf: () => ({ kind: 'known-user' }),
  writes: null,
})
