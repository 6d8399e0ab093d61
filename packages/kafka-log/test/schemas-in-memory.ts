// A registry of schemas for one log, where none is started.
import type { SchemaDirectory } from '@skein/contracts'

/** Ids do not matter as long as they differ. */
export function schemasInMemory(): SchemaDirectory {
  const [ids, schemas] = [new Map<string, number>(), new Map<number, object>()]
  return {
    async idOf(subject, schema) {
      const id = ids.get(subject) ?? ids.size + 1
      ids.set(subject, id)
      schemas.set(id, schema)
      return id
    },
    schemaOf: async (id) => schemas.get(id) ?? null,
  }
}
