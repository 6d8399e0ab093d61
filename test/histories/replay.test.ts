// Every log that was recorded, replayed with the code of today: its records are understood, its commands decided as they were, and the
// fold of its events gives the cells and the rows that it gave.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readHistory } from './history.ts'
import { replay } from './replay.ts'

const logBytesMax = 600_000
const histories = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())

test('there is a history', () => {
  assert.ok(histories.length > 0)
})

for (const { name } of histories) {
  const file = (base: string) => join(import.meta.dirname, name, base)

  test(`${name} is replayed as it was recorded`, async () => {
    const recorded = JSON.parse(readFileSync(file('digest.json'), 'utf8'))
    assert.deepEqual(replay(await readHistory(file('log.jsonl'))), recorded, 'CONTRIBUTING.md says when a digest may change')
  })

  test(`${name} is small`, () => {
    const { size } = statSync(file('log.jsonl'))
    assert.ok(size <= logBytesMax, `${size} bytes, at most ${logBytesMax}`)
  })
}

test('a record that is changed is noticed', async () => {
  const { records, partitionCount } = await readHistory(join(import.meta.dirname, histories[0]!.name, 'log.jsonl'))
  const before = replay({ records, partitionCount })
  // Of one that was taken away, or edited, nothing shows what it said at first.
  const isShown = (sent: Extract<(typeof records)[number]['value'], { type: 'MessageSent' }>) =>
    !records.some(
      ({ value }) =>
        'targetSeq' in value &&
        value.targetSeq === sent.seq &&
        value.conversationId === sent.conversationId &&
        value.meta.appId === sent.meta.appId,
    )
  const at = records.findIndex(({ value }) => value.type === 'MessageSent' && isShown(value))
  const event = records[at]!
  const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from('forged') }
  const forged = records.with(at, { ...event, value: { ...event.value, body } } as typeof event)
  const after = replay({ records: forged, partitionCount })
  assert.equal(after.decidedOtherwise.length, before.decidedOtherwise.length + 1)
  assert.notDeepEqual(after.rows.items, before.rows.items)
})
