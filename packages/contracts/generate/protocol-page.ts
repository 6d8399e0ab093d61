// Writes the tables of docs/protocol.md that list what the schemas list: packets, messages with their fields, errors. What stands
// between two markers is made here; the rest of the page is written by people.
import protobuf from 'protobufjs'
import type { ErrorEntry } from './errors.ts'
import type { PacketFile } from './packets.ts'

interface Input {
  readonly wire: protobuf.Root
  readonly packetFile: PacketFile
  readonly errors: readonly ErrorEntry[]
}

export function protocolPage(page: string, { wire, packetFile, errors }: Input): string {
  const tables = { packets: packetTable(packetFile), messages: messageTables(wire, packetFile), errors: errorTable(errors) }
  return Object.entries(tables).reduce((text, [name, table]) => replaced(text, name, table), page)
}

function replaced(page: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}: made by make generate -->`, `<!-- end of ${name} -->`]
  const [before, rest, ...more] = page.split(start)
  const [, after] = rest?.split(end) ?? []
  if (after === undefined || more.length > 0) throw new Error(`docs/protocol.md: no single ${start} with ${end} behind it`)
  return `${before}${start}\n\n${table}\n\n${end}${after}`
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(row)].join('\n')

const kebab = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()

function packetTable({ services, packets }: PacketFile): string {
  const rows = packets.map(({ name, service, command, kind, request, answer, body, intent, doc }) => [
    `${services[service]} ${service}`,
    command,
    kebab(name),
    kind === 'server' ? 'server to client' : request === answer ? 'both ways' : 'client to server',
    `\`${request ?? body}\``,
    answer ? `\`${answer}\`` : '',
    intent ? `\`${snake(intent)}\`` : '',
    doc,
  ])
  return table(['service', 'command', 'name', 'direction', 'body', 'answer', 'intent', 'what it does'], rows)
}

const snake = (name: string): string => name.replace(/([A-Z])/g, '_$1').toLowerCase()

const wireTypes: Readonly<Record<string, string>> = { bool: 'varint', uint32: 'varint', uint64: 'varint', int32: 'varint' }

const oneLine = (text: string | null): string => (text ?? '').replaceAll(/\s*\n\s*/g, ' ')

/** Of services whose messages stand in more than the file that has their name. */
const filesBeside: Readonly<Record<string, readonly string[]>> = { message: ['item'], group: ['joining'] }

/** By the file they stand in, in the order of the services; messages that all share come last. */
function messageTables(root: protobuf.Root, { services }: PacketFile): string {
  const names = [...Object.keys(services).flatMap((service) => [service, ...(filesBeside[service] ?? [])]), 'packet']
  const found = messagesIn(root)
  const sections = names.map((name) => {
    const own = found.filter(({ filename }) => filename?.endsWith(`/${name}.proto`))
    return [`### ${name === 'packet' ? 'every service' : name}`, ...own.map(messageTable)].join('\n\n')
  })
  return sections.join('\n\n')
}

function messagesIn(space: protobuf.NamespaceBase): protobuf.Type[] {
  return space.nestedArray.flatMap((nested) => {
    const inner = nested instanceof protobuf.Namespace ? messagesIn(nested) : []
    return nested instanceof protobuf.Type ? [nested, ...inner] : inner
  })
}

function messageTable(type: protobuf.Type): string {
  const inside = type.parent instanceof protobuf.Type ? ` (inside \`${type.parent.name}\`)` : ''
  const head = `**${type.name}**${inside}${type.fieldsArray.length === 0 ? ': no fields.' : ''}`
  const doc = oneLine(type.comment)
  if (type.fieldsArray.length === 0) return doc ? `${head} ${doc}` : head
  const rows = type.fieldsArray.map((field) => {
    const { id, repeated, resolvedType, partOf, comment } = field
    const wire = resolvedType instanceof protobuf.Enum ? 'varint' : (wireTypes[field.type] ?? 'len')
    const oneOf = partOf ? `(one of \`${partOf.name}\`)` : ''
    const named = resolvedType?.name ?? field.type
    return [
      id,
      `\`${snake(field.name)}\``,
      `${repeated ? 'repeated ' : ''}${named}`,
      wire,
      [oneLine(comment), oneOf].filter(Boolean).join(' '),
    ]
  })
  return [head, ...(doc ? [doc] : []), table(['no', 'field', 'type', 'wire', 'meaning'], rows)].join('\n\n')
}

const nextSteps: Readonly<Record<ErrorEntry['next'], string>> = { reconnect: 'reconnect', backOff: 'back off', stop: 'stop' }

function errorTable(errors: readonly ErrorEntry[]): string {
  const rows = errors.map(({ code, retriable, closeCode, next, meaning, action }) => [
    `\`${code}\``,
    retriable ? 'yes' : 'no',
    closeCode ?? '',
    closeCode === undefined ? '' : nextSteps[next],
    meaning,
    action,
  ])
  return table(['code', 'retriable', 'close code', 'when it closes', 'meaning', 'what to do'], rows)
}
