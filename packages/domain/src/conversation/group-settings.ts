// What of a group can be set: each setting by its name, how its value is written as text, and who may set it. Requests, the log, the views and
// clients say it in this one way, so that a setting of a later release needs no other field anywhere.
import type { GroupSetting } from '@skein/contracts'
import { type GroupCell, newGroup, type Who } from '../cells/group.ts'
import { limits } from '../limits.ts'
import { beyond, type Refusal, reject } from '../refusal.ts'
import { isShownName, isText, isWebAddress } from '../text.ts'

/** The name of a group stands in the head of its conversation. */
export const nameSetting = 'name'
const attributePrefix = 'attribute.'

interface Setting {
  /** Who may set it: `profile` says whoever may change the profile, `creation` nobody once the group is there. */
  readonly by: 'profile' | 'admins' | 'owner' | 'creation'
  isValid(value: string): boolean
  get(group: GroupCell): string
  set(group: GroupCell, value: string): GroupCell
}

/** A part of the cell, written as it is. */
const plain = (name: keyof GroupCell, by: Setting['by'], isValid: Setting['isValid']): Setting => ({
  by,
  isValid,
  get: (group) => group[name] as string,
  set: (group, value) => ({ ...group, [name]: value }),
})

const choice = (name: keyof GroupCell, by: Setting['by'], ...values: readonly string[]): Setting =>
  plain(name, by, (value) => values.includes(value))

/** One way to write a number: decimal, without zeros before it. */
const isCountText = (value: string, max: number): boolean => /^(?:0|[1-9]\d{0,15})$/.test(value) && Number(value) <= max

const count = (name: 'membersMax' | 'slowModeMs' | 'endsAt', by: Setting['by'], max: number): Setting => ({
  by,
  isValid: (value) => isCountText(value, max),
  get: (group) => String(group[name]),
  set: (group, value) => ({ ...group, [name]: Number(value) }),
})

const everyone: Who = 'everyone'
const admins: Who = 'admins'

const settings: Readonly<Record<string, Setting>> = {
  type: choice('type', 'creation', 'normal', 'channel', 'room'),
  avatar: plain('avatar', 'profile', (value) => value === '' || isWebAddress(value, limits.attachmentUrlCharsMax)),
  description: plain('description', 'profile', (value) => isText(value, 0, limits.groupDescriptionCharsMax)),
  joinBy: choice('joinBy', 'admins', 'invitation', 'request', 'open'),
  questions: {
    by: 'admins',
    isValid: (value) => {
      const questions = linesOf(value)
      return questions.length <= limits.groupQuestionsMax && questions.every((each) => isShownName(each, limits.groupQuestionCharsMax))
    },
    get: (group) => group.questions.join('\n'),
    set: (group, value) => ({ ...group, questions: linesOf(value) }),
  },
  canAdd: choice('canAdd', 'admins', everyone, admins, 'owner'),
  canWrite: choice('canWrite', 'admins', everyone, admins),
  canMentionAll: choice('canMentionAll', 'admins', everyone, admins),
  canChangeProfile: choice('canChangeProfile', 'owner', everyone, admins, 'owner'),
  membersMax: count('membersMax', 'admins', limits.groupMembersMax),
  historyFrom: choice('historyFrom', 'admins', 'join', 'start'),
  slowModeMs: count('slowModeMs', 'admins', limits.slowModeMsMax),
  mutedAll: {
    by: 'admins',
    isValid: (value) => value === 'true' || value === 'false',
    get: (group) => String(group.mutedAll),
    set: (group, value) => ({ ...group, mutedAll: value === 'true' }),
  },
  endsAt: count('endsAt', 'owner', Number.MAX_SAFE_INTEGER),
}

function linesOf(value: string): readonly string[] {
  return value === '' ? [] : value.split('\n')
}

