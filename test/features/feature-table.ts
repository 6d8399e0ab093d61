// docs/features.md as data: one row per capability, and behind each table the reason for every cell that names nothing.

export const columns = ['capability', 'source', 'command', 'event', 'view', 'SDK call', '`skein chat`', 'test'] as const
export type Column = (typeof columns)[number]

export interface FeatureRow {
  readonly capability: string
  /** What the cell names, one by one; null where it is a dash. */
  readonly names: Readonly<Record<Exclude<Column, 'capability' | 'source'>, readonly string[] | null>>
}

export interface FeatureTable {
  readonly rows: readonly FeatureRow[]
  /** `<capability>, <column>` of every reason. */
  readonly reasons: readonly string[]
  /** Lines that are neither. */
  readonly unread: readonly string[]
}

export interface NamedTest {
  readonly path: string
  readonly title: string
}

/** A dash for "nothing", for which a reason stands behind the table. */
const none = '-'

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

/** The code in a cell; null for a dash, undefined where there is anything else. */
function namesIn(cell: string): readonly string[] | null | undefined {
  if (cell === none) return null
  const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
  return names.length > 0 && cell.replaceAll(/`[^`]+`|<br>|[,\s]/g, '') === '' ? names : undefined
}

function rowOf(line: string): FeatureRow | undefined {
  const cells = cellsOf(line)
  const [capability = '', source = '', ...rest] = cells
  const names = Object.fromEntries(columns.slice(2).map((column, i) => [column, namesIn(rest[i] ?? '')]))
  const isWhole = cells.length === columns.length && capability !== '' && source !== '' && !Object.values(names).includes(undefined)
  return isWhole ? { capability, names: names as FeatureRow['names'] } : undefined
}

export function readFeatureTable(page: string): FeatureTable {
  const rows: FeatureRow[] = []
  const reasons: string[] = []
  const unread: string[] = []
  const header = `| ${columns.join(' | ')} |`
  const isRule = (line: string) => /^\|[-|]+\|$/.test(line)
  for (const line of page.split('\n')) {
    const [, reason] = /^- (.+?): \S/.exec(line) ?? []
    if (reason !== undefined) reasons.push(reason)
    else if (!line.startsWith('|') || line === header || isRule(line)) continue
    else {
      const row = rowOf(line)
      if (row) rows.push(row)
      else unread.push(line)
    }
  }
  return { rows, reasons, unread }
}

/** `path: title`, as a row names a test. */
export function namedTest(text: string): NamedTest {
  const [, path = '', title = ''] = /^([^:\s]+): (.+)$/.exec(text) ?? []
  return { path, title }
}
