// A recorded log: commands in the order in which they were decided, each followed by the events that it led to, as the bytes that
// stood in the log, and the schemas under which they were written. A line of JSON for the schemas, then one for every record.
import { readFileSync, writeFileSync } from 'node:fs'
import type { SchemaDirectory, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { createCommandCodec, createEventCodec } from '@skein/contracts'

export type HistoryRecord = { readonly partition: number } & (
  | { readonly topic: 'commands'; readonly value: SkeinCommand }
  | { readonly topic: 'events'; readonly value: SkeinEvent }
)

interface Header {
  readonly partitions: number
  /** Writer schemas by the id in each record's frame. */
  readonly schemas: Readonly<Record<string, object>>
}

export interface History {
  readonly partitionCount: number
  readonly records: readonly HistoryRecord[]
}

/** [topic, partition, base64 of the value in the Confluent wire format] */
type Line = readonly ['c' | 'e', number, string]

/** Today's schemas, where a history is read, have ids that none of its own has. */
const idsOfToday = 1_000_000

export async function writeHistory(file: string, { partitionCount, records }: History): Promise<void> {
  const schemas: Record<string, object> = {}
  const directory = directoryOf(schemas, (schema) => {
    const id = Object.keys(schemas).length + 1
    schemas[id] = withoutDocs(schema)
    return id
  })
  const codecs = await codecsOver(directory)
  const lines = records.map(({ topic, partition, value }): Line => {
    const bytes = topic === 'commands' ? codecs.commands.encode(value) : codecs.events.encode(value)
    return [topic === 'commands' ? 'c' : 'e', partition, bytes.toString('base64')]
  })
  const header: Header = { partitions: partitionCount, schemas }
  writeFileSync(file, [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/** Reads a history through today's schemas. Throws for a record that they do not understand. */
export async function readHistory(file: string): Promise<History> {
  const [first, ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const header = JSON.parse(first!) as Header
  let todays = 0
  const codecs = await codecsOver(directoryOf(header.schemas, () => idsOfToday + todays++))
  const records: HistoryRecord[] = []
  for (const line of rest) {
    const [topic, partition, text] = JSON.parse(line) as Line
    const bytes = Buffer.from(text, 'base64')
    if (topic === 'c') records.push({ topic: 'commands', partition, value: await decoded(codecs.commands, bytes) })
    else records.push({ topic: 'events', partition, value: await decoded(codecs.events, bytes) })
  }
  return { partitionCount: header.partitions, records }
}

const directoryOf = (schemas: Header['schemas'], idOf: (schema: object) => number): SchemaDirectory => ({
  idOf: async (_subject, schema) => idOf(schema),
  schemaOf: async (id) => schemas[id] ?? null,
})

async function codecsOver(directory: SchemaDirectory) {
  return { commands: await createCommandCodec(directory), events: await createEventCodec(directory) }
}

async function decoded<T>(
  codec: { decode(list: readonly Uint8Array[]): (T | Error)[] | Promise<(T | Error)[]> },
  bytes: Uint8Array,
): Promise<T> {
  const [value] = await codec.decode([bytes])
  if (value instanceof Error) throw value
  return value!
}

const withoutDocs = (schema: object): object =>
  JSON.parse(JSON.stringify(schema, (key, value) => (key === 'doc' && typeof value === 'string' ? undefined : value)))
