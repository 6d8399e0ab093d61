// The checkers, checked: whatever is planted in the journal of a clean run, or in the views of a real installation, must be
// found, counted under its name, and make the tool exit 1.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { exampleJournal } from './example-journal.ts'
import type { HistoryEntry, Journal, Shown } from './journal.ts'
import type { Verdict } from './verdict.ts'
import { counts } from './verdict.ts'

const program = fileURLToPath(new URL('main.ts', import.meta.url))

/** Journals are read-only to all but those who plant in them. */
type Plantable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? Plantable<E>[] : T[K] }
type Plant = (journal: Plantable<Journal>) => void

const historyOf = (journal: Plantable<Journal>, id: string) =>
  journal.conversations.find((c) => c.conversationId === id)!.history as unknown as Plantable<HistoryEntry>[]
const shownTo = (journal: Plantable<Journal>, userId: string) =>
  journal.devices.find((d) => d.userId === userId)!.shown as unknown as [string, number, string][]

const nothingLost = { returnedAtMs: 1_500, events: 1, messages: [], changes: [], pairs: [], marks: [] }

/** Everybody was told. */
function cutOff(journal: Plantable<Journal>, loss: Partial<NonNullable<Journal['loss']>>): void {
  Object.assign(journal, { loss: { ...nothingLost, ...loss } })
  for (const { earlier } of journal.devices) earlier.push([])
}

function loseLastMessage(journal: Plantable<Journal>): void {
  const history = historyOf(journal, 'd:ann:bob')
  const gone = history.pop()!
  cutOff(journal, { messages: [`d:ann:bob ${gone.clientMessageId}`] })
  for (const userId of ['ann', 'bob']) {
    const shown = shownTo(journal, userId)
    const at = shown.findIndex(([id, seq]) => id === 'd:ann:bob' && seq === gone.seq)
    shown.splice(at, 1)
  }
  for (const session of journal.sessions.filter(({ conversationId }) => conversationId === 'd:ann:bob')) {
    const ann = session.userId === 'ann'
    Object.assign(session, { lastSeq: gone.seq - 1, ...(ann ? { readOrdinal: gone.ordinal - 1 } : { unread: 3, listed: 3 }) })
  }
}

type Planted = readonly [name: string, count: (typeof counts)[number] | 'longestOutageMs' | null, plant: Plant]

const cutPlants: readonly Planted[] = [
  [
    'a message that is gone, and was not cut off',
    'missing',
    (j) => {
      cutOff(j, {})
      historyOf(j, 'd:ann:bob').pop()
    },
  ],
  [
    'a device that was not told of a cut',
    null,
    (j) => void Object.assign(j, { loss: { ...nothingLost, messages: ['d:ann:bob nothing'] } }),
  ],
  ['a device that was told of a cut where there was none', null, (j) => void j.devices[0]!.earlier.push([])],
]

const tellingPlants: readonly Planted[] = [
  ['something told twice to one connection', 'duplicated', (j) => void j.tellings[0]!.told.push('b:app 1')],
  ['a notice told twice to one connection', 'duplicated', (j) => void j.tellings[1]!.told.push('notice-1')],
  ['a broadcast that somebody is not shown', 'neverShownLive', (j) => void shownTo(j, 'bob').pop()],
  ['a broadcast that is not stored', 'missing', (j) => void historyOf(j, 'b:app').pop()],
  ['a broadcast stored twice', 'duplicated', (j) => void historyOf(j, 'b:app').push({ ...historyOf(j, 'b:app')[0]!, seq: 3, ordinal: 3 })],
  ['a broadcast not in the history of one', 'missing', (j) => void (j.conversations[2]!.readByOthers[0]!.seqs as number[]).pop()],
  ['a broadcast that counts wrongly', 'unreadWrong', (j) => void Object.assign(j.sessions[5]!, { unread: 1, listed: 1 })],
]

