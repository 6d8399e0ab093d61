// A node as a process of its own, for tests that kill or freeze it: enters, registers a connection, says so, and stays. Looks up a user
// elsewhere when it is told to.
// Arguments: Redis URL, incarnation, user id, milliseconds by which its clock is ahead.
import { createRedisPresence } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { connectionOf, enterAs } from './presence-contract.ts'

const [url, incarnation, userId, aheadMs] = process.argv.slice(2) as [string, string, string, string]
const timeOfDay = Date.now
Date.now = () => timeOfDay() + Number(aheadMs)
const presence = createRedisPresence({ redis: { url }, logger: silentLogger })
await enterAs(presence, incarnation, (reason) => process.send?.({ lost: reason }))
await presence.add(connectionOf(incarnation, userId))
process.send?.({ registered: true })
process.on('message', async ({ lookUp }: { lookUp: string }) => {
  process.send?.({ found: [...((await presence.connectionsElsewhere('app', [lookUp])).get(lookUp) ?? [])] })
})
process.on('disconnect', () => process.exit(0))
