// How an application asks for what each packet does: a packet without a method does not compile here, and none asks for another's.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { CommandPacket, LivePacket, PacketName, ReadPacket } from '@skein/contracts'
import type { Client } from '../src/index.ts'
import { deploymentOf } from './fake-deployment.ts'

const message = { conversationId: 'd:alice:bob', seq: 1, ordinal: 1, messageId: 'none' }

/** Asked by the client for itself, whenever it has missed something. */
const byItself = null

const methods: { readonly [Name in CommandPacket | ReadPacket | LivePacket]: ((client: Client) => Promise<unknown>) | typeof byItself } = {
  logout: (client) => client.logout(),
  send: (client) => client.send('d:alice:bob', 'one'),
  history: (client) => client.history('d:alice:bob'),
  edits: (client) => client.edits(message),
  markRead: (client) => client.markRead('d:alice:bob', 1),
  revoke: (client) => client.revoke(message),
  edit: (client) => client.edit(message, 'eins'),
  deleteForAll: (client) => client.deleteForAll(message),
  deleteForMe: (client) => client.deleteForMe(message),
  broadcast: (client) => client.broadcast('all'),
  broadcastOnline: (client) => client.broadcastOnline('all'),
  sync: byItself,
  unread: (client) => client.unread(),
  missed: byItself,
  createGroup: (client) => client.createGroup({ name: 'Friends', memberIds: [] }),
  addMembers: (client) => client.addMembers('g:friends', ['bob']),
  removeMembers: (client) => client.removeMembers('g:friends', ['bob']),
  leaveGroup: (client) => client.leaveGroup('g:friends'),
  changeRole: (client) => client.changeRole('g:friends', 'bob', 'admin'),
  muteMember: (client) => client.muteMember('g:friends', 'bob', 60_000),
  setNickname: (client) => client.setNickname('g:friends', 'Al'),
  changeGroup: (client) => client.changeGroup('g:friends', { name: 'Foes' }),
  dismissGroup: (client) => client.dismissGroup('g:friends'),
  groupInfo: (client) => client.groupInfo('g:friends'),
  members: (client) => client.members('g:friends'),
  myGroups: (client) => client.myGroups(),
  areMembers: (client) => client.areMembers('g:friends', ['bob']),
  requestFriend: (client) => client.requestFriend('bob'),
  answerFriendRequest: (client) => client.acceptFriend('bob'),
  deleteFriend: (client) => client.deleteFriend('bob'),
  setRemark: (client) => client.setRemark('bob', { remark: 'Bobby' }),
  blockUser: (client) => client.blockUser('bob'),
  unblockUser: (client) => client.unblockUser('bob'),
  friends: (client) => client.friends(),
  friendRequests: (client) => client.friendRequests(),
  blocked: (client) => client.blocked(),
  changePrivacy: (client) => client.changePrivacy({ write: 'friends', add: 'nobody' }),
  privacy: (client) => client.privacy(),
  relationTo: (client) => client.relationTo('bob'),
  followRoom: (client) => client.followRoom('g:stage'),
  unfollowRoom: (client) => client.unfollowRoom('g:stage'),
  signal: (client) => client.signal('g:stage', 'one'),
  inviteToGroup: (client) => client.inviteToGroup('g:friends', ['bob']),
  answerInvitation: (client) => client.answerInvitation('g:friends', true),
  revokeInvitation: (client) => client.revokeInvitation('g:friends', 'bob'),
  withdrawJoinRequest: (client) => client.withdrawJoinRequest('g:friends'),
  makeJoinLink: (client) => client.makeJoinLink('g:friends'),
  revokeJoinLink: (client) => client.revokeJoinLink('g:friends', 'x'.repeat(22)),
  joinByLink: (client) => client.joinByLink(`g:friends/${'x'.repeat(22)}`),
  banUser: (client) => client.banUser('g:friends', 'bob'),
  invitations: (client) => client.invitations(),
  joinLinks: (client) => client.joinLinks('g:friends'),
  ownJoinRequests: (client) => client.ownJoinRequests(),
  joinRequests: (client) => client.joinRequests('g:friends'),
  bans: (client) => client.bans('g:friends'),
  joinInfo: (client) => client.joinInfo('g:friends'),
  requestToJoin: (client) => client.requestToJoin('g:friends'),
  answerJoinRequest: (client) => client.answerJoinRequest('g:friends', 'bob', true),
  findUser: (client) => client.findUser({ userName: 'bob' }),
}

test('every packet that becomes a command, reads, or is told live, is asked by a method of its own', async (t) => {
  const asked = new Set<PacketName>()
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name) {
        asked.add(name)
        return 'serve'
      },
    },
  })
  d.store.register('bob', 'secret')
  for (const [name, method] of Object.entries(methods)) {
    if (method === byItself) continue
    const client = d.client('alice', { deviceId: name })
    await client.connect()
    asked.clear()
    // What is refused was asked as well.
    await method(client).catch(() => {})
    assert.ok(asked.has(name as PacketName), `${name}: ${[...asked]}`)
    await client.close()
  }
})
