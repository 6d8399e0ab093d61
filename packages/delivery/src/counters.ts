// What delivery did, as plain numbers for whoever exports them.

export interface DeliveryCounters {
  /** Records read. */
  events: number
  /** Events that had somebody to go to, whether online or not. */
  addressed: number
  /** Records queued to the node link: one per node and event. */
  deliveries: number
  /** Records queued to the node link for a large group: one per gateway and event. */
  announcements: number
  /** Connections named in them. */
  connections: number
  kicks: number
  /** Records that could not be decoded, and were passed over. */
  undecodable: number
  /** Look-ups of connections elsewhere, and how many failed. */
  lookups: number
  lookupFailures: number
  flushFailures: number
  /** Groups read from the view; how many of these reads failed, or found the view too far behind. */
  groupReads: number
  groupReadFailures: number
  groupReadsBehind: number
  /** Partitions that a claim which went back has stopped. */
  stopped: number
}

export const noCounts = (): DeliveryCounters => ({
  events: 0,
  addressed: 0,
  deliveries: 0,
  announcements: 0,
  connections: 0,
  kicks: 0,
  undecodable: 0,
  lookups: 0,
  lookupFailures: 0,
  flushFailures: 0,
  groupReads: 0,
  groupReadFailures: 0,
  groupReadsBehind: 0,
  stopped: 0,
})
