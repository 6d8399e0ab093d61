// The requests of a logged-in connection, done on the fake store.
import { type CommandName, wire } from '@skein/contracts'
import { type Appended, type FakeStore, Refusal } from './fake-store.ts'

interface Done {
  body: Uint8Array
  appended: Appended | null
}

export function answerTo(store: FakeStore, actor: string, name: CommandName, bytes: Uint8Array): Done {
  // The store keeps what it is given: not a view of the packet.
  const input = new Uint8Array(bytes)
  const read = (body: { finish(): Uint8Array }): Done => ({ body: body.finish(), appended: null })
  const group = (
    r: { conversationId: string; clientRequestId: string },
    change: () => { seq: number; appended: Appended | null },
  ): Done => {
    const { conversationId, clientRequestId } = r
    const request = `${conversationId}/${actor}/${clientRequestId}`
    const before = store.requests.get(request)
    const { seq, appended } = before === undefined ? change() : { seq: before, appended: null }
    if (clientRequestId) store.requests.set(request, seq)
    return { body: wire.GroupReply.encode({ conversationId, seq }).finish(), appended }
  }
  switch (name) {
    case 'heartbeat':
      return read(wire.Heartbeat.encode({ timeMs: Date.now() }))
    case 'logout':
      return read(wire.LogoutReply.encode({}))
    case 'send': {
      const { reply, appended } = store.send(actor, wire.SendRequest.decode(input))
      return { body: wire.SendReply.encode(reply).finish(), appended }
    }
    case 'history': {
      const r = wire.HistoryRequest.decode(input)
      return read(wire.HistoryReply.encode(store.history(actor, r.conversationId, r.afterSeq, r.beforeSeq, r.limit)))
    }
    case 'markRead': {
      const r = wire.MarkReadRequest.decode(input)
      const ordinal = store.markRead(actor, r.conversationId, r.ordinal)
      return read(wire.MarkReadReply.encode({ conversationId: r.conversationId, ordinal }))
    }
    case 'sync': {
      const r = wire.SyncRequest.decode(input)
      return read(wire.SyncReply.encode(store.sync(actor, r.cursor, r.itemsPerConversation)))
    }
    case 'unread':
      return read(wire.UnreadReply.encode(store.unread(actor)))
    case 'createGroup': {
      const r = wire.CreateGroupRequest.decode(input)
      return group(r, () => store.createGroup(actor, r.conversationId, r.name, r.memberIds))
    }
    case 'addMembers': {
      const r = wire.AddMembersRequest.decode(input)
      return group(r, () => store.addMembers(actor, r.conversationId, r.userIds))
    }
    case 'removeMember': {
      const r = wire.RemoveMemberRequest.decode(input)
      return group(r, () => store.leave(actor, r.conversationId, r.userId))
    }
    case 'leaveGroup': {
      const r = wire.LeaveGroupRequest.decode(input)
      return group(r, () => store.leave(actor, r.conversationId, actor))
    }
    case 'members': {
      const r = wire.MembersRequest.decode(input)
      const conversation = store.inViewOf(r.conversationId, actor)
      const members = [...conversation.members]
        .filter(([user]) => store.present(conversation, user))
        .map(([userId, { role }]) => ({ userId, role }))
      return read(wire.MembersReply.encode({ members }))
    }
    case 'findUser': {
      const r = wire.FindUserRequest.decode(input)
      const user = store.users.get(r.userId || r.userName)
      if (!user) throw new Refusal('USER_NOT_FOUND')
      return read(wire.FindUserReply.encode({ profile: { userId: user.userName, ...user } }))
    }
    default:
      throw new Refusal('UNKNOWN_COMMAND')
  }
}
