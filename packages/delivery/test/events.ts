// Events for tests, made by deciding commands: what happens one after another in one partition, as its owner would write it.
import { randomUUID } from 'node:crypto'
import type { CommandMeta, EventMeta, PartitionClaimed, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { partitionMeta, repeatOf } from '@skein/contracts'
import { createWorld, frozen } from '@skein/testing'

/** What of an event's meta a test chooses. */
export type Chosen = Partial<Pick<EventMeta, 'actorId' | 'connectionId' | 'claim' | 'deviceId'>>

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

export interface Story {
  /** The one event that a command leads to; throws when it is refused or leads to none or to several. */
  happens(command: DistributiveOmit<SkeinCommand, 'meta'>, chosen?: Chosen): SkeinEvent
  /** By alice, unless somebody else is chosen; users named exist. */
  created(conversationId: string, memberIds?: readonly string[], chosen?: Chosen): SkeinEvent
  added(conversationId: string, userIds: readonly string[], chosen?: Chosen): SkeinEvent
  removed(conversationId: string, userId: string): SkeinEvent
  left(conversationId: string, userId: string): SkeinEvent
  message(conversationId: string, chosen?: Chosen, bytes?: number): SkeinEvent
  readMarked(conversationId: string, userId: string, ordinal: number, chosen?: Chosen): SkeinEvent
  /** Opened before, without a word. */
  sessionClosed(userId: string, sessionId: string, chosen?: Chosen): SkeinEvent
}

const occurredAt = 1_800_000_000_000
const contentHash = new Uint8Array(32)

const cast = ['alice', 'bob', 'carol', 'dave', 'zoe', 'a', 'b']

/** Of these users, who all exist. */
export function tellStory(people: readonly string[] = cast): Story {
  const world = createWorld()
  world.register('app', ...people)

  const happens: Story['happens'] = (said, { actorId = 'alice', connectionId = '', claim = 0, deviceId = 'phone' } = {}) => {
    const intent = repeatOf[said.type] === 'named' ? { id: randomUUID(), contentHash } : null
    const meta: CommandMeta = {
      ...{ appId: 'app', commandId: randomUUID(), actorId, deviceId, intent, traceparent: null },
      ...{ enteredAt: occurredAt, deadlineAt: occurredAt + 1, retry: false, replyNode: 'node', replyConnection: connectionId },
    }
    const decision = world.run({ ...said, meta } as SkeinCommand)
    if (!decision.accepted || decision.events.length !== 1) throw new Error(`not one event: ${JSON.stringify(decision)}`)
    const event = world.events.at(-1)!
    return frozen({ ...event, meta: { ...event.meta, claim } } as SkeinEvent)
  }

  return {
    happens,
    created: (conversationId, memberIds = [], chosen = {}) =>
      happens({ type: 'CreateGroup', conversationId, name: 'group', memberIds: [...memberIds], settings: [] }, chosen),
    added: (conversationId, userIds, chosen = {}) => happens({ type: 'AddMembers', conversationId, userIds: [...userIds] }, chosen),
    removed: (conversationId, userId) => happens({ type: 'RemoveMembers', conversationId, userIds: [userId] }),
    left: (conversationId, userId) => happens({ type: 'LeaveGroup', conversationId }, { actorId: userId }),
    message: (conversationId, chosen = {}, bytes = 5) => {
      const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new Uint8Array(bytes) }
      return happens({ type: 'SendMessage', conversationId, body, replyTo: 0, mentionAll: false, attachments: [] }, chosen)
    },
    readMarked: (conversationId, userId, ordinal, chosen = {}) =>
      happens({ type: 'MarkRead', conversationId, ordinal }, { actorId: userId, ...chosen }),
    sessionClosed: (userId, sessionId, chosen = {}) => {
      const opened = { type: 'OpenDeviceSession', userId, sessionId, platform: 'test', expiresAt: occurredAt + 1_000 } as const
      happens(opened, { actorId: userId })
      return happens({ type: 'CloseDeviceSession', userId, sessionId }, { actorId: userId, ...chosen })
    },
  }
}

/** The first record of an owner. */
export const claimed = (claim: number): PartitionClaimed => ({
  type: 'PartitionClaimed',
  meta: { ...partitionMeta(occurredAt), claim, commandOffset: 0 },
  producerId: 1,
  producerEpoch: 1,
  claimId: 'c',
  logEpoch: 'e',
  owner: 'test',
})

/** A group g:x that people leave and come back to. */
export const historyOf = (story: Story) => [
  story.created('g:x', ['bob', 'carol']),
  story.message('g:x'),
  story.removed('g:x', 'bob'),
  story.message('g:x'),
  story.added('g:x', ['bob', 'dave']),
  story.message('g:x'),
  story.left('g:x', 'carol'),
  story.message('g:x'),
]
