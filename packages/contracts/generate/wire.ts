// Reads the protobuf files of the client protocol. What is encoded once and handed on as it is (items, notices) is bytes in
// the servers' own code: an embedded message and bytes look the same on the wire.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import protobuf from 'protobufjs'

/** Messages that servers carry as bytes wherever another message embeds them. */
const carriedAsBytes = new Set(['ConversationItem', 'Notice'])

export interface WireField {
  readonly id: number
  /** In camel case. */
  readonly name: string
  readonly type: string
  readonly repeated: boolean
  /** One of several of which at most one is set. */
  readonly oneof: string | null
  readonly doc: string
}

export interface WireMessage {
  /** Nested ones as Outer.Inner. */
  readonly name: string
  readonly doc: string
  readonly fields: readonly WireField[]
}

export function readWire(directory: string): protobuf.Root {
  const root = new protobuf.Root()
  root.resolvePath = (_, target) => join(directory, target)
  const files = readdirSync(directory).filter((file) => file.endsWith('.proto'))
  root.loadSync(files.sort(), { keepCase: false, alternateCommentMode: true })
  root.resolveAll()
  return root
}

/** The same protocol as servers see it. */
export function serverWire(root: protobuf.Root): object {
  const copy = protobuf.Root.fromJSON(root.toJSON({ keepComments: true }))
  for (const message of messagesIn(copy)) {
    for (const field of message.fieldsArray) if (field.repeated && carriedAsBytes.has(field.type)) field.type = 'bytes'
  }
  return copy.toJSON({ keepComments: true })
}

function messagesIn(space: protobuf.NamespaceBase): protobuf.Type[] {
  return space.nestedArray.flatMap((nested) => {
    if (nested instanceof protobuf.Type) return [nested, ...messagesIn(nested)]
    return nested instanceof protobuf.Namespace ? messagesIn(nested) : []
  })
}

export const wireMessages = (root: protobuf.Root): WireMessage[] =>
  messagesIn(root).map((message) => ({
    name: message.parent instanceof protobuf.Type ? `${message.parent.name}.${message.name}` : message.name,
    doc: message.comment ?? '',
    fields: message.fieldsArray.map((field) => ({
      id: field.id,
      name: field.name,
      type: field.type,
      repeated: field.repeated,
      oneof: field.partOf?.name ?? null,
      doc: field.comment ?? '',
    })),
  }))
