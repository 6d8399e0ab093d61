// A Redis of its own for all tests of a file, and a client of it for what they ask and break.
import { after, before } from 'node:test'
import type { RedisHandle } from '@skein/local-stack'
import { Redis } from 'ioredis'
import { startTestRedis } from './eventually.ts'

export interface SharedRedis {
  readonly server: RedisHandle
  readonly control: Redis
}

/** To be called once at the top of a file; there is one from before its first test until after its last. */
export function sharedRedis(): SharedRedis {
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
  return {
    get server() {
      return server
    },
    get control() {
      return control
    },
  }
}
