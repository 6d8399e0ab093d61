// What a client asks for is its intent, whatever the number of attempts. The last event of a command carries the intent and the
// reply, so that a repeat is answered as the first time, whatever has happened since, and another content under the same id is
// refused. A command that changed nothing, or was refused, leaves an event of its own for that: else a late copy would be decided anew.
import type { AnsweredIntent, Replies, SkeinCommand } from '@skein/contracts'
import { aggregateIdOf, encodeReply, isUuid, repeatOf } from '@skein/contracts'
import type { CellKey, Decision, ReadCell, Refused } from '@skein/event-sourcing'
import type { Cell, IntentCell } from './cells.ts'
import { intentKey, readKind } from './cells.ts'
import type { DomainEvent } from './event.ts'
import { eventMeta } from './event.ts'
import { limits } from './limits.ts'
import { type Refusal, reject } from './refusal.ts'
import type { Ruling } from './rule.ts'

/** Why a command's intent is none; null when it is fine. */
export function faultOfIntent({ type, meta: { intent } }: SkeinCommand): Refusal | null {
  if (intent === null) return repeatOf[type] === 'named' ? reject('INVALID_ARGUMENT', 'meta.intent') : null
  if (!isUuid(intent.id)) return reject('INVALID_ARGUMENT', 'meta.intent.id')
  return intent.contentHash.length === limits.contentHashBytes ? null : reject('INVALID_ARGUMENT', 'meta.intent.contentHash')
}

/** Key of the cell that remembers what became of a command; null where the client named no intent. */
export function intentKeyOf(command: SkeinCommand): CellKey | null {
  const { appId, actorId, intent } = command.meta
  return intent === null ? null : intentKey(appId, aggregateIdOf(command), actorId, intent.id)
}

/** The answer to a command that was done before; null for what is to be decided. */
export function decideRepeat(command: SkeinCommand, key: CellKey | null, read: ReadCell<Cell>): Decision<DomainEvent, Uint8Array> | null {
  const first = key === null ? undefined : readKind(read, 'intent', key)
  if (first === undefined) return null
  if (asText(command.meta.intent!.contentHash) !== first.contentHash) return reject('ID_REUSED', 'first used for something else')
  return first.refused ?? { accepted: true, events: [], reply: asBytes(first.reply) }
}

/** What a command came to, with its intent on the last event. */
export function answered<T extends SkeinCommand['type']>(
  command: Extract<SkeinCommand, { readonly type: T }>,
  ruling: Ruling<T>,
): Decision<DomainEvent, Uint8Array> {
  const reply = encodeReply<keyof Replies>(command.type, ruling.reply)
  const { intent } = command.meta
  if (intent === null) return { accepted: true, events: ruling.events, reply }
  const answers: AnsweredIntent = { id: intent.id, contentHash: intent.contentHash, reply }
  const last: DomainEvent = ruling.events.at(-1) ?? {
    type: 'CommandAnswered',
    meta: eventMeta(command),
    aggregateId: aggregateIdOf(command),
  }
  const events = [...ruling.events.slice(0, -1), { ...last, meta: { ...last.meta, answers } } as DomainEvent]
  return { accepted: true, events, reply }
}

/** What makes a refusal stand: a copy of the command that lands later is told the same. Nothing for what names no intent. */
export function refusedForGood(command: SkeinCommand, { code, detail }: Refused): readonly DomainEvent[] {
  const { intent } = command.meta
  if (intent === null) return []
  const meta = { ...eventMeta(command), answers: { id: intent.id, contentHash: intent.contentHash, reply: noReply } }
  return [{ type: 'CommandRefused', meta, aggregateId: aggregateIdOf(command), code, detail }]
}

/** The intent an event answers; null for none. */
export function rememberedIntent(event: DomainEvent): { readonly key: CellKey; readonly cell: IntentCell } | null {
  const { answers, appId, actorId } = event.meta
  if (answers === null) return null
  return {
    key: intentKey(appId, aggregateIdOf(event as Parameters<typeof aggregateIdOf>[0]), actorId, answers.id),
    cell: { kind: 'intent', contentHash: asText(answers.contentHash), reply: asText(answers.reply), refused: refusedBy(event) },
  }
}

/** What the repeats of a refused command are told; null for an event of one that was accepted. */
const refusedBy = (event: DomainEvent): Refused | null =>
  event.type === 'CommandRefused' ? { accepted: false, code: event.code, detail: event.detail } : null

const noReply = new Uint8Array(0)
/** Applied: spread, each byte would come by an iterator, whose results were a fifth of all that a processor allocated. */
const asText = (bytes: Uint8Array): string => String.fromCharCode.apply(null, bytes as unknown as number[])
const asBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
