// What a client calls its intent, so that a command sent again is answered as the first time, whatever has happened since. The
// last event of a command carries the name; a command that changed nothing leaves no trace, and is decided anew.
import type { ClientRequest } from '@skein/contracts'
import { isUuid } from '@skein/contracts'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { Cell, IntentCell } from '../cells.ts'
import { intentKey, readKind } from '../cells.ts'
import type { SkeinDecision } from '../decision.ts'
import { accept, reject } from '../decision.ts'
import { limits } from '../limits.ts'
import type { ConversationCommand, ConversationEvent } from './place.ts'
import { placeOf } from './place.ts'

interface Intent {
  /** The field that holds the id. */
  readonly field: 'clientMessageId' | 'clientRequestId'
  readonly id: string
  readonly contentHash: Uint8Array
}

/** Null for a command without a name: read markers need none, and clients may leave it out for groups. */
function intentOf(command: ConversationCommand): Intent | null {
  if (command.type === 'MarkRead') return null
  if (command.type === 'SendMessage') return { field: 'clientMessageId', id: command.clientMessageId, contentHash: command.contentHash }
  const { request } = command
  return request === null ? null : { field: 'clientRequestId', id: request.clientRequestId, contentHash: request.contentHash }
}

/** Key of the cell that remembers what became of a command; null for one without a name and for ids that are not valid. */
export function intentKeyOf(command: ConversationCommand): CellKey | null {
  const intent = intentOf(command)
  if (intent === null || !isUuid(intent.id)) return null
  const place = placeOf(command)
  return place === null ? null : intentKey(place.appId, place.conversationId, place.actorId, intent.id)
}

/** The answer to a command that was done before, or the refusal of a name that is none; null for what is to be decided. */
export function decideRepeat(command: ConversationCommand, read: ReadCell<Cell>): SkeinDecision | null {
  const intent = intentOf(command)
  if (intent === null) return null
  const { field, contentHash } = intent
  const key = intentKeyOf(command)
  if (key === null) return reject('INVALID_ARGUMENT', field)
  const first = readKind(read, 'intent', key)
  if (first === undefined) return contentHash.length === limits.contentHashBytes ? null : reject('INVALID_ARGUMENT', 'contentHash')
  if (asText(contentHash) !== first.contentHash) return reject('ID_REUSED', `${field}: first used at seq ${first.seq}`)
  const { seq, ordinal, messageId, occurredAt } = first
  return accept([], { seq, ordinal, messageId, occurredAt })
}

const asText = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** The intent an event answers, as the reply to its command said it. */
export function rememberedIntent(event: ConversationEvent): { readonly key: CellKey; readonly cell: IntentCell } | null {
  switch (event.type) {
    case 'MessageSent': {
      const { senderId, clientMessageId, contentHash, ordinal, messageId } = event
      return remembered(event, senderId, { clientRequestId: clientMessageId, contentHash }, { ordinal, messageId })
    }
    case 'MembersAdded':
    case 'MemberRemoved':
    case 'MemberLeft':
    case 'MemberRoleChanged':
      return event.request === null ? null : remembered(event, event.meta.actorId, event.request, { ordinal: 0, messageId: '' })
    default:
      return null
  }
}

function remembered(
  { meta, conversationId, seq }: Extract<ConversationEvent, { readonly seq: number }>,
  actorId: string,
  { clientRequestId, contentHash }: ClientRequest,
  message: Pick<IntentCell, 'ordinal' | 'messageId'>,
): { readonly key: CellKey; readonly cell: IntentCell } {
  return {
    key: intentKey(meta.appId, conversationId, actorId, clientRequestId),
    cell: { kind: 'intent', seq, ...message, occurredAt: meta.occurredAt, contentHash: asText(contentHash) },
  }
}
