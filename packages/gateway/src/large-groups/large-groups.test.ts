// What two deliveries of a partition announce, one after the other, may come in another order: the one before went over a server, the next did not.
import assert from 'node:assert/strict'
import test from 'node:test'
import { emptyCheckpoint } from '@skein/event-sourcing'
import type { GroupAnnouncement } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { defaultLimits } from '../limits.ts'
import { LargeGroups } from './large-groups.ts'

const announcementAt = (offset: number, fields: Partial<GroupAnnouncement> = {}): GroupAnnouncement => ({
  ...{ appId: 'app', conversationId: 'g:large', partition: 0, offset, unchangedFrom: 0, seq: offset + 1 },
  ...{ targetSeq: 0, untoldPush: new Uint8Array(0), exceptConnection: '', joins: false, steps: [] },
  ...fields,
})

// Partition handed over: the next delivery began behind what the one before had announced a moment ago, whose frame was still on its way. The gateway
// learned the group anew, and what came then, from before, was told to nobody.
test('what comes late, while its group is being learned anew, is told to those who were there', async () => {
  const shown: number[] = []
  const reads: (() => void)[] = []
  const groups = new LargeGroups<{ readonly id: string }>({
    membership: {
      staysOf: async (partition, _group, userIds) => {
        await new Promise<void>((resolve) => reads.push(resolve))
        const stays = userIds.map((userId) => ({ userId, fromSeq: 1, seesFrom: 1, toSeq: 0 }))
        return { checkpoint: { ...emptyCheckpoint(partition), nextOffset: 100 }, stays }
      },
    },
    limits: defaultLimits,
    logger: silentLogger,
    push: (_connection, bytes) => void shown.push(...bytes),
    resync: () => assert.fail('nothing was missed'),
  })
  const take = (group: GroupAnnouncement) => groups.take({ push: Uint8Array.of(group.seq), group })
  const answered = async () => {
    for (const answer of reads.splice(0)) answer()
    await new Promise(setImmediate)
  }
  groups.came({ appId: 'app', userId: 'bob' }, { id: 'b' })
  take(announcementAt(9))
  await answered()
  assert.deepEqual(shown, [10])
  take(announcementAt(11, { unchangedFrom: 11 }))
  take(announcementAt(10))
  await answered()
  assert.deepEqual(shown, [10, 11, 12])
  groups.close()
})
