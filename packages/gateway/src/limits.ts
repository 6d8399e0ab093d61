// Every limit of the gateway, its default and the error that names it. What a command may say is limited by the domain; the limits
// that a client must respect are told to it in the login reply.
import type { CommandDeskLimits } from '@skein/command-desk'

/**
 * Of commands: `commandsPendingMax` of this node without a reply, of them `commandsInLogMax` in the log, an equal part in each partition; one
 * that would wait for its turn longer than `turnWaitMaxMs` is refused. `commandDeadlineMs`, the wait included, and `replyTimeoutMs` together
 * stay below the 15 s after which clients send again.
 */
export interface GatewayLimits extends CommandDeskLimits {
  /** Bytes of one packet of an authenticated connection; checked on the header: PACKET_TOO_LARGE, closes. */
  readonly packetBytesMax: number
  /** Bytes of one packet before the login is through: PACKET_TOO_LARGE, closes. */
  readonly loginPacketBytesMax: number
  /** Requests of a connection without an answer: TOO_MANY_IN_FLIGHT. */
  readonly inFlightMax: number
  /** Commands per second and user on this node, and how many at once: RATE_LIMITED. */
  readonly sendsPerSecond: number
  readonly sendBurst: number
  /** Users looked up per second and user on this node, and how many at once: RATE_LIMITED. */
  readonly lookUpsPerSecond: number
  readonly lookUpBurst: number
  /** Users put into groups, and requests that did, that are remembered of one user: what was counted longest ago is forgotten first. */
  readonly usersAddedKeptMax: number
  /** Friend requests of a user, and requests to join, that are known when they are asked again. */
  readonly hourlyRequestsKeptMax: number
  /** Users of this node who were put into groups, of whom it is remembered how often: who was longest ago is forgotten first. */
  readonly addedByAllKeptMax: number
  /** Packets per second and connection, and how many at once: RATE_LIMITED. */
  readonly packetsPerSecond: number
  readonly packetBurst: number
  /** Packets refused for their rate before the connection is closed: RATE_LIMITED, closes. So many a second are forgotten. */
  readonly floodPacketsMax: number
  readonly floodPacketsForgottenPerSecond: number
  /** Bytes per second and connection, and how many at once: RATE_LIMITED. Above the largest sends that a user's rate allows. */
  readonly bytesPerSecond: number
  readonly bytesBurst: number
  /** Bytes beyond the burst before the connection is closed: RATE_LIMITED, closes. */
  readonly floodBytesMax: number
  /** Conversations of a connection with sends on the way or held, before the connection is closed: RATE_LIMITED, closes. */
  readonly sendLanesMax: number
  /** Connections of this node, of an address (IPv6: of a /64) and of a user here: TOO_MANY_CONNECTIONS, closes. */
  readonly connectionsMax: number
  readonly connectionsPerAddressMax: number
  readonly connectionsPerUserMax: number
  /** New connections per second, of this node and of an address, and how many at once: TOO_MANY_CONNECTIONS, closes. */
  readonly acceptsPerSecond: number
  readonly acceptBurst: number
  readonly acceptsPerSecondPerAddress: number
  readonly acceptBurstPerAddress: number
  /** Sockets of a listener, and of one address there, that are not connections yet: the next one is ended without a word. */
  readonly handshakesMax: number
  readonly handshakesPerAddressMax: number
  /** From accepted to logged in: AUTHENTICATION_TIMEOUT, closes. Before that, as long again for TLS and the WebSocket's upgrade. */
  readonly authenticateMs: number
  /** The client must send something at least this often; told at login. */
  readonly heartbeatIntervalMs: number
  /** Silence beyond the interval: HEARTBEAT_TIMEOUT, closes. */
  readonly heartbeatGraceMs: number
  /** Bytes queued to a connection above which nothing is pushed to it; it gets a Resync once it has drained. */
  readonly queuedBytesSoft: number
  /** Bytes queued to a connection: SLOW_READER, closes. */
  readonly queuedBytesMax: number
  /** How long a connection may stay above queuedBytesSoft: SLOW_READER, closes. */
  readonly slowReaderMs: number
  /** Pushes without acknowledgement; further ones are not sent, a Resync follows once half are acknowledged. */
  readonly unackedPushesMax: number
  /** Without any acknowledgement for this long a Resync is sent; for twice this long: SLOW_READER, closes. */
  readonly ackTimeoutMs: number
  readonly pageItemsDefault: number
  readonly pageItemsMax: number
  readonly syncItemsDefault: number
  readonly syncItemsMax: number
  /** How long a sync waits for the views to pass the end of the log; then it answers what they have, and when to come again. */
  readonly syncWaitMs: number
  readonly syncRetryMs: number
  /**
   * Where the views lack something and have not moved for so long they stand still: a sync waits for no partition there, and whoever asked is
   * told to resync once the views have moved past it.
   */
  readonly viewsStandMs: number
  readonly checkpointPollMs: number
  /** Reads of the views at the same time, of all and of one user; the others wait, and users take turns. */
  readonly viewReadsMax: number
  readonly viewReadsPerUserMax: number
  /** A read takes its user's place for as long again as it took, up to this. */
  readonly viewRestMaxMs: number
  /** How many may wait, of all and of one user: RATE_LIMITED. A user of whom none waits may have one, whatever others have. */
  readonly viewReadsWaitingMax: number
  readonly viewReadsWaitingPerUserMax: number
  /** Time for one read of the views: UNAVAILABLE. */
  readonly viewReadMs: number
  /** Reads at the same time of who of those connected here is in a large group. */
  readonly groupReadsMax: number
  readonly groupRetryMsMin: number
  readonly groupRetryMsMax: number
  /** Bytes of what was announced that wait for such reads; those for whom more would wait, or more than queuedBytesSoft, have to sync instead. */
  readonly groupHeldBytesMax: number
  /** Members of large groups that are kept in memory; above it the groups used longest ago are forgotten. */
  readonly groupMembersKeptMax: number
  /** So often at most those in a large group are told that people came, unless there is something else to tell. */
  readonly joinsEveryMs: number
  /** So often at most those in a large group are told anything, where as many as this of them are here: each is written to once for all of it. */
  readonly crowdEveryMs: number
  readonly crowdMembersMin: number
  /** Members of large groups that are told something in one turn of the event loop: the others are told in the next, and what came in comes between. */
  readonly toldPerTurn: number
  /** With so many bytes sooner. */
  readonly groupWaitingBytesMax: number
  /** Bytes of what is being told, or waits to be, in all large groups together: with more, what comes next is told its group at once. */
  readonly tellingBytesMax: number
  /** Signals into live rooms per second and user on this node, and how many at once: RATE_LIMITED. */
  readonly signalsPerSecond: number
  readonly signalBurst: number
  /** The same of a live room on this node, whoever gives them: RATE_LIMITED. */
  readonly roomSignalsPerSecond: number
  readonly roomSignalBurst: number
  /** Live rooms that a connection may follow: TOO_LARGE. */
  readonly followedRoomsMax: number
  /** How old what is known of a live room and of one who speaks in it may be, and of how many speakers it is kept. */
  readonly speakerKeepMs: number
  readonly speakersMax: number
  /** How often, while something is said in a live room, it is looked whether those who follow it still may. */
  readonly roomCheckMs: number
  /** Of those who follow so many are asked about in one read of the views. */
  readonly followersPerReadMax: number
  /** How often other nodes are told how many follow a live room here, where that has changed, and where it has not. */
  readonly followersSayMs: number
  readonly followersAgainMs: number
  /** Bytes of signals of one turn that go in one push, and of those of a live room that wait to go to other nodes: above it the oldest are lost. */
  readonly signalsBytesMax: number
  readonly signalsHeldBytesMax: number
  /** How long it may take to be told which nodes those are: what waits for it is lost. */
  readonly signalsAskMs: number
  /** How long the policy of an app is kept once it was read, and of how many apps. */
  readonly policyKeepMs: number
  readonly policiesMax: number
  /** How long a login waits for its device session to appear in views that lag: UNAVAILABLE. */
  readonly deviceSessionVisibleMs: number
  readonly deviceSessionPollMs: number
  readonly deviceSessionBatchMax: number
  /** Resync notices to all connections are spread over this time. */
  readonly resyncSpreadMs: number
  /** What everybody of an app is told, under way or done lately; of more, they are told to resync. */
  readonly announcementsMax: number
  /** Connections told in a second of what is for everybody of their app, where it asks for no less. */
  readonly announcedPerSecondMax: number
  /** Goodbyes of a drain are spread over this time where there is another gateway. */
  readonly drainMs: number
  /** From Goodbye to cutting the transport. */
  readonly lingerMs: number
  /** Every connection is looked at once in this time while something is due: the resolution of all time limits of connections. */
  readonly sweepMs: number
  /** The same while nothing is due before that is over; shorter where a limit of time is. */
  readonly idleSweepMs: number
  /** The same in a drain, where the next process waits for the last connection to end. */
  readonly drainSweepMs: number
}

