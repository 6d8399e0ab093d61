// What an application sees of a conversation: items at their `seq`, as plain data without a trace of protobuf.
import type { WireTypes } from '@skein/contracts'

export interface Body {
  /** Media type of the decoded bytes, such as text/plain. */
  readonly contentType: string
  /** Empty for as they are, else such as gzip or aes-256-gcm. */
  readonly encoding: string
  /** Key the bytes are encrypted with; empty for none. */
  readonly keyId: string
  readonly bytes: Uint8Array
}

export interface Attachment {
  readonly url: string
  readonly name: string
  readonly contentType: string
  /** Bytes. */
  readonly size: number
}

export interface Member {
  readonly userId: string
  /** owner, admin or member. */
  readonly role: string
}

interface Place {
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Dense position among messages, from 1; for other items the last ordinal before them. */
  readonly ordinal: number
  readonly actorId: string
  readonly occurredAtMs: number
}

export interface Message extends Place {
  readonly type: 'message'
  readonly messageId: string
  readonly clientMessageId: string
  readonly body: Body
  /** The body as text; null when it is not plain text. */
  readonly text: string | null
  /** seq of the message this one answers; 0 for none. */
  readonly replyTo: number
  readonly attachments: readonly Attachment[]
}

export type Item =
  | Message
  | (Place & { readonly type: 'groupCreated'; readonly name: string })
  | (Place & { readonly type: 'membersAdded'; readonly members: readonly Member[] })
  | (Place & { readonly type: 'memberRemoved' | 'memberLeft'; readonly userId: string })
  | (Place & { readonly type: 'memberRoleChanged'; readonly userId: string; readonly role: string })
  /** Of a later release; it takes its seq all the same. */
  | (Place & { readonly type: 'unknown' })

export interface ReadMark {
  readonly conversationId: string
  readonly userId: string
  readonly ordinal: number
}

type WireItem = WireTypes.wire.v1.ConversationItem.$Properties
type WireMember = WireTypes.wire.v1.Member.$Properties

const decoder = new TextDecoder()
const encoder = new TextEncoder()

export const textBody = (text: string): Body => ({ contentType: 'text/plain', encoding: '', keyId: '', bytes: encoder.encode(text) })

export const textOf = (body: Body): string | null =>
  body.encoding === '' && body.contentType.startsWith('text/plain') ? decoder.decode(body.bytes) : null

const memberFrom = (member: WireMember | null | undefined): Member => ({ userId: member?.userId ?? '', role: member?.role ?? '' })

/** Item of a packet; its bytes are copied, as the packet's buffer does not last. */
export function itemFrom(item: WireItem): Item {
  const place: Place = {
    conversationId: item.conversationId ?? '',
    seq: item.seq ?? 0,
    ordinal: item.ordinal ?? 0,
    actorId: item.actorId ?? '',
    occurredAtMs: item.occurredAtMs ?? 0,
  }
  if (item.message) return messageFrom(place, item.message)
  if (item.groupCreated) return { ...place, type: 'groupCreated', name: item.groupCreated.name ?? '' }
  if (item.membersAdded) return { ...place, type: 'membersAdded', members: (item.membersAdded.members ?? []).map(memberFrom) }
  if (item.memberRemoved) return { ...place, type: 'memberRemoved', userId: item.memberRemoved.userId ?? '' }
  if (item.memberLeft) return { ...place, type: 'memberLeft', userId: item.memberLeft.userId ?? '' }
  if (item.memberRoleChanged) return { ...place, type: 'memberRoleChanged', ...memberFrom(item.memberRoleChanged) }
  return { ...place, type: 'unknown' }
}

function messageFrom(place: Place, message: WireTypes.wire.v1.Message.$Properties): Message {
  const body: Body = {
    contentType: message.body?.contentType ?? '',
    encoding: message.body?.encoding ?? '',
    keyId: message.body?.keyId ?? '',
    bytes: new Uint8Array(message.body?.bytes ?? []),
  }
  return {
    ...place,
    type: 'message',
    messageId: message.messageId ?? '',
    clientMessageId: message.clientMessageId ?? '',
    body,
    text: textOf(body),
    replyTo: message.replyTo ?? 0,
    attachments: (message.attachments ?? []).map((a) => ({
      url: a.url ?? '',
      name: a.name ?? '',
      contentType: a.contentType ?? '',
      size: a.size ?? 0,
    })),
  }
}

export const readMarkFrom = (mark: WireTypes.wire.v1.ReadMark.$Properties): ReadMark => ({
  conversationId: mark.conversationId ?? '',
  userId: mark.userId ?? '',
  ordinal: mark.ordinal ?? 0,
})

/** Whether this item makes the user a member. */
export const admits = (item: Item, userId: string): boolean =>
  (item.type === 'membersAdded' && item.members.some((member) => member.userId === userId)) || item.type === 'groupCreated'
