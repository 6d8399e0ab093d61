// Commands and events to write tests with: valid unless a test says otherwise, all of one app, at a fixed time.
import { createHash } from 'node:crypto'
import type {
  AddMembers,
  Body,
  ChangeGroup,
  ChangeMemberRole,
  CommandMeta,
  CreateGroup,
  DismissGroup,
  GroupSetting,
  Intent,
  LeaveGroup,
  MarkRead,
  MuteMember,
  RemoveMembers,
  SendMessage,
  SetNickname,
  SkeinCommand,
} from '@skein/contracts'
import { encodeReply } from '@skein/contracts'
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

export const commandMeta = (actorId: string): CommandMeta => ({
  appId,
  commandId: uuid(1),
  actorId,
  deviceId: 'phone',
  enteredAt,
  deadlineAt: enteredAt + 10_000,
  intent: null,
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
  answers: null,
  traceparent: null,
}

/** The same command, stamped otherwise. */
export const stamped = <C extends SkeinCommand>(command: C, changes: Partial<CommandMeta>): C => ({
  ...command,
  meta: { ...command.meta, ...changes },
})

const intentOf = (n: number, content = n): Intent => ({ id: uuid(n), contentHash: hash(content) })

/** The same command under a given name of its client's, which the content goes with. */
export const named = <C extends SkeinCommand>(command: C, n: number, content = n): C => stamped(command, { intent: intentOf(n, content) })

/** The id of a message is that of its command. */
export const send = (actorId: string, conversationId: string, n: number, changes: Partial<SendMessage> = {}): SendMessage => ({
  type: 'SendMessage',
  meta: { ...commandMeta(actorId), commandId: uuid(1_000 + n), intent: intentOf(n) },
  conversationId,
  body: text('hello'),
  replyTo: 0,
  mentionAll: false,
  attachments: [],
  ...changes,
})

export const markRead = (actorId: string, conversationId: string, ordinal: number): MarkRead => ({
  type: 'MarkRead',
  meta: commandMeta(actorId),
  conversationId,
  ordinal,
})

let requests = 0
/** Another request every time, as when a client asks for the same once more and does not repeat. */
const ofGroup = (actorId: string, conversationId: string, content: object) => ({
  meta: {
    ...commandMeta(actorId),
    intent: { id: uuid(1_000_000 + ++requests), contentHash: createHash('sha256').update(JSON.stringify(content)).digest() },
  },
  conversationId,
})

export const settingsOf = (settings: Readonly<Record<string, string>>): GroupSetting[] =>
  Object.entries(settings).map(([name, value]) => ({ name, value }))

export const changeGroup = (actorId: string, conversationId: string, settings: Readonly<Record<string, string>>): ChangeGroup => ({
  type: 'ChangeGroup',
  ...ofGroup(actorId, conversationId, { settings }),
  settings: settingsOf(settings),
})
export const dismissGroup = (actorId: string, conversationId: string): DismissGroup => ({
  type: 'DismissGroup',
  ...ofGroup(actorId, conversationId, {}),
})
export const createGroup = (actorId: string, conversationId: string, name: string, memberIds: readonly string[]): CreateGroup => ({
  type: 'CreateGroup',
  ...ofGroup(actorId, conversationId, { name, memberIds }),
  name,
  memberIds,
  settings: [],
})
/** The same, set otherwise from its beginning. */
export const setTo = (settings: Readonly<Record<string, string>>, command: CreateGroup): CreateGroup => ({
  ...command,
  settings: settingsOf(settings),
})
export const addMembers = (actorId: string, conversationId: string, userIds: readonly string[]): AddMembers => ({
  type: 'AddMembers',
  ...ofGroup(actorId, conversationId, { userIds }),
  userIds,
})
export const removeMembers = (actorId: string, conversationId: string, userIds: readonly string[]): RemoveMembers => ({
  type: 'RemoveMembers',
  ...ofGroup(actorId, conversationId, { userIds }),
  userIds,
})
export const removeMember = (actorId: string, conversationId: string, userId: string): RemoveMembers =>
  removeMembers(actorId, conversationId, [userId])
export const muteMember = (actorId: string, conversationId: string, userId: string, durationMs: number): MuteMember => ({
  type: 'MuteMember',
  ...ofGroup(actorId, conversationId, { userId, durationMs }),
  userId,
  durationMs,
})
export const setNickname = (actorId: string, conversationId: string, userId: string, nickname: string): SetNickname => ({
  type: 'SetNickname',
  ...ofGroup(actorId, conversationId, { userId, nickname }),
  userId,
  nickname,
})
export const leaveGroup = (actorId: string, conversationId: string): LeaveGroup => ({
  type: 'LeaveGroup',
  ...ofGroup(actorId, conversationId, {}),
})
export const changeRole = (actorId: string, conversationId: string, userId: string, role: string): ChangeMemberRole => ({
  type: 'ChangeMemberRole',
  ...ofGroup(actorId, conversationId, { userId, role }),
  userId,
  role,
})

export const registered = (...userIds: readonly string[]): DomainEvent[] =>
  userIds.map((userId) => ({ type: 'UserRegistered', meta, userId, userName: userId, displayName: userId }))

/** GroupCreated, seq 1: the first is the owner, who created it. */
export function group(conversationId: string, ownerId: string, members: Readonly<Record<string, 'admin' | 'member'>> = {}): DomainEvent[] {
  const others = Object.entries(members).map(([userId, role]) => ({ userId, role }))
  return [
    {
      type: 'GroupCreated',
      meta: { ...meta, actorId: ownerId },
      conversationId,
      seq: 1,
      name: 'Team',
      members: [{ userId: ownerId, role: 'owner' }, ...others],
    },
  ]
}

/** Sent under the name uuid(900 + seq) with the content hash(seq), so that a repeat of it can be answered. */
export function sent(senderId: string, conversationId: string, seq: number, ordinal: number): DomainEvent {
  const commandId = uuid(1_900 + seq)
  const reply = encodeReply('SendMessage', { messageId: commandId, seq, ordinal, sentAtMs: meta.occurredAt })
  return {
    type: 'MessageSent',
    meta: { ...meta, commandId, actorId: senderId, answers: { ...intentOf(900 + seq, seq), reply } },
    conversationId,
    seq,
    ordinal,
    senderId,
    body: text('hello'),
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  }
}

export const removed = (userId: string, conversationId: string, seq: number, ordinal: number): DomainEvent => ({
  type: 'MembersRemoved',
  meta,
  conversationId,
  seq,
  ordinal,
  userIds: [userId],
})
export const left = (userId: string, conversationId: string, seq: number, ordinal: number): DomainEvent => ({
  type: 'MemberLeft',
  meta: { ...meta, actorId: userId },
  conversationId,
  seq,
  ordinal,
  userId,
})

/** An app with these limits of its own. */
export const policy = (limits: Readonly<Record<string, number>>): DomainEvent[] => [
  { type: 'AppRegistered', meta },
  { type: 'AppPolicyChanged', meta, limits: Object.entries(limits).map(([name, value]) => ({ name, value })) },
]
