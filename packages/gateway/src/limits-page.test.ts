// Whoever wrote a client from docs/protocol.md had to find its limits by being refused. The page has a table of them, made here of the limits
// themselves: `node packages/gateway/src/limits-page.test.ts --print` prints it. A limit that is added is in it, or is said here to be none that a
// client meets: look-ups of users had a rate of their own for a while, and the page did not know.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { byDefault, limits as ofMessages } from '@skein/domain'
import { defaultLimits } from './limits.ts'

const [start, end] = ['<!-- limits: made by packages/gateway/src/limits-page.test.ts, checked by make check -->', '<!-- end of limits -->']

const named = new Set<string | symbol>()
const noting = <T extends object>(limits: T): T =>
  new Proxy(limits, {
    get(target, name) {
      named.add(name)
      return Reflect.get(target, name)
    },
  })
const [limits, edge] = [noting(ofMessages), noting(defaultLimits)]

/**
 * What the block does not tell: how a node serves all its clients, how long its own parts may take, and what the text of the page says
 * where it is about it (ids), or the page of the HTTP API (names of people, platforms).
 */
const inward: readonly (keyof typeof ofMessages | keyof typeof defaultLimits)[] = [
  'announcedPerSecondMax',
  'announcementsMax',
  'broadcastPerSecondMax',
  'acceptBurst',
  'acceptsPerSecond',
  'addedByAllKeptMax',
  'checkpointPollMs',
  'commandDeadlineMs',
  'commandsInLogMax',
  'commandsPendingMax',
  'connectionsMax',
  'contentHashBytes',
  'conversationIdCharsMax',
  'crowdEveryMs',
  'crowdMembersMin',
  'deviceSessionBatchMax',
  'deviceSessionPollMs',
  'deviceSessionVisibleMs',
  'displayNameCharsMax',
  'drainMs',
  'drainSweepMs',
  'followersAgainMs',
  'followersPerReadMax',
  'followersSayMs',
  'friendsOnly',
  'groupHeldBytesMax',
  'groupMembersKeptMax',
  'groupReadsMax',
  'groupRetryMsMax',
  'groupRetryMsMin',
  'groupWaitingBytesMax',
  'handshakesMax',
  'handshakesPerAddressMax',
  'hourlyRequestsKeptMax',
  'idleSweepMs',
  'joinsEveryMs',
  'lingerMs',
  'platformCharsMax',
  'policiesMax',
  'policyKeepMs',
  'replyTimeoutMs',
  'resyncSpreadMs',
  'roomCheckMs',
  'signalsAskMs',
  'signalsBytesMax',
  'signalsHeldBytesMax',
  'speakerKeepMs',
  'speakersMax',
  'sweepMs',
  'syncRetryMs',
  'syncWaitMs',
  'tellingBytesMax',
  'toldPerTurn',
  'traceIdCharsMax',
  'traceparentCharsMax',
  'turnWaitMaxMs',
  'usersAddedKeptMax',
  'viewReadMs',
  'viewReadsMax',
  'viewReadsPerUserMax',
  'viewReadsWaitingMax',
  'viewRestMaxMs',
  'viewsStandMs',
]

