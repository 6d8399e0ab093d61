// Random commands of random actors about one group, as valid in themselves as an edge lets them through: who may do what, and who is in, is
// what they are about. What is done to a message is aimed at one that was sent by then.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { actor, user, uuid } from './arbitrary/small-world.ts'
import type { RightsCommand } from './rights-model.ts'
import { sampleCommandMeta } from './samples.ts'

export interface SentMessage {
  readonly seq: number
  readonly messageId: string
  readonly senderId: string
}

/** A command but for its time, its place, and the message that it is about. */
export interface RightsAim {
  readonly does: RightsCommand['type']
  readonly actorId: string
  readonly others: readonly string[]
  /** How long after the command before it, ms. */
  readonly afterMs: number
  readonly pick: number
}

/** Where and when it is made, and from which number on its ids are. */
export interface AimedAt {
  readonly appId: string
  readonly conversationId: string
  readonly enteredAt: number
  readonly deadlineAt: number
  readonly n: number
  readonly sent: readonly SentMessage[]
}

const often: Readonly<Record<RightsCommand['type'], number>> = {
  ...{ AddMembers: 8, RemoveMembers: 4, LeaveGroup: 2, ChangeMemberRole: 4, MuteMember: 6, SetNickname: 2, ChangeGroup: 6 },
  ...{ SendMessage: 12, EditMessage: 8, RevokeMessage: 3, DeleteMessage: 2, MarkRead: 4, CreateGroup: 1, DismissGroup: 1 },
}
const deeds = (Object.keys(often) as RightsCommand['type'][]).flatMap((type) => Array<RightsCommand['type']>(often[type]).fill(type))

const aim = (does: readonly RightsCommand['type'][]): fc.Arbitrary<RightsAim> =>
  fc.record({
    does: fc.constantFrom(...does),
    actorId: actor,
    others: fc.array(user, { minLength: 1, maxLength: 3 }),
    afterMs: fc.oneof({ weight: 12, arbitrary: fc.nat(500) }, { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 90_000 }) }),
    pick: fc.nat(1_000),
  })

/** The group is there from the beginning, mostly, and dismissed in the end, if at all. */
export const arbitraryRights: fc.Arbitrary<readonly RightsAim[]> = fc
  .tuple(
    fc.array(aim(['CreateGroup']), { minLength: 1, maxLength: 2 }),
    // So that there is somebody to mute, and something to edit.
    fc.array(aim(['AddMembers', 'AddMembers', 'SendMessage', 'SendMessage', 'SendMessage']), { minLength: 6, maxLength: 12, size: 'max' }),
    fc.array(aim(deeds.filter((type) => type !== 'DismissGroup')), { minLength: 30, maxLength: 55, size: 'max' }),
    fc.array(aim(deeds), { maxLength: 20, size: 'max' }),
  )
  .map((phases) => phases.flat())

const settings = [
  ...[{ canAdd: 'everyone' }, { canAdd: 'admins' }, { canAdd: 'owner' }, { canWrite: 'admins' }, { canWrite: 'everyone' }],
  ...[
    { canChangeProfile: 'everyone' },
    { canChangeProfile: 'owner' },
    { membersMax: '2' },
    { membersMax: '0' },
    { slowModeMs: '30000' },
    { slowModeMs: '60000' },
    { slowModeMs: '90000' },
  ],
  ...[{ slowModeMs: '0' }, { mutedAll: 'true' }, { mutedAll: 'false' }, { historyFrom: 'start' }, { historyFrom: 'join' }],
  ...[{ description: 'one' }, { description: 'two', canWrite: 'everyone' }],
].map((set) => Object.entries(set).map(([name, value]) => ({ name, value })))

const pickOf = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!
const text = (said: string) => ({ contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from(said) })

export function rightsCommand({ does, actorId, others, pick }: RightsAim, at: AimedAt): RightsCommand {
  const { appId, conversationId, enteredAt, deadlineAt, n, sent } = at
  const intent = { id: uuid(500_000 + n), contentHash: createHash('sha256').update(`${does} ${n}`).digest() }
  const by = (intentOf: typeof intent | null, author = actorId) =>
    sampleCommandMeta({ appId, actorId: author, commandId: uuid(900_000 + n), enteredAt, deadlineAt, intent: intentOf })
  const message = sent.length > 0 ? pickOf(sent, pick) : { seq: 1, messageId: uuid(1), senderId: actorId }
  const { seq, messageId } = message
  // Mostly by who wrote it.
  const about = { conversationId, seq, messageId, meta: by(intent, pick % 3 === 0 ? actorId : message.senderId) }
  const of = { conversationId, meta: by(intent) }
  const userId = others[0]!
  const commands: { readonly [T in RightsCommand['type']]: Extract<RightsCommand, { readonly type: T }> } = {
    CreateGroup: {
      type: 'CreateGroup',
      ...of,
      name: 'Team',
      memberIds: [...others],
      settings: pick % 4 === 0 ? pickOf(settings, pick) : [],
    },
    AddMembers: { type: 'AddMembers', ...of, userIds: [...others] },
    RemoveMembers: { type: 'RemoveMembers', ...of, userIds: [...others] },
    LeaveGroup: { type: 'LeaveGroup', ...of },
    ChangeMemberRole: { type: 'ChangeMemberRole', ...of, userId, role: pickOf(['admin', 'admin', 'member', 'owner'], pick) },
    MuteMember: { type: 'MuteMember', ...of, userId, durationMs: pickOf([600_000, 600_000, 60_000, 0], pick) },
    SetNickname: { type: 'SetNickname', ...of, userId, nickname: pickOf(['', 'Al', 'Bo'], pick) },
    ChangeGroup: { type: 'ChangeGroup', ...of, settings: pickOf(settings, pick) },
    DismissGroup: { type: 'DismissGroup', ...of },
    SendMessage: { type: 'SendMessage', ...of, body: text(`said ${n}`), replyTo: 0, mentionAll: false, attachments: [] },
    EditMessage: { type: 'EditMessage', ...about, body: text(`edited ${n}`) },
    RevokeMessage: { type: 'RevokeMessage', ...about },
    DeleteMessage: { type: 'DeleteMessage', ...about },
    MarkRead: { type: 'MarkRead', conversationId, meta: by(null), ordinal: pick % 12 },
  }
  return commands[does]
}
