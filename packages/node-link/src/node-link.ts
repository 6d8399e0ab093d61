// The port of the node link: one channel per process incarnation, for replies, deliveries and kicks. It may lose, and
// says so: senders number their frames per receiver and repeat the newest number in a beacon every second, so that a
// receiver notices a gap, or that it lost its own subscription, and tells its connections to resync.

export interface LinkReply {
  /** Empty for an HTTP request. */
  readonly connectionId: string
  readonly commandId: string
  /** Error code; empty when accepted. */
  readonly code: string
  /** Which field, which limit; empty when accepted. */
  readonly detail: string
  /** The answer of the command's packet, encoded; empty when refused. */
  readonly body: Uint8Array
  /** Where the outcome stands in the events log. */
  readonly partition: number
  readonly offset: number
}

export interface LinkDelivery {
  /** Body of a message/push packet, encoded once. */
  readonly push: Uint8Array
  readonly connectionIds: readonly string[]
}

export interface LinkKick {
  readonly connectionId: string
  readonly code: string
}

export interface LinkListener {
  reply(reply: LinkReply): void
  delivery(delivery: LinkDelivery): void
  kick(kick: LinkKick): void
  /** Frames may have been missed: connections must resync. */
  lost(reason: string): void
}

export interface NodeLink {
  /** This process's incarnation: a UUID made at its start, the name of its channel. */
  readonly incarnation: string
  /** Queue records for a node; they leave together in the order queued, in one frame per node and turn of the event loop. */
  reply(node: string, reply: LinkReply): void
  deliver(node: string, delivery: LinkDelivery): void
  kick(node: string, kick: LinkKick): void
  /** Something for this node was never queued: its listener is told as if frames had been missed. */
  lost(node: string, reason: string): void
  /** Resolves when everything queued so far was handed to the transport; rejects when it could not be. */
  flushed(): Promise<void>
  /** Receive this process's channel; resolves when the subscription stands. */
  listen(listener: LinkListener): Promise<void>
  close(): Promise<void>
}
