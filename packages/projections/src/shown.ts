// What is shown of an event, encoded once: the bytes of its item or notice are those of history, hot views, sync and pushes.
import { type Messages, type SkeinEvent, type WireTypes, wire } from '@skein/contracts'
import { appViews } from './app.ts'
import { bookkeepingViews } from './bookkeeping.ts'
import { conversationViews } from './conversation.ts'
import { type Amendment, type Audience, type EventType, type EventViews, kindOf } from './event-view.ts'
import { userViews } from './user.ts'

export const eventViews: EventViews<EventType> = { ...appViews, ...conversationViews, ...userViews, ...bookkeepingViews }

const editKind = 'MessageEdited' satisfies EventType

/** Where an item stands, whatever it says. */
export interface ItemPlace {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  readonly actorId: string
  readonly occurredAtMs: number
  /** Ordinal of a message that is not unread any more since; 0 for none. */
  readonly uncounts: number
}

/** What an event does to an earlier message; null for nothing. */
export function amendmentOf(event: SkeinEvent): Amendment | null {
  const amends = eventViews[event.type].amends as ((event: SkeinEvent) => Amendment) | undefined
  return amends?.(event) ?? null
}

export interface Shown {
  readonly audience: Audience
  /** Where its item stands; null for none. */
  readonly place: ItemPlace | null
  /** An encoded ConversationItem. */
  readonly item: Uint8Array | null
  /** The item for those whose stay begins behind the message it is about; null where it is the same. */
  readonly untold: { readonly targetSeq: number; readonly item: Uint8Array } | null
  /** An encoded Notice. */
  readonly notice: Uint8Array | null
}

/** Items of the given kind and content at a place. */
export function encodeItem<K extends keyof Messages.ItemContents>(
  place: ItemPlace,
  kind: K,
  content: Messages.ItemContents[K],
): Uint8Array {
  return wire.ConversationItem.encode({ ...place, [fieldOf(kind)]: content } as WireTypes.wire.v1.IConversationItem).finish()
}

export function encodeNotice<K extends keyof Messages.NoticeContents>(kind: K, content: Messages.NoticeContents[K]): Uint8Array {
  return wire.Notice.encode({ [fieldOf(kind)]: content } as WireTypes.wire.v1.INotice).finish()
}

/** Events that become an item: their view says so, and they all stand at a seq. */
type ItemEvent = Extract<SkeinEvent, { readonly type: keyof Messages.ItemContents }>

/** Where the item of an event stands; null for events that become none. What it does to an earlier message is asked for unless it is given. */
export function placeOf(event: SkeinEvent, amendment = amendmentOf(event)): ItemPlace | null {
  if (viewOf(event).item === null) return null
  const { conversationId, seq, meta, ...more } = event as ItemEvent
  const ordinal = 'ordinal' in more ? more.ordinal : 0
  const uncounts = amendment?.uncounts ?? 0
  return { conversationId, seq, ordinal, actorId: meta.actorId, occurredAtMs: meta.occurredAt, uncounts }
}

/** An event's view without its type: the maps have proven that the two fit. */
interface AnyView {
  readonly item: ((event: SkeinEvent) => Messages.ItemContents[keyof Messages.ItemContents]) | null
  readonly notice: ((event: SkeinEvent) => Messages.NoticeContents[keyof Messages.NoticeContents]) | null
  readonly audience: (event: SkeinEvent) => Audience
}

const viewOf = (event: SkeinEvent): AnyView => eventViews[event.type] as unknown as AnyView

/** An encoded ConversationItem; null for events that take no place in a conversation. */
export function itemOf(event: SkeinEvent, place = placeOf(event)): Uint8Array | null {
  const { item } = viewOf(event)
  return item === null || place === null ? null : encodeItem(place, kindOf(event.type) as keyof Messages.ItemContents, item(event) as never)
}

export function shown(event: SkeinEvent): Shown {
  const { audience, notice } = viewOf(event)
  const place = placeOf(event)
  const item = itemOf(event, place)
  return {
    audience: audience(event),
    place,
    item,
    untold: untoldOf(event, item),
    notice: notice === null ? null : encodeNotice(event.type as keyof Messages.NoticeContents, notice(event) as never),
  }
}

/** The item of an edit once its message was edited again or taken away: what it said is history of the message, or told to nobody. */
export function outdatedItem(item: Uint8Array): Uint8Array {
  const { messageEdited, ...place } = wire.ConversationItem.decode(item)
  if (!messageEdited) throw new Error('an item that is no edit is not outdated')
  return encodeItem(place as ItemPlace, editKind, { ...(messageEdited as Messages.MessageEdited), body: null })
}

/** What is shown of what was done to a message to those who are not told what it says. */
export const untoldItem = ({ kind, item }: { readonly kind: string; readonly item: Uint8Array }): Uint8Array =>
  kind === editKind ? outdatedItem(item) : item

function untoldOf(event: SkeinEvent, item: Uint8Array | null): Shown['untold'] {
  if (item === null || event.type !== editKind) return null
  return { targetSeq: event.targetSeq, item: outdatedItem(item) }
}

/** Contents of a oneof go by their message's name in lower camel case. */
export const fieldOf = (kind: string): string => kind.charAt(0).toLowerCase() + kind.slice(1)
