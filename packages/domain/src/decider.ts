// The whole domain as the runtime sees it: every command and event, given to the aggregate it belongs to. What names a
// conversation belongs to the conversation; the compiler asks for a case here for anything else that is new.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { aggregateKey, userAggregateId, userNameAggregateId } from '@skein/contracts'
import type { CellKey, Decider, ReadCell } from '@skein/event-sourcing'
import type { Cell, Reply } from './cells.ts'
import { decideConversation } from './conversation/decide.ts'
import { conversationWrites, evolveConversation } from './conversation/evolve.ts'
import { intentKeyOf, rememberedIntent } from './conversation/intent.ts'
import { conversationReads } from './conversation/reads.ts'
import type { DomainEvent, SkeinDecision } from './decision.ts'
import { unhandled } from './unhandled.ts'
import { decideUser, userReads } from './user/decide.ts'
import { evolveUser, userWrites } from './user/evolve.ts'
import { decideUserName, userNameReads } from './user-name/decide.ts'
import { evolveUserName, userNameWrites } from './user-name/evolve.ts'

export const skeinDecider: Decider<SkeinCommand, SkeinEvent, Cell, Reply> = {
  keyOf,
  reads,
  foreignOwner,
  remembers: (command) => ('conversationId' in command ? intentKeyOf(command) : null),
  decide,
  writes,
  evolve,
  remembered: (event) => ('conversationId' in event ? rememberedIntent(event) : null),
}

/** That a user exists is known to the partition of the user. */
function foreignOwner(key: CellKey): string | null {
  const [kind, appId = '', userId = ''] = key.split('|')
  return kind === 'known-user' ? aggregateKey(appId, userAggregateId(userId)) : null
}

/** Empty for the events of a partition itself, which belong to no aggregate. */
function keyOf(message: SkeinCommand | SkeinEvent): string {
  if ('conversationId' in message) return aggregateKey(message.meta.appId, message.conversationId)
  switch (message.type) {
    case 'RegisterUser':
    case 'OpenDeviceSession':
    case 'CloseDeviceSession':
    case 'UserRegistered':
    case 'DeviceSessionOpened':
    case 'DeviceSessionClosed':
      return aggregateKey(message.meta.appId, userAggregateId(message.userId))
    case 'ClaimUserName':
    case 'UserNameClaimed':
      return aggregateKey(message.meta.appId, userNameAggregateId(message.userName))
    case 'PartitionClaimed':
    case 'CommandsDone':
      return ''
    default:
      return unhandled(message)
  }
}

function reads(command: SkeinCommand, cached: ReadCell<Cell>): readonly CellKey[] {
  if ('conversationId' in command) return conversationReads(command, cached)
  switch (command.type) {
    case 'RegisterUser':
    case 'OpenDeviceSession':
    case 'CloseDeviceSession':
      return userReads(command)
    case 'ClaimUserName':
      return userNameReads(command)
    default:
      return unhandled(command)
  }
}

function decide(command: SkeinCommand, read: ReadCell<Cell>): SkeinDecision {
  if ('conversationId' in command) return decideConversation(command, read)
  switch (command.type) {
    case 'RegisterUser':
    case 'OpenDeviceSession':
    case 'CloseDeviceSession':
      return decideUser(command, read)
    case 'ClaimUserName':
      return decideUserName(command, read)
    default:
      return unhandled(command)
  }
}

function writes(event: DomainEvent): readonly CellKey[] {
  if ('conversationId' in event) return conversationWrites(event)
  switch (event.type) {
    case 'UserRegistered':
    case 'DeviceSessionOpened':
    case 'DeviceSessionClosed':
      return userWrites(event)
    case 'UserNameClaimed':
      return userNameWrites(event)
    case 'PartitionClaimed':
    case 'CommandsDone':
      return []
    default:
      return unhandled(event)
  }
}

/** Asked only about cells that `writes` names for the event. */
function evolve(key: CellKey, cell: Cell | undefined, event: DomainEvent): Cell | undefined {
  if ('conversationId' in event) return evolveConversation(key, cell, event)
  switch (event.type) {
    case 'UserRegistered':
    case 'DeviceSessionOpened':
    case 'DeviceSessionClosed':
      return evolveUser(cell, event)
    case 'UserNameClaimed':
      return evolveUserName(event)
    case 'PartitionClaimed':
    case 'CommandsDone':
      return cell
    default:
      return unhandled(event)
  }
}