export const defaultLimits: GatewayLimits = {
  packetBytesMax: 1_310_720,
  loginPacketBytesMax: 16_384,
  inFlightMax: 64,
  commandsPendingMax: 50_000,
  commandsInLogMax: 2_000,
  turnWaitMaxMs: 1_000,
  sendsPerSecond: 100,
  sendBurst: 200,
  lookUpsPerSecond: 2,
  lookUpBurst: 120,
  usersAddedKeptMax: 10_000,
  hourlyRequestsKeptMax: 1_000,
  addedByAllKeptMax: 100_000,
  packetsPerSecond: 500,
  packetBurst: 2_000,
  floodPacketsMax: 2_000,
  floodPacketsForgottenPerSecond: 20,
  bytesPerSecond: 8_388_608,
  bytesBurst: 33_554_432,
  floodBytesMax: 16_777_216,
  sendLanesMax: 512,
  connectionsMax: 50_000,
  connectionsPerAddressMax: 10_000,
  connectionsPerUserMax: 32,
  acceptsPerSecond: 5_000,
  acceptBurst: 10_000,
  acceptsPerSecondPerAddress: 500,
  acceptBurstPerAddress: 5_000,
  handshakesMax: 5_000,
  handshakesPerAddressMax: 1_000,
  authenticateMs: 10_000,
  heartbeatIntervalMs: 30_000,
  heartbeatGraceMs: 15_000,
  queuedBytesSoft: 262_144,
  queuedBytesMax: 8_388_608,
  slowReaderMs: 30_000,
  unackedPushesMax: 1_000,
  ackTimeoutMs: 15_000,
  pageItemsDefault: 50,
  pageItemsMax: 200,
  syncItemsDefault: 20,
  syncItemsMax: 50,
  syncWaitMs: 2_000,
  syncRetryMs: 2_000,
  viewsStandMs: 5_000,
  checkpointPollMs: 20,
  viewReadsMax: 32,
  viewReadsPerUserMax: 2,
  viewRestMaxMs: 1_000,
  viewReadsWaitingMax: 10_000,
  viewReadsWaitingPerUserMax: 256,
  viewReadMs: 5_000,
  commandDeadlineMs: 9_000,
  replyTimeoutMs: 5_000,
  groupReadsMax: 4,
  groupRetryMsMin: 10,
  groupRetryMsMax: 1_000,
  groupHeldBytesMax: 33_554_432,
  groupMembersKeptMax: 1_000_000,
  joinsEveryMs: 1_000,
  crowdEveryMs: 40,
  crowdMembersMin: 100,
  toldPerTurn: 50,
  groupWaitingBytesMax: 262_144,
  tellingBytesMax: 33_554_432,
  signalsPerSecond: 20,
  signalBurst: 50,
  roomSignalsPerSecond: 500,
  roomSignalBurst: 1_000,
  followedRoomsMax: 50,
  speakerKeepMs: 2_000,
  speakersMax: 10_000,
  roomCheckMs: 5_000,
  followersPerReadMax: 1_000,
  followersSayMs: 1_000,
  followersAgainMs: 15_000,
  signalsBytesMax: 65_536,
  signalsHeldBytesMax: 1_048_576,
  signalsAskMs: 1_000,
  policyKeepMs: 5_000,
  policiesMax: 10_000,
  deviceSessionVisibleMs: 2_000,
  deviceSessionPollMs: 50,
  deviceSessionBatchMax: 500,
  resyncSpreadMs: 2_000,
  announcementsMax: 200,
  announcedPerSecondMax: 5_000,
  drainMs: 5_000,
  lingerMs: 2_000,
  sweepMs: 1_000,
  idleSweepMs: 5_000,
  drainSweepMs: 100,
}
