// The live rooms that are followed from here, or spoken in. A signal is told to those who follow here at the end of the turn, and given once to each
// other node that has said that it has followers: who was answered that they follow hears what is said from then on. Nothing is kept: what a
// connection does not take in, or another node cannot be given, is lost, and counted. How many follow is what nodes say, about once a second.
import type { ErrorCode } from '@skein/contracts'
import type { NodeLink, Presence, RoomId } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import { fullBucket, takeToken } from '../connection/token-bucket.ts'
import type { GatewayLimits } from '../limits.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import {
  createLiveRoom,
  endedPush,
  type Follower,
  isIdle,
  type LiveRoom,
  type Push,
  partsOf,
  roomKey,
  type Signal,
  type Signals,
  signalsOf,
  tellFollower,
  tellHere,
} from './live-room.ts'

export type LiveRoomLimits = Pick<
  GatewayLimits,
  | 'followedRoomsMax'
  | 'followersSayMs'
  | 'followersAgainMs'
  | 'roomCheckMs'
  | 'roomSignalsPerSecond'
  | 'roomSignalBurst'
  | 'signalsBytesMax'
  | 'signalsHeldBytesMax'
  | 'signalsAskMs'
>

export interface LiveRoomsOptions<F extends Follower> {
  readonly presence: Pick<Presence, 'sayFollowers' | 'followersOf' | 'gatewayHere'>
  readonly link: Pick<NodeLink, 'deliver'>
  readonly limits: LiveRoomLimits
  readonly logger: Logger
  readonly push: Push<F>
  /** Which of these follow a room no more, and why: part by part, each as soon as it is known. */
  readonly ended: (room: RoomId, followers: readonly F[]) => AsyncIterable<ReadonlyMap<F, ErrorCode>>
}

export class LiveRooms<F extends Follower> {
  readonly #options: LiveRoomsOptions<F>
  readonly #rooms = new Map<string, LiveRoom<F>>()
  readonly #followed = new Map<F, Set<LiveRoom<F>>>()
  #beat: NodeJS.Timeout | undefined
  #saidAllAt = 0
  #closed = false
  /** Signals that other nodes could not be given. */
  unpublished = 0

  constructor(options: LiveRoomsOptions<F>) {
    this.#options = options
  }

