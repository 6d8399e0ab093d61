// Makes the table of what may stand in requests: for each message its fields by number, so that a body that is not its message can be
// told by the field at fault.
import { header } from './avro.ts'
import type { PacketFile } from './packets.ts'
import type { WireMessage } from './wire.ts'

export function requestFieldsModule({ packets }: PacketFile, messages: readonly WireMessage[]): string {
  const byName = new Map(messages.map((message) => [message.name, message]))
  const used = new Set<string>()
  const use = (name: string): void => {
    const message = byName.get(name)
    if (message === undefined || used.has(name)) return
    used.add(name)
    for (const { type } of message.fields) use(type)
  }
  for (const { request } of packets) if (request) use(request)
  const tables = [...used].sort().map((name) => {
    const rows = byName.get(name)!.fields.map(({ id, name: field, type, repeated }) => {
      return `    { id: ${id}, name: '${field}', type: '${type}', repeated: ${repeated} },`
    })
    return `  ${name}: [${rows.length === 0 ? '' : `\n${rows.join('\n')}\n  `}],`
  })
  return [
    header,
    `export interface RequestField {
  /** Its number. */
  readonly id: number
  readonly name: string
  /** A scalar, or a message of this table. */
  readonly type: string
  readonly repeated: boolean
}

/** Fields of every message that requests consist of, by its name. */
export const requestFields: Readonly<Record<string, readonly RequestField[]>> = {
${tables.join('\n')}
}
`,
  ].join('\n')
}
