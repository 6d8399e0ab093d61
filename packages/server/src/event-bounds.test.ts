// A partition that nobody led ended rebuild-views in a stack trace, with its tables made, and begin-epoch with a part of the partitions
// begun.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { beginAll } from './begin-epoch.ts'
import { boundsOfAll } from './event-bounds.ts'
import { rebuild } from './rebuild-views.ts'

const bounds = { start: 0, end: 3 }
const logOf = (led: readonly number[]) => ({ partitionCount: 4, bounds: async () => new Map(led.map((p) => [p, bounds])) })

test('partitions that have no leader are named', async () => {
  assert.equal((await boundsOfAll(logOf([0, 1, 2, 3]))).size, 4)
  await assert.rejects(boundsOfAll(logOf([0, 2])), {
    code: 'UNAVAILABLE',
    message: 'these partitions of the events have no leader now: 1, 3; begin again when they have one',
  })
})

test('views are not rebuilt while a partition has no leader: nothing is made', async () => {
  const database = { query: () => assert.fail('asked the database'), withConnection: () => assert.fail('made tables') }
  const backbone = { log: logOf([0, 1, 3]), database, config: { servers: null } } as never
  await assert.rejects(
    rebuild(backbone, silentLogger, () => {}),
    { code: 'UNAVAILABLE', message: /leader now: 2;/ },
  )
})

test('no epoch begins while a partition has no leader: nothing is claimed', async () => {
  const claimed: number[] = []
  const claim = async (partition: number) => {
    claimed.push(partition)
    return { partition, logEpoch: 'new', claim: 3, close() {} } as never
  }
  await assert.rejects(beginAll({ ...logOf([0, 1, 3]), claim }), { code: 'UNAVAILABLE', message: /leader now: 2;/ })
  assert.deepEqual(claimed, [])
  assert.equal((await beginAll({ ...logOf([0, 1, 2, 3]), claim })).length, 4)
  assert.deepEqual(claimed, [0, 1, 2, 3])
})
