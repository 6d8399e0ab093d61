// Everything in one process with nothing installed but Node: the suite, what a restart keeps, and the SDK's package as a
// stranger installs it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { endToEnd, everybody } from './end-to-end.ts'
import { program, startEmbedded } from './installation.ts'
import { assertDense, between, openWorld, sees } from './people.ts'
import { strangers } from './suite/strangers.ts'

endToEnd('embedded', startEmbedded, everybody, (open) => {
  strangers(open)

  // With ports of its own, a second server opened the views that the first one had open.
  for (const command of ['verify-views', 'begin-epoch', 'start'])
    test(`${command} on data that a server has open is refused, with the way out`, () => {
      const { dataDir, process: serving } = open()
      const env = { PATH: '/usr/bin:/bin', SKEIN_DATA_DIR: dataDir, SKEIN_API_PORT: '0', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0' }
      const { status, stderr } = spawnSync(process.execPath, [program, command], { env, encoding: 'utf8', timeout: 120_000 })
      assert.equal(status, 2)
      const wayOut = `${dataDir} is in use by process ${serving.pid}, and only one can open what is in it: end it (Ctrl-C where it runs, or kill ${serving.pid}), then run this again`
      assert.equal(stderr.trim().split('\n').at(-1), wayOut)
    })

  test('an operator who begins a new epoch has every device told, though its log is what it was', async (t) => {
    const installation = open()
    const world = openWorld(t, installation)
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const annHere = await world.device(ann, { transport: 'ws', node: 0 })
    const benHere = await world.device(ben, { transport: 'tcp', node: 0 })
    const conversationId = between(ann, ben)
    for (const text of ['kept 1', 'kept 2']) await annHere.client.send(conversationId, text)
    await Promise.all([annHere, benHere].map((device) => sees('all is synced', () => device.client.lastSeq(conversationId) === 2)))
    const told = [annHere, benHere].map(({ client, items }) => {
      const since: { from?: number } = {}
      client.on('otherHistory', () => Object.assign(since, { from: items.length }))
      return since
    })
    await installation.restart('SIGTERM', () => {
      const env = { PATH: '/usr/bin:/bin', SKEIN_DATA_DIR: installation.dataDir }
      const { status, stdout } = spawnSync(process.execPath, [program, 'begin-epoch', '--json'], {
        env,
        encoding: 'utf8',
        timeout: 120_000,
      })
      assert.equal(status, 0)
      assert.deepEqual(
        (JSON.parse(stdout).partitions as { partition: number; claim: number }[]).map(({ partition, claim }) => [partition, claim > 0]),
        Array.from({ length: 16 }, (_, partition) => [partition, true]),
      )
    })
    await sees('both were told', () => told.every(({ from }) => from !== undefined))
    await annHere.client.send(conversationId, 'new 3')
    for (const [i, { items }] of [annHere, benHere].entries()) {
      const texts = () => items.slice(told[i]!.from).flatMap((item) => ('text' in item ? [`${item.seq} ${item.text}`] : []))
      await sees('what there is', () => texts().length === 3)
      assert.deepEqual(texts(), ['1 kept 1', '2 kept 2', '3 new 3'])
    }
  })

  // The data directory was put back from a backup. Devices that had seen more passed over what came at the places they knew, in silence, and
  // their sessions said more than the server had.
  test('a data directory that was put back: every device is told, forgets what is gone and shows what there is', async (t) => {
    const installation = open()
    const backup = `${installation.dataDir}-backup`
    const world = openWorld(t, installation)
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const every = { fullSyncDepth: Number.POSITIVE_INFINITY }
    const annHere = await world.device(ann, { transport: 'ws', node: 0, ...every })
    const benHere = await world.device(ben, { transport: 'tcp', node: 0, ...every })
    const conversationId = between(ann, ben)
    for (const text of ['kept 1', 'kept 2', 'kept 3']) await annHere.client.send(conversationId, text)
    await benHere.hears('kept 3')
    await installation.restart('SIGTERM', () => cpSync(installation.dataDir, backup, { recursive: true }))
    for (const text of ['lost 4', 'lost 5', 'lost 6', 'lost 7']) await annHere.client.send(conversationId, text)
    await benHere.hears('lost 7')
    await Promise.all([annHere, benHere].map((device) => sees('all is synced', () => device.client.lastSeq(conversationId) === 7)))

    const told = [annHere, benHere].map(({ client, items }) => {
      const since: { conversationIds?: readonly string[]; from?: number } = {}
      client.on('otherHistory', ({ conversationIds }) => Object.assign(since, { conversationIds, from: items.length }))
      return since
    })
    await installation.restart('SIGTERM', () => {
      rmSync(installation.dataDir, { recursive: true })
      renameSync(backup, installation.dataDir)
    })
    await sees('both were told', () => told.every(({ from }) => from !== undefined))
    for (const text of ['new 4', 'new 5']) await annHere.client.send(conversationId, text)
    for (const [i, { client, items }] of [annHere, benHere].entries()) {
      assert.ok(told[i]!.conversationIds!.includes(conversationId))
      const texts = () => items.slice(told[i]!.from).flatMap((item) => ('text' in item ? [`${item.seq} ${item.text}`] : []))
      await sees('what there is', () => texts().length === 5)
      assert.deepEqual(texts(), ['1 kept 1', '2 kept 2', '3 kept 3', '4 new 4', '5 new 5'])
      assert.deepEqual([client.lastSeq(conversationId), client.session(conversationId)?.lastSeq], [5, 5])
    }
  })

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    test(`a restart by ${signal} keeps everything, and clients come back by themselves`, async (t) => {
      const installation = open()
      const world = openWorld(t, installation)
      const [ann, ben] = [await world.register('ann'), await world.register('ben')]
      const annHere = await world.device(ann, { node: 0, transport: 'ws' })
      const benHere = await world.device(ben, { node: 0, transport: 'tcp' })
      const conversationId = between(ann, ben)
      await annHere.client.send(conversationId, 'before')
      const { conversationId: group } = await annHere.client.createGroup({ name: 'kept', memberIds: [ben.userId] })
      await benHere.hears('before')
      const watching = await Promise.all(
        (['ws', 'tcp'] as const).map(async (transport, i) => world.connection(await world.login(ann, `watch-${i}`), { transport })),
      )
      const process = installation.process
      const ended = once(process, 'exit')
      const restarted = installation.restart(signal)
      await ended
      const queued = annHere.client.send(conversationId, 'while it was away')
      await restarted
      await queued
      await benHere.hears('while it was away')
      assert.equal(assertDense(benHere, conversationId), 2)
      if (signal === 'SIGTERM') {
        assert.equal(process.exitCode, 0, 'it ended cleanly')
        for (const { ends } of watching) assert.deepEqual(ends, ['GOING_AWAY reconnect'])
        for (const { ends } of [annHere, benHere]) assert.equal(ends[0], 'GOING_AWAY', 'the SDK tells the application')
      }
      assert.equal((await world.http('POST', 'users', { body: { userName: 'ann', password: 'another password' } })).code, 'NAME_TAKEN')
      const fresh = await world.device(ben, { deviceId: 'laptop', fullSyncDepth: Number.POSITIVE_INFINITY })
      await fresh.hears('while it was away')
      await sees('the group is kept', () => fresh.client.session(group)?.name === 'kept')
      assert.equal((await benHere.client.unread()).total, 2)
      const endpoints = JSON.parse(readFileSync(join(installation.dataDir, 'endpoints.json'), 'utf8')) as { pid: number; api: string }
      assert.deepEqual([endpoints.pid, endpoints.api], [installation.process.pid, installation.apis[0]])
    })
  }
})
