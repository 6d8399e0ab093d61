// Commands for a history: those of property tests, by chance from a seed, in the order of a log. Each app is a small world of its own,
// and a short one: what happens in one group comes to an end soon. What an edge refuses never gets into a log.
import type { CommandMeta, SkeinCommand } from '@skein/contracts'
import { refusalOf } from '@skein/domain'
import { arbitraries, arbitraryUsers } from '@skein/testing'
import fc from 'fast-check'

const startsAt = 1_800_000_000_000
const stepMs = 700
const lifeMs = 30_000
const anyCommand = fc.oneof(...(Object.values(arbitraries) as fc.WeightedArbitrary<SkeinCommand>[]))

/** In each of the apps that many are drawn, beside those that make its users. Ids and times are as edges would stamp them. */
export function commandsByChance(seed: number, apps: number, drawnPerApp: number): SkeinCommand[] {
  const drawn = fc.sample(anyCommand, { seed, numRuns: apps * drawnPerApp })
  const commands = Array.from({ length: apps }, (_, i) => {
    const ofApp = [...arbitraryUsers.map(registration), ...drawn.slice(i * drawnPerApp, (i + 1) * drawnPerApp)]
    return ofApp.map((command) => ({ ...command, meta: { ...command.meta, appId: `app-${i}` } }) as SkeinCommand)
  })
  return commands
    .flat()
    .map(stamped)
    .filter((command) => refusalOf(command) === null)
}

function stamped(command: SkeinCommand, i: number): SkeinCommand {
  const enteredAt = startsAt + i * stepMs
  const commandId = `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`
  return { ...command, meta: { ...command.meta, commandId, enteredAt, deadlineAt: enteredAt + lifeMs, replyNode: 'gateway-1' } }
}

function registration(userId: string): SkeinCommand {
  const said = { appId: '', commandId: '', actorId: '', deviceId: '', enteredAt: 0, deadlineAt: 0, intent: null }
  const meta: CommandMeta = { ...said, retry: false, replyNode: '', replyConnection: '', traceparent: null }
  return { type: 'RegisterUser', meta, userId, userName: userId, displayName: userId }
}