/** An attribute of the app's own; an empty value takes it away. */
const attribute = (key: string): Setting => ({
  by: 'profile',
  isValid: (value) => isText(value, 0, limits.groupAttributeValueCharsMax),
  get: ({ attributes }) => attributes[key] ?? '',
  set: (group, value) => {
    const { [key]: _, ...others } = group.attributes
    return { ...group, attributes: value === '' ? others : { ...others, [key]: value } }
  },
})

/** Names of JavaScript's own, such as `__proto__`, are none: they begin with a letter. */
const attributeKeyPattern = /^[A-Za-z][A-Za-z0-9_.-]*$/

/** Undefined for what nothing is named, the name of the group included. */
function settingOf(name: string): Setting | undefined {
  if (!name.startsWith(attributePrefix)) return Object.hasOwn(settings, name) ? settings[name] : undefined
  const key = name.slice(attributePrefix.length)
  return key.length <= limits.groupAttributeKeyCharsMax && attributeKeyPattern.test(key) ? attribute(key) : undefined
}

/** Why settings are refused whatever the group is set to now; null when they are fine. */
export function faultOfSettings(list: readonly GroupSetting[], enteredAt: number): Refusal | null {
  if (list.length > limits.groupSettingsMax) return reject('TOO_LARGE', beyond('groupSettingsMax', list.length))
  const seen = new Set<string>()
  for (const { name, value } of list) {
    const known = name === nameSetting || settingOf(name) !== undefined
    if (!known) return reject('INVALID_ARGUMENT', `settings: one of name, ${Object.keys(settings).join(', ')}, attribute.<name>`)
    if (seen.has(name)) return reject('INVALID_ARGUMENT', `settings: ${name} twice`)
    seen.add(name)
    const isValid = settingOf(name)?.isValid(value) ?? isShownName(value, limits.groupNameCharsMax)
    const isOver = name === 'endsAt' && value !== '0' && Number(value) <= enteredAt
    if (!isValid || isOver) return reject('INVALID_ARGUMENT', `settings: ${name}`)
  }
  return null
}

/** Who may set it in this group; null where nobody may any more. */
export function whoMaySet(name: string, { canChangeProfile }: GroupCell): Who | null {
  const by = settingOf(name)?.by ?? 'profile'
  if (by === 'creation') return null
  return by === 'profile' ? canChangeProfile : by
}

/** Those that change something. */
export const changing = (list: readonly GroupSetting[], group: GroupCell, groupName: string): readonly GroupSetting[] =>
  list.filter(({ name, value }) => (settingOf(name)?.get(group) ?? groupName) !== value)

/** The group once they are set; what a later release has set is passed over. */
export const withSettings = (group: GroupCell, list: readonly GroupSetting[]): GroupCell =>
  list.reduce((before, { name, value }) => settingOf(name)?.set(before, value) ?? before, group)

/** What a group is called once they are set; the name that it had where they say none. */
export const nameIn = (list: readonly GroupSetting[], groupName: string): string =>
  list.find(({ name }) => name === nameSetting)?.value ?? groupName

/** Whether a group is set as another is. */
export const isSetTo = (group: GroupCell, other: GroupCell): boolean => {
  const [own, theirs] = [settingsIn(group), settingsIn(other)]
  return own.length === theirs.length && own.every(({ name, value }, i) => name === theirs[i]!.name && value === theirs[i]!.value)
}

/** Refuses more attributes than a group may have; null for what it may. */
export function tooManyAttributes({ attributes }: GroupCell): Refusal | null {
  const count = Object.keys(attributes).length
  return count > limits.groupAttributesMax ? reject('TOO_LARGE', beyond('groupAttributesMax', count)) : null
}

/** All that is not as in every new group, in one order: of it the group can be made again. */
export function settingsIn(group: GroupCell): readonly GroupSetting[] {
  const own = Object.keys(group.attributes).sort()
  return [...Object.keys(settings), ...own.map((key) => `${attributePrefix}${key}`)].flatMap((name) => {
    const setting = settingOf(name)!
    const value = setting.get(group)
    return value === setting.get(newGroup) ? [] : [{ name, value }]
  })
}
