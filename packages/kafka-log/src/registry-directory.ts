// Schema ids from a schema registry that speaks Confluent's API. Ids are looked up once at start; what other releases
// wrote is learnt when first met. A registry that goes away later is not missed by a process that runs.
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry'
import type { SchemaDirectory } from '@skein/contracts'
import { allSchemas } from '@skein/contracts'

export interface RegistryOptions {
  /** Base address of the Confluent API, such as http://127.0.0.1:8081. */
  readonly url: string
  readonly auth?: { readonly username: string; readonly password: string }
  /** Within which each question must be answered. */
  readonly requestTimeoutMs?: number
}

const defaultRequestTimeoutMs = 10_000
const notFound = 404
const avro = (schema: object) => ({ type: SchemaType.AVRO as const, schema: JSON.stringify(schema) })

export function createRegistryDirectory(options: RegistryOptions): SchemaDirectory {
  const registry = clientOf(options)
  return {
    idOf: (subject, schema) => registry.getRegistryIdBySchema(subject, avro(schema)),
    async schemaOf(id) {
      try {
        const found = (await registry.getSchema(id)) as unknown as { schema?(options: { exportAttrs: boolean }): object }
        // Only Avro's can be written out; a record under any other is no record of Skein.
        return found.schema?.({ exportAttrs: true }) ?? null
      } catch (error) {
        if ((error as { status?: number }).status === notFound) return null
        throw error
      }
    },
  }
}

/** The deploy step: registers every schema under FULL compatibility; the registry refuses what would break a reader or writer. */
export async function registerSchemas(options: RegistryOptions): Promise<{ readonly subject: string; readonly id: number }[]> {
  const registry = clientOf(options)
  const registered: { subject: string; id: number }[] = []
  for (const { subject, schema } of allSchemas()) {
    // The client sets the level only on a first registration, and throws when an existing one differs.
    const { id } = await registry.register(avro(schema), { subject, compatibility: 'FULL' as never })
    registered.push({ subject, id })
  }
  return registered
}

/** Without a limit the client waits for ever for an answer that does not come, and gives whoever asks again the same wait. */
function clientOf({ url, auth, requestTimeoutMs: timeout = defaultRequestTimeoutMs }: RegistryOptions): SchemaRegistry {
  return new SchemaRegistry({
    host: url,
    auth,
    retry: { retries: 2 },
    middlewares: [() => ({ request: (asked) => asked.enhance({ timeout }) })],
  })
}
