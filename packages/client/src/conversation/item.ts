// What an application sees of a conversation: items at their `seq`, as plain data. An item is its place and the content it was sent
// with, under the name of the event it was made of: a new kind of item needs no code here.
import type { Messages } from '@skein/contracts'
import { ConversationItem, Notice } from '../generated/wire.ts'
import { SkeinError } from '../skein-error.ts'
import type { MessageKind } from '../wire/wire-message.ts'

export type Body = Messages.Body
export type Attachment = Messages.Attachment
export type Member = Messages.Member
export type GroupMember = Messages.GroupMember
export type ReadMark = Messages.ReadMarked
export type HiddenMessage = Messages.MessageHidden
export type AnsweredInvitation = Messages.InvitationAnswered
export type Invitation = Messages.Invitation
export type JoinLink = Messages.JoinLink
export type JoinRequest = Messages.JoinRequest
export type Ban = Messages.Ban
/** What it takes to join a group; `askedAtMs` is 0 unless this user asked and waits. */
export type JoinInfo = Messages.JoinInfoReply

/** What somebody with the right, or an operator, told everybody who was connected. */
export type OnlineNotice = Readable<Messages.OnlineNotified>

interface Place {
  readonly conversationId: string
  /** Dense position in the conversation, from 1. */
  readonly seq: number
  /** Dense position among messages, from 1; for other items the last ordinal before them. */
  readonly ordinal: number
  readonly actorId: string
  readonly occurredAtMs: number
  /** Ordinal of a message that is not unread any more since this item; 0 for none. */
  readonly uncounts: number
}

interface Written {
  readonly body: Body
  /** The body as text; null when it is not plain text. */
  readonly text: string | null
}

/** What has a body has a text. */
type Readable<Content> = Content extends { readonly body: Body | null } ? Omit<Content, 'body'> & Written : Content

type ItemOf<Kind extends keyof Messages.ItemContents> = Place & { readonly type: Kind } & Readable<Messages.ItemContents[Kind]>

export type Message = ItemOf<'MessageSent'>

export type Item =
  | { [Kind in keyof Messages.ItemContents]: ItemOf<Kind> }[keyof Messages.ItemContents]
  /** Of a later release; it takes its seq all the same. */
  | (Place & { readonly type: 'unknown' })

export const isMessage = (item: Item): item is Message => item.type === 'MessageSent'

/** What takes no place in a conversation. */
export interface NoticeOf<Kind extends keyof Messages.NoticeContents> {
  readonly kind: Kind
  readonly content: Messages.NoticeContents[Kind]
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** Throws for half a surrogate pair, which UTF-8 has no place for: something else would be sent. */
export function textBody(text: string): Body {
  if (!text.isWellFormed()) throw new SkeinError('INVALID_ARGUMENT', 'body has half a surrogate pair')
  return { contentType: 'text/plain', encoding: '', keyId: '', bytes: encoder.encode(text) }
}

/** Bytes are copied: they may change in the application's hands. */
export const bodyOf = (content: string | Body): Body =>
  typeof content === 'string' ? textBody(content) : { ...content, bytes: new Uint8Array(content.bytes) }

export const textOf = (body: Body): string | null =>
  body.encoding === '' && body.contentType.startsWith('text/plain') ? decoder.decode(body.bytes) : null

/** In the place of a body that is not there. */
export const noBody: Body = { contentType: '', encoding: '', keyId: '', bytes: new Uint8Array(0) }
/** What is left of what was written once it is gone. */
export const unwritten: Written = { body: noBody, text: null }

/** The content that is there, under the name of its kind; undefined when it is of a later release. */
function contentOf<T extends object>(kind: MessageKind<T>, holder: T): [type: string, content: object] | undefined {
  for (const { name, explicit } of kind.open().fields) {
    const content = explicit ? holder[name as keyof T] : null
    if (content) return [name.charAt(0).toUpperCase() + name.slice(1), content]
  }
  return undefined
}

export function writtenOf(given: Body | null): Written {
  const body = given ?? noBody
  return { body, text: textOf(body) }
}

const readable = (content: object): object => ('body' in content ? { ...content, ...writtenOf(content.body as Body | null) } : content)

export function itemFrom(item: Messages.ConversationItem): Item {
  const { conversationId, seq, ordinal, actorId, occurredAtMs, uncounts } = item
  const place: Place = { conversationId, seq, ordinal, actorId, occurredAtMs, uncounts }
  const [type, content] = contentOf(ConversationItem, item) ?? ['unknown', {}]
  return { ...place, type, ...readable(content) } as Item
}

/** Null for one of a later release. */
export function noticeFrom(notice: Messages.Notice): NoticeOf<keyof Messages.NoticeContents> | null {
  const found = contentOf(Notice, notice)
  return found ? ({ kind: found[0], content: found[1] } as NoticeOf<keyof Messages.NoticeContents>) : null
}

/** Whether this item says that it makes the user a member: their stay begins with it. Of many users it does not name all. */
export const admits = (item: Item, userId: string): boolean =>
  (item.type === 'MemberJoined' && item.userId === userId) ||
  ((item.type === 'GroupCreated' || item.type === 'MembersAdded') && item.members.some((member) => member.userId === userId))
