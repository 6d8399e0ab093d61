// The deploy step against a real schema registry: all schemas register under FULL compatibility, doing it again changes nothing, and the
// registry itself refuses a change that would break a reader or a writer of another release.

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry'
import { allSchemas } from '@skein/contracts'
import { createRegistryDirectory, registerSchemas } from '@skein/kafka-log'
import { type Stack, startStack } from '@skein/local-stack'

let dir: string
let stack: Stack | undefined
let url: string

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'skein-registry-'))
  stack = await startStack({ dir, only: ['kafka', 'registry'], quickStart: true })
  url = stack.registry.url
})

after(async () => {
  await stack?.remove()
  await rm(dir, { recursive: true, force: true })
})

interface PlainSchema {
  readonly fields: readonly { readonly name: string }[]
}

const subject = 'skein.events.MessageSent'

function changed(change: (schema: PlainSchema) => object): object {
  const entry = allSchemas().find((other) => other.subject === subject)
  assert.ok(entry, `${subject} is among the schemas`)
  return change(entry.schema as unknown as PlainSchema)
}

const register = (schema: object) =>
  new SchemaRegistry({ host: url, retry: { retries: 0 } }).register(
    { type: SchemaType.AVRO, schema: JSON.stringify(schema) },
    { subject, compatibility: 'FULL' as never },
  )

test('all schemas register, and again without a new id', async () => {
  const first = await registerSchemas({ url })
  assert.deepEqual(
    first.map((entry) => entry.subject).sort(),
    allSchemas()
      .map((entry) => entry.subject)
      .sort(),
  )
  assert.deepEqual(await registerSchemas({ url }), first)
})

test('what was registered is found by id, as it was', async () => {
  const directory = createRegistryDirectory({ url })
  for (const { subject: name, schema } of allSchemas()) {
    const stored = (await directory.schemaOf(await directory.idOf(name, schema))) as unknown as PlainSchema
    assert.deepEqual(
      stored.fields.map((field) => field.name),
      (schema as unknown as PlainSchema).fields.map((field) => field.name),
    )
  }
})

test('a new field with a default is accepted', async () => {
  await register(changed((schema) => ({ ...schema, fields: [...schema.fields, { name: 'added', type: 'string', default: '' }] })))
})

test('a new field without a default is refused: readers of today could not read the log', async () => {
  const schema = changed((before) => ({ ...before, fields: [...before.fields, { name: 'needed', type: 'string' }] }))
  await assert.rejects(register(schema), /incompatible/i)
})

test('a field without a default cannot be taken away: readers of the last release need it', async () => {
  const schema = changed((before) => ({ ...before, fields: before.fields.filter(({ name }) => name !== 'senderId') }))
  await assert.rejects(register(schema), /incompatible/i)
})

test('a field cannot change its type', async () => {
  const schema = changed((before) => ({
    ...before,
    fields: before.fields.map((field) => (field.name === 'seq' ? { ...field, type: 'string' } : field)),
  }))
  await assert.rejects(register(schema), /incompatible/i)
})
