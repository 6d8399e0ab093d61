// Compares the hot views with the database, partition by partition: one partition's hot rows are held in memory while the
// database's are read through. Says something only of a partition whose position equals the checkpoint; any other is
// reported as such, so run it when nothing is being written. Items need not be there, as nobody may have read them: those that are there
// are the database's.

import { defaultHotLimits, type HotItem, type HotItems, type HotLimits, type HotRow, hotKey } from '../hot/hot-entry.ts'
import type { HotSource } from '../hot/hot-source.ts'
import type { HotViews } from '../hot/hot-views.ts'
import type { KeptItems } from '../hot/kept-items.ts'
import { type Comparison, type Difference, differencesMaxDefault, differingColumns } from './difference.ts'

interface HotDump {
  readonly rows: Map<string, HotRow>
  readonly items: Map<string, HotItems>
  /** Last seqs of the conversations, by hot key. */
  readonly lastSeqs: Map<string, number>
}

/** 'extra' and 'missing' speak of the hot views. */
export async function compareHot(
  hot: HotViews,
  source: HotSource,
  options: { partitions: readonly number[]; limits?: HotLimits; differencesMax?: number },
): Promise<Comparison> {
  const { partitions, limits = defaultHotLimits, differencesMax = differencesMaxDefault } = options
  const differences: Difference[] = []
  const rows: Record<string, number> = { 'hot.head': 0, 'hot.session': 0, 'hot.items': 0, 'hot.hidden': 0 }
  let complete = true
  const report = (difference: Difference) => {
    if (differences.length < differencesMax) differences.push(difference)
    else complete = false
  }

  for (const partition of partitions) {
    const [before] = await positionOf(hot, partition)
    const held = await dumped(hot, partition)
    const expected = await source.read(partition, async (page) => {
      for (const row of page) {
        rows[`hot.${row.kind}`]!++
        const name = nameOf(row)
        const found = held.rows.get(name)
        held.rows.delete(name)
        const columns = found ? columnsThatDiffer(row, found) : []
        if (!found) report(differenceOf(row, 'missing'))
        else if (columns.length > 0) report({ ...differenceOf(row, 'changed'), columns })
      }
    })
    rows['hot.items']! += held.items.size
    for (const difference of differingItems(held, await source.kept([...held.items.values()], limits))) report(difference)
    const [after] = await positionOf(hot, partition)
    for (const position of [before, after]) {
      const columns = differingColumns(expected, position ?? {})
      const nothing = position === null && expected.nextOffset === 0
      if (columns.length > 0 && !nothing) {
        report({ table: 'hot.applied', key: { partition }, kind: position ? 'changed' : 'missing', columns: position ? columns : [] })
        break
      }
    }
    for (const row of held.rows.values()) report(differenceOf(row, 'extra'))
  }
  return { differences, rows, complete }
}

async function dumped(hot: HotViews, partition: number): Promise<HotDump> {
  const held: HotDump = { rows: new Map(), items: new Map(), lastSeqs: new Map() }
  for await (const entry of hot.dump(partition)) {
    if (entry.kind === 'items') held.items.set(hotKey(entry.appId, entry.conversationId), entry)
    else held.rows.set(nameOf(entry), entry)
    if (entry.kind === 'head') held.lastSeqs.set(hotKey(entry.appId, entry.conversationId), entry.head.lastSeq)
  }
  return held
}

async function positionOf(hot: HotViews, partition: number) {
  const positions = await hot.applied([partition])
  if (positions === 'unavailable') throw new Error('the hot views do not answer')
  return positions
}

function keyOf(entry: HotRow | HotItems): Record<string, string | undefined> {
  const user = entry.kind === 'session' || entry.kind === 'hidden' ? { user_id: entry.userId } : {}
  const conversation = entry.kind === 'hidden' ? {} : { conversation_id: entry.conversationId }
  return { app_id: entry.appId, ...user, ...conversation }
}

const nameOf = (row: HotRow): string => JSON.stringify([row.kind, keyOf(row)])

const differenceOf = (entry: HotRow | HotItems, kind: Difference['kind']): Difference => ({
  table: `hot.${entry.kind}`,
  key: keyOf(entry),
  kind,
  columns: [],
})

function columnsThatDiffer(expected: HotRow, found: HotRow): string[] {
  if (expected.kind === 'head' && found.kind === 'head') return differingColumns(expected.head, found.head)
  if (expected.kind === 'session' && found.kind === 'session') return differingColumns(expected.session, found.session)
  if (expected.kind === 'hidden' && found.kind === 'hidden')
    return `${expected.conversationIds}` === `${found.conversationIds}` ? [] : ['conversations']
  return ['kind']
}

/** Of conversations that have come as far on both sides: where they have not, their heads differ, or the views have gone on meanwhile. */
function* differingItems({ items, lastSeqs }: HotDump, kept: readonly KeptItems[]): Generator<Difference> {
  const expected = new Map(kept.map((one) => [hotKey(one.appId, one.conversationId), one]))
  for (const [conversation, found] of items) {
    const one = expected.get(conversation)
    if (!one) yield differenceOf(found, 'extra')
    else if (one.lastSeq === lastSeqs.get(conversation)) {
      const columns = itemsThatDiffer(one.items, found.items)
      if (columns.length > 0) yield { ...differenceOf(found, 'changed'), columns }
    }
  }
}

/** What is kept are the last items; how far back depends on what was there when a restart or a large item cut it. */
function itemsThatDiffer(expected: readonly HotItem[], found: readonly HotItem[]): string[] {
  const bySeq = new Map(expected.map((item) => [item.seq, item]))
  const columns = new Set<string>()
  if (expected.at(-1)?.seq !== found.at(-1)?.seq) columns.add('last seq')
  found.forEach((item, i) => {
    const twin = bySeq.get(item.seq)
    if (twin ? Buffer.compare(twin.bytes, item.bytes) !== 0 : item.seq >= (expected[0]?.seq ?? 0)) columns.add(`seq ${item.seq}`)
    if (i > 0 && item.seq !== found[i - 1]!.seq + 1) columns.add(`hole before seq ${item.seq}`)
  })
  return [...columns]
}
