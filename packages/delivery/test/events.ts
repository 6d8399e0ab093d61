// Events for tests, with only what delivery looks at made by hand.
import type { EventMeta, SkeinEvent } from '@skein/contracts'

export const metaOf = (fields: Partial<EventMeta> = {}): EventMeta => ({
  appId: 'app',
  claim: 0,
  commandOffset: 0,
  commandId: '',
  actorId: 'alice',
  deviceId: 'phone',
  connectionId: '',
  occurredAt: 1_800_000_000_000,
  traceparent: null,
  ...fields,
})

export const message = (conversationId: string, seq: number, meta: Partial<EventMeta> = {}, bytes = 5): SkeinEvent => ({
  type: 'MessageSent',
  meta: metaOf(meta),
  conversationId,
  seq,
  ordinal: seq,
  clientMessageId: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  messageId: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
  contentHash: new Uint8Array(32),
  senderId: meta.actorId ?? 'alice',
  body: { contentType: 'text/plain', encoding: '', keyId: '', bytes: new Uint8Array(bytes) },
  replyTo: 0,
  attachments: [],
})

export const created = (conversationId: string, ownerId = 'alice'): SkeinEvent => ({
  type: 'GroupCreated',
  meta: metaOf(),
  conversationId,
  seq: 1,
  name: 'group',
  ownerId,
})

export const added = (conversationId: string, seq: number, ...userIds: string[]): SkeinEvent => ({
  type: 'MembersAdded',
  meta: metaOf(),
  conversationId,
  seq,
  ordinal: 0,
  members: userIds.map((userId) => ({ userId, role: 'member' })),
  request: null,
})

export const removed = (conversationId: string, seq: number, userId: string): SkeinEvent => ({
  type: 'MemberRemoved',
  meta: metaOf(),
  conversationId,
  seq,
  ordinal: 0,
  userId,
  request: null,
})

export const left = (conversationId: string, seq: number, userId: string): SkeinEvent => ({
  ...(removed(conversationId, seq, userId) as Extract<SkeinEvent, { type: 'MemberRemoved' }>),
  type: 'MemberLeft',
})

export const readMarked = (conversationId: string, userId: string, ordinal: number, meta: Partial<EventMeta> = {}): SkeinEvent => ({
  type: 'ReadMarked',
  meta: metaOf({ actorId: userId, ...meta }),
  conversationId,
  userId,
  ordinal,
})

export const sessionClosed = (userId: string, sessionId: string, meta: Partial<EventMeta> = {}): SkeinEvent => ({
  type: 'DeviceSessionClosed',
  meta: metaOf({ actorId: userId, ...meta }),
  userId,
  sessionId,
})

export const claimed = (meta: Partial<EventMeta> = {}): SkeinEvent => ({
  type: 'PartitionClaimed',
  meta: metaOf({ appId: '', ...meta }),
  producerId: 1,
  producerEpoch: 1,
  logEpoch: 'e',
  owner: 'test',
})
