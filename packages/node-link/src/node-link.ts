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

/** A stay begins at `fromSeq`, with a `toSeq` of 0, or ends before `toSeq`, with a `fromSeq` of 0. */
export interface StayStep {
  readonly userId: string
  readonly fromSeq: number
  /** First seq that may be read in a stay that begins; 0 for one that ends. */
  readonly seesFrom: number
  readonly toSeq: number
}

/** What a node that knows its own members of a large group needs to know to tell them of an event. */
export interface GroupAnnouncement {
  readonly appId: string
  readonly conversationId: string
  /** Where the event stands in the events log. */
  readonly partition: number
  readonly offset: number
  /** From this offset on no stay in the group has changed before the event. */
  readonly unchangedFrom: number
  /** Whose stay covers it gets the push. */
  readonly seq: number
  /** Whose stay begins behind this seq gets the other push; 0 for nobody. */
  readonly targetSeq: number
  readonly untoldPush: Uint8Array
  /** Connection that gets the reply instead; empty for none. */
  readonly exceptConnection: string
  /** It says that people came, and nothing else: it may wait a moment for others of its kind. */
  readonly joins: boolean
  readonly steps: readonly StayStep[]
}

/** A live room. */
export interface RoomId {
  readonly appId: string
  readonly conversationId: string
}

/** Of which live room a push has signals, and how many. */
export interface RoomSignals extends RoomId {
  readonly signals: number
}

export interface LinkDelivery {
  /** Body of a message/push packet, encoded once. */
  readonly push: Uint8Array
  readonly connectionIds: readonly string[]
  /** Instead of connections: everybody of a large group who is connected to the node and may see it. */
  readonly group?: GroupAnnouncement
  /** Where it is for everybody of an app: the node tells its connections little by little. */
  readonly everybody?: LinkEverybody
  /** Instead of connections: everybody who follows this live room at the node. */
  readonly room?: RoomSignals
}

export interface LinkEverybody {
  readonly appId: string
  /** Id of the command that caused it. */
  readonly id: string
  /** Connections told in a second; 0 for as many as the node allows. */
  readonly perSecond: number
  /** Empty for none. */
  readonly exceptConnection: string
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
