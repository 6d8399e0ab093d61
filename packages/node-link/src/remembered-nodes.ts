// Which nodes live, for those who hand them out, remembered for a while when Redis cannot tell: it does not answer, or it
// refuses writes, so that leases run out though their nodes live. While it takes writes its word counts, and a node
// without a lease is gone.
import type { Logger } from '@skein/telemetry'
import type { NodeInfo } from './presence.ts'

export interface RememberedNodesOptions {
  /** The nodes with a lease; rejects when they cannot be had. */
  readonly ask: () => Promise<readonly NodeInfo[]>
  /** Writes something; rejects when that is refused. */
  readonly write: () => Promise<unknown>
  /** How long a node is handed out after its lease was last seen. */
  readonly rememberMs: number
  /** How long nodes have, once writes are taken again, to take their leases. */
  readonly graceMs: number
  readonly logger: Logger
}

export function createRememberedNodes(options: RememberedNodesOptions): () => Promise<readonly NodeInfo[]> {
  const { logger } = options
  const seen = new Map<string, { readonly info: NodeInfo; readonly at: number }>()
  let refusedAt = Number.NEGATIVE_INFINITY
  let reported = false

  function known(): readonly NodeInfo[] {
    const oldest = performance.now() - options.rememberMs
    for (const [incarnation, { at }] of seen) if (at < oldest) seen.delete(incarnation)
    return [...seen.values()].map(({ info }) => info)
  }

  async function refusesWrites(): Promise<boolean> {
    try {
      await options.write()
    } catch {
      refusedAt = performance.now()
    }
    return performance.now() - refusedAt < options.graceMs
  }

  function report(error: unknown, nodes: number): void {
    if (!reported)
      logger.warn({ error, nodes, rememberMs: options.rememberMs }, 'living nodes cannot be told; those known last are handed out')
    reported = true
  }

  return async () => {
    let nodes: readonly NodeInfo[]
    try {
      nodes = await options.ask()
    } catch (error) {
      const remembered = known()
      if (remembered.length === 0) throw error
      report(error, remembered.length)
      return remembered
    }
    const at = performance.now()
    for (const info of nodes) seen.set(info.incarnation, { info, at })
    const remembered = known()
    if (nodes.length > 0 || remembered.length === 0) {
      reported = false
      return nodes
    }
    if (await refusesWrites()) {
      report('Redis refuses writes', remembered.length)
      return remembered
    }
    seen.clear()
    return nodes
  }
}
