// Schemas are valid, say what every field is, and stay FULL compatible with those of the last release, recorded in
// test/schemas/baseline. The registry holds the same line at deployment; this finds it before.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { type AvroFiles, type AvroRecord, avroType, incompatibilities, readAvroFiles } from './avro-files.ts'

const root = join(import.meta.dirname, '../..')
const today = readAvroFiles(join(root, 'schemas'))
const released = readAvroFiles(join(import.meta.dirname, 'baseline'))

const errorCodes = (directory: string): Map<string, { code: string; doc?: string }> => {
  const { errors } = JSON.parse(readFileSync(join(directory, 'errors.json'), 'utf8'))
  return new Map(errors.map((entry: { code: string }) => [entry.code, entry]))
}

test('every Avro schema parses', () => {
  assert.ok(today.size > 20, 'schemas are found')
  for (const [path, record] of today) assert.equal(`${avroType(record, today).name}`, `${record.namespace}.${record.name}`, path)
})

test('every Avro file is named after its record, and its namespace after its folder', () => {
  for (const [path, { namespace, name }] of today) assert.equal(path, `${namespace.replace('skein.', '')}/${name}.avsc`)
})

test('every record and every field says what it is', () => {
  const silent = [...today].flatMap(([path, record]) => [
    ...(hasDoc(record) ? [] : [path]),
    ...record.fields.filter((field) => !hasDoc(field)).map((field) => `${path}: ${field.name}`),
  ])
  assert.deepEqual(silent, [])
})

const hasDoc = ({ doc }: { readonly doc?: string }) => doc !== undefined && /\w.*\.$/s.test(doc)

test('commands and events are FULL compatible with those of the last release', () => {
  assert.deepEqual(incompatibilities(released, today), [])
})

test('no error code of the last release is gone', () => {
  const codes = errorCodes(join(root, 'schemas'))
  assert.deepEqual(
    [...errorCodes(join(import.meta.dirname, 'baseline')).keys()].filter((code) => !codes.has(code)),
    [],
  )
})

test('planted incompatible changes are found, compatible ones pass', () => {
  const changed = (change: (record: AvroRecord) => AvroRecord): AvroFiles =>
    new Map([...today].map(([path, record]) => [path, path === 'events/MessageSent.avsc' ? change(record) : record]))
  const withField = (field: object) => changed((r) => ({ ...r, fields: [...r.fields, field as AvroRecord['fields'][number]] }))
  const withType = (name: string, type: unknown) =>
    changed((r) => ({ ...r, fields: r.fields.map((field) => (field.name === name ? { ...field, type } : field)) }))

  assert.deepEqual(incompatibilities(today, withField({ name: 'added', type: 'string', default: '' })), [])
  assert.match(incompatibilities(today, withField({ name: 'added', type: 'string' })).join(), /MessageSent.*today's code cannot read/)
  const removed = changed((r) => ({ ...r, fields: r.fields.filter(({ name }) => name !== 'replyTo') }))
  assert.match(incompatibilities(today, removed).join(), /MessageSent.*the last release cannot read/)
  assert.match(incompatibilities(today, withType('seq', 'string')).join(), /cannot read/)
  assert.match(incompatibilities(today, withType('replyTo', ['null', 'long'])).join(), /the last release cannot read/)
  assert.match(
    incompatibilities(
      today,
      changed((r) => ({ ...r, name: 'MessageWritten' })),
    ).join(),
    /cannot read/,
  )
  const gone = new Map([...today].filter(([path]) => path !== 'events/MessageSent.avsc'))
  assert.match(incompatibilities(today, gone).join(), /is gone/)
  const meta = new Map(today)
  const eventMeta = today.get('shared/EventMeta.avsc')!
  meta.set('shared/EventMeta.avsc', { ...eventMeta, fields: [...eventMeta.fields, { name: 'added', type: 'long' }] })
  assert.ok(incompatibilities(today, meta).length >= 10, 'a change of a shared record shows in every event')
})
