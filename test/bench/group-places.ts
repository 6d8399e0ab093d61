// Who is a member of which group of a bench, and who of them writes.
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { allowMembers, makeGroup } from '../load/groups.ts'
import type { GroupPlace } from './group-load.ts'
import { appId, type Installation } from './installation.ts'

/** More of them than a message takes to be answered: none waits for the one before. */
export const writersPerGroup = 10

/** Of a group whose members have these places among the ends: the first write, and all others read. */
export function placeOf(conversationId: string, ends: readonly number[], writers = writersPerGroup): GroupPlace {
  const writing = Math.max(1, Math.min(writers, Math.floor(ends.length / 2)))
  return { conversationId, writers: ends.slice(0, writing), readers: ends.slice(writing) }
}

/** Of each list of users a group, whose conversation is answered. */
export async function makeGroups(
  { cluster }: Pick<Installation, 'cluster'>,
  lists: readonly (readonly string[])[],
  progress: (line: string) => void,
): Promise<string[]> {
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger, 'skein-bench-groups')
  try {
    await allowMembers(backbone, appId, Math.max(...lists.map(({ length }) => length)))
    const conversationIds: string[] = []
    for (const userIds of lists) {
      progress(`making a group of ${userIds.length}`)
      conversationIds.push(await makeGroup(backbone, appId, userIds))
    }
    return conversationIds
  } finally {
    await backbone.close()
  }
}
