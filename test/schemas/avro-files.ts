// Reads a schemas directory, today's or the recorded one of the last release, into Avro types. Shared records resolve by name.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import avsc from 'avsc'

export interface AvroField {
  readonly name: string
  readonly type: unknown
  readonly doc?: string
}

export interface AvroRecord {
  readonly type: 'record'
  readonly name: string
  readonly namespace: string
  readonly doc?: string
  readonly fields: readonly AvroField[]
}

/** Path within the directory, such as events/MessageSent.avsc -> schema. */
export type AvroFiles = ReadonlyMap<string, AvroRecord>

export function readAvroFiles(directory: string): AvroFiles {
  const files = new Map<string, AvroRecord>()
  for (const folder of ['shared', 'commands', 'events']) {
    for (const file of readdirSync(join(directory, folder)).sort()) {
      if (file.endsWith('.avsc')) files.set(`${folder}/${file}`, JSON.parse(readFileSync(join(directory, folder, file), 'utf8')))
    }
  }
  return files
}

export const fullName = (record: AvroRecord) => `${record.namespace}.${record.name}`

/** Throws when the schema, or a record it mentions, is no valid Avro. */
export function avroType(record: AvroRecord, files: AvroFiles): avsc.Type {
  const byName = new Map([...files.values()].map((other) => [fullName(other), other]))
  return avsc.Type.forSchema(record as avsc.Schema, {
    typeHook(schema, options) {
      const mentioned = typeof schema === 'string' ? byName.get(schema) : undefined
      const known = (options as { registry: Record<string, avsc.Type> }).registry
      if (mentioned === undefined || known[fullName(mentioned)]) return undefined
      return avsc.Type.forSchema(mentioned as avsc.Schema, options)
    },
  })
}

/** What stands in the way of readers and writers of the two releases running together; empty under FULL compatibility. */
export function incompatibilities(before: AvroFiles, now: AvroFiles): string[] {
  return [...before].flatMap(([path, old]) => {
    const current = now.get(path)
    if (current === undefined) return path.startsWith('shared/') ? [] : [`${path} is gone: the log still holds its records`]
    const [oldType, currentType] = [avroType(old, before), avroType(current, now)]
    return [
      ...refusal(`${path}: today's code cannot read what the last release wrote`, () => currentType.createResolver(oldType)),
      ...refusal(`${path}: the last release cannot read what today's code writes`, () => oldType.createResolver(currentType)),
    ]
  })
}

function refusal(what: string, resolve: () => unknown): string[] {
  try {
    resolve()
    return []
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
