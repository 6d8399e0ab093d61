// Who may say something in a group now. A muted admin says nothing, and keeps what else an admin may; an owner is never muted, as nobody
// else could end it. In a live room whoever is no member may speak like a member.
import type { Body } from '@skein/contracts'
import type { GroupCell } from '../cells/group.ts'
import type { MemberCell } from '../cells.ts'
import { type Refusal, reject } from '../refusal.ts'
import { dismissed, mayNotWrite } from './acting.ts'
import { faultOfBody } from './content.ts'

/** What is asked of whoever speaks; the role is empty for no member. */
export type Speaker = Pick<MemberCell, 'role' | 'mutedUntil' | 'lastSentAt'>

/** `at`: when it entered. */
export const muted = ({ role, mutedUntil }: Pick<Speaker, 'role' | 'mutedUntil'>, at: number): Refusal | null =>
  role !== 'owner' && mutedUntil > at ? reject('MUTED', `until ${mutedUntil}`) : null

/**
 * In slow mode a member waits between two messages, whatever becomes of their stay meanwhile; owner and admins do not. What is decided last may have
 * entered first, by another connection node or before a clock was set back: what counts is how far apart the two are.
 */
export function tooSoon({ role, lastSentAt }: Speaker, { slowModeMs }: GroupCell, at: number): Refusal | null {
  if (role === 'owner' || role === 'admin' || lastSentAt === 0 || Math.abs(at - lastSentAt) >= slowModeMs) return null
  return reject('SLOW_MODE', `slowModeMs ${slowModeMs}, next at ${lastSentAt + slowModeMs}`)
}

/** Refuses one who may say nothing in a group that goes on; null for one who may. */
export const cannotSpeak = (speaker: Speaker, group: GroupCell, at: number): Refusal | null =>
  muted(speaker, at) ?? mayNotWrite(speaker.role, group) ?? tooSoon(speaker, group, at)

/** Refuses what is stored where nothing is; null where something is. */
export const notStored = ({ type }: GroupCell): Refusal | null =>
  type === 'room' ? reject('LIVE_ROOM', 'what is said here is a signal') : null

/** Refuses a signal into a live room, by what is known of it and of whoever gives it; null for one that may be told. */
export const cannotSignal = (speaker: Speaker, group: GroupCell, at: number): Refusal | null =>
  dismissed(group) ?? cannotSpeak(speaker, group, at)

/** Why a signal is refused whatever the room; null when it is fine. */
export const faultOfSignal = (body: Body): Refusal | null => faultOfBody(body)
