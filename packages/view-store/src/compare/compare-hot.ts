// Compares the hot views with the database, partition by partition: one partition's hot rows are held in memory while the
// database's are read through. Says something only of a partition whose position equals the checkpoint; any other is
// reported as such, so run it when nothing is being written.

import { defaultHotLimits, type HotEntry, type HotItem, type HotLimits } from '../hot/hot-entry.ts'
import type { HotSource } from '../hot/hot-source.ts'
import type { HotViews } from '../hot/hot-views.ts'
import { type Comparison, type Difference, differencesMaxDefault, differingColumns } from './difference.ts'

/** Items about to expire may be gone on one side only. */
const expiryMarginMs = 60_000

type ItemsEntry = Extract<HotEntry, { readonly kind: 'items' }>

/** 'extra' and 'missing' speak of the hot views. */
export async function compareHot(
  hot: HotViews,
  source: HotSource,
  options: { partitions: readonly number[]; limits?: HotLimits; now?: () => number; differencesMax?: number },
): Promise<Comparison> {
  const { partitions, limits = defaultHotLimits, now = Date.now, differencesMax = differencesMaxDefault } = options
  const differences: Difference[] = []
  const rows: Record<string, number> = { 'hot.head': 0, 'hot.session': 0, 'hot.items': 0, 'hot.hidden': 0 }
  let complete = true
  const report = (difference: Difference) => {
    if (differences.length < differencesMax) differences.push(difference)
    else complete = false
  }

  for (const partition of partitions) {
    const [before] = await positionOf(hot, partition)
    const held = new Map<string, HotEntry>()
    for await (const entry of hot.dump(partition)) held.set(nameOf(entry), entry)
    const soon = now() + expiryMarginMs
    const expected = await source.read({ partition, limits, now: now() }, async (page) => {
      for (const entry of page) {
        rows[`hot.${entry.kind}`]!++
        const name = nameOf(entry)
        const found = held.get(name)
        held.delete(name)
        const expiring = entry.kind === 'items' && entry.items.at(-1)!.occurredAt + limits.itemAgeMs <= soon
        if (!found && !expiring) report(differenceOf(entry, 'missing'))
        else if (found) {
          const columns = columnsThatDiffer(entry, found)
          if (columns.length > 0) report({ ...differenceOf(entry, 'changed'), columns })
        }
      }
    })
    const [after] = await positionOf(hot, partition)
    for (const position of [before, after]) {
      const columns = differingColumns(expected, position ?? {})
      const nothing = position === null && expected.nextOffset === 0
      if (columns.length > 0 && !nothing) {
        report({ table: 'hot.applied', key: { partition }, kind: position ? 'changed' : 'missing', columns: position ? columns : [] })
        break
      }
    }
    for (const entry of held.values()) {
      const expiring = entry.kind === 'items' && (entry.items.at(-1)?.occurredAt ?? 0) + limits.itemAgeMs <= soon
      if (!expiring) report(differenceOf(entry, 'extra'))
    }
  }
  return { differences, rows, complete }
}

async function positionOf(hot: HotViews, partition: number) {
  const positions = await hot.applied([partition])
  if (positions === 'unavailable') throw new Error('the hot views do not answer')
  return positions
}

function keyOf(entry: HotEntry): Record<string, string | undefined> {
  const user = entry.kind === 'session' || entry.kind === 'hidden' ? { user_id: entry.userId } : {}
  const conversation = entry.kind === 'hidden' ? {} : { conversation_id: entry.conversationId }
  return { app_id: entry.appId, ...user, ...conversation }
}

const nameOf = (entry: HotEntry): string => JSON.stringify([entry.kind, keyOf(entry)])

const differenceOf = (entry: HotEntry, kind: Difference['kind']): Difference => ({
  table: `hot.${entry.kind}`,
  key: keyOf(entry),
  kind,
  columns: [],
})

function columnsThatDiffer(expected: HotEntry, found: HotEntry): string[] {
  if (expected.kind === 'head' && found.kind === 'head') return differingColumns(expected.head, found.head)
  if (expected.kind === 'session' && found.kind === 'session') return differingColumns(expected.session, found.session)
  if (expected.kind === 'hidden' && found.kind === 'hidden')
    return `${expected.conversationIds}` === `${found.conversationIds}` ? [] : ['conversations']
  return differingItems(expected as ItemsEntry, found as ItemsEntry)
}

/** What is kept are the last items; how far back depends on what was there when a restart or a large item cut it. */
function differingItems(expected: ItemsEntry, found: ItemsEntry): string[] {
  const bySeq = new Map(expected.items.map((item) => [item.seq, item]))
  const last = (items: readonly HotItem[]) => items.at(-1)?.seq
  const columns = new Set<string>()
  if (last(expected.items) !== last(found.items)) columns.add('last seq')
  found.items.forEach((item, i) => {
    const twin = bySeq.get(item.seq)
    if (twin ? Buffer.compare(twin.bytes, item.bytes) !== 0 : item.seq >= expected.items[0]!.seq) columns.add(`seq ${item.seq}`)
    if (i > 0 && item.seq !== found.items[i - 1]!.seq + 1) columns.add(`hole before seq ${item.seq}`)
  })
  return [...columns]
}
