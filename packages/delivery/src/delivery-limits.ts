// Limits of delivery, per partition served.

export interface DeliveryLimits {
  /**
   * Recipients looked up elsewhere, queued and flushed together; a single event may have more, and then goes alone. Where as many wait for that,
   * what comes is not read.
   */
  readonly recipientsMax: number
  /** Stays of groups kept in memory; above it the groups used longest ago are forgotten. */
  readonly staysMax: number
  /**
   * A group with more members than the first is large: it is announced once to each gateway, and nobody looks its members up. With fewer
   * than the second it is no more. Between the two it is what it was.
   */
  readonly largeAboveMembers: number
  readonly smallBelowMembers: number
  /** Member changes kept to bring a group read from the view up to the place in the log where delivery stands. */
  readonly recentChangesMax: number
  /** Bytes of events that wait for the members of their group; above it what comes waits with them. */
  readonly heldBytesMax: number
  /** Bytes of events that wait until connections elsewhere have been looked up; above it what comes is not read. */
  readonly elsewhereBytesMax: number
  /** For so long whoever begins anew, after reading failed, waits until those elsewhere have what was read before. */
  readonly settleMsMax: number
  /** Groups read from the view at the same time, and of them for their owner and admins. */
  readonly groupReadsMax: number
  readonly adminsReadsMax: number
  /** For so long a read for owner and admins may take; then other groups come first. Well below the patience. */
  readonly adminsReadMs: number
  /** Of the owner and admins of a group, so many are told of what concerns them; the owner first. */
  readonly adminsToldMax: number
  /** For so long a notice to them waits for the view, and so many bytes of them do: of more the oldest are given up. */
  readonly adminsPatienceMs: number
  readonly adminsHeldBytesMax: number
  readonly retryDelayMsMin: number
  readonly retryDelayMsMax: number
}

export const defaultDeliveryLimits: DeliveryLimits = {
  recipientsMax: 20_000,
  staysMax: 200_000,
  largeAboveMembers: 200,
  smallBelowMembers: 150,
  recentChangesMax: 10_000,
  heldBytesMax: 16 * 1024 * 1024,
  elsewhereBytesMax: 4 * 1024 * 1024,
  settleMsMax: 1_000,
  groupReadsMax: 8,
  adminsReadsMax: 2,
  adminsReadMs: 2_000,
  adminsToldMax: 200,
  adminsPatienceMs: 5_000,
  adminsHeldBytesMax: 4 * 1024 * 1024,
  retryDelayMsMin: 10,
  retryDelayMsMax: 1_000,
}
