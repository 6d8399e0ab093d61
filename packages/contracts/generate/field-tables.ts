// Makes the SDK's codec tables from the client protocol: for each message its fields, by which packages/client/src/wire encodes and
// decodes it, typed by the interface that contracts has of it. What that codec does not know (maps, floats, signed 64 bits) is
// refused here, not in a browser.
import protobuf from 'protobufjs'
import { header } from './avro.ts'
import { typeName } from './messages.ts'
import type { PacketFile } from './packets.ts'

/** Scalars of the schemas, and the kinds of packages/client/src/wire/wire-format.ts that carry them. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  bytes: 'bytes',
  bool: 'bool',
  int32: 'int32',
  uint32: 'uint32',
  uint64: 'uint64',
}

const nameOf = (object: protobuf.ReflectionObject): string =>
  typeName(object.parent instanceof protobuf.Type ? `${object.parent.name}.${object.name}` : object.name)

function kindOf(field: protobuf.Field): string {
  const { resolvedType } = field
  // An enum of a schema grows: what is not among its names is read all the same.
  if (resolvedType instanceof protobuf.Enum) return 'int32'
  if (resolvedType) return nameOf(resolvedType)
  const kind = kinds[field.type]
  if (!kind || field.map || field.required) throw new Error(`${field.fullName}: ${field.map ? 'map' : field.type} is not supported`)
  return kind
}

function row(field: protobuf.Field, oneofs: readonly protobuf.OneOf[]): string {
  const oneof = field.partOf ? `, ${oneofs.indexOf(field.partOf) + 1}` : ''
  return `\n  [${field.id}, '${field.name}', ${field.repeated ? `[${kindOf(field)}]` : kindOf(field)}${oneof}],`
}

function tableOf(type: protobuf.Type): string {
  const name = nameOf(type)
  const rows = type.fieldsArray.map((field) => row(field, type.oneofsArray)).join('')
  return `export const ${name}: MessageKind<Messages.${name}> = /* @__PURE__ */ message(() => [${rows ? `${rows}\n` : ''}])\n`
}

function enumOf(type: protobuf.Enum): string {
  const values = Object.entries(type.values).map(([name, value]) => {
    const doc = type.comments[name]
    return `${doc ? `  /** ${doc} */\n` : ''}  ${name}: ${value},\n`
  })
  return `export const ${nameOf(type)} = {\n${values.join('')}} as const\n`
}

function declarations(space: protobuf.NamespaceBase): string[] {
  return space.nestedArray.flatMap((object) => {
    if (object instanceof protobuf.Enum) return [enumOf(object)]
    const inner = object instanceof protobuf.Namespace ? declarations(object) : []
    return object instanceof protobuf.Type ? [tableOf(object), ...inner] : inner
  })
}

export function fieldTablesModule(root: protobuf.Root, { packets }: PacketFile): string {
  const body = declarations(root).join('\n')
  const used = Object.values(kinds).filter((kind) => new RegExp(`\\b${kind}[,\\]]`).test(body))
  const requests = packets.filter((packet) => packet.request)
  const table = (name: string, doc: string, bodies: string, of: (packet: (typeof packets)[number]) => string) =>
    `/** ${doc} */\nexport const ${name}: { readonly [N in RequestName]: MessageKind<${bodies}[N]> } = {\n${requests
      .map((packet) => `  ${packet.name}: ${of(packet)},`)
      .join('\n')}\n}\n`
  return [
    header,
    `import type { AnswerBodies, Messages, RequestBodies, RequestName } from '@skein/contracts'
import { ${used.sort().join(', ')} } from '../wire/wire-format.ts'
import { type MessageKind, message } from '../wire/wire-message.ts'
`,
    body,
    table('requestKinds', 'What each request says.', 'RequestBodies', (packet) => packet.request!),
    table('answerKinds', 'What each request is answered with.', 'AnswerBodies', (packet) => packet.answer!),
  ].join('\n')
}
