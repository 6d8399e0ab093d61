// What of the rows found is read: as many as fit into so many bytes, at least one. How long an item is, PostgreSQL knows without reading
// it: what does not fit is never taken from where large values are kept. The answer says how many there were.

/** Of an item within an answer: its tag and its length. */
export const framingBytes = 8

/**
 * `found` is a query with a column `item`, whose rows are wanted in `order`; rows without an item are kept and not counted. Adds `found`,
 * how many there were in all.
 */
export const fitting = (found: string, order: string, bytesMax: string): string => `
    SELECT weighed.* FROM (
      SELECT wanted.*, count(wanted.item) OVER () AS found, row_number() OVER (ORDER BY ${order}) AS place,
        sum(length(wanted.item) + ${framingBytes}) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS bytes_so_far
      FROM (${found}) AS wanted
    ) AS weighed WHERE place = 1 OR bytes_so_far IS NULL OR bytes_so_far <= ${bytesMax} ORDER BY ${order}`

/** The same of rows that have a column `bytes`, how long what they say is; in no order of their own. */
export const fittingRows = (found: string, order: string, bytesMax: string): string => `
    SELECT weighed.* FROM (
      SELECT wanted.*, count(*) OVER () AS found, row_number() OVER (ORDER BY ${order}) AS place,
        sum(wanted.bytes + ${framingBytes}) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS bytes_so_far
      FROM (${found}) AS wanted
    ) AS weighed WHERE place = 1 OR bytes_so_far <= ${bytesMax}`

export interface FittingRow {
  /** Of which this one is among the first. */
  found: number
}

/** Of rows that were asked for one more than wanted: those wanted that fit, and whether there are more. */
export function pageOf<Row extends FittingRow>(
  rows: readonly Row[],
  limit: number,
): { readonly page: readonly Row[]; readonly more: boolean } {
  const page = rows.slice(0, limit)
  return { page, more: (rows[0]?.found ?? 0) > page.length }
}
