// What an event becomes for those who look: an item at its place in a conversation or a notice besides, told to an audience.
// Each aggregate has one total map of its events; one that is missing does not compile.
import type { aggregateOf, Messages, SkeinEvent } from '@skein/contracts'

export type EventType = SkeinEvent['type']
export type EventOf<T extends EventType> = Extract<SkeinEvent, { readonly type: T }>

/** Events of one aggregate. */
export type EventsOf<A extends (typeof aggregateOf)[EventType]> = {
  [T in EventType]: (typeof aggregateOf)[T] extends A ? T : never
}[EventType]

/** Who is told of an event as it happens. Who is not there now learns of it by sync. */
export type Audience =
  | { readonly to: 'nobody' }
  /** All who may see the event's seq. */
  | { readonly to: 'conversation' }
  /** Everybody of the app who is connected, little by little. */
  | { readonly to: 'app'; readonly perSecond: number }
  /** All devices of these users. */
  | { readonly to: 'users'; readonly userIds: readonly string[] }
  /**
   * The owner and admins of a group as they are by then, or so many of them as delivery tells, and none who blocks whoever says something by it, if
   * anybody does; and these users, whom it is about and who did it.
   */
  | { readonly to: 'admins'; readonly conversationId: string; readonly asker: string | null; readonly userIds: readonly string[] }
  /** The connections of one device session, which end. */
  | { readonly to: 'device-session'; readonly userId: string; readonly sessionId: string }

/** Events that are shown as another: a broadcast is a message like any other once it is sent. */
export const shownAs = { BroadcastSent: 'MessageSent' } as const satisfies Partial<Record<EventType, keyof Messages.ItemContents>>

type ShownName<T extends EventType> = T extends keyof typeof shownAs ? (typeof shownAs)[T] : T

/** The kind of item, by the name of an event, that this one becomes. */
export const kindOf = (type: EventType): EventType => (shownAs as Partial<Record<EventType, EventType>>)[type] ?? type

/** What an item says beyond where it stands, under the name of its event. */
export type ItemOf<T extends EventType> =
  ShownName<T> extends keyof Messages.ItemContents ? (event: EventOf<T>) => Messages.ItemContents[ShownName<T>] : null
export type NoticeOf<T extends EventType> = T extends keyof Messages.NoticeContents
  ? (event: EventOf<T>) => Messages.NoticeContents[T]
  : null

/** What an event does to a message that was sent before: it is shown otherwise from then on, by whatever way it is asked for. */
export interface Amendment {
  readonly conversationId: string
  readonly seq: number
  /** Its ordinal where it is not unread any more for anyone, 0 where it stays so. */
  readonly uncounts: number
  readonly to: (message: Messages.MessageSent) => Messages.MessageSent
  /** seq of the item that edited it last before, which says nothing more; 0 for none. */
  readonly outdates: number
  /** The number under which the version before it stays readable; null where it does not. */
  readonly keeps: number | null
}

/** What the item of an event says; nothing where it has none. */
export type ContentOf<T extends EventType> = T extends keyof Messages.ItemContents ? Messages.ItemContents[T] : never

export interface EventView<T extends EventType> {
  /** Null for events that take no place in a conversation. */
  readonly item: ItemOf<T>
  /** Null for events that tell nothing besides. */
  readonly notice: NoticeOf<T>
  readonly audience: (event: EventOf<T>) => Audience
  /** Users that the item names besides its actor; left out where there are none. */
  readonly names?: (content: ContentOf<T>) => readonly string[]
  /** Left out by events that change no message. Those that do have an item: up to the same seq, the items of a conversation are the same. */
  readonly amends?: T extends keyof Messages.ItemContents ? (event: EventOf<T>) => Amendment : never
}

export type EventViews<Types extends EventType> = { readonly [T in Types]: EventView<T> }