const group = (value: number) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')
const bytes = (value: number) => `${group(value)} bytes`
const time = (ms: number) => (ms % 86_400_000 === 0 ? `${ms / 86_400_000} d` : ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`)
const rate = (perSecond: string, burst: string) => `${perSecond} a second, ${burst} at once`

const contents: readonly [what: string, limit: string, beyond: string][] = [
  ['body of a message', bytes(limits.bodyBytesMax), '`TOO_LARGE`'],
  ['`content_type` of a body; of an attachment it may be empty', `1-${limits.contentTypeCharsMax}`, '`INVALID_ARGUMENT`'],
  ['`encoding`, `key_id`', `0-${limits.encodingCharsMax}, 0-${limits.keyIdCharsMax}`, '`INVALID_ARGUMENT`'],
  ['attachments of a message', group(limits.attachmentsMax), '`TOO_LARGE`'],
  ['`url` of an attachment, `http` or `https`', `1-${group(limits.attachmentUrlCharsMax)}`, '`INVALID_ARGUMENT`'],
  ['`name` of an attachment, one line', `0-${limits.attachmentNameCharsMax}`, '`INVALID_ARGUMENT`'],
  ['name of a group', `1-${limits.groupNameCharsMax}`, '`INVALID_ARGUMENT`'],
  ['nickname of a member', `0-${limits.nicknameCharsMax}`, '`INVALID_ARGUMENT`'],
  ['for how long a member is muted', time(limits.muteMsMax), '`INVALID_ARGUMENT`'],
  ['text of an invitation', `0-${limits.greetingCharsMax}`, '`INVALID_ARGUMENT`'],
  ['text of a request to join; each answer', `0-${limits.joinRequestTextCharsMax}; 0-${limits.joinAnswerCharsMax}`, '`INVALID_ARGUMENT`'],
  ['a request to join waits', time(limits.joinRequestMs), '`REQUEST_NOT_FOUND`'],
  ['users in one create-group, add-members, remove-members or are-members', group(limits.membersPerCommandMax), '`TOO_LARGE`'],
  ['members of a group', `${group(byDefault.groupMembersMax!)}; at most ${group(limits.groupMembersMax)}`, '`GROUP_FULL`'],
  ['description of a group', `0-${group(limits.groupDescriptionCharsMax)}`, '`INVALID_ARGUMENT`'],
  [
    'attributes of a group; name, value of one',
    `${limits.groupAttributesMax}; 1-${limits.groupAttributeKeyCharsMax}, 0-${limits.groupAttributeValueCharsMax}`,
    '`TOO_LARGE`; `INVALID_ARGUMENT`',
  ],
  ['questions of a group; one of them', `${limits.groupQuestionsMax}; 1-${limits.groupQuestionCharsMax}`, '`INVALID_ARGUMENT`'],
  ['settings in one request', group(limits.groupSettingsMax), '`TOO_LARGE`'],
  ['`slowModeMs` of a group', `at most ${time(limits.slowModeMsMax)}`, '`INVALID_ARGUMENT`'],
  ['edits of one message', group(limits.editsMax), '`TOO_LARGE`'],
  ['after sending, its author edits', `${time(byDefault.editWindowMs!)}; at most ${time(limits.editWindowMs)}`, '`TOO_LATE`'],
  ['text of a friend request', `0-${limits.friendRequestTextCharsMax}`, '`INVALID_ARGUMENT`'],
  ['a friend request stands', `${time(limits.friendRequestMs)}; at most ${time(limits.friendRequestMsMax)}`, '`INVALID_ARGUMENT`'],
  ['remark about a user', `0-${limits.remarkCharsMax}`, '`INVALID_ARGUMENT`'],
  ['tags of a user; each', `${limits.tagsMax}; 1-${limits.tagCharsMax}`, '`TOO_LARGE`; `INVALID_ARGUMENT`'],
  ['after sending, its author revokes', `${time(byDefault.revokeWindowMs!)}; at most ${time(limits.revokeWindowMs)}`, '`TOO_LATE`'],
]

const reading: readonly [what: string, byDefault: string, max: string][] = [
  [
    '`limit` of history, members, missed, my-groups, friends, friend-requests, blocked',
    group(edge.pageItemsDefault),
    group(edge.pageItemsMax),
  ],
  ['`items_per_conversation` of sync', group(edge.syncItemsDefault), group(edge.syncItemsMax)],
]

const connection: readonly [what: string, limit: string, beyond: string][] = [
  ['packet before the login is answered', bytes(edge.loginPacketBytesMax), '`PACKET_TOO_LARGE`, closes'],
  ['packet after it', bytes(edge.packetBytesMax), '`PACKET_TOO_LARGE`, closes'],
  ['from connected to logged in', time(edge.authenticateMs), '`AUTHENTICATION_TIMEOUT`, closes'],
  ['silence of the client', time(edge.heartbeatIntervalMs + edge.heartbeatGraceMs), '`HEARTBEAT_TIMEOUT`, closes'],
  ['requests without an answer', group(edge.inFlightMax), '`TOO_MANY_IN_FLIGHT`'],
  ['requests with an intent, of a user', rate(group(edge.sendsPerSecond), group(edge.sendBurst)), '`RATE_LIMITED`'],
  [
    'users put into groups, of a user',
    `${group(byDefault.usersAddedPerHour!)} an hour; at most ${group(limits.usersAddedPerHour)}`,
    '`RATE_LIMITED`; more at once, `TOO_LARGE`',
  ],
  [
    'the same user put into groups, of a user',
    `${group(byDefault.sameUserAddedPerHour!)} an hour; at most ${group(limits.sameUserAddedPerHour)}`,
    '`RATE_LIMITED`',
  ],
  [
    'the same user put into groups, of all together, before only those whom they know may',
    `${group(byDefault.addedByStrangersPerHour!)} an hour; at most ${group(limits.addedByStrangersPerHour)}`,
    '`RATE_LIMITED`; where the app allows none, `TOO_LARGE`',
  ],
  [
    'friend requests, of a user',
    `${group(byDefault.friendRequestsPerHour!)} an hour; at most ${group(limits.friendRequestsPerHour)}`,
    '`RATE_LIMITED`; where the app allows none, `TOO_LARGE`',
  ],
  [
    'requests to join, of a user',
    `${group(byDefault.joinRequestsPerHour!)} an hour; at most ${group(limits.joinRequestsPerHour)}`,
    '`RATE_LIMITED`; where the app allows none, `TOO_LARGE`',
  ],
  ['users looked up, of a user', rate(group(edge.lookUpsPerSecond), group(edge.lookUpBurst)), '`RATE_LIMITED`'],
  ['live rooms that a connection follows', group(edge.followedRoomsMax), '`TOO_LARGE`'],
  ['signals into live rooms, of a user', rate(group(edge.signalsPerSecond), group(edge.signalBurst)), '`RATE_LIMITED`'],
  [
    'signals into one live room, of all at a gateway',
    rate(group(edge.roomSignalsPerSecond), group(edge.roomSignalBurst)),
    '`RATE_LIMITED`',
  ],
  ['reads that wait, of a user', group(edge.viewReadsWaitingPerUserMax), '`RATE_LIMITED`'],
  ['packets of a connection', rate(group(edge.packetsPerSecond), group(edge.packetBurst)), '`RATE_LIMITED`'],
  [
    'packets refused for their rate',
    `${group(edge.floodPacketsMax)}; ${edge.floodPacketsForgottenPerSecond} a second are forgotten`,
    '`RATE_LIMITED`, closes',
  ],
  ['bytes of a connection', rate(bytes(edge.bytesPerSecond), group(edge.bytesBurst)), '`RATE_LIMITED`'],
  ['bytes beyond that', bytes(edge.floodBytesMax), '`RATE_LIMITED`, closes'],
  ['conversations with sends under way', group(edge.sendLanesMax), '`RATE_LIMITED`, closes'],
  ['connections of a user at a gateway', group(edge.connectionsPerUserMax), '`TOO_MANY_CONNECTIONS`, closes'],
  [
    'connections of an address at a gateway; new ones',
    `${group(edge.connectionsPerAddressMax)}; ${rate(group(edge.acceptsPerSecondPerAddress), group(edge.acceptBurstPerAddress))}`,
    '`TOO_MANY_CONNECTIONS`, closes',
  ],
  ['pushes without acknowledgement', group(edge.unackedPushesMax), 'no more pushes; a resync once half are acknowledged'],
  ['pushes waiting, and no acknowledgement', time(edge.ackTimeoutMs), 'a resync'],
  ['the same, for longer', time(2 * edge.ackTimeoutMs), '`SLOW_READER`, closes'],
  ['bytes sent to a client that does not read them', bytes(edge.queuedBytesSoft), 'no more pushes; a resync once it has read them'],
  ['the same, for longer', time(edge.slowReaderMs), '`SLOW_READER`, closes'],
  ['the same, more of them', bytes(edge.queuedBytesMax), '`SLOW_READER`, closes'],
]

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const block = [
  start,
  table(['what is said', 'limit', 'beyond it'], contents),
  table(['what is asked', 'when 0', 'at most; more is taken for this'], reading),
  table(['what a connection does', 'limit', 'beyond it'], connection),
  end,
].join('\n\n')

if (process.argv.includes('--print')) {
  console.log(block)
  process.exit()
}

test('the limits on the protocol page are those that hold', async () => {
  const page = await readFile(new URL('../../../docs/protocol.md', import.meta.url), 'utf8')
  assert.equal(page.slice(page.indexOf(start), page.indexOf(end) + end.length), block, 'paste the output of --print')
})

test('every limit is on the page, or none that a client meets', () => {
  const all = [...Object.keys(ofMessages), ...Object.keys(defaultLimits)]
  assert.deepEqual(all.filter((name) => !named.has(name)).sort(), [...inward].sort())
})
