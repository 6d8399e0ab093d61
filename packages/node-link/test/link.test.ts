// The node link contract on both adapters; Redis is a real one.
import { after, before } from 'node:test'
import { link as linkMessages } from '@skein/contracts'
import type { RedisHandle } from '@skein/local-stack'
import { createInProcessNodeLinkHub, createRedisNodeLink, nodeChannel } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { Redis } from 'ioredis'
import { eventually, startTestRedis } from './eventually.ts'
import { linkContract } from './link-contract.ts'

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

let server: RedisHandle
let control: Redis
before(async () => {
  server = await startTestRedis()
  control = new Redis(server.url)
  control.on('error', () => {})
})
after(async () => {
  control.disconnect()
  await server.remove()
})

linkContract(
  'redis',
  () => ({
    link: (incarnation, limits) => createRedisNodeLink({ redis: { url: server.url }, incarnation, logger: silentLogger, limits }),
    async inject(node, frame) {
      await control.publish(nodeChannel('skein', node), Buffer.from(linkMessages.Frame.encode(frame as object).finish()))
    },
    async interrupted(node, body) {
      const list = String(await control.call('CLIENT', 'LIST'))
      const id = new RegExp(`id=(\\d+) .*name=link-subscribe-${node} `).exec(list)![1]!
      await control.call('CLIENT', 'KILL', 'ID', id)
      await body()
      const subscribed = async () => ((await control.pubsub('NUMSUB', nodeChannel('skein', node))) as [string, number])[1] === 1
      await eventually('the subscription', subscribed)
    },
    async down(body) {
      await server.kill()
      await body()
      await server.start()
    },
  }),
  { loses: false },
)
