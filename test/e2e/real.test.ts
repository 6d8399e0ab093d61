// Two processes of each role on real Kafka, schema registry, PostgreSQL and Redis: the suite, what happens to clients when
// one of two connection nodes dies or is drained, and that the log is open to stock tools.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import test from 'node:test'
import { promisify } from 'node:util'
import { installServers } from '@skein/local-stack'
import { topicNames } from '@skein/server'
import { endToEnd } from './end-to-end.ts'
import { addressesOf, startReal } from './installation.ts'
import { assertDense, between, type Device, openWorld, sees } from './people.ts'

const exec = promisify(execFile)
const kcatTimeoutMs = 30_000

async function hasKcat(): Promise<boolean> {
  try {
    await installServers({ only: [], tools: true })
    await exec('kcat', ['-V'])
    return true
  } catch {
    return false
  }
}

endToEnd('real stack', startReal, (open) => {
  for (const [what, signal] of [
    ['killed', 'SIGKILL'],
    ['drained', 'SIGTERM'],
  ] as const) {
    test(`a gateway is ${what}: its clients go to the other one and miss nothing`, async (t) => {
      const installation = open()
      const { cluster } = installation
      const world = openWorld(t, installation)
      const [victim, survivor] = cluster.of('gateway')
      const gateways = (transport: 'ws' | 'tcp') => [victim!, survivor!].map((child) => addressesOf(child.ready.gateway)[transport])
      const victims = Object.values(addressesOf(victim!.ready.gateway))
      const people = await Promise.all(['ann', 'ben', 'cem', 'dan', 'eve', 'fay'].map((name) => world.register(name)))
      const devices: Device[] = []
      for (const [i, person] of people.entries()) {
        const transport = i % 2 ? 'tcp' : 'ws'
        // Most know both nodes and are on the one that goes; one asks the API, one is on the node that stays.
        const way = i === 4 ? {} : i === 5 ? { node: 1 } : { apiUrl: undefined, gateways: gateways(transport) }
        devices.push(await world.device(person, { transport, ...way }))
      }
      const watching = await Promise.all(
        (['ws', 'tcp'] as const).map(async (transport, i) => world.connection(await world.login(people[i]!, 'watch'), { transport })),
      )
      const speaker = devices[5]!
      const { conversationId: group } = await speaker.client.createGroup({ name: 'all', memberIds: people.map((p) => p.userId) })
      for (const device of devices) await sees('all are in', () => device.client.session(group))
      const touched = devices.filter((device) => victims.includes(device.client.connection?.address ?? ''))
      assert.ok(touched.length >= 4, `${touched.length} clients are on the node that goes`)

      const sends: Promise<unknown>[] = []
      for (let i = 0; i < 40; i++) {
        if (i === 10) victim!.kill(signal)
        sends.push(speaker.client.send(group, `speaker ${i}`), devices[i % 5]!.client.send(group, `other ${i}`))
        await speaker.client.connection?.ask('heartbeat', {})
      }
      await Promise.all(sends)
      await victim!.ended
      for (const device of devices) {
        await sees(`${device.person.userName} has everything`, () => device.texts(group).length === 80)
        assertDense(device, group, device === speaker ? 1 : 2)
        assert.equal(new Set(device.texts(group)).size, 80)
      }
      for (const device of touched) assert.ok(!victims.includes(device.client.connection?.address ?? ''))
      if (signal === 'SIGTERM') {
        assert.equal(victim!.process.exitCode, 0, 'it ended cleanly')
        for (const { ends } of watching) assert.deepEqual(ends, ['GOING_AWAY reconnect'])
      }
      // Presence of a dead node goes by itself; everybody is online on the other one.
      await sees('everybody is online, once', async () => {
        const { body } = await world.http('GET', 'users/online', { token: speaker.token, api: 1 })
        const users = body.users as { devices: unknown[] }[]
        return users.length === people.length && users.every((user) => user.devices.length === 1)
      })
      const token = await world.login(people[0]!, 'laptop')
      const { body } = await world.http('GET', 'gateway', { token })
      assert.deepEqual((body.gateway as { addresses: string[] }).addresses, survivor!.ready.gateway, 'the API names live nodes alone')
      await cluster.start('gateway')
    })
  }

  test('kcat reads the events as JSON through the registry', async (t) => {
    if (!(await hasKcat())) return t.skip('UNVERIFIED: kcat cannot be installed')
    const installation = open()
    const { servers, config } = installation.cluster
    const world = openWorld(t, installation)
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const annHere = await world.device(ann)
    const text = `read by kcat, ${world.appId}`
    const conversationId = between(ann, ben)
    await annHere.client.send(conversationId, text)
    const topic = topicNames(config).events
    const args = ['-C', '-e', '-q', '-b', servers.brokers.join(','), '-t', topic, '-s', 'value=avro', '-r', servers.registryUrl, '-J']
    const { stdout } = await exec('kcat', args, { timeout: kcatTimeoutMs, maxBuffer: 256 * 1024 * 1024 })
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { key: string; payload: Record<string, unknown> })
    const event = records.find(({ key }) => key === `${world.appId}/${conversationId}`)
    assert.ok(event, 'the event is among what kcat prints')
    assert.equal(event.payload.conversationId, conversationId)
    assert.equal(event.payload.seq, 1)
    assert.equal((event.payload.body as { bytes: string }).bytes, text)
  })
})
