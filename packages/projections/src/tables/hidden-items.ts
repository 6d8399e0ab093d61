// Messages that users deleted for themselves: nobody else is told, and their reader is shown no more than that there was one.
import type { HiddenCell, KnownMessageCell } from '@skein/domain'
import { items, messageOf } from './items.ts'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const hiddenItems = table('hidden_items', {
  key: { app_id: 'text', user_id: 'text', conversation_id: 'text', seq: 'bigint' },
  columns: { ordinal: 'bigint', message_id: 'text', hidden_at: 'bigint' },
  keeps: 'first',
})

export const hiddenCell = stored<HiddenCell>()({
  key: ['app_id', 'user_id', 'conversation_id', 'seq'],
  reads: [read(hiddenItems, 'ordinal', 'message_id', 'hidden_at')],
  cellOf: ([{ ordinal, message_id, hidden_at }]) => ({ kind: 'hidden', ordinal, messageId: message_id, hiddenAt: hidden_at }),
  writes: (write) => [
    write(hiddenItems, {
      rowOf: ({ key, cell, at }) => ({
        app_id: key.app_id,
        user_id: key.user_id,
        conversation_id: key.conversation_id,
        seq: Number(key.seq),
        ordinal: cell.ordinal,
        message_id: cell.messageId,
        hidden_at: cell.hiddenAt,
        partition: at.partition,
        offset: at.offset,
      }),
    }),
  ],
})

export const knownMessageCell = stored<KnownMessageCell>()({
  key: ['app_id', 'conversation_id', 'seq'],
  reads: [read(items, 'kind', 'ordinal', 'item')],
  cellOf([{ kind, ordinal, item }]) {
    const message = messageOf(kind, item)
    return message && { kind: 'known-message', messageId: message.messageId, ordinal }
  },
  writes: null,
})
