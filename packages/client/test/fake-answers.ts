// The requests of a logged-in connection, done on the fake store: what becomes a command is decided, whatever it is; what reads has a
// line of its own.
import { createHash, randomUUID } from 'node:crypto'
import { answerCodecs, commandFrom, type PacketName, packets, type ReadPacket, requestCodecs, type SkeinCommand } from '@skein/contracts'
import { type Done, type FakeStore, fakeAppId, Refusal } from './fake-store.ts'
import { saidBans, saidJoinInfo, saidLinks, saidRequests } from './said-ways-in.ts'

/** Any codec of a message. */
interface Codec {
  decode(bytes: Uint8Array): Record<string, unknown>
  encode(message: object): { finish(): Uint8Array }
}

export interface Asking {
  readonly userId: string
  readonly deviceId: string
}

export function answerTo(store: FakeStore, asking: Asking, name: PacketName, bytes: Uint8Array): Done {
  const { kind } = packets[name]
  if (kind === 'server') throw new Refusal('UNKNOWN_COMMAND')
  const answer = answerCodecs[name as keyof typeof answerCodecs] as unknown as Codec
  // The fake knows no device sessions: whoever has a token is in.
  if (name === 'logout') return { body: answer.encode({}).finish(), changes: [] }
  if (kind === 'command') return store.run(commandOf(asking, name as keyof typeof commandFrom, bytes))
  if (kind === 'connection') return { body: answer.encode({ timeMs: Date.now() }).finish(), changes: [] }
  return { body: answer.encode(reads[name as ReadPacket](store, asking.userId, bytes)).finish(), changes: [] }
}

function commandOf(asking: Asking, name: keyof typeof commandFrom, bytes: Uint8Array): SkeinCommand {
  const codec = requestCodecs[name] as unknown as Codec
  const request = codec.decode(bytes)
  const { intent } = packets[name]
  const now = Date.now()
  const make = commandFrom[name] as (request: object, meta: SkeinCommand['meta'], asker: object) => SkeinCommand
  const meta: SkeinCommand['meta'] = {
    appId: fakeAppId,
    commandId: randomUUID(),
    actorId: asking.userId,
    deviceId: asking.deviceId,
    enteredAt: now,
    deadlineAt: now + 10_000,
    intent:
      intent === null ? null : { id: String(request[intent]), contentHash: hashOf(codec.encode({ ...request, [intent]: '' }).finish()) },
    retry: false,
    replyNode: '',
    replyConnection: '',
    traceparent: null,
  }
  const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')
  return make(request, meta, { userId: asking.userId, sessionId: '', hashed })
}

const hashOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

/** Answers as plain data. */
const reads: { readonly [N in ReadPacket]: (store: FakeStore, actor: string, bytes: Uint8Array) => object } = {
  history: (store, actor, bytes) => store.history(actor, requestCodecs.history.decode(bytes)),
  edits: (store, actor, bytes) => store.edits(actor, requestCodecs.edits.decode(bytes)),
  sync(store, actor, bytes) {
    const { cursor, itemsPerConversation } = requestCodecs.sync.decode(bytes)
    return store.sync(actor, cursor, itemsPerConversation)
  },
  missed: (store, actor, bytes) => store.missed(actor, requestCodecs.missed.decode(bytes)),
  unread: (store, actor) => store.unread(actor),
  members(store, actor, bytes) {
    const { conversationId, role } = requestCodecs.members.decode(bytes)
    const found = store.members(actor, conversationId)
    return { ...found, members: found.members.filter((member) => role === '' || member.role === role) }
  },
  areMembers(store, actor, bytes) {
    const { conversationId, userIds } = requestCodecs.areMembers.decode(bytes)
    const { members, viewSeq } = store.members(actor, conversationId)
    return { members: members.filter(({ userId }) => userIds.includes(userId)), viewSeq }
  },
  myGroups: (store, actor) => ({ groups: store.groupsOf(actor), more: false }),
  friends: (store, actor, bytes) => store.relations(actor, ({ friendsSinceMs }) => friendsSinceMs > 0, requestCodecs.friends.decode(bytes)),
  friendRequests: (store, actor, bytes) =>
    store.relations(actor, ({ sent, received }) => Boolean(sent ?? received), requestCodecs.friendRequests.decode(bytes)),
  blocked: (store, actor, bytes) => store.relations(actor, ({ blockedSinceMs }) => blockedSinceMs > 0, requestCodecs.blocked.decode(bytes)),
  relationTo(store, actor, bytes) {
    const { userId } = requestCodecs.relationTo.decode(bytes)
    const [relation = { userId, tags: [] }] = store.relations(actor, (relation) => relation.userId === userId).relations
    return { relation }
  },
  privacy: (store, actor) => store.privacyOf(actor),
  groupInfo: (store, actor, bytes) => store.groupInfo(actor, requestCodecs.groupInfo.decode(bytes).conversationId),
  invitations: (store, actor) => store.invitations(actor),
  ownJoinRequests: ({ cells }, actor) => ({ requests: saidRequests(cells).filter(({ request }) => request.userId === actor), more: false }),
  joinRequests({ cells }, _actor, bytes) {
    const { conversationId } = requestCodecs.joinRequests.decode(bytes)
    const ofGroup = saidRequests(cells).filter((one) => one.conversationId === conversationId)
    return { requests: ofGroup.map(({ request }) => request), more: false }
  },
  bans: ({ cells }, _actor, bytes) => ({ bans: saidBans(cells, requestCodecs.bans.decode(bytes).conversationId), more: false }),
  joinInfo({ cells }, actor, bytes) {
    const info = saidJoinInfo(cells, requestCodecs.joinInfo.decode(bytes).conversationId, { appId: fakeAppId, userId: actor })
    if (info === null) throw new Refusal('NOT_JOINABLE')
    return info
  },
  joinLinks: ({ cells }, _actor, bytes) => ({ links: saidLinks(cells, requestCodecs.joinLinks.decode(bytes).conversationId), more: false }),
  findUser(store, _actor, bytes) {
    const { userId, userName } = requestCodecs.findUser.decode(bytes)
    const user = store.users.get(userId || userName)
    if (!user) throw new Refusal('USER_NOT_FOUND')
    return { profile: { userId: user.userName, ...user } }
  },
}