  /** Answers how many follow once others can know of this one; null when the connection follows as many rooms as it may. */
  async follow(follower: F, id: RoomId): Promise<number | null> {
    const room = this.#roomOf(id)
    const followed = this.#followed.get(follower) ?? new Set()
    if (!followed.has(room) && followed.size >= this.#options.limits.followedRoomsMax) return null
    this.#followed.set(follower, followed.add(room))
    if (!room.followers.has(follower)) room.followers.set(follower, 0)
    if (room.said <= 0) this.#say(room)
    await room.saying
    return this.#count(room)
  }

  unfollow(follower: F, id: RoomId): void {
    const room = this.#rooms.get(roomKey(id))
    if (room !== undefined) this.#unfollow(follower, room)
  }

  /** The connection is gone. */
  went(follower: F): void {
    for (const room of this.#followed.get(follower) ?? []) room.followers.delete(follower)
    this.#followed.delete(follower)
  }

  /** Whether it is told: not where too much is said in the room from here. */
  say(id: RoomId, signal: Signal): boolean {
    const { roomSignalsPerSecond, roomSignalBurst } = this.#options.limits
    const room = this.#roomOf(id)
    if (!takeToken(room.rate, roomSignalsPerSecond, roomSignalBurst, monotonicMs())) return false
    if (room.turn.push(signal) === 1) setImmediate(() => this.#endTurn(room))
    return true
  }

  /** What was said at another node. */
  take(id: RoomId, signals: Signals): void {
    const room = this.#rooms.get(roomKey(id))
    if (room === undefined) return
    for (const follower of room.followers.keys()) tellFollower(room, follower, signals, this.#options.push)
    this.#checkSometimes(room)
  }

  /** What others knew of followers here may be lost. */
  sayAgain(): void {
    this.#saidAllAt = Number.NEGATIVE_INFINITY
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#beat)
    this.#rooms.clear()
    this.#followed.clear()
  }

  #roomOf(id: RoomId): LiveRoom<F> {
    const key = roomKey(id)
    const { presence, limits } = this.#options
    const room =
      this.#rooms.get(key) ??
      createLiveRoom<F>(
        id,
        () => within(limits.signalsAskMs, 'presence', presence.followersOf(id)),
        fullBucket(limits.roomSignalBurst, monotonicMs()),
      )
    this.#rooms.set(key, room)
    if (this.#beat === undefined && !this.#closed) this.#beatLater()
    return room
  }

  #unfollow(follower: F, room: LiveRoom<F>): void {
    room.followers.delete(follower)
    const followed = this.#followed.get(follower)
    followed?.delete(room)
    if (followed?.size === 0) this.#followed.delete(follower)
  }

  #endTurn(room: LiveRoom<F>): void {
    const { limits, push } = this.#options
    const list = room.turn
    room.turn = []
    for (const part of partsOf(list, limits.signalsBytesMax)) tellHere(room, part, push)
    for (const signal of list) {
      room.waiting.push(signal)
      room.waitingBytes += signal.push.length
    }
    while (room.waitingBytes > limits.signalsHeldBytesMax) {
      room.waitingBytes -= room.waiting.shift()!.push.length
      this.unpublished += 1
    }
    if (!room.publishing) void this.#publish(room)
    this.#checkSometimes(room)
  }

  /** Gives what waits to the nodes that others follow it at; what comes meanwhile goes with the next question. */
  async #publish(room: LiveRoom<F>): Promise<void> {
    const { presence, link, limits, logger } = this.#options
    room.publishing = true
    while (room.waiting.length > 0 && !this.#closed) {
      const list = room.waiting
      room.waiting = []
      room.waitingBytes = 0
      try {
        const everywhere = await room.everywhere()
        const nodes = [...everywhere.keys()].filter((node) => node !== presence.gatewayHere())
        if (nodes.length === 0) continue
        for (const { push, count } of partsOf(list, limits.signalsBytesMax).map(signalsOf))
          for (const node of nodes) link.deliver(node, { push, connectionIds: [], room: { ...room.id, signals: count } })
      } catch (error) {
        if (this.unpublished === 0) logger.warn({ error }, 'signals of live rooms are not told elsewhere: it is not known who follows')
        this.unpublished += list.length
      }
    }
    room.publishing = false
  }

  async #count({ id, followers, everywhere }: LiveRoom<F>): Promise<number> {
    const { presence, logger } = this.#options
    const said = await everywhere().catch((error: unknown) => {
      logger.debug({ error, ...id }, 'followers elsewhere are not known')
      return new Map<string, number>()
    })
    let total = followers.size
    for (const [node, count] of said) if (node !== presence.gatewayHere()) total += count
    return total
  }

  #say(room: LiveRoom<F>): void {
    const { presence, logger } = this.#options
    room.said = room.followers.size
    room.saying = presence.sayFollowers(room.id, room.said).catch((error: unknown) => {
      // Some of them at least are not known elsewhere: said again at the next beat.
      room.said = -1
      logger.debug({ error, ...room.id }, 'followers could not be told to others')
    })
  }

  #beatLater(): void {
    const { followersSayMs, followersAgainMs } = this.#options.limits
    this.#beat = setTimeout(() => {
      const isAll = monotonicMs() - this.#saidAllAt >= followersAgainMs
      if (isAll) this.#saidAllAt = monotonicMs()
      for (const [key, room] of this.#rooms) {
        if (room.said !== room.followers.size || (isAll && room.said > 0)) this.#say(room)
        if (isIdle(room)) this.#rooms.delete(key)
      }
      this.#beat = undefined
      if (this.#rooms.size > 0) this.#beatLater()
    }, followersSayMs)
  }

  /** While something is said in it, now and then and once at a time, whether those who follow still may. */
  #checkSometimes(room: LiveRoom<F>): void {
    if (room.checking || room.followers.size === 0 || monotonicMs() - room.checkedAt < this.#options.limits.roomCheckMs) return
    void this.#check(room)
  }

  async #check(room: LiveRoom<F>): Promise<void> {
    const { ended, push, logger } = this.#options
    room.checking = true
    try {
      for await (const part of ended(room.id, [...room.followers.keys()])) {
        for (const [follower, code] of part) {
          if (!room.followers.has(follower)) continue
          this.#unfollow(follower, room)
          push(follower, endedPush(room.id, code))
        }
      }
    } catch (error) {
      logger.debug({ error, ...room.id }, 'a live room could not be read')
    }
    room.checking = false
    room.checkedAt = monotonicMs()
  }
}
