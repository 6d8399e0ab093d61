// Decides who has a user name. A name is an aggregate of its own, so that of two who want it at once the log's order
// says which one got it. Names differ by more than case; the claim keeps the case of the first.
import type { ClaimUserName } from '@skein/contracts'
import { isAppId, isUserId, isUserName } from '@skein/contracts'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { readKind, userNameKey } from '../cells.ts'
import type { SkeinDecision } from '../decision.ts'
import { accept, eventMeta, faultOfMeta, firstFault, reject } from '../decision.ts'

export const userNameReads = ({ meta: { appId }, userName }: ClaimUserName): readonly CellKey[] =>
  isAppId(appId) && isUserName(userName) ? [userNameKey(appId, userName)] : []

export function decideUserName(command: ClaimUserName, read: ReadCell<Cell>): SkeinDecision {
  const { userName, userId } = command
  const fault = faultOfMeta(command) ?? firstFault({ userName: isUserName(userName), userId: isUserId(userId) })
  if (fault !== null) return fault
  if (command.meta.actorId !== '' && command.meta.actorId !== userId) return reject('FORBIDDEN', 'userId is not the actor')
  const holder = readKind(read, 'user-name', userNameKey(command.meta.appId, userName))
  if (holder !== undefined) return holder.userId === userId ? accept([]) : reject('NAME_TAKEN', 'userName')
  const meta = eventMeta(command)
  return accept([{ type: 'UserNameClaimed', meta, userName, userId }], { occurredAt: meta.occurredAt })
}
