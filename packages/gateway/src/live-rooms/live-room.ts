// One live room as this node knows it: who of those connected here follows it, what was said into it here and is not told yet, and what waits to
// go to other nodes. What is said in one turn is told together: one push for each connection, encoded once for all of them.
import { type Messages, wire } from '@skein/contracts'
import type { RoomId } from '@skein/node-link'
import { createSharedCall } from '@skein/timing'
import type { TokenBucket } from '../connection/token-bucket.ts'
import { encodable } from '../requests/reads/page.ts'

export interface Follower {
  readonly id: string
}

/** Something said in a room. */
export interface Signal {
  /** An encoded Push. */
  readonly push: Uint8Array
  /** Connection that gets the answer instead; empty for none. */
  readonly except: string
}

/** Pushes of signals one behind the other, which are one push with all of them. */
export interface Signals {
  readonly push: Uint8Array
  readonly count: number
}

export interface LiveRoom<F extends Follower> {
  readonly id: RoomId
  /** With how many signals each was not told since the last that it was. */
  readonly followers: Map<F, number>
  /** How many follow it at which node, of a moment after the asking. */
  readonly everywhere: () => Promise<ReadonlyMap<string, number>>
  /** How many others were told that follow it here, and when they have been told. */
  said: number
  saying: Promise<void>
  /** When it had last been read whether it goes on, and whether it is being read. */
  checkedAt: number
  checking: boolean
  /** Of what is said into it here. */
  readonly rate: TokenBucket
  /** Said in this turn. */
  turn: Signal[]
  /** What other nodes are to be told. */
  waiting: Signal[]
  waitingBytes: number
  publishing: boolean
}

export const roomKey = ({ appId, conversationId }: RoomId): string => `${appId}/${conversationId}`

export function createLiveRoom<F extends Follower>(
  id: RoomId,
  ask: () => Promise<ReadonlyMap<string, number>>,
  rate: TokenBucket,
): LiveRoom<F> {
  return {
    ...{ id, rate, followers: new Map(), everywhere: createSharedCall(ask) },
    ...{ said: 0, saying: Promise.resolve(), checkedAt: rate.countedAt, checking: false },
    ...{ turn: [], waiting: [], waitingBytes: 0, publishing: false },
  }
}

export const isIdle = ({ followers, said, turn, waiting, publishing, checking }: LiveRoom<Follower>): boolean =>
  followers.size + said + turn.length + waiting.length === 0 && !publishing && !checking

const together = (pushes: readonly Uint8Array[]): Uint8Array => (pushes.length === 1 ? pushes[0]! : Buffer.concat(pushes))

export const signalsOf = (list: readonly Signal[]): Signals => ({ push: together(list.map(({ push }) => push)), count: list.length })

/** In parts of so many bytes at most, one signal at least. */
export function partsOf(list: readonly Signal[], bytesMax: number): Signal[][] {
  const parts: Signal[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const signal of list) {
    bytes += signal.push.length
    if (bytes > bytesMax) {
      parts.push([])
      bytes = signal.push.length
    }
    parts.at(-1)!.push(signal)
  }
  return parts
}

const noticeOf = ({ conversationId }: RoomId, fields: Partial<Messages.RoomSignal>): Uint8Array =>
  wire.Push.encode({ notices: [wire.Notice.encode({ roomSignal: encodable({ conversationId, ...fields }) }).finish()] }).finish()

/** The push of one signal. */
export const signalPush = (room: RoomId, said: Pick<Messages.RoomSignal, 'senderId' | 'sentAtMs' | 'body'>): Uint8Array =>
  noticeOf(room, said)

/** Says that a connection follows the room no more. */
export const endedPush = (room: RoomId, code: string): Uint8Array => noticeOf(room, { ended: code })

/** Hands a push to a connection; false when it takes nothing now, and will not be given this again. */
export type Push<F extends Follower> = (follower: F, bytes: Uint8Array) => boolean

export function tellFollower<F extends Follower>({ id, followers }: LiveRoom<F>, follower: F, signals: Signals, push: Push<F>): void {
  const missed = followers.get(follower) ?? 0
  const bytes = missed === 0 ? signals.push : Buffer.concat([noticeOf(id, { missed }), signals.push])
  if (!push(follower, bytes)) followers.set(follower, missed + signals.count)
  else if (missed > 0) followers.set(follower, 0)
}

/** Tells all who follow it here, but each without what its own connection said. */
export function tellHere<F extends Follower>(room: LiveRoom<F>, list: readonly Signal[], push: Push<F>): void {
  const all = signalsOf(list)
  const excepted = new Set(list.map(({ except }) => except))
  for (const follower of room.followers.keys()) {
    const own = excepted.has(follower.id) ? list.filter(({ except }) => except !== follower.id) : list
    if (own.length > 0) tellFollower(room, follower, own === list ? all : signalsOf(own), push)
  }
}
