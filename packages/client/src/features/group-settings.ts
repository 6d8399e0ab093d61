// What a group is set to, as applications say it: numbers, lists and truths, which the protocol writes as text.
import type { Messages } from '@skein/contracts'

export type Who = 'everyone' | 'admins' | 'owner'

/** What is left out stays as it is. */
export interface GroupSettings {
  readonly name?: string
  /** Address of its picture; empty for none. */
  readonly avatar?: string
  readonly description?: string
  readonly joinBy?: 'invitation' | 'request' | 'open'
  /** Asked of whoever wants to join. */
  readonly questions?: readonly string[]
  readonly canAdd?: Who
  readonly canWrite?: 'everyone' | 'admins'
  /** Who may send what is meant for everybody in the group. */
  readonly canMentionAll?: 'everyone' | 'admins'
  readonly canChangeProfile?: Who
  /** 0 for as many as the app allows. */
  readonly membersMax?: number
  readonly historyFrom?: 'join' | 'start'
  /** How long a member waits between two messages, ms; 0 for not at all. */
  readonly slowModeMs?: number
  readonly mutedAll?: boolean
  /** When the group ends by itself, milliseconds since the epoch; 0 for never. */
  readonly endsAt?: number
  /** The app's own; an empty value takes one away. */
  readonly attributes?: Readonly<Record<string, string>>
}

/** Of a group that begins. */
export interface FirstSettings extends GroupSettings {
  /** In a channel only owner and admins write. In a live room nothing is stored: `signal` says something, to those who follow it. */
  readonly type?: 'normal' | 'channel' | 'room'
}

export interface GroupInfo extends Required<FirstSettings> {
  readonly ownerId: string
  readonly creatorId: string
  readonly memberCount: number
  /** Milliseconds since the epoch; 0 for a group that goes on. */
  readonly dismissedAtMs: number
}

type Setting = Messages.GroupSetting

/** What holds where nothing was set. */
const newGroup: Required<FirstSettings> = {
  name: '',
  type: 'normal',
  avatar: '',
  description: '',
  joinBy: 'invitation',
  questions: [],
  canAdd: 'admins',
  canWrite: 'everyone',
  canMentionAll: 'admins',
  canChangeProfile: 'admins',
  membersMax: 0,
  historyFrom: 'join',
  slowModeMs: 0,
  mutedAll: false,
  endsAt: 0,
  attributes: {},
}

const prefix = 'attribute.'

/** As the protocol has them. */
export const settingsFrom = ({ attributes = {}, ...others }: FirstSettings): Setting[] =>
  [...Object.entries(others), ...Object.entries(attributes).map(([key, value]) => [prefix + key, value] as const)].flatMap(
    ([name, value]) => (value === undefined ? [] : [{ name, value: Array.isArray(value) ? value.join('\n') : String(value) }]),
  )

/** A value of the kind that a new group has there. */
function valueFrom(text: string, like: unknown): unknown {
  if (typeof like === 'number') return Number(text)
  if (typeof like === 'boolean') return text === 'true'
  if (Array.isArray(like)) return text === '' ? [] : text.split('\n')
  return text
}

export const infoFrom = (reply: Messages.GroupInfoReply): GroupInfo => {
  const { name, ownerId, creatorId, memberCount, dismissedAtMs, settings } = reply
  return { ...profileFrom(name, settings), ownerId, creatorId, memberCount, dismissedAtMs }
}

/** What a group is set to, with what was never set. */
export function profileFrom(name: string, settings: readonly Setting[]): Required<FirstSettings> {
  const said: Record<string, unknown> = {}
  const attributes: Record<string, string> = {}
  for (const { name: setting, value } of settings) {
    if (setting.startsWith(prefix)) attributes[setting.slice(prefix.length)] = value
    else said[setting] = valueFrom(value, newGroup[setting as keyof typeof newGroup])
  }
  return { ...newGroup, ...said, attributes, name }
}
