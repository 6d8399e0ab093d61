// Commands and events to write tests with: valid unless a test says otherwise, all of one app, at a fixed time.
import type { AddMembers, Body, ChangeMemberRole, CreateGroup, LeaveGroup, RemoveMember, SendMessage, SkeinCommand } from '@skein/contracts'
import type { DomainEvent } from '../src/index.ts'

export const appId = 'acme'
export const enteredAt = 1_700_000_000_000

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const hash = (n: number): Uint8Array => new Uint8Array(32).fill(n)
export const text = (content: string): Body => ({
  contentType: 'text/plain',
  encoding: '',
  keyId: '',
  bytes: Uint8Array.from(content, (c) => c.charCodeAt(0)),
})

export const commandMeta = (actorId: string): SkeinCommand['meta'] => ({
  appId,
  commandId: uuid(1),
  actorId,
  deviceId: 'phone',
  enteredAt,
  deadlineAt: enteredAt + 10_000,
  retry: false,
  replyNode: 'node-1',
  replyConnection: 'connection-1',
  traceparent: null,
})

const meta: DomainEvent['meta'] = {
  appId,
  commandId: uuid(0),
  actorId: '',
  deviceId: 'phone',
  connectionId: '',
  occurredAt: enteredAt - 1_000,
  traceparent: null,
}

export const send = (actorId: string, conversationId: string, n: number, changes: Partial<SendMessage> = {}): SendMessage => ({
  type: 'SendMessage',
  meta: commandMeta(actorId),
  conversationId,
  clientMessageId: uuid(n),
  messageId: uuid(1000 + n),
  contentHash: hash(n),
  body: text('hello'),
  replyTo: 0,
  attachments: [],
  ...changes,
})

export const markRead = (actorId: string, conversationId: string, ordinal: number): SkeinCommand => ({
  type: 'MarkRead',
  meta: commandMeta(actorId),
  conversationId,
  ordinal,
})
type GroupCommand = Extract<SkeinCommand, { readonly request: unknown }>

/** The same command under a name of the client's, which the content goes with. */
export const named = <C extends GroupCommand>(command: C, n: number, content = n): C => ({
  ...command,
  request: { clientRequestId: uuid(n), contentHash: hash(content) },
})
const ofGroup = (actorId: string, conversationId: string) => ({ meta: commandMeta(actorId), conversationId, request: null })

export const createGroup = (actorId: string, conversationId: string, name: string, memberIds: readonly string[]): CreateGroup => ({
  type: 'CreateGroup',
  ...ofGroup(actorId, conversationId),
  name,
  memberIds,
})
export const addMembers = (actorId: string, conversationId: string, userIds: readonly string[]): AddMembers => ({
  type: 'AddMembers',
  ...ofGroup(actorId, conversationId),
  userIds,
})
export const removeMember = (actorId: string, conversationId: string, userId: string): RemoveMember => ({
  type: 'RemoveMember',
  ...ofGroup(actorId, conversationId),
  userId,
})
export const leaveGroup = (actorId: string, conversationId: string): LeaveGroup => ({
  type: 'LeaveGroup',
  ...ofGroup(actorId, conversationId),
})
export const changeRole = (actorId: string, conversationId: string, userId: string, role: string): ChangeMemberRole => ({
  type: 'ChangeMemberRole',
  ...ofGroup(actorId, conversationId),
  userId,
  role,
})

export const registered = (...userIds: readonly string[]): DomainEvent[] =>
  userIds.map((userId) => ({ type: 'UserRegistered', meta, userId, userName: userId, displayName: userId }))

/** GroupCreated (seq 1) and MembersAdded (seq 2): the first is the owner. */
export function group(conversationId: string, ownerId: string, members: Readonly<Record<string, 'admin' | 'member'>> = {}): DomainEvent[] {
  const others = Object.entries(members).map(([userId, role]) => ({ userId, role }))
  return [
    { type: 'GroupCreated', meta, conversationId, seq: 1, name: 'Team', ownerId },
    {
      type: 'MembersAdded',
      meta,
      conversationId,
      seq: 2,
      ordinal: 0,
      members: [{ userId: ownerId, role: 'owner' }, ...others],
      request: null,
    },
  ]
}

export const sent = (senderId: string, conversationId: string, seq: number, ordinal: number): DomainEvent => ({
  type: 'MessageSent',
  meta,
  conversationId,
  seq,
  ordinal,
  clientMessageId: uuid(900 + seq),
  messageId: uuid(1900 + seq),
  contentHash: hash(seq),
  senderId,
  body: text('hello'),
  replyTo: 0,
  attachments: [],
})

export const removed = (userId: string, conversationId: string, seq: number, ordinal: number): DomainEvent => ({
  type: 'MemberRemoved',
  meta,
  conversationId,
  seq,
  ordinal,
  userId,
  request: null,
})
export const left = (userId: string, conversationId: string, seq: number, ordinal: number): DomainEvent => ({
  type: 'MemberLeft',
  meta,
  conversationId,
  seq,
  ordinal,
  userId,
  request: null,
})
