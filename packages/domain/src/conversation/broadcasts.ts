// The broadcasts of an app: a conversation of which every user is a reader without having joined. Only operators, and those whom they gave the
// right, write there, and who may write may take back and edit what any of them wrote, at any time. A reader's marker is a cell of their own, which
// is there once they have read something.
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { appPolicyKey, broadcasterKey, conversationKey, readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { type Refusal, reject } from '../refusal.ts'
import { type ConversationCommand, conversationOf } from './target.ts'

/** The operator, who needs no right. */
const system = ''

export interface Broadcasts {
  readonly appId: string
  readonly actorId: string
  readonly headKey: CellKey
}

/** Where a command about broadcasts is aimed: those of its own app, there are no others. */
export function broadcastsOf({ meta: { appId, actorId }, conversationId }: ConversationCommand): Broadcasts | Refusal {
  const conversation = conversationOf(conversationId)
  if (conversation === null) return reject('INVALID_ARGUMENT', 'conversationId')
  if (conversation.kind !== 'broadcasts' || conversation.appId !== appId) return reject('FORBIDDEN', 'not the broadcasts of this app')
  return { appId, actorId, headKey: conversationKey(appId, conversationId) }
}

export const broadcastReads = ({ appId, actorId, headKey }: Broadcasts): readonly CellKey[] => [
  appPolicyKey(appId),
  headKey,
  ...(actorId === system ? [] : [broadcasterKey(appId, actorId)]),
]

/** Refuses whoever may not broadcast; null for who may. */
export function mayNotBroadcast({ appId, actorId }: Pick<Broadcasts, 'appId' | 'actorId'>, read: ReadCell<Cell>): Refusal | null {
  if (actorId === system || readKind(read, 'broadcaster', broadcasterKey(appId, actorId))?.allowed) return null
  return reject('FORBIDDEN', 'no right to broadcast')
}

export function faultOfRate(perSecond: number): Refusal | null {
  return Number.isSafeInteger(perSecond) && perSecond >= 0 && perSecond <= limits.broadcastPerSecondMax
    ? null
    : reject('INVALID_ARGUMENT', `perSecond: 0 to ${limits.broadcastPerSecondMax}, asked ${perSecond}`)
}
