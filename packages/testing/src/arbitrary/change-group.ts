// Arbitrary changes of what groups are set to: of every setting one value or two that hold, and some that do not.
import type { ChangeGroup, GroupSetting } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, epoch, groupId, named } from './small-world.ts'

const values: Readonly<Record<string, readonly string[]>> = {
  name: ['Team', 'Crew', 'a\0'],
  type: ['channel', 'room', 'king'],
  avatar: ['', 'https://files.example/a'],
  description: ['', 'for all\nof us'],
  joinBy: ['invitation', 'request', 'request', 'open'],
  questions: ['', 'Who are you?\nWhy?'],
  canAdd: ['everyone', 'admins', 'owner'],
  canWrite: ['everyone', 'everyone', 'admins'],
  canMentionAll: ['everyone', 'everyone', 'admins'],
  canChangeProfile: ['everyone', 'owner'],
  membersMax: ['0', '2', '01'],
  historyFrom: ['join', 'start'],
  slowModeMs: ['0', '1000'],
  mutedAll: ['false', 'false', 'true'],
  endsAt: ['0', String(epoch + 500), '1'],
  'attribute.color': ['', 'red'],
  nothing: [''],
}

const setting: fc.Arbitrary<GroupSetting> = fc
  .constantFrom(...Object.keys(values), 'joinBy', 'joinBy', 'joinBy')
  .chain((name) => fc.constantFrom(...values[name]!).map((value) => ({ name, value })))

export const someSettings = fc.array(setting, { minLength: 1, maxLength: 2 })

/** More than one request may have. */
const tooMany = fc.constant(Array.from({ length: 100 }, () => ({ name: 'name', value: 'Team' })))

export const changeGroup: ArbitraryOf<'ChangeGroup'> = {
  weight: 8,
  arbitrary: named<ChangeGroup>(actor, {
    type: fc.constant('ChangeGroup'),
    conversationId: groupId,
    settings: fc.oneof({ weight: 12, arbitrary: someSettings }, { weight: 1, arbitrary: tooMany }),
  }),
}
