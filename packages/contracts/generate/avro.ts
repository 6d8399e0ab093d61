// Turns .avsc files into one TypeScript module: an interface per record, the union of all commands and of all events,
// and the schemas themselves with shared records inlined at their first mention, as registries want them.

interface AvroField {
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

const header = '// Made by packages/contracts/generate from schemas/. Do not edit: run `make generate`.\n'

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

export function avroModule(input: { shared: AvroRecord[]; commands: AvroRecord[]; events: AvroRecord[] }): string {
  const shared = new Map(input.shared.map((r) => [`${r.namespace}.${r.name}`, r]))
  const schemas = (name: string, records: AvroRecord[]) =>
    `export const ${name} = {\n${records
      .map((r) => `  ${r.name}: ${JSON.stringify({ ...r, fields: inlinedFields(r, shared) })},`)
      .join('\n')}\n} as const\n`
  return [
    header,
    ...input.shared.map((r) => interfaceOf(r, false)),
    ...input.commands.map((r) => interfaceOf(r, true)),
    ...input.events.map((r) => interfaceOf(r, true)),
    `export type SkeinCommand = ${input.commands.map((r) => r.name).join(' | ')}\n`,
    `export type SkeinEvent = ${input.events.map((r) => r.name).join(' | ')}\n`,
    schemas('commandSchemas', input.commands),
    schemas('eventSchemas', input.events),
  ].join('\n')
}

function inlinedFields(record: AvroRecord, shared: Map<string, AvroRecord>): AvroField[] {
  const seen = new Set<string>()
  return record.fields.map((f) => ({ ...f, type: inlined(f.type, shared, seen) }))
}
