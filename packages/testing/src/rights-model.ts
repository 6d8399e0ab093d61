// Who may do what in groups, kept in the plainest way from the commands alone: what each comes to, and what is so afterwards, without cells,
// events or folds. Rules and logs are held against it. It knows groups as they are by default, of an app without a policy; texts and ids are
// taken to be fine.
import { decodeReply, type Replies, type SkeinCommand } from '@skein/contracts'

export type RightsCommand = Extract<
  SkeinCommand,
  {
    readonly type:
      | 'CreateGroup'
      | 'AddMembers'
      | 'RemoveMembers'
      | 'LeaveGroup'
      | 'ChangeMemberRole'
      | 'MuteMember'
      | 'SetNickname'
      | 'ChangeGroup'
      | 'DismissGroup'
      | 'SendMessage'
      | 'EditMessage'
      | 'RevokeMessage'
      | 'DeleteMessage'
      | 'MarkRead'
  }
>
type Of<T extends RightsCommand['type']> = Extract<RightsCommand, { readonly type: T }>

interface Message {
  readonly messageId: string
  readonly senderId: string
  readonly sentAt: number
  gone: '' | 'revoked' | 'deleted'
}

interface Group {
  /** All there are. */
  readonly users: ReadonlySet<string>
  readonly name: string
  readonly creatorId: string
  /** Of those who are in. */
  readonly roles: Map<string, string>
  readonly settings: Map<string, string>
  readonly mutedUntil: Map<string, number>
  readonly wroteAt: Map<string, number>
  readonly nicknames: Map<string, string>
  readonly readTo: Map<string, number>
  /** By seq. */
  readonly messages: Map<number, Message>
  seq: number
  ordinal: number
  isDismissed: boolean
}

/** What a command comes to, as text: a code, or what its asker is told of it. */
export type Verdict = string

export interface RightsModel {
  /** Does it, unless it was done before under its intent. */
  run(command: RightsCommand): Verdict
  /** What it came to when it was done under its intent; null where it was not. */
  answered(command: RightsCommand): Verdict | null
  /** Roles of those who are in, by user id; null where there is no group. */
  roles(conversationId: string): ReadonlyMap<string, string> | null
}

const revokeWindowMs = 120_000
const defaults: Readonly<Record<string, string>> = {
  ...{ canAdd: 'admins', canWrite: 'everyone', canChangeProfile: 'admins', membersMax: '0' },
  ...{ slowModeMs: '0', mutedAll: 'false', historyFrom: 'join', description: '', type: 'normal' },
}
/** Who sets what; the rest is set by whoever may change the profile. */
const setBy: Readonly<Record<string, string>> = {
  ...{ canAdd: 'admins', canWrite: 'admins', membersMax: 'admins', slowModeMs: 'admins', mutedAll: 'admins', historyFrom: 'admins' },
  canChangeProfile: 'owner',
}

const done = (at: number): Verdict => `done ${at}`
const settingOf = ({ settings }: Group, name: string): string => settings.get(name) ?? defaults[name]!
/** Whether it is as a group is that was made with these settings. */
function isSetTo(group: Group, settings: Of<'CreateGroup'>['settings']): boolean {
  const asked = new Map(settings.map(({ name, value }) => [name, value]))
  return [...asked.keys(), ...group.settings.keys()].every((name) => settingOf(group, name) === (asked.get(name) ?? defaults[name]))
}
const isAmong = (role: string, who: string): boolean => role === 'owner' || who === 'everyone' || (who === 'admins' && role === 'admin')

function listed({ seq, changed, already, refused }: Pick<Replies['AddMembers'], 'seq' | 'changed' | 'already' | 'refused'>): Verdict {
  const codes = refused.map(({ userId, code }) => `${userId} ${code}`)
  return `done ${seq}, changed ${changed.join()}, already ${already.join()}, refused ${codes.join()}`
}

/** How one is told of a command that was done. */
export function toldOf(command: RightsCommand, reply: Uint8Array): Verdict {
  const told: Partial<Replies['AddMembers'] & Replies['MarkRead']> = decodeReply(command.type, reply)
  const { seq = 0, changed = [], already = [], refused = [] } = told
  if (command.type === 'MarkRead') return done(told.ordinal ?? 0)
  const isListed = command.type === 'AddMembers' || command.type === 'RemoveMembers' || command.type === 'CreateGroup'
  return isListed ? listed({ seq, changed, already, refused }) : done(seq)
}

const newGroup = (users: ReadonlySet<string>, name: string, creatorId: string): Group => {
  const maps = { roles: new Map(), settings: new Map(), mutedUntil: new Map(), wroteAt: new Map(), nicknames: new Map() }
  return { users, name, creatorId, ...maps, readTo: new Map(), messages: new Map(), seq: 0, ordinal: 0, isDismissed: false }
}

function joins(group: Group, userId: string, role: string): void {
  group.roles.set(userId, role)
  group.nicknames.delete(userId)
  group.readTo.set(userId, group.ordinal)
}

