// Limits of presence. A dead node is gone for every reader after leaseMs + nodesCacheMs at the latest.

export interface PresenceLimits {
  /** How long a node counts as alive after its newest refresh. */
  readonly leaseMs: number
  readonly refreshIntervalMs: number
  /** Pause after a refresh that failed, or that found other connections in Redis than are here. */
  readonly refreshRetryMs: number
  /** How old a reader's list of living nodes may be; a node missing from it is asked for anew. */
  readonly nodesCacheMs: number
  /** How long nodes are handed out after their lease was last seen, when the store does not answer or refuses writes. */
  readonly rememberNodesMs: number
  /** How long a login waits for the store before it goes on without. */
  readonly addTimeoutMs: number
  readonly enterTimeoutMs: number
  readonly leaveTimeoutMs: number
  /** Connections registered or removed in one round trip. */
  readonly batchMax: number
  /** Users looked up by one script call, during which the store does nothing else. */
  readonly lookupUsersMax: number
  /** How long look-ups of connections elsewhere are gathered, while no other node is known, before it is asked whether there is one. */
  readonly aloneGatherMs: number
  readonly pageUsersMax: number
  /** A node dead for so long is removed with its entries by the others. */
  readonly reapAfterMs: number
  readonly reapIntervalMs: number
  /** How long the list of a node's connections outlives its newest refresh, if nobody removes it. */
  readonly ofNodeTtlMs: number
  /** How long it is known who follows a live room after it was last said. */
  readonly followersKeptMs: number
}

export const defaultPresenceLimits: PresenceLimits = {
  leaseMs: 5_000,
  refreshIntervalMs: 1_500,
  refreshRetryMs: 200,
  nodesCacheMs: 1_000,
  rememberNodesMs: 60_000,
  addTimeoutMs: 1_000,
  enterTimeoutMs: 2_000,
  leaveTimeoutMs: 2_000,
  batchMax: 500,
  lookupUsersMax: 500,
  aloneGatherMs: 50,
  pageUsersMax: 1_000,
  reapAfterMs: 30_000,
  reapIntervalMs: 10_000,
  ofNodeTtlMs: 24 * 3_600_000,
  followersKeptMs: 60_000,
}