describe('what is planted in a journal is found', () => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-checkers-'))
  after(() => rmSync(dir, { recursive: true }))

  async function run(plant: Plant): Promise<{ code: number; verdict: Verdict }> {
    const journal = exampleJournal()
    plant(journal as unknown as Plantable<Journal>)
    const [file, json] = [join(dir, 'journal'), join(dir, 'verdict')]
    writeFileSync(file, JSON.stringify(journal))
    const code = await new Promise<number>((resolve) => {
      execFile(process.execPath, [program, '--judge', file, '--json', json], (error) => resolve(error ? Number(error.code) : 0))
    })
    return { code, verdict: JSON.parse(readFileSync(json, 'utf8')) as Verdict }
  }

  test('nothing in a clean one', async () => {
    const { code, verdict } = await run(() => {})
    assert.deepEqual([code, ...counts.map((count) => verdict[count])], [0, ...counts.map(() => 0)])
    assert.deepEqual(
      Object.keys(verdict),
      ['scenario', 'seed', 'sent', 'acked', 'controls', 'controlsAcked', ...counts, 'lost', 'longestOutageMs', 'outageMsMax', 'evidence'],
      'fields are those promised',
    )
  })

  test('nothing in one whose log was cut: what was acked before is lost, and shown to nobody', async () => {
    const { code, verdict } = await run(loseLastMessage)
    assert.deepEqual([code, verdict.lost, ...counts.map((count) => verdict[count])], [0, 1, ...counts.map(() => 0)])
  })

  const plants: readonly Planted[] = [
    ...cutPlants,
    ...tellingPlants,
    ['a loss at the end', 'missing', (j) => void historyOf(j, 'd:ann:bob').pop()],
    ['a loss in the middle', 'gaps', (j) => void historyOf(j, 'd:ann:bob').splice(2, 1)],
    ['other content', 'missing', (j) => void Object.assign(historyOf(j, 'd:ann:bob')[2]!, { stands: 'otherwise' })],
    [
      'a message stored twice',
      'duplicated',
      (j) => void historyOf(j, 'd:ann:bob').push({ ...historyOf(j, 'd:ann:bob')[3]!, seq: 7, ordinal: 7 }),
    ],
    ['an item shown twice', 'duplicated', (j) => void shownTo(j, 'bob').splice(3, 0, shownTo(j, 'bob')[2]!)],
    [
      'two messages of a device swapped in the log',
      'misordered',
      (j) => {
        const history = historyOf(j, 'd:ann:bob')
        const [a, b] = [history[1]!, history[2]!]
        ;[a.clientMessageId, b.clientMessageId] = [b.clientMessageId, a.clientMessageId]
        for (const send of j.sends) send.seq = history.find((item) => item.clientMessageId === send.clientMessageId)?.seq ?? send.seq
        for (const { shown } of j.devices as unknown as { shown: Shown[] }[])
          for (const item of shown as unknown as [string, number, string][])
            if (item[0] === 'd:ann:bob') item[2] = history.find((entry) => entry.seq === item[1])!.clientMessageId
      },
    ],
    [
      'two items shown in the wrong order',
      'misordered',
      (j) => void shownTo(j, 'bob').splice(2, 2, shownTo(j, 'bob')[3]!, shownTo(j, 'bob')[2]!),
    ],
    ['an ack with another seq', 'misordered', (j) => void Object.assign(j.sends[2]!, { seq: 2 })],
    ['an item passed over', 'gaps', (j) => void shownTo(j, 'bob').splice(2, 1)],
    ['a last item never shown', 'neverShownLive', (j) => void shownTo(j, 'bob').pop()],
    ['a message shown to one who was out', 'leaked', (j) => void shownTo(j, 'bob').splice(10, 0, ['g:one', 5, 'g:one-2'])],
    ['a message in the history of one who was out', 'leaked', (j) => void (j.conversations[1]!.readByOthers[0]!.seqs as number[]).push(5)],
    ['a wrong unread count in sync', 'unreadWrong', (j) => void Object.assign(j.sessions[1]!, { unread: 3 })],
    ['a wrong unread count in the list', 'unreadWrong', (j) => void Object.assign(j.sessions[1]!, { listed: 3 })],
    ['a read mark lost', 'unreadWrong', (j) => void Object.assign(j.sessions[1]!, { readOrdinal: 1, unread: 5, listed: 5 })],
    ['a difference of views', 'viewsDiffer', (j) => void Object.assign(j, { viewsDiffer: 1 })],
    ['a long outage', 'longestOutageMs', (j) => void Object.assign(j.sends[0]!, { ackedAtMs: 11_000 })],
    ['a send never acked', null, (j) => void Object.assign(j.sends[5]!, { ackedAtMs: null, seq: null })],
    ['a fault that was not injected', null, (j) => void Object.assign(j, { injected: false })],
  ]
  for (const [name, count, plant] of plants) {
    test(name, async () => {
      const { code, verdict } = await run(plant)
      assert.equal(code, 1)
      if (count !== null) assert.ok(verdict[count] > 0, `${count} is ${verdict[count]}`)
    })
  }
})
