// Arbitrary sequences of commands of every type: every other command comes again, as the
// copy that a log may hold or as another attempt of its client.
import type { SkeinCommand } from '@skein/contracts'
import fc from 'fast-check'
import { uuid } from './arbitrary/small-world.ts'
import { arbitraries } from './generated/arbitraries.ts'

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

type AboutMessage = SkeinCommand & { readonly conversationId: string; readonly seq: number; readonly messageId: string }
const isAboutMessage = (command: SkeinCommand): command is AboutMessage => 'messageId' in command

/**
 * Commands about a message name one that the sequence has sent to the conversation by then, and mostly the place where it stands if
 * everything before was accepted; sometimes there is none.
 */
function messagesMeant(commands: readonly SkeinCommand[]): SkeinCommand[] {
  return commands.map((command, i) => {
    if (!isAboutMessage(command)) return command
    const { conversationId, seq: n } = command
    const sent = commands.slice(0, i).flatMap((earlier) => {
      return 'body' in earlier && earlier.type !== 'EditMessage' && earlier.conversationId === conversationId
        ? [earlier.meta.commandId]
        : []
    })
    const which = sent.length > 0 ? n % sent.length : 0
    const before = conversationId.startsWith('g:') ? 1 : 0
    return { ...command, messageId: sent[which] ?? uuid(9), seq: which + 1 + before + (n % 3 === 2 ? 1 : 0) } as SkeinCommand
  })
}

/** Commands in the order of a log. Every other one comes again, at once or a few commands later. */
export const arbitraryCommands = fc
  .tuple(some, fc.array(fc.record({ back: fc.nat(7), copied: fc.boolean() }), { minLength: commandsMax, maxLength: commandsMax }))
  .map(([drawn, chances]) => {
    const commands = messagesMeant(drawn.map((command, i) => attempt(command, uuid(10_000 + i))))
    return commands.flatMap((command, i) => {
      const { back, copied } = chances[i]!
      if (back > 3) return [command]
      const earlier = commands[Math.max(0, i - back)]!
      return [command, copied ? earlier : again(earlier, uuid(20_000 + i))]
    })
  })