/** Each of some users, once: what of them is done, what is so, and what is refused with which code. */
function each(userIds: readonly string[], verdictOn: (userId: string) => string) {
  const [changed, already, refused]: [string[], string[], { userId: string; code: string }[]] = [[], [], []]
  for (const userId of new Set(userIds)) {
    const verdict = verdictOn(userId)
    if (verdict === 'changed') changed.push(userId)
    else if (verdict === 'already') already.push(userId)
    else refused.push({ userId, code: verdict })
  }
  return { changed, already, refused }
}

function comeIn(group: Group, userIds: readonly string[]) {
  const max = Number(settingOf(group, 'membersMax')) || 1_000
  return each(userIds, (userId) => {
    if (group.roles.has(userId)) return 'already'
    if (!group.users.has(userId)) return 'USER_NOT_FOUND'
    if (group.roles.size >= max) return 'GROUP_FULL'
    joins(group, userId, 'member')
    return 'changed'
  })
}

/** Why one may say nothing, or null. */
function silenced(group: Group, { meta: { actorId, enteredAt } }: SkeinCommand, role: string): string | null {
  if (role !== 'owner' && (group.mutedUntil.get(actorId) ?? 0) > enteredAt) return 'MUTED'
  const isQuiet = settingOf(group, 'mutedAll') === 'true' || settingOf(group, 'type') === 'channel'
  return isAmong(role, isQuiet ? 'admins' : settingOf(group, 'canWrite')) ? null : 'FORBIDDEN'
}

/** Of one who is in a group that goes on. */
type Rules = {
  readonly [T in Exclude<RightsCommand['type'], 'CreateGroup' | 'MarkRead'>]: (group: Group, command: Of<T>, role: string) => Verdict
}

const next = (group: Group): Verdict => done(++group.seq)

function removes(gone: 'revoked' | 'deleted') {
  return (group: Group, { seq, messageId, meta }: Of<'RevokeMessage' | 'DeleteMessage'>, role: string): Verdict => {
    const message = group.messages.get(seq)
    if (message?.messageId !== messageId) return 'MESSAGE_NOT_FOUND'
    if (role === 'member' && message.senderId !== meta.actorId) return 'FORBIDDEN'
    if (role === 'member' && message.gone === '' && meta.enteredAt - message.sentAt > revokeWindowMs) return 'TOO_LATE'
    if (message.gone === 'deleted' || message.gone === gone) return done(group.seq)
    if (message.gone !== '' && gone === 'revoked') return done(group.seq)
    message.gone = gone
    return next(group)
  }
}

const rules: Rules = {
  AddMembers(group, { userIds, meta }, role) {
    if (!isAmong(role, settingOf(group, 'canAdd'))) return 'FORBIDDEN'
    const others = userIds.filter((userId) => userId !== meta.actorId)
    const sorted = comeIn(group, others)
    if (sorted.changed.length > 0) group.seq += 1
    return listed({ seq: group.seq, ...sorted })
  },
  RemoveMembers(group, { userIds, meta }, role) {
    if (role === 'member') return 'FORBIDDEN'
    const sorted = each(userIds, (userId) => {
      const theirs = group.roles.get(userId)
      if (theirs === undefined) return 'already'
      if (userId === meta.actorId || (role === 'admin' && theirs !== 'member')) return 'FORBIDDEN'
      return 'changed'
    })
    for (const userId of sorted.changed) group.roles.delete(userId)
    if (sorted.changed.length > 0) group.seq += 1
    return listed({ seq: group.seq, ...sorted })
  },
  LeaveGroup(group, { meta }, role) {
    if (role === 'owner' && group.roles.size > 1) return 'OWNER_CANNOT_LEAVE'
    group.roles.delete(meta.actorId)
    return next(group)
  },
  ChangeMemberRole(group, { userId, role: given, meta }, role) {
    if (role !== 'owner') return 'FORBIDDEN'
    if (!group.roles.has(userId)) return 'NOT_A_MEMBER'
    if (group.roles.get(userId) === given) return done(group.seq)
    if (userId === meta.actorId) return 'FORBIDDEN'
    group.roles.set(userId, given)
    // Handing over says of both what they are now.
    if (given === 'owner') {
      group.roles.set(meta.actorId, 'admin')
      group.seq += 1
    }
    return next(group)
  },
  MuteMember(group, { userId, durationMs, meta }, role) {
    const theirs = group.roles.get(userId)
    if (role === 'member') return 'FORBIDDEN'
    if (theirs === undefined) return 'NOT_A_MEMBER'
    if (userId === meta.actorId || (role === 'admin' && theirs !== 'member')) return 'FORBIDDEN'
    const before = group.mutedUntil.get(userId) ?? 0
    const until = durationMs === 0 ? 0 : meta.enteredAt + durationMs
    if (until === 0 ? before <= meta.enteredAt : before === until) return done(group.seq)
    group.mutedUntil.set(userId, until)
    return next(group)
  },
  SetNickname(group, { userId, nickname, meta }, role) {
    const isOwn = userId === meta.actorId
    const theirs = group.roles.get(userId)
    if (!isOwn && role === 'member') return 'FORBIDDEN'
    if (theirs === undefined) return 'NOT_A_MEMBER'
    if (!isOwn && role === 'admin' && theirs !== 'member') return 'FORBIDDEN'
    if ((group.nicknames.get(userId) ?? '') === nickname) return done(group.seq)
    group.nicknames.set(userId, nickname)
    return next(group)
  },
  ChangeGroup(group, { settings }, role) {
    for (const { name } of settings) if (!isAmong(role, setBy[name] ?? settingOf(group, 'canChangeProfile'))) return 'FORBIDDEN'
    const changed = settings.filter(({ name, value }) => settingOf(group, name) !== value)
    if (changed.length === 0) return done(group.seq)
    for (const { name, value } of changed) group.settings.set(name, value)
    return next(group)
  },
  DismissGroup(group, _command, role) {
    if (role !== 'owner') return 'FORBIDDEN'
    group.isDismissed = true
    return next(group)
  },
  SendMessage(group, command, role) {
    const { actorId, enteredAt, commandId } = command.meta
    const slowModeMs = Number(settingOf(group, 'slowModeMs'))
    const wroteAt = group.wroteAt.get(actorId)
    const refused = silenced(group, command, role)
    if (refused !== null) return refused
    const waits = slowModeMs > 0 && role === 'member' && wroteAt !== undefined && Math.abs(enteredAt - wroteAt) < slowModeMs
    if (waits) return 'SLOW_MODE'
    group.wroteAt.set(actorId, enteredAt)
    group.ordinal += 1
    group.readTo.set(actorId, group.ordinal)
    group.messages.set(group.seq + 1, { messageId: commandId, senderId: actorId, sentAt: enteredAt, gone: '' })
    return next(group)
  },
  EditMessage(group, command, role) {
    const message = group.messages.get(command.seq)
    if (message?.messageId !== command.messageId) return 'MESSAGE_NOT_FOUND'
    if (message.senderId !== command.meta.actorId) return 'FORBIDDEN'
    if (message.gone !== '') return 'MESSAGE_REMOVED'
    return silenced(group, command, role) ?? next(group)
  },
  RevokeMessage: removes('revoked'),
  DeleteMessage: removes('deleted'),
}

