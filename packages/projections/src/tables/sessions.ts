// What belongs to one user in one conversation, whatever the stay: how far one has read, and when one has written. Every stay has one. Of the broadcasts of an app, in which
// all are without a stay, only who has read something has one.
import type { ReaderCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const sessions = table('sessions', {
  key: { app_id: 'text', user_id: 'text', conversation_id: 'text' },
  columns: { read_ordinal: 'bigint', last_sent_at: 'bigint' },
  keeps: 'last',
})

export const readerCell = stored<ReaderCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [read(sessions, 'read_ordinal')],
  cellOf: ([session]) => ({ kind: 'reader', readOrdinal: session.read_ordinal }),
  writes: (write) => [
    write(sessions, {
      changed: (before, after) => before.readOrdinal !== after.readOrdinal,
      rowOf: ({ key, cell: { readOrdinal }, at }) => ({
        app_id: key.app_id,
        user_id: key.user_id,
        conversation_id: key.conversation_id,
        read_ordinal: readOrdinal,
        // Of slow mode, which broadcasts have not.
        last_sent_at: 0,
        partition: at.partition,
        offset: at.offset,
      }),
    }),
  ],
})
