// Turns .avsc files into one TypeScript module: an interface per record, the union of all commands and of all events, the
// schemas themselves with shared records inlined at their first mention, as registries want them, and what else a schema
// says of its record: the aggregate it belongs to, with its log key, how a command may be repeated and what it replies.
import type { Aggregate } from './aggregates.ts'
import { aggregateIdFunction } from './aggregates.ts'

export interface AvroField {
  name: string
  type: unknown
  doc?: string
  default?: unknown
}
export interface AvroRecord {
  type: 'record'
  name: string
  namespace: string
  doc: string
  fields: AvroField[]
}
export interface CommandRecord extends AvroRecord {
  aggregate: string
  /** named: clients give every intent an id; idempotent: doing it again changes nothing. */
  repeat: 'named' | 'idempotent'
  /** Protobuf message of the client protocol. */
  reply: string
}
export interface EventRecord extends AvroRecord {
  aggregate: string
  /** The command whose rule says what the event changes; absent where no rule does. */
  command?: string
}

export const header = '// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.\n'

const primitives: Record<string, string> = {
  string: 'string',
  long: 'number',
  int: 'number',
  double: 'number',
  boolean: 'boolean',
  bytes: 'Uint8Array',
  null: 'null',
}

function tsType(type: unknown): string {
  if (Array.isArray(type)) return type.map(tsType).join(' | ')
  if (typeof type === 'string') return primitives[type] ?? type.split('.').at(-1)!
  const { type: kind, items } = type as { type: string; items?: unknown }
  if (kind === 'array') return `readonly ${tsType(items)}[]`
  throw new Error(`unsupported Avro type ${JSON.stringify(type)}`)
}

function inlined(type: unknown, shared: Map<string, AvroRecord>, seen: Set<string>): unknown {
  if (Array.isArray(type)) return type.map((t) => inlined(t, shared, seen))
  if (typeof type === 'string') {
    const record = shared.get(type)
    if (!record || seen.has(type)) return type
    seen.add(type)
    return { ...record, fields: record.fields.map((f) => ({ ...f, type: inlined(f.type, shared, seen) })) }
  }
  const { items, ...rest } = type as { items?: unknown }
  return items === undefined ? type : { ...rest, items: inlined(items, shared, seen) }
}

function interfaceOf(record: AvroRecord, tagged: boolean): string {
  const lines = record.fields.map((f) => `  /** ${f.doc ?? ''} */\n  readonly ${f.name}: ${tsType(f.type)}`)
  const tag = tagged ? `  readonly type: '${record.name}'\n` : ''
  return `/** ${record.doc} */\nexport interface ${record.name} {\n${tag}${lines.join('\n')}\n}\n`
}

/** A registry is told what the log holds, and nothing that only this code asks for. */
function schemaOf(record: AvroRecord, shared: Map<string, AvroRecord>): object {
  const seen = new Set<string>()
  const { type, name, namespace, doc } = record
  return { type, name, namespace, doc, fields: record.fields.map((f) => ({ ...f, type: inlined(f.type, shared, seen) })) }
}

const constant = (name: string, doc: string, entries: readonly (readonly [string, string])[]): string =>
  `/** ${doc} */\nexport const ${name} = {\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n} as const\n`

export function avroModule(input: {
  shared: AvroRecord[]
  commands: CommandRecord[]
  events: EventRecord[]
  aggregates: Aggregate[]
}): string {
  const { commands, events, aggregates } = input
  const shared = new Map(input.shared.map((r) => [`${r.namespace}.${r.name}`, r]))
  const schemas = (name: string, records: AvroRecord[]) =>
    `export const ${name} = {\n${records.map((r) => `  ${r.name}: ${JSON.stringify(schemaOf(r, shared))},`).join('\n')}\n} as const\n`
  return [
    header,
    ...input.shared.map((r) => interfaceOf(r, false)),
    ...commands.map((r) => interfaceOf(r, true)),
    ...events.map((r) => interfaceOf(r, true)),
    `export type SkeinCommand = ${commands.map((r) => r.name).join(' | ')}\n`,
    `export type SkeinEvent = ${events.map((r) => r.name).join(' | ')}\n`,
    constant(
      'aggregateOf',
      'The aggregate that a command or event belongs to.',
      [...commands, ...events].map((r) => [r.name, `'${r.aggregate}'`] as const),
    ),
    constant(
      'repeatOf',
      'How a command may be repeated: under the id of its intent, or because doing it again changes nothing.',
      commands.map((r) => [r.name, `'${r.repeat}'`] as const),
    ),
    aggregateIdFunction([...commands, ...events], aggregates),
    schemas('commandSchemas', commands),
    schemas('eventSchemas', events),
  ].join('\n')
}
