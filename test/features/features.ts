// Whether docs/features.md says of each capability what there is: every name in a row is one of the product's, every cell that names
// nothing has its reason, and no packet is left out.
import { type Column, type FeatureRow, type FeatureTable, namedTest } from './feature-table.ts'
import type { ProductNames } from './product-names.ts'

type NamingColumn = keyof FeatureRow['names']

/** `/delete all` is `/delete`. */
function isChatCommand(text: string, chat: ReadonlySet<string>): boolean {
  const words = text.slice(1).split(' ')
  return text.startsWith('/') && words.some((_, i) => chat.has(words.slice(0, i + 1).join(' ')))
}

const isThere: Readonly<Record<NamingColumn, (name: string, product: ProductNames) => boolean>> = {
  command: (name, { commands, requests }) => commands.has(name) || requests.has(name),
  event: (name, { events }) => events.has(name),
  view: (name, { views }) => views.has(name),
  'SDK call': (name, { calls }) => calls.has(name),
  '`skein chat`': (name, { chat }) => isChatCommand(name, chat),
  test(name, product) {
    const { path, title } = namedTest(name)
    return product.holdsTest(path, title)
  },
}

/** What only reads, or is told and not kept, leaves no event. */
const leavesEvent = ({ names }: FeatureRow, { requests }: ProductNames) =>
  names.command === null || names.command.some((name) => !requests.has(name))

const needsReason = (row: FeatureRow, column: Column, product: ProductNames) => column !== 'event' || leavesEvent(row, product)

function faultsOfRow(row: FeatureRow, product: ProductNames): string[] {
  const { capability, names } = row
  const wrong = (Object.keys(names) as NamingColumn[]).flatMap((column) =>
    (names[column] ?? [])
      .filter((name) => !isThere[column](name, product))
      .map((name) => `${capability}: there is no ${column} ${JSON.stringify(name)}`),
  )
  if (names.test === null) wrong.push(`${capability}: names no test`)
  if (names.event !== null && !leavesEvent(row, product)) wrong.push(`${capability}: what is no command leaves no event`)
  return wrong
}

/** One line for each fault; none when the page is right. */
export function faultsOf({ rows, reasons, unread }: FeatureTable, product: ProductNames): string[] {
  const dashes = rows.flatMap((row) =>
    (Object.keys(row.names) as NamingColumn[])
      .filter((column) => column !== 'test' && row.names[column] === null && needsReason(row, column, product))
      .map((column) => `${row.capability}, ${column}`),
  )
  const capabilities = rows.map(({ capability }) => capability)
  const commands = new Set(rows.flatMap(({ names }) => names.command ?? []))
  return [
    ...unread.map((line) => `is no row, or no header, of this table: ${line}`),
    ...(rows.length === 0 ? ['there is no row'] : []),
    ...capabilities
      .filter((capability, i) => capabilities.indexOf(capability) !== i)
      .map((capability) => `${capability}: stands there twice`),
    ...rows.flatMap((row) => faultsOfRow(row, product)),
    ...dashes.filter((dash) => !reasons.includes(dash)).map((dash) => `${dash}: a dash without a reason behind the table`),
    ...reasons.filter((reason) => !dashes.includes(reason)).map((reason) => `${reason}: a reason for no dash`),
    ...[...product.needed].filter((name) => !commands.has(name)).map((name) => `${name}: has no row`),
  ]
}
