// Histories of a small world in which much is left unread: commands of every type, and behind them some that are aimed at the messages
// sent last, where most of what is drawn at random finds everything read or its actor not in.
import { randomUUID } from 'node:crypto'
import type { MessageSent, SkeinCommand } from '@skein/contracts'
import { arbitraryUsers, createWorld, sampleAppId, sampleCommandMeta, type World } from '@skein/testing'
import fc from 'fast-check'

const others = ['SendMessage', 'EditMessage', 'MarkRead', 'AddMembers', 'RemoveMembers', 'LeaveGroup'] as const
const removals = ['RevokeMessage', 'DeleteMessage', 'HideMessage', 'HideMessage', 'HideMessage', 'HideMessage'] as const

interface Aim {
  readonly does: 'DismissGroup' | 'RequestToJoin' | (typeof comings)[number] | (typeof others)[number] | (typeof removals)[number]
  /** How many messages before the last one. */
  readonly back: number
  readonly userId: string
}

const aimsOf = (does: readonly Aim['does'][], minLength: number, maxLength: number) => {
  const aim = fc.record<Aim>({ does: fc.constantFrom(...does), back: fc.nat(5), userId: fc.constantFrom(...arbitraryUsers) })
  return fc.array(aim, { minLength, maxLength, size: 'max' })
}

/** Now and then the group is dismissed in the end, and some read on. */
const end = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.tuple(aimsOf(['DismissGroup'], 1, 1), aimsOf(['MarkRead'], 0, 3)).map((phases) => phases.flat()) },
)

/** Something is sent at the end, and some of it is taken away: in some histories nothing is, and hot views can tell. */
export const arbitraryAims = fc
  .tuple(
    aimsOf(others, 8, 16),
    aimsOf(['SendMessage'], 4, 8),
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 4, arbitrary: aimsOf(removals, 6, 14) }),
    end,
  )
  .map((phases) => phases.flat())

const comings = [
  'RemoveMembers',
  'LeaveGroup',
  'AddMembers',
  'AddMembers',
  'SendMessage',
  'EditMessage',
  'EditMessage',
  'MarkRead',
  'ChangeGroup',
  'ChangeGroup',
  'RequestToJoin',
] as const

/** People go and come back, some by themselves, while messages of any stay are edited and taken away. */
export const arbitraryReturns = fc
  .tuple(aimsOf(['SendMessage', 'ChangeGroup'], 4, 8), aimsOf(comings, 30, 60), aimsOf(removals, 0, 4), end)
  .map((phases) => phases.flat())

/** Authors change their messages, everybody does the rest. */
function commandAt(
  { does, userId, back }: Aim,
  { conversationId, seq, ordinal, senderId, meta: { commandId, occurredAt }, body }: MessageSent,
) {
  const by = (actorId: string) =>
    sampleCommandMeta({ actorId, enteredAt: occurredAt, intent: { id: randomUUID(), contentHash: new Uint8Array(32) } })
  const message = { conversationId, seq, messageId: commandId }
  const commands: { readonly [T in Aim['does']]: Extract<SkeinCommand, { readonly type: T }> } = {
    SendMessage: { type: 'SendMessage', meta: by(userId), conversationId, body, replyTo: 0, mentionAll: false, attachments: [] },
    RevokeMessage: { type: 'RevokeMessage', meta: by(senderId), ...message },
    DeleteMessage: { type: 'DeleteMessage', meta: by(senderId), ...message },
    EditMessage: { type: 'EditMessage', meta: by(senderId), ...message, body },
    HideMessage: { type: 'HideMessage', meta: by(userId), userId, ...message },
    MarkRead: { type: 'MarkRead', meta: by(userId), conversationId, ordinal },
    LeaveGroup: { type: 'LeaveGroup', meta: by(userId), conversationId },
    AddMembers: { type: 'AddMembers', meta: by('alice'), conversationId, userIds: [userId] },
    RemoveMembers: { type: 'RemoveMembers', meta: by('alice'), conversationId, userIds: [userId] },
    DismissGroup: { type: 'DismissGroup', meta: by('alice'), conversationId },
    ChangeGroup: {
      ...{ type: 'ChangeGroup', meta: by('alice'), conversationId },
      settings: [
        { name: 'historyFrom', value: back % 2 === 0 ? 'start' : 'join' },
        { name: 'joinBy', value: 'open' },
      ],
    },
    RequestToJoin: { type: 'RequestToJoin', meta: by(userId), conversationId, text: '', answers: [] },
  }
  return commands[does]
}

/** A world in which all users are in one group from the beginning, and something was said there to aim at. */
export function worldAfter(commands: readonly SkeinCommand[], aims: readonly Aim[]): World {
  const world = createWorld()
  world.register(sampleAppId, ...arbitraryUsers)
  const [ownerId = '', ...memberIds] = arbitraryUsers
  const by = () => ({
    meta: sampleCommandMeta({ actorId: ownerId, intent: { id: randomUUID(), contentHash: new Uint8Array(32) } }),
    conversationId: 'g:one',
  })
  world.run({ type: 'CreateGroup', ...by(), name: 'Team', memberIds, settings: [] })
  const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from('welcome') }
  world.run({ type: 'SendMessage', ...by(), body, replyTo: 0, mentionAll: false, attachments: [] })
  for (const command of commands) world.run(command)
  for (const aim of aims) {
    const message = world.events.filter((event) => event.type === 'MessageSent').at(-1 - aim.back)
    if (message) world.run(commandAt(aim, message))
  }
  return world
}
