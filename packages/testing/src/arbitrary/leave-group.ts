// Arbitrary departures from groups, by anyone.
import type { LeaveGroup } from '@skein/contracts'
import fc from 'fast-check'
import { actor, groupId, named } from './small-world.ts'

export const leaveGroup = named<LeaveGroup>(actor, { type: fc.constant('LeaveGroup'), conversationId: groupId })
