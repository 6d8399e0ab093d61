// What is put under load, of whatever kind: who logs in where, which processes serve them, and who counts what is asked of the servers.
import type { Servers } from '@skein/server'
import type { PidsByName } from './process-usage.ts'
import type { LoadEnd } from './send-lane.ts'

export interface LoadTarget {
  readonly ends: readonly LoadEnd[]
  /** Of all processes that serve, servers too, each once. */
  pids(): PidsByName
  /** http://host:port at which the processes of the product tell of themselves. */
  ops(): readonly string[]
  /** Null where everything is within those processes. */
  readonly servers: Pick<Servers, 'postgresUrl' | 'redisUrl'> | null
}
