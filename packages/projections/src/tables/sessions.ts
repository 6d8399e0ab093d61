// What belongs to one user in one conversation, whatever the stay: how far one has read, and when one has written. Every stay has one.
import { table } from './table.ts'

export const sessions = table('sessions', {
  key: { app_id: 'text', user_id: 'text', conversation_id: 'text' },
  columns: { read_ordinal: 'bigint', last_sent_at: 'bigint' },
  keeps: 'last',
})
