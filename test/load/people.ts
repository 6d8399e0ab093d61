// Users for load: registered and logged in through the log itself, without passwords, thousands in seconds; their tokens
// are signed with the installation's own secret. Also groups made the same way.
import { randomUUID } from 'node:crypto'
import { createTokens } from '@skein/api'
import type { SkeinCommand } from '@skein/contracts'
import { aggregateKey, userAggregateId, userNameAggregateId } from '@skein/contracts'
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
const visibleTimeoutMs = 60_000

/** Registers `count` users, each with one device logged in, and waits until the views show the last of them. */
export async function makePeople(
  backbone: Backbone,
  options: { appId: string; count: number; prefix?: string; devices?: number },
): Promise<Person[]> {
  const { log, config, database } = backbone
  const { appId, count, prefix = 'user', devices = 1 } = options
  const tokens = createTokens({ secret: config.tokenSecret, now: Date.now })
  const expiresAt = Date.now() + tokenLifeMs
  const people: Person[] = []
  const commands: { key: string; command: SkeinCommand }[] = []
  for (let i = 0; i < count; i++) {
    const userName = `${prefix}-${i}`
    const userId = userName
    const meta = (deviceId: string) => ({
      appId,
      commandId: randomUUID(),
      actorId: userId,
      deviceId,
      enteredAt: Date.now(),
      deadlineAt: Date.now() + commandLifeMs,
      retry: false,
      replyNode: '',
      replyConnection: '',
      traceparent: null,
    })
    const user = aggregateKey(appId, userAggregateId(userId))
    commands.push({
      key: aggregateKey(appId, userNameAggregateId(userName)),
      command: { type: 'ClaimUserName', meta: meta(''), userName, userId },
    })
    commands.push({ key: user, command: { type: 'RegisterUser', meta: meta(''), userId, userName, displayName: userName } })
    for (let d = 0; d < devices; d++) {
      const deviceId = `device-${d}`
      const sessionId = randomUUID()
      commands.push({
        key: user,
        command: { type: 'OpenDeviceSession', meta: meta(deviceId), userId, sessionId, platform: 'load', expiresAt },
      })
      const token = await tokens.issue({ appId, userId, deviceId, sessionId, platform: 'load', expiresAtMs: expiresAt })
      people.push({ appId, userId, userName, deviceId, token })
    }
  }
  for (let i = 0; i < commands.length; i += 2000) {
    await Promise.all(commands.slice(i, i + 2000).map(({ key, command }) => log.appendCommand(key, command, Date.now() + commandLifeMs)))
  }
  const views = createReadViews(database)
  const deadline = Date.now() + visibleTimeoutMs
  for (const person of [people[0]!, people[Math.floor(people.length / 2)]!, ...people.slice(-64)]) {
    while ((await views.findUser(appId, { userId: person.userId })) === null) {
      if (Date.now() > deadline) throw new Error(`user ${person.userId} did not appear in the views`)
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
  }
  return people
}
