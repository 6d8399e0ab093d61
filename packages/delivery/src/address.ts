// To whom an event goes, decided without I/O. What is shown of it and to which audience is data of the projections; who belongs
// to that audience is told by the ids of a direct conversation or by the members of a group. Who is online is another question.
import { type Conversation, parseConversationId, type SkeinEvent, wire } from '@skein/contracts'
import { type ItemPlace, placeOf, type Shown, shown } from '@skein/projections'

/** An event with what is shown of it, encoded once. */
export interface ShownEvent {
  readonly event: SkeinEvent
  readonly shown: Shown
  /** Where it stands, and in what; null unless all of its conversation are shown it. */
  readonly place: ItemPlace | null
  readonly conversation: Conversation | null
}

/** Users who are shown a push on all their devices. */
export interface ToUsers {
  readonly to: 'users'
  readonly appId: string
  readonly userIds: readonly string[]
  /** Connection that gets the reply instead; empty for none. */
  readonly exceptConnection: string
  /** An encoded Push. */
  readonly push: Uint8Array
}

/** A device session whose connections end. */
export interface ToDeviceSession {
  readonly to: 'device-session'
  readonly appId: string
  readonly userIds: readonly [string]
  readonly sessionId: string
}

export type Addressed = ToUsers | ToDeviceSession

export interface Group {
  readonly appId: string
  readonly conversationId: string
}

export function show(event: SkeinEvent): ShownEvent {
  const what = shown(event)
  if (what.audience.to !== 'conversation') return { event, shown: what, place: null, conversation: null }
  const place = placeOf(event)
  const conversation = place === null ? null : parseConversationId(place.conversationId)
  if (conversation === null) throw new Error(`${event.type} is for all of its conversation and stands in none`)
  return { event, shown: what, place, conversation }
}

/** The group whose members must be known to address this event; null for none. */
export function groupNeeded({ event, place, conversation }: ShownEvent): Group | null {
  return conversation?.kind === 'group' ? { appId: event.meta.appId, conversationId: place!.conversationId } : null
}

/** Who may see a seq of a group, of these who have been there since another. */
type MembersAt = (group: Group, seq: number, since: number) => readonly string[]

/** To nobody, to some, or in two ways to two kinds of readers. */
export function address(told: ShownEvent, membersAt: MembersAt): readonly Addressed[] {
  const { audience, item, notice } = told.shown
  const { appId } = told.event.meta
  if (audience.to === 'nobody') return []
  if (audience.to === 'device-session') return [{ to: 'device-session', appId, userIds: [audience.userId], sessionId: audience.sessionId }]
  if (item === null && notice === null) return []
  if (audience.to === 'users') return [toUsers(told, audience.userIds, item)]
  if (told.conversation?.kind === 'direct') return [toUsers(told, [...new Set(told.conversation.userIds)], item)]
  return toGroup(told, membersAt)
}

/** Those who joined behind the message that an item is about are not told what it says now. */
function toGroup(told: ShownEvent, membersAt: MembersAt): readonly Addressed[] {
  const { item, untold } = told.shown
  const group = groupNeeded(told)!
  const { seq } = told.place!
  const everyone = membersAt(group, seq, seq)
  if (untold === null) return [toUsers(told, everyone, item)]
  const there = new Set(membersAt(group, seq, untold.targetSeq))
  const later = everyone.filter((userId) => !there.has(userId))
  return [toUsers(told, [...there], item), toUsers(told, later, untold.item)]
}

function toUsers({ event, shown: { notice } }: ShownEvent, userIds: readonly string[], item: Uint8Array | null): ToUsers {
  const { appId, connectionId } = event.meta
  const push = wire.Push.encode({ items: item === null ? [] : [item], notices: notice === null ? [] : [notice] }).finish()
  return { to: 'users', appId, userIds, exceptConnection: connectionId, push }
}
