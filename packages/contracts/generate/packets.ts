// Turns schemas/wire/packets.json into the table of packets (which every side has) and into what servers need besides: the
// codecs of requests, the command that a request becomes, and the replies of commands.
import type { CommandRecord } from './avro.ts'
import { header } from './avro.ts'
import { isScalar } from './messages.ts'
import type { WireField, WireMessage } from './wire.ts'

export interface PacketRow {
  name: string
  service: string
  command: number
  /** connection: of the connection itself; command: becomes one; read: asks the views; live: is told and stored nowhere; server: comes from the server. */
  kind: 'connection' | 'command' | 'read' | 'live' | 'server'
  request?: string
  answer?: string
  /** Of packets from the server. */
  body?: string
  becomes?: string
  /** Field of the request that names the intent. */
  intent?: string
  /** Field of the request that names users whom it puts into a group. */
  adds?: string
  /** Field of the request that is a secret. Its command has the SHA-256 of it instead, in hexadecimal, in a field of that name with Hash behind. */
  secret?: string
  doc: string
}
export interface PacketFile {
  services: Record<string, number>
  packets: PacketRow[]
}

const quoted = (field: string | undefined): string => (field === undefined ? 'null' : `'${field}'`)

export function packetsModule({ services, packets }: PacketFile): string {
  const rows = packets.map((p) => {
    const facts = [
      `service: ${services[p.service]}`,
      `command: ${p.command}`,
      `kind: '${p.kind}'`,
      ...(p.request ? [`request: '${p.request}'`, `answer: '${p.answer}'`] : [`body: '${p.body}'`]),
      ...(p.becomes
        ? [`becomes: '${p.becomes}'`, `intent: ${quoted(p.intent)}`, `adds: ${quoted(p.adds)}`, `secret: ${quoted(p.secret)}`]
        : []),
    ]
    return `  /** ${p.doc} */\n  ${p.name}: { ${facts.join(', ')} },`
  })
  const requests = packets.filter((p) => p.request)
  const bodies = (name: string, doc: string, of: (p: PacketRow) => string) =>
    `/** ${doc} */\nexport interface ${name} {\n${requests.map((p) => `  readonly ${p.name}: ${of(p)}`).join('\n')}\n}\n`
  const types = [...new Set(requests.flatMap((p) => [p.request!, p.answer!]))].sort()
  const names = (kind: PacketRow['kind']) => packets.flatMap((p) => (p.kind === kind ? [`'${p.name}'`] : [])).join(' | ')
  return [
    header,
    `import type { ${types.join(', ')} } from './messages.ts'\n`,
    `/** Every packet by its name. Requests and their answers share the numbers; answers carry the ack or error flag. */
export const packets = {
${rows.join('\n')}
} as const\n`,
    'export type PacketName = keyof typeof packets',
    `/** Requests that become commands. */\nexport type CommandPacket = ${names('command')}`,
    `/** Requests that only read. */\nexport type ReadPacket = ${names('read')}\n`,
    `/** Requests about what is told live and stored nowhere. */\nexport type LivePacket = ${names('live')}\n`,
    bodies('RequestBodies', 'What each request says.', (p) => p.request!),
    bodies('AnswerBodies', 'What each request is answered with.', (p) => p.answer!),
    'export type RequestName = keyof RequestBodies\n',
  ].join('\n')
}

interface Input {
  readonly file: PacketFile
  readonly commands: readonly CommandRecord[]
  readonly shared: readonly { readonly name: string; readonly fields: readonly { readonly name: string; readonly type: unknown }[] }[]
  readonly messages: readonly WireMessage[]
}

/** What servers make of requests. */
export function requestsModule(input: Input): string {
  const { file, commands, messages } = input
  const requests = file.packets.filter((p) => p.request)
  const becoming = file.packets.filter((p) => p.becomes)
  const used = new Map<string, string>()
  const makers = becoming.map((packet) => maker(packet, input, used))
  const replies = [...new Set(commands.map((c) => c.reply))].sort()
  for (const { name, reply } of commands) {
    if (!messages.some((m) => m.name === reply)) throw new Error(`${name}: there is no message ${reply} to reply with`)
  }
  return [
    header,
    `import type { CommandMeta, ${[...becoming.map((p) => p.becomes!), ...used.keys()].sort().join(', ')} } from './avro.ts'
import type { ${replies.join(', ')} } from './messages.ts'
import { type WireTypes, wire as v1 } from '../protobuf.ts'

const nothing = new Uint8Array(0)
/** Copied: a packet's bytes belong to its transport. */
const copied = (bytes: Uint8Array | null | undefined): Uint8Array => (bytes?.length ? Uint8Array.from(bytes) : nothing)
const numeric = (value: number | null | undefined): number => value ?? 0
`,
    ...used.values(),
    `/** Codecs of the requests, as servers read them. */
export const requestCodecs = {
${requests.map((p) => `  ${p.name}: v1.${p.request},`).join('\n')}
} as const

/** Codecs of the answers, as servers write them. */
export const answerCodecs = {
${requests.map((p) => `  ${p.name}: v1.${p.answer},`).join('\n')}
} as const

/** What a command takes from elsewhere than its request. */
export interface Asker {
  readonly userId: string
  readonly sessionId: string
  /** Of a secret the command has this alone. */
  hashed(secret: string): string
}

/** The command that a request becomes: fields of equal names, and of secrets their hashes. */
export const commandFrom = {
${makers.join('\n')}
} as const
`,
    `/** What each command is answered with. */
export interface Replies {
${commands.map((c) => `  readonly ${c.name}: ${c.reply}`).join('\n')}
}

const replyCodecs = {
${commands.map((c) => `  ${c.name}: v1.${c.reply},`).join('\n')}
} as const

/** The reply as its client gets it. */
export function encodeReply<T extends keyof Replies>(command: T, reply: Replies[T]): Uint8Array {
  const codec = replyCodecs[command] as { encode(value: object): { finish(): Uint8Array } }
  return codec.encode(reply).finish()
}

export function decodeReply<T extends keyof Replies>(command: T, bytes: Uint8Array): Replies[T] {
  return replyCodecs[command].decode(bytes) as unknown as Replies[T]
}
`,
  ].join('\n')
}

