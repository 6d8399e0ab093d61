// Users for load: registered and logged in through the log itself, without passwords, thousands in seconds; their tokens
// are signed with the installation's own secret. Also groups made the same way.
import { randomUUID } from 'node:crypto'
import { createTokens } from '@skein/api'
import type { CommandMeta, SkeinCommand } from '@skein/contracts'
import type { Backbone } from '@skein/server'
import { createReadViews } from '@skein/view-store'

export interface Person {
  readonly appId: string
  readonly userId: string
  readonly userName: string
  readonly deviceId: string
  readonly token: string
}

const tokenLifeMs = 24 * 3_600_000
const commandLifeMs = 30_000
const pollMs = 50
const visibleTimeoutMs = 40_000
const peopleAtOnce = 500
const attemptsMax = 3

/** Registers `count` users, each with one device logged in, and waits until the views show the last of them. */
export async function makePeople(
  backbone: Backbone,
  options: { appId: string; count: number; prefix?: string; devices?: number; atOnce?: number },
): Promise<Person[]> {
  const { log, config, database } = backbone
  const { appId, count, prefix = 'user', devices = 1, atOnce = peopleAtOnce } = options
  const tokens = createTokens({ secret: config.tokenSecret, now: Date.now })
  const expiresAt = Date.now() + tokenLifeMs
  const people: Person[] = []
  const views = createReadViews(database)
  for (let from = 0; from < count; from += atOnce) {
    const commands: (() => SkeinCommand)[] = []
    const names = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => `${prefix}-${from + i}`)
    for (const userName of names) {
      const userId = userName
      commands.push(() => ({ type: 'ClaimUserName', meta: metaOf(appId, userId, ''), userName, userId }))
      commands.push(() => ({ type: 'RegisterUser', meta: metaOf(appId, userId, ''), userId, userName, displayName: userName }))
      for (let d = 0; d < devices; d++) {
        const deviceId = `device-${d}`
        const sessionId = randomUUID()
        const session = { userId, sessionId, platform: 'load', expiresAt }
        commands.push(() => ({ type: 'OpenDeviceSession', meta: metaOf(appId, userId, deviceId), ...session }))
        const token = await tokens.issue({ appId, userId, deviceId, sessionId, platform: 'load', expiresAtMs: expiresAt })
        people.push({ appId, userId, userName, deviceId, token })
      }
    }
    const seen = () => everySeen(views, appId, names)
    for (let attempt = 1; ; attempt++) {
      // Stamped when they leave: on a busy machine the deadline of a command made long before would have passed.
      await Promise.all(commands.map((make) => log.appendCommand(make())))
      if (await seen()) break
      if (attempt === attemptsMax) throw new Error(`users ${names[0]} to ${names.at(-1)} did not appear in the views`)
    }
  }
  return people
}

/** False when one of them does not appear in time: its command came past its deadline, or was refused. */
async function everySeen(views: ReturnType<typeof createReadViews>, appId: string, userIds: readonly string[]): Promise<boolean> {
  const deadline = performance.now() + visibleTimeoutMs
  for (const userId of [userIds[0]!, ...userIds.slice(-64)]) {
    while ((await views.findUser(appId, { userId })) === null) {
      if (performance.now() > deadline) return false
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
  }
  return true
}

/** Of a command that is put into the log directly, and that nobody waits for. */
export const metaOf = (appId: string, actorId: string, deviceId: string): CommandMeta => ({
  ...{ appId, commandId: randomUUID(), actorId, deviceId, enteredAt: Date.now(), deadlineAt: Date.now() + commandLifeMs },
  ...{ retry: false, replyNode: '', replyConnection: '', intent: null, traceparent: null },
})
