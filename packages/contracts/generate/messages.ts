// Turns the client protocol into TypeScript interfaces: plain data, every field there, the members of a oneof alone may be
// absent. Nested messages are named Outer_Inner.
import { header } from './avro.ts'
import type { WireField, WireMessage } from './wire.ts'

const scalars: Record<string, string> = {
  string: 'string',
  bool: 'boolean',
  bytes: 'Uint8Array',
  uint32: 'number',
  uint64: 'number',
}

export const typeName = (message: string): string => message.replace('.', '_')

export const isScalar = (type: string): boolean => type in scalars

function fieldType({ type, repeated }: WireField, known: ReadonlyMap<string, string>): string {
  const single = scalars[type] ?? known.get(type) ?? 'number'
  return repeated ? `readonly ${single}[]` : single
}

function interfaceOf(message: WireMessage, known: ReadonlyMap<string, string>): string {
  const lines = message.fields.map((field) => {
    const doc = field.doc ? `  /** ${field.doc.replaceAll('\n', ' ')} */\n` : ''
    const embedded = known.has(field.type) && !field.repeated
    // What is embedded once may be left out by whoever wrote it.
    return `${doc}  readonly ${field.name}${field.oneof ? '?' : ''}: ${fieldType(field, known)}${embedded ? ' | null' : ''}`
  })
  const doc = message.doc ? `/** ${message.doc.replaceAll('\n', ' ')} */\n` : ''
  return `${doc}export interface ${typeName(message.name)} {\n${lines.join('\n')}\n}\n`
}

/** Clients show a content's fields beside those of its holder, and these. */
const takenByClients = ['type', 'text']

/** Kinds of a oneof: event name -> content. */
function kinds(messages: readonly WireMessage[], holder: string, name: string): string {
  const { fields } = messages.find((m) => m.name === holder)!
  const members = fields.filter((field) => field.oneof === 'content')
  const taken = new Set([...takenByClients, ...fields.filter((field) => field.oneof === null).map((field) => field.name)])
  for (const { type } of members) {
    const clash = messages.find((m) => m.name === type)!.fields.find((field) => taken.has(field.name))
    if (clash) throw new Error(`${type}.${clash.name}: every ${holder} has a field of that name for its readers`)
  }
  const lines = members.map((field) => `  readonly ${field.type}: ${field.type}`)
  return `/** What ${holder} may hold, by the name of the event it was made of. */\nexport interface ${name} {\n${lines.join('\n')}\n}\n`
}

export function messagesModule(messages: readonly WireMessage[]): string {
  // Within its outer message a nested one goes by its own name.
  const known = new Map(messages.flatMap(({ name }) => [[name.split('.').at(-1)!, typeName(name)] as const]))
  return [
    header,
    ...messages.map((message) => interfaceOf(message, known)),
    kinds(messages, 'ConversationItem', 'ItemContents'),
    kinds(messages, 'Notice', 'NoticeContents'),
  ].join('\n')
}
