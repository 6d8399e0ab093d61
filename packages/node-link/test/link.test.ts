// The node link contract on both adapters, over Redis also between two of one process, and what frames within a process are spared.
// Redis is a real one.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, test } from 'node:test'
import { link as linkMessages } from '@skein/contracts'
import {
  createInProcessNodeLinkHub,
  createLocalFrames,
  createRedisNodeLink,
  type LinkLimits,
  type NodeLink,
  nodeChannel,
} from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { eventually } from './eventually.ts'
import { type LinkHarness, linkContract, recordingListener, replyWith } from './link-contract.ts'
import { sharedRedis } from './shared-redis.ts'

const hub = createInProcessNodeLinkHub()
linkContract(
  'in process',
  () => ({
    link: hub.link,
    inject: async (node, frame) => hub.inject(node, frame),
    async interrupted(node, body) {
      const restore = hub.interrupt(node)
      await body()
      restore()
    },
    async down(body) {
      hub.setDown(true)
      await body()
      hub.setDown(false)
    },
    async losing(node, body) {
      hub.loseFrames((to, frame) => to === node && frame.replies.length > 0)
      await body()
      hub.loseFrames(null)
    },
  }),
  { loses: true },
)

const shared = sharedRedis()

type LocalFrames = ReturnType<typeof createLocalFrames>

/** Links that share `local` are of one process. */
const redisLink = (incarnation: string, limits?: Partial<LinkLimits>, local?: LocalFrames) =>
  createRedisNodeLink({ redis: { url: shared.server.url }, incarnation, logger: silentLogger, limits, local })

const redisHarness = (local?: LocalFrames): LinkHarness => ({
  link: (incarnation, limits) => redisLink(incarnation, limits, local),
  async inject(node, frame) {
    await shared.control.publish(nodeChannel('skein', node), Buffer.from(linkMessages.Frame.encode(frame as object).finish()))
  },
  async interrupted(node, body) {
    const list = String(await shared.control.call('CLIENT', 'LIST'))
    const id = new RegExp(`id=(\\d+) .*name=link-subscribe-${node} `).exec(list)![1]!
    await shared.control.call('CLIENT', 'KILL', 'ID', id)
    await body()
    const subscribed = async () => ((await shared.control.pubsub('NUMSUB', nodeChannel('skein', node))) as [string, number])[1] === 1
    await eventually('the subscription', subscribed)
  },
  async down(body) {
    await shared.server.kill()
    await body()
    await shared.server.start()
  },
})

linkContract('redis', () => redisHarness(), { loses: false })

const ofOneProcess = createLocalFrames()
linkContract('redis, within a process', () => redisHarness(ofOneProcess), { loses: false })

describe('the node link within a process', () => {
  const open: NodeLink[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((link) => link.close()))
  })
  function opened(local: LocalFrames, limits?: Partial<LinkLimits>): NodeLink {
    const link = redisLink(randomUUID(), limits, local)
    open.push(link)
    return link
  }
  async function listening(local: LocalFrames) {
    const node = opened(local)
    const seen = recordingListener()
    await node.listen(seen.listener)
    return { node, ...seen }
  }
  const published = async () => Number(/cmdstat_publish:calls=(\d+)/.exec(await shared.control.info('commandstats'))?.[1] ?? 0)

  test('frames do not go over Redis, and arrive while it is down; those of another process do, and wait for it', async () => {
    const [here, there] = [createLocalFrames(), createLocalFrames()]
    const [to, from, other] = [await listening(here), opened(here), opened(there)]
    const before = await published()
    from.reply(to.node.incarnation, replyWith(1))
    await from.flushed()
    assert.deepEqual(to.replies, [replyWith(1)])
    assert.equal(await published(), before)
    other.reply(to.node.incarnation, replyWith(2))
    await other.flushed()
    await eventually('the reply of the other process', () => to.replies.length === 2)
    assert.equal(await published(), before + 1)
    await shared.server.kill()
    other.reply(to.node.incarnation, replyWith(3))
    from.reply(to.node.incarnation, replyWith(4))
    await from.flushed()
    assert.deepEqual(to.replies.slice(2), [replyWith(4)])
    await shared.server.start()
    await eventually('the reply that waited, or word of its loss', () => to.replies.length === 4 || to.lost.length > 0)
  })

  test('a node that has been closed is handed nothing any more', async () => {
    const local = createLocalFrames()
    const [to, from] = [await listening(local), opened(local)]
    await to.node.close()
    from.reply(to.node.incarnation, replyWith(1))
    await from.flushed()
    assert.deepEqual(to.replies, [])
  })

  // Behind an interruption any number is taken. What is sent here is not interrupted: a gap stays a gap.
  test('a gap among the frames of this process shows behind an interruption too', async () => {
    const local = createLocalFrames()
    const [to, from] = [await listening(local), opened(local, { nodeRecordsMax: 100, beaconIntervalMs: 60_000 })]
    from.reply(to.node.incarnation, replyWith(1))
    await from.flushed()
    await redisHarness().interrupted(to.node.incarnation, async () => {})
    await eventually('word of the interruption', () => to.lost.length === 1)
    for (let i = 2; i <= 1_000; i++) from.reply(to.node.incarnation, replyWith(i))
    await from.flushed()
    await eventually('word of the gap', () => to.lost.length === 2)
  })
})
