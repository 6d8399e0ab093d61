// Arbitrary commands of every type, with how often each comes up, and sequences of them: every other command comes again, as the
// copy that a log may hold or as another attempt of its client.
import type { SkeinCommand } from '@skein/contracts'
import fc from 'fast-check'
import { addMembers } from './arbitrary/add-members.ts'
import { changeAppPolicy } from './arbitrary/change-app-policy.ts'
import { changeMemberRole } from './arbitrary/change-member-role.ts'
import { claimUserName } from './arbitrary/claim-user-name.ts'
import { closeDeviceSession } from './arbitrary/close-device-session.ts'
import { createGroup } from './arbitrary/create-group.ts'
import { leaveGroup } from './arbitrary/leave-group.ts'
import { markRead } from './arbitrary/mark-read.ts'
import { openDeviceSession } from './arbitrary/open-device-session.ts'
import { registerApp } from './arbitrary/register-app.ts'
import { registerUser } from './arbitrary/register-user.ts'
import { removeMember } from './arbitrary/remove-member.ts'
import { sendMessage } from './arbitrary/send-message.ts'
import { uuid } from './arbitrary/small-world.ts'

/** Those that are mostly refused come more often, and what others need to be there, most of all. */
export const arbitraries = {
  AddMembers: { weight: 8, arbitrary: addMembers },
  ChangeAppPolicy: { weight: 3, arbitrary: changeAppPolicy },
  ChangeMemberRole: { weight: 6, arbitrary: changeMemberRole },
  ClaimUserName: { weight: 1, arbitrary: claimUserName },
  CloseDeviceSession: { weight: 2, arbitrary: closeDeviceSession },
  CreateGroup: { weight: 14, arbitrary: createGroup },
  LeaveGroup: { weight: 2, arbitrary: leaveGroup },
  MarkRead: { weight: 12, arbitrary: markRead },
  OpenDeviceSession: { weight: 2, arbitrary: openDeviceSession },
  RegisterApp: { weight: 3, arbitrary: registerApp },
  RegisterUser: { weight: 1, arbitrary: registerUser },
  RemoveMember: { weight: 6, arbitrary: removeMember },
  SendMessage: { weight: 24, arbitrary: sendMessage },
} satisfies { readonly [T in SkeinCommand['type']]: fc.WeightedArbitrary<Extract<SkeinCommand, { readonly type: T }>> }

const commandsMin = 20
const commandsMax = 80
const some = fc.array(fc.oneof(...(Object.values(arbitraries) as fc.WeightedArbitrary<SkeinCommand>[])), {
  minLength: commandsMin,
  maxLength: commandsMax,
  size: 'max',
})

/** Another id for every command, as edges give them: of a message it is the message's. */
const attempt = (command: SkeinCommand, commandId: string): SkeinCommand => ({ ...command, meta: { ...command.meta, commandId } })
const again = (command: SkeinCommand, commandId: string): SkeinCommand => {
  const { meta } = attempt(command, commandId)
  return { ...command, meta: { ...meta, retry: true, enteredAt: meta.enteredAt + 5_000, deadlineAt: meta.deadlineAt + 5_000 } }
}

/** Commands in the order of a log. Every other one comes again, at once or a few commands later. */
export const arbitraryCommands = fc
  .tuple(some, fc.array(fc.record({ back: fc.nat(7), copied: fc.boolean() }), { minLength: commandsMax, maxLength: commandsMax }))
  .map(([drawn, chances]) => {
    const commands = drawn.map((command, i) => attempt(command, uuid(10_000 + i)))
    return commands.flatMap((command, i) => {
      const { back, copied } = chances[i]!
      if (back > 3) return [command]
      const earlier = commands[Math.max(0, i - back)]!
      return [command, copied ? earlier : again(earlier, uuid(20_000 + i))]
    })
  })
