// Schema ids from a table of the file, what opening registered and what earlier releases left there; and the codecs of its records.
import type { DatabaseSync } from 'node:sqlite'
import { createCommandCodec, createEventCodec, type SchemaDirectory } from '@skein/contracts'

function createSchemaDirectory(database: DatabaseSync): SchemaDirectory {
  const id = database.prepare('SELECT id FROM schemas WHERE subject = ? AND schema = ?')
  const text = database.prepare('SELECT schema FROM schemas WHERE id = ?')
  return {
    async idOf(subject, schema) {
      const row = id.get(subject, JSON.stringify(schema))
      if (!row) throw new Error(`the log does not know this schema of ${subject}`)
      return row.id as number
    },
    async schemaOf(schemaId) {
      const row = text.get(schemaId)
      return row ? JSON.parse(row.schema as string) : null
    },
  }
}

export async function codecsOf(database: DatabaseSync) {
  const directory = createSchemaDirectory(database)
  return { commands: await createCommandCodec(directory), events: await createEventCodec(directory) }
}
