// Small valid commands and events for tests that care for a record's place, not for its meaning. The text is the body, so
// that a test can tell records apart with textOf.
import { createHash, randomUUID } from 'node:crypto'
import type { CommandMeta, CommandsDone, EventMeta, Intent, MessageSent, SendMessage, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { aggregateKey, logKeyOf } from '@skein/contracts'

export const sampleAppId = 'app'

/** Valid for a minute from now; nobody waits for the reply. */
export function sampleCommandMeta(overrides: Partial<CommandMeta> = {}): CommandMeta {
  const now = Date.now()
  return {
    appId: sampleAppId,
    commandId: randomUUID(),
    actorId: 'ann',
    deviceId: 'phone',
    enteredAt: now,
    deadlineAt: now + 60_000,
    intent: null,
    retry: false,
    replyNode: '',
    replyConnection: '',
    traceparent: null,
    ...overrides,
  }
}

export function sampleEventMeta(overrides: Partial<EventMeta> = {}): EventMeta {
  return {
    appId: sampleAppId,
    claim: 0,
    commandOffset: -1,
    commandId: randomUUID(),
    actorId: 'ann',
    deviceId: 'phone',
    connectionId: '',
    occurredAt: Date.now(),
    answers: null,
    traceparent: null,
    ...overrides,
  }
}

function content(text: string) {
  const bytes = Buffer.from(text)
  return {
    body: { contentType: 'text/plain', encoding: '', keyId: '', bytes },
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  }
}

const intentOf = (text: string): Intent => ({ id: randomUUID(), contentHash: createHash('sha256').update(text).digest() })

export function sampleSendMessage(text: string, overrides: Partial<Omit<SendMessage, 'type'>> = {}): SendMessage {
  const meta = sampleCommandMeta({ intent: intentOf(text) })
  return { type: 'SendMessage', meta, conversationId: 'd:ann:bob', ...content(text), ...overrides }
}

/** A command whose log key is this one, as sampleKey makes them. */
export function sampleCommand(key: string, text: string, deadlineAt: number): SendMessage {
  const command = sampleSendMessage(text, { conversationId: key.slice(sampleAppId.length + 1) })
  if (logKeyOf(command) !== key) throw new Error(`no command has the key ${key}`)
  return { ...command, meta: { ...command.meta, deadlineAt } }
}

export function sampleMessageSent(text: string, claim: number, overrides: Partial<Omit<MessageSent, 'type'>> = {}): MessageSent {
  const meta = sampleEventMeta({ claim })
  return { type: 'MessageSent', meta, conversationId: 'd:ann:bob', seq: 1, ordinal: 1, senderId: 'ann', ...content(text), ...overrides }
}

export const sampleCommandsDone = (claim: number, commandOffset: number): CommandsDone => ({
  type: 'CommandsDone',
  meta: sampleEventMeta({ claim, commandOffset, appId: '', commandId: '', actorId: '', deviceId: '' }),
})

/** The text a sample was made with; undefined for records that carry none. */
export function textOf(value: SkeinCommand | SkeinEvent | { readonly undecodable: true }): string | undefined {
  return 'body' in value ? Buffer.from(value.body.bytes).toString() : undefined
}

/** A key nobody used before that belongs to the partition. */
export function sampleKey(partitionOf: (key: string) => number, partition: number): string {
  for (;;) {
    const key = aggregateKey(sampleAppId, `g:${randomUUID()}`)
    if (partitionOf(key) === partition) return key
  }
}
