// Hundreds of people a second who join one group, while others are connected to it: how many pushes each of those gets, whether each was shown every
// join, and whether every one stands in the history.
import { setTimeout as delay } from 'node:timers/promises'
import { type Backbone, openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { defaultSchema } from '@skein/view-store'
import { addMembers, allowMembers, makeGroup } from '../load/groups.ts'
import type { Arguments } from './arguments.ts'
import { connectedGroups } from './group-generator.ts'
import type { HeardPushes } from './group-load.ts'
import { appId, endsOf, gatewayAddresses, type Installation, messageBytes } from './installation.ts'

const [joinsPerSecond, joinSeconds] = [500, 10]
const tickMs = 20
/** Behind the last of them, until what waits is pushed. */
const tailMs = 1_500
const settleMs = 10_000
const pollMs = 100
const projectedMsMax = 60_000

export interface JoinsResult extends HeardPushes {
  readonly joins: number
  readonly rate: number
  readonly seconds: number
  readonly online: number
  /** Of those joins. */
  readonly inHistory: number
  /** As many as a connection may get in that time, at one a second. */
  readonly pushesAllowed: number
}

export async function measureJoins(
  installation: Installation,
  { transport }: Pick<Arguments, 'transport'>,
  progress: (line: string) => void,
): Promise<JoinsResult> {
  const { cluster, people } = installation
  const joins = joinsPerSecond * joinSeconds
  progress(`registering ${joins} people who join`)
  await installation.makePeople(joins, 'joiner', 0)
  const userIds = people.map(({ userId }) => userId)
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger, 'skein-bench-joins')
  try {
    await allowMembers(backbone, appId, userIds.length + joins)
    const conversationId = await makeGroup(backbone, appId, userIds)
    const readers = userIds.map((_, i) => i)
    const ends = endsOf(people, gatewayAddresses(cluster), transport)
    const load = await connectedGroups(ends, [{ conversationId, writers: [], readers }], messageBytes)
    try {
      const before = await standingIn(backbone, conversationId)
      progress(`${joinsPerSecond} joins a second into a group of ${userIds.length} connected members`)
      const ms = joinSeconds * 1_000 + tailMs
      const [heard] = await Promise.all([
        load.listen({ ms, settleMs, conversationId, seqs: [before.lastSeq + 1, before.lastSeq + joins] }),
        join(backbone, { conversationId, ownerId: userIds[0]!, joins }),
      ])
      const inHistory = await itemsSince(backbone, conversationId, { ...before, joins })
      const asked = { joins, rate: joinsPerSecond, seconds: joinSeconds, online: userIds.length, pushesAllowed: Math.floor(ms / 1_000) + 1 }
      return { ...asked, inHistory, ...heard }
    } finally {
      load.close()
    }
  } finally {
    await backbone.close()
  }
}

/** One by one, open loop. */
async function join(
  backbone: Backbone,
  { conversationId, ownerId, joins }: { readonly conversationId: string; readonly ownerId: string; readonly joins: number },
): Promise<void> {
  const startedAt = performance.now()
  const appends: Promise<unknown>[] = []
  while (appends.length < joins) {
    const due = Math.min(joins, Math.ceil(((performance.now() - startedAt) / 1_000) * joinsPerSecond))
    while (appends.length < due)
      appends.push(addMembers(backbone, { appId, ownerId, conversationId, userIds: [`joiner-${appends.length}`] }))
    await delay(tickMs)
  }
  await Promise.all(appends)
}

interface Standing {
  readonly lastSeq: number
}

async function standingIn({ database }: Backbone, conversationId: string): Promise<Standing> {
  const text = `SELECT last_seq::int AS "lastSeq" FROM ${defaultSchema}.conversations WHERE app_id = $1 AND conversation_id = $2`
  return (await database.query<{ lastSeq: number }>(text, [appId, conversationId])).rows[0]!
}

/** Once all are there, or the time for it is over. */
async function itemsSince(
  { database }: Backbone,
  conversationId: string,
  { lastSeq, joins }: Standing & { readonly joins: number },
): Promise<number> {
  const text = `SELECT count(*)::int AS items FROM ${defaultSchema}.items
    WHERE app_id = $1 AND conversation_id = $2 AND seq > $3 AND seq <= $4 AND kind = 'MembersAdded'`
  let items = 0
  for (const until = performance.now() + projectedMsMax; performance.now() < until && items < joins; await delay(pollMs))
    items = (await database.query<{ items: number }>(text, [appId, conversationId, lastSeq, lastSeq + joins])).rows[0]!.items
  return items
}

export const areJoinsClean = ({ lost, gaps, leaked, repeated, inHistory, joins }: JoinsResult): boolean =>
  lost + gaps + leaked + repeated === 0 && inHistory === joins

/** What was asked for, with what it came to. */
export function marksOfJoins(result: JoinsResult): string[] {
  const { joins, rate, seconds, online, pushesMax, pushesAllowed, inHistory, lost, gaps } = result
  const line = (met: boolean, text: string) => `${met ? 'met' : 'MISSED'}: ${text}`
  return [
    line(
      pushesMax <= pushesAllowed,
      `${rate} joins a second for ${seconds} s among ${online} connected: ${pushesMax} pushes to a connection at most (${pushesAllowed}, one a second)`,
    ),
    line(
      inHistory === joins && lost + gaps === 0,
      `every join is shown and kept: ${inHistory} of ${joins} in the history, lost ${lost}, gaps ${gaps}`,
    ),
  ]
}

export function printJoins(result: JoinsResult): void {
  const { rate, seconds, online, items, pushesMean, pushesMax, closestMs } = result
  console.log(`\n  ${rate} joins a second for ${seconds} s into a group of ${online} connected members`)
  console.log(`  ${items} items in ${pushesMean.toFixed(1)} pushes to a connection (${pushesMax} at most), ${closestMs} ms apart at least`)
  for (const mark of marksOfJoins(result)) console.log(`  ${mark}`)
  for (const example of result.examples) console.log(`  ${example}`)
}