const fromConnection = new Set(['userId', 'sessionId'])

function maker(packet: PacketRow, input: Input, used: Map<string, string>): string {
  const command = input.commands.find(({ name }) => name === packet.becomes)
  const request = input.messages.find(({ name }) => name === packet.request)
  if (!command || !request) throw new Error(`packet ${packet.name}: no command ${packet.becomes}, or no message ${packet.request}`)
  if (command.reply !== packet.answer)
    throw new Error(`packet ${packet.name} answers ${packet.answer}, and ${command.name} replies ${command.reply}`)
  if ((command.repeat === 'named') !== (packet.intent !== undefined))
    throw new Error(`packet ${packet.name}: ${command.name} is ${command.repeat}`)
  const fields = command.fields.filter(({ name }) => name !== 'meta')
  const isHash = (name: string) => packet.secret !== undefined && name === `${packet.secret}Hash`
  const isGiven = (name: string) => isHash(name) || request.fields.some((f) => f.name === name)
  if (packet.secret !== undefined && request.fields.find((f) => f.name === packet.secret)?.type !== 'string')
    throw new Error(`packet ${packet.name}: ${packet.request} has no text ${packet.secret}`)
  if (fields.some(({ name }) => name === packet.secret)) throw new Error(`packet ${packet.name}: ${command.name} has its secret as it is`)
  const parts = fields.map(({ name }) => {
    if (isHash(name)) return `${name}: asker.hashed(r.${packet.secret})`
    const field = request.fields.find((f) => f.name === name)
    if (field) return `${name}: ${valueExpression(`r.${field.name}`, field, input, used)}`
    if (!fromConnection.has(name))
      throw new Error(`packet ${packet.name}: ${packet.request} has no field ${name}, which ${command.name} wants`)
    return `${name}: asker.${name}`
  })
  const given = fields.some(({ name }) => isGiven(name))
  const asks = fields.some(({ name }) => isHash(name) || !isGiven(name))
  const parameters = [
    `${given ? 'r' : '_request'}: WireTypes.wire.v1.${packet.request}`,
    'meta: CommandMeta',
    ...(asks ? ['asker: Asker'] : []),
  ]
  return `  ${packet.name}: (${parameters.join(', ')}): ${command.name} => ({ type: '${command.name}', meta, ${parts.join(', ')} }),`
}

function valueExpression(expression: string, field: WireField, input: Input, used: Map<string, string>): string {
  if (!isScalar(field.type)) {
    shared(field.type, input, used)
    return field.repeated ? `${expression}.map(${lower(field.type)}From)` : `${lower(field.type)}From(${expression})`
  }
  if (field.repeated) return field.type === 'bytes' ? `${expression}.map(copied)` : expression
  if (field.type === 'bytes') return `copied(${expression})`
  return field.type.startsWith('uint') ? `numeric(${expression} as number)` : expression
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Writes the function that makes a shared record of the message of the same name. */
function shared(name: string, input: Input, used: Map<string, string>): void {
  if (used.has(name)) return
  const record = input.shared.find((r) => r.name === name)
  const message = input.messages.find((m) => m.name === name)
  if (!record || !message) throw new Error(`no record and message of the name ${name}`)
  used.set(name, '')
  const parts = record.fields.map((field) => {
    const found = message.fields.find((f) => f.name === field.name)
    if (!found || !isScalar(found.type)) throw new Error(`${name}.${field.name} cannot be taken from the message`)
    if (found.type === 'bytes') return `${field.name}: copied(m?.${field.name})`
    if (found.type.startsWith('uint')) return `${field.name}: numeric(m?.${field.name} as number)`
    return `${field.name}: m?.${field.name} ?? ${found.type === 'bool' ? 'false' : "''"}`
  })
  used.set(name, `const ${lower(name)}From = (m: WireTypes.wire.v1.I${name} | null | undefined): ${name} => ({ ${parts.join(', ')} })\n`)
}
