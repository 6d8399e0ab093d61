// A difference between two views that should be equal, as the comparisons report it.

export interface Difference {
  readonly table: string
  /** Columns of the key and their values. */
  readonly key: Readonly<Record<string, unknown>>
  readonly kind: 'missing' | 'extra' | 'changed'
  /** Columns that differ, when changed. */
  readonly columns: readonly string[]
}

/** What a comparison found; it stops at `differencesMax`. */
export interface Comparison {
  readonly differences: readonly Difference[]
  /** Rows of the left side that were compared, by table. */
  readonly rows: Readonly<Record<string, number>>
  readonly complete: boolean
}

export const differencesMaxDefault = 1_000

/** Values as both databases give them: numbers, strings, null, bytes, parsed JSON. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => equalValues(value, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equalValues(a[name], b[name]))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** Names of the columns in which two rows differ. */
export function differingColumns(a: object, b: object): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => !equalValues((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name])).sort()
}