/** Of an intent; null for a command without one. */
const keyOf = ({ conversationId, meta: { actorId, intent } }: RightsCommand): string | null =>
  intent === null ? null : `${conversationId} ${actorId} ${intent.id}`

/** Of a model in which these users exist. */
export function createRightsModel(userIds: readonly string[]): RightsModel {
  const users = new Set(userIds)
  const groups = new Map<string, Group>()
  const answered = new Map<string, Verdict>()

  function create({ conversationId, name, memberIds, settings, meta: { actorId } }: Of<'CreateGroup'>): Verdict {
    const others = memberIds.filter((userId) => userId !== actorId)
    const known = groups.get(conversationId)
    if (known !== undefined) {
      // A creator who has gone is told what anybody is.
      if (known.creatorId !== actorId || !known.roles.has(actorId)) return 'ALREADY_EXISTS'
      if (known.isDismissed) return 'GROUP_DISMISSED'
      if (known.name !== name || !isSetTo(known, settings)) return 'ALREADY_EXISTS'
      const already = [...new Set(others)].filter((userId) => known.roles.has(userId))
      return listed({ seq: known.seq, changed: [], already, refused: [] })
    }
    const group = newGroup(users, name, actorId)
    groups.set(conversationId, group)
    const set = settings.filter(({ name, value }) => settingOf(group, name) !== value)
    for (const { name, value } of set) group.settings.set(name, value)
    joins(group, actorId, 'owner')
    const sorted = comeIn(group, others)
    group.seq = set.length > 0 ? 2 : 1
    return listed({ seq: group.seq, ...sorted })
  }

  function markRead(group: Group, { ordinal, meta: { actorId } }: Of<'MarkRead'>): Verdict {
    const before = group.readTo.get(actorId)
    if (!group.roles.has(actorId) && (before === undefined || ordinal > before)) return 'NOT_A_MEMBER'
    group.readTo.set(actorId, Math.max(before!, Math.min(ordinal, group.ordinal)))
    return done(group.readTo.get(actorId)!)
  }

  function decide(command: RightsCommand): Verdict {
    if (command.type === 'CreateGroup') return create(command)
    const group = groups.get(command.conversationId)
    if (group !== undefined && command.type === 'MarkRead') return markRead(group, command)
    const role = group?.roles.get(command.meta.actorId)
    if (group === undefined || role === undefined || command.type === 'MarkRead') return 'NOT_A_MEMBER'
    if (group.isDismissed) return 'GROUP_DISMISSED'
    return (rules[command.type] as (group: Group, command: RightsCommand, role: string) => Verdict)(group, command, role)
  }

  return {
    answered: (command) => answered.get(keyOf(command) ?? '') ?? null,
    run(command) {
      const key = keyOf(command)
      const verdict = (key === null ? undefined : answered.get(key)) ?? decide(command)
      if (key !== null) answered.set(key, verdict)
      return verdict
    },
    roles: (conversationId) => groups.get(conversationId)?.roles ?? null,
  }
}
