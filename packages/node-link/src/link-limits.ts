// Limits of the node link. What is beyond a queue limit is dropped, oldest first, and the receiver is told by a gap.

export interface LinkLimits {
  /** Records in one frame. */
  readonly frameRecordsMax: number
  /** Bytes of records in one frame; a single larger record still goes, alone. */
  readonly frameBytesMax: number
  /** Records waiting for one node. */
  readonly nodeRecordsMax: number
  /** Bytes of records waiting for one node. */
  readonly nodeBytesMax: number
  /** Bytes of records waiting for all nodes. */
  readonly totalBytesMax: number
  /** Nodes whose numbering is remembered; above it the one written to longest ago is forgotten. */
  readonly nodesMax: number
  /** Senders whose numbering is remembered by a receiver. */
  readonly sendersMax: number
  readonly beaconIntervalMs: number
  /** How long after the last frame to a node beacons go on. */
  readonly beaconForMs: number
  /** Pause before a frame that the transport refused is handed to it again. */
  readonly retryDelayMs: number
  /** How long close() waits for what is still queued. */
  readonly closeTimeoutMs: number
}

export const defaultLinkLimits: LinkLimits = {
  frameRecordsMax: 2_000,
  frameBytesMax: 512 * 1024,
  nodeRecordsMax: 50_000,
  nodeBytesMax: 32 * 1024 * 1024,
  totalBytesMax: 128 * 1024 * 1024,
  nodesMax: 4_096,
  sendersMax: 4_096,
  beaconIntervalMs: 1_000,
  beaconForMs: 30_000,
  retryDelayMs: 50,
  closeTimeoutMs: 1_000,
}
