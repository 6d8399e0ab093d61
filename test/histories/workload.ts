// Commands for a history: sequences of property tests, by chance from a seed. Each is the world of an app of its own, and a short one:
// what happens in one group comes to an end soon. What an edge refuses never gets into a log.
import { broadcastConversationId, type CommandMeta, type SkeinCommand } from '@skein/contracts'
import { refusalOf } from '@skein/domain'
import { arbitraryCommands, arbitraryUsers } from '@skein/testing'
import fc from 'fast-check'

const registeredAt = 1_700_000_000_000
const lifeMs = 10_000

/** Commands by app. The first ones make its users. */
export function commandsByChance(seed: number, apps: number): SkeinCommand[][] {
  return fc
    .sample(arbitraryCommands, { seed, numRuns: apps })
    .map((commands, app) =>
      [...arbitraryUsers.map(registration), ...commands]
        .map((command) => inApp(command, `app-${app}`))
        .filter((command) => refusalOf(command) === null),
    )
}

/** Broadcasts are those of the app. */
const inApp = (command: SkeinCommand, appId: string): SkeinCommand =>
  ({
    ...command,
    ...('conversationId' in command && command.conversationId === broadcastConversationId(command.meta.appId)
      ? { conversationId: broadcastConversationId(appId) }
      : {}),
    meta: { ...command.meta, appId, replyNode: 'gateway-1' },
  }) as SkeinCommand

function registration(userId: string, i: number): SkeinCommand {
  const said = { appId: '', commandId: `00000000-0000-7000-9000-00000000000${i}`, actorId: '', deviceId: '', intent: null, retry: false }
  const meta: CommandMeta = {
    ...{ ...said, enteredAt: registeredAt, deadlineAt: registeredAt + lifeMs },
    ...{ replyNode: '', replyConnection: '', traceparent: null },
  }
  return { type: 'RegisterUser', meta, userId, userName: userId, displayName: userId }
}
