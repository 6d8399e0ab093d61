// To whom an event goes, decided without I/O. What is shown of it and to which audience is data of the projections; who belongs
// to that audience is told by the ids of a direct conversation or by the members of a group. Who is online is another question.
import { type Conversation, parseConversationId, type SkeinEvent, wire } from '@skein/contracts'
import type { GroupAnnouncement, LinkEverybody } from '@skein/node-link'
import { type GroupId, type ItemPlace, type Shown, shown } from '@skein/projections'
import { type StayChange, stepsOf } from './stay-change.ts'

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

/** Everybody of an app who is connected, wherever: each gateway tells its own. */
export interface ToApp {
  readonly to: 'app'
  readonly appId: string
  readonly userIds: readonly []
  readonly push: Uint8Array
  readonly everybody: LinkEverybody
}

/** Everybody in a large group who may see it: gateways know whom of them they have. */
export interface ToLargeGroup {
  readonly to: 'large-group'
  readonly appId: string
  /** Nobody is looked up. */
  readonly userIds: readonly []
  /** An encoded Push. */
  readonly push: Uint8Array
  readonly group: GroupAnnouncement
}

export type Addressed = ToUsers | ToDeviceSession | ToLargeGroup | ToApp

/** Whether somebody may be there. */
export const hasRecipients = ({ to, userIds }: Addressed): boolean => to === 'app' || to === 'large-group' || userIds.length > 0

export type Group = GroupId

/** Where an event of a group stands among the changes of its members. */
export interface GroupPlace {
  readonly partition: number
  readonly offset: number
  /** From this offset on no stay has changed before it. */
  readonly unchangedFrom: number
  readonly change: StayChange | null
}

export function show(event: SkeinEvent): ShownEvent {
  const what = shown(event)
  if (what.audience.to !== 'conversation') return { event, shown: what, place: null, conversation: null }
  const { place } = what
  const conversation = place === null ? null : parseConversationId(place.conversationId)
  if (conversation === null) throw new Error(`${event.type} is for all of its conversation and stands in none`)
  return { event, shown: what, place, conversation }
}

/** The group whose members must be known to address this event; null for none. */
export function groupNeeded({ event, place, conversation }: ShownEvent): Group | null {
  return conversation?.kind === 'group' ? { appId: event.meta.appId, conversationId: place!.conversationId } : null
}

/** A group whose owner and admins are told. */
export interface AdminsNeeded {
  readonly group: Group
  /** Who says something by it: none of them who blocks this user is told. Null of what ends, which says nothing. */
  readonly asker: string | null
  /** Whom it is about. */
  readonly atOnce: readonly string[]
  /** Whoever did it for the group: told in any case, and behind what owner and admins are not told yet. */
  readonly inTurn: readonly string[]
}

/** The group whose owner and admins must be known to tell them of this event; null where they are told of none. */
export function adminsNeeded({ event, shown: { audience } }: ShownEvent): AdminsNeeded | null {
  if (audience.to !== 'admins') return null
  const { appId, actorId } = event.meta
  const { conversationId, asker, userIds } = audience
  const isDoneForGroup = (userId: string): boolean => userIds.length > 1 && userId === actorId
  const [atOnce, inTurn] = [userIds.filter((userId) => !isDoneForGroup(userId)), userIds.filter(isDoneForGroup)]
  return { group: { appId, conversationId }, asker, atOnce, inTurn }
}

/** The notice of an event that has no item. */
export const noticeTo = (told: ShownEvent, userIds: readonly string[]): ToUsers => toUsers(told, userIds, null)

/** Who may see a seq of a group, of these who have been there since another. */
type MembersAt = (group: Group, seq: number, since: number) => readonly string[]

/** To nobody, to some, or in two ways to two kinds of readers. */
export function address(told: ShownEvent, membersAt: MembersAt): readonly Addressed[] {
  const { audience, item, notice } = told.shown
  const { appId } = told.event.meta
  // Owner and admins are told elsewhere, once they are known.
  if (audience.to === 'nobody' || audience.to === 'admins') return []
  if (audience.to === 'device-session') return [{ to: 'device-session', appId, userIds: [audience.userId], sessionId: audience.sessionId }]
  if (item === null && notice === null) return []
  if (audience.to === 'app') return [toApp(told, audience.perSecond)]
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

/** To each gateway once. */
export function announce(told: ShownEvent, { partition, offset, unchangedFrom, change }: GroupPlace): readonly ToLargeGroup[] {
  const { item, untold } = told.shown
  if (item === null) return []
  const { appId, connectionId: exceptConnection } = told.event.meta
  const { conversationId, seq } = told.place!
  const steps = change === null ? [] : stepsOf(change)
  const group: GroupAnnouncement = {
    ...{ appId, conversationId, partition, offset, unchangedFrom, seq, exceptConnection, steps },
    targetSeq: untold?.targetSeq ?? 0,
    untoldPush: untold === null ? new Uint8Array(0) : pushOf(told, untold.item),
    joins: steps.length > 0 && steps.every(({ toSeq }) => toSeq === 0),
  }
  return [{ to: 'large-group', appId, userIds: [], push: pushOf(told, item), group }]
}

function pushOf({ shown: { notice } }: ShownEvent, item: Uint8Array | null): Uint8Array {
  return wire.Push.encode({ items: item === null ? [] : [item], notices: notice === null ? [] : [notice] }).finish()
}

function toUsers(told: ShownEvent, userIds: readonly string[], item: Uint8Array | null): ToUsers {
  const { appId, connectionId } = told.event.meta
  return { to: 'users', appId, userIds, exceptConnection: connectionId, push: pushOf(told, item) }
}

/** To each gateway once. */
function toApp(told: ShownEvent, perSecond: number): ToApp {
  const { appId, connectionId, commandId: id } = told.event.meta
  // Who is shown an item has it by the reply; a notice is told to all, its sender too.
  const exceptConnection = told.shown.item === null ? '' : connectionId
  return { to: 'app', appId, userIds: [], push: pushOf(told, told.shown.item), everybody: { appId, id, perSecond, exceptConnection } }
}
