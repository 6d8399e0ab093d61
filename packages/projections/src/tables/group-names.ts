// What groups were called, and from where on: whoever is out is shown the name that a group had while they were in.
import type { SkeinEvent } from '@skein/contracts'
import { nameSetting } from '@skein/domain'
import type { Position } from '@skein/event-sourcing'
import { type RowOf, table } from './table.ts'

export const groupNames = table('group_names', {
  key: { app_id: 'text', conversation_id: 'text', from_seq: 'bigint' },
  columns: { name: 'text' },
  keeps: 'first',
})

/** Null for every event by which no group is called anything. */
export function groupNameRow(event: SkeinEvent, { partition, offset }: Position): RowOf<typeof groupNames> | null {
  if (event.type !== 'GroupCreated' && event.type !== 'GroupChanged') return null
  const name = event.type === 'GroupCreated' ? event.name : event.settings.find((setting) => setting.name === nameSetting)?.value
  if (name === undefined) return null
  return { app_id: event.meta.appId, conversation_id: event.conversationId, from_seq: event.seq, name, partition, offset }
}
