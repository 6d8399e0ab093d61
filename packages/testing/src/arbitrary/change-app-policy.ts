// Arbitrary policies: many refuse groups of two or three, few refuse any body, some are no policies.
import type { ChangeAppPolicy } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { named, operator } from './small-world.ts'

const limit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom({ name: 'groupMembersMax', value: 2 }, { name: 'groupMembersMax', value: 1 }) },
  { weight: 2, arbitrary: fc.constantFrom({ name: 'groupMembersMax', value: 1_000 }, { name: 'revokeWindowMs', value: 0 }) },
  { weight: 1, arbitrary: fc.constantFrom({ name: 'bodyBytesMax', value: 1 }, { name: 'attachmentsMax', value: 0 }) },
  { weight: 1, arbitrary: fc.constantFrom({ name: 'attachmentsMax', value: -1 }, { name: 'groupNameCharsMax', value: 1 }) },
)

export const changeAppPolicy: ArbitraryOf<'ChangeAppPolicy'> = {
  weight: 3,
  arbitrary: named<ChangeAppPolicy>(operator, {
    type: fc.constant('ChangeAppPolicy'),
    limits: fc.oneof({ weight: 3, arbitrary: fc.tuple(limit) }, { weight: 1, arbitrary: fc.array(limit, { maxLength: 2 }) }),
  }),
}
