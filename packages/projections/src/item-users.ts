// Users that an item names besides its actor, for whoever has to show their names.
import { wire } from '@skein/contracts'
import type { EventType } from './event-view.ts'
import { eventViews, fieldOf } from './shown.ts'

/** Of an encoded ConversationItem; none of a kind that this release does not know. */
export function usersNamedIn(kind: string, item: Uint8Array): readonly string[] {
  if (!Object.hasOwn(eventViews, kind)) return []
  const names = eventViews[kind as EventType].names as ((content: unknown) => readonly string[]) | undefined
  if (names === undefined) return []
  const content = (wire.ConversationItem.decode(item) as unknown as Readonly<Record<string, unknown>>)[fieldOf(kind)]
  return content ? names(content) : []
}
