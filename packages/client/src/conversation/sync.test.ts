// What a sync tells beyond the items it brings.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Session as SessionKind } from '../generated/wire.ts'
import type { Connection } from '../link/connection.ts'
import { memoryStorage } from '../storage/storage.ts'
import { empty } from '../wire/wire-message.ts'
import { Conversations } from './conversations.ts'
import { runSync } from './sync.ts'

// Items that do not fit into an answer are left out of it, and the newest can be among them: a device that goes by the items alone never
// asks for them. No test failed for that.
test('a conversation that comes without items is known to have come as far as its session says', async () => {
  const holes: string[] = []
  const conversations = new Conversations({
    storage: memoryStorage(),
    saveDelayMs: 1,
    heldItemsMax: 10,
    onItem: () => {},
    onAhead: () => {},
    onSession: () => {},
    onHole: (id) => holes.push(id),
    onOtherHistory: assert.fail,
    onSaveFailed: assert.fail,
    synced: () => true,
  })
  conversations.userId = 'bob'
  conversations.begin('g:one', 2)
  const session = { ...empty(SessionKind), conversationId: 'g:one', kind: 'group', fromSeq: 1, lastSeq: 5 }
  const reply = {
    cursor: new Uint8Array([1]),
    full: false,
    more: false,
    sessions: [session],
    items: [],
    profiles: [],
    hidden: [],
    relations: [],
    relationsCut: false,
    privacy: { write: 'friends', add: 'nobody' },
    invitations: [{ conversationId: 'g:two' }],
    endedInvitations: ['g:three'],
    invitationsCut: true,
    joinRequests: [{ conversationId: 'g:four', state: 'over' }],
    joinRequestsCut: false,
    retryAfterMs: 0,
  }
  const told: string[] = []
  const connection = { ask: async () => reply } as unknown as Connection
  const depths = { itemsPerConversation: 1, itemsAtBeginning: 1, fullSyncDepth: null, newConversationDepth: null }
  await runSync(connection, {
    ...depths,
    conversations,
    onProfile: () => {},
    onHidden: () => {},
    onRelations: () => {},
    onPrivacy: ({ write, add }) => told.push(write, add),
    onInvitations: ({ invitations, ended, cut, reset }) =>
      told.push(...invitations.map((each) => each.conversationId), ...ended, `${cut} ${reset}`),
    onJoinRequests: ({ requests, cut, reset }) => told.push(...requests.map(({ state }) => state), `${cut} ${reset}`),
    onOtherHistory: () => {},
  })
  assert.deepEqual([conversations.knownTo('g:one'), holes], [5, ['g:one']])
  assert.deepEqual(told, ['friends', 'nobody', 'g:two', 'g:three', 'true true', 'over', 'false false'])
  await conversations.clear()
})
