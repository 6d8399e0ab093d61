// Who may say something in a group now. A muted admin says nothing, and keeps what else an admin may; an owner is never muted, as nobody
// else could end it.
import type { SkeinCommand } from '@skein/contracts'
import type { GroupCell } from '../cells/group.ts'
import type { MemberCell } from '../cells.ts'
import { type Refusal, reject } from '../refusal.ts'

/** By the time at which the command entered. */
export function muted({ role, mutedUntil }: MemberCell, { meta: { enteredAt } }: SkeinCommand): Refusal | null {
  return role !== 'owner' && mutedUntil > enteredAt ? reject('MUTED', `until ${mutedUntil}`) : null
}

/**
 * In slow mode a member waits between two messages, whatever becomes of their stay meanwhile; owner and admins do not. What is decided last may have
 * entered first, by another connection node or before a clock was set back: what counts is how far apart the two are.
 */
export function tooSoon(
  { role, lastSentAt }: MemberCell,
  { slowModeMs }: GroupCell,
  { meta: { enteredAt } }: SkeinCommand,
): Refusal | null {
  if (role !== 'member' || lastSentAt === 0 || Math.abs(enteredAt - lastSentAt) >= slowModeMs) return null
  return reject('SLOW_MODE', `slowModeMs ${slowModeMs}, next at ${lastSentAt + slowModeMs}`)
}
