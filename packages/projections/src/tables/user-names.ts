// Who has which user name. `name` is in lower case, `user_name` as it is shown.
import type { UserNameCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const userNames = table('user_names', {
  key: { app_id: 'text', name: 'text' },
  columns: { user_name: 'text', user_id: 'text' },
  keeps: 'last',
})

export const userNameCell = stored<UserNameCell>()({
  key: ['app_id', 'name'],
  reads: [read(userNames, 'user_id', 'user_name')],
  cellOf: ([name]) => ({ kind: 'user-name', userId: name.user_id, userName: name.user_name }),
  writes: (write) => [
    write(userNames, { rowOf: ({ key, cell: { userId, userName }, at }) => ({ ...key, user_id: userId, user_name: userName, ...at }) }),
  ],
})
