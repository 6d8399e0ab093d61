// Limits of delivery, per partition served.

export interface DeliveryLimits {
  /** Recipients looked up, queued and flushed together; a single event may have more, and then goes alone. */
  readonly recipientsMax: number
  /** Stays of groups kept in memory; above it the groups used longest ago are forgotten. */
  readonly staysMax: number
  /** Member changes kept to bring a group read from the view up to the place in the log where delivery stands. */
  readonly recentChangesMax: number
  /** Bytes of events that wait for the members of their group; above it what comes waits with them. */
  readonly heldBytesMax: number
  /** Groups read from the view at the same time. */
  readonly groupReadsMax: number
  readonly retryDelayMsMin: number
  readonly retryDelayMsMax: number
}

export const defaultDeliveryLimits: DeliveryLimits = {
  recipientsMax: 20_000,
  staysMax: 200_000,
  recentChangesMax: 10_000,
  heldBytesMax: 16 * 1024 * 1024,
  groupReadsMax: 8,
  retryDelayMsMin: 10,
  retryDelayMsMax: 1_000,
}
