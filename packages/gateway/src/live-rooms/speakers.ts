// What is known of those who speak in live rooms: what the room is set to and how they stand to it, read from the views and kept for a moment, so that
// not every signal costs a read; and when each spoke last from here, for slow mode. Who speaks most seldom is forgotten first.
import type { ErrorCode } from '@skein/contracts'
import { type GroupCell, newGroup, type Speaker, withSettings } from '@skein/domain'
import type { RoomId } from '@skein/node-link'
import type { ReadViews, RoomFacts } from '@skein/projections'
import type { GatewayLimits } from '../limits.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { answerWithin } from '../requests/reads/view-gate.ts'

/** One user in one live room. */
export interface KnownSpeaker {
  /** Null where there is no such room. */
  readonly facts: RoomFacts | null
  readonly group: GroupCell
  readonly readAtMs: number
  /** When they spoke last from here, milliseconds since the epoch; 0 for not that is known. */
  lastSentAt: number
}

/** A connection of somebody. */
interface Speaking {
  readonly identity: { readonly userId: string } | null
}

export interface Speakers {
  /** What was read a moment ago; null where it has to be read. */
  known(room: RoomId, userId: string): KnownSpeaker | null
  /** Reads it anew. */
  read(room: RoomId, userId: string, ask: ReadRoom): Promise<KnownSpeaker>
  /**
   * Which of these follow a room no more, and why: it has ended, or they were banned. As soon as each part of them was read; what some could not be
   * read for is thrown behind the others.
   */
  ended<F extends Speaking>(room: RoomId, followers: readonly F[]): AsyncGenerator<ReadonlyMap<F, ErrorCode>, void>
}

type ReadRoom = () => Promise<RoomFacts | null>

export const groupOf = ({ settings, dismissedAtMs }: RoomFacts): GroupCell => ({
  ...withSettings(newGroup, settings),
  dismissedAt: dismissedAtMs,
})

export const speakerOf = ({ facts, lastSentAt }: KnownSpeaker): Speaker => ({
  role: facts?.role ?? '',
  mutedUntil: facts?.mutedUntilMs ?? 0,
  lastSentAt,
})

export function createSpeakers(
  views: Pick<ReadViews, 'bannedAmong' | 'room'>,
  limits: Pick<GatewayLimits, 'followersPerReadMax' | 'speakerKeepMs' | 'speakersMax' | 'viewReadMs'>,
): Speakers {
  const { followersPerReadMax, speakerKeepMs, speakersMax, viewReadMs } = limits
  /** Who was read longest ago first. */
  const all = new Map<string, KnownSpeaker>()
  const keyOf = ({ appId, conversationId }: RoomId, userId: string) => `${appId}/${conversationId}/${userId}`

  return {
    known(room, userId) {
      const found = all.get(keyOf(room, userId))
      return found !== undefined && monotonicMs() - found.readAtMs < speakerKeepMs ? found : null
    },

    async read(room, userId, ask) {
      const readAtMs = monotonicMs()
      const facts = await ask()
      const key = keyOf(room, userId)
      const group = facts === null ? newGroup : groupOf(facts)
      const known = { facts, group, readAtMs, lastSentAt: all.get(key)?.lastSentAt ?? 0 }
      all.delete(key)
      // What there is not may be made at any moment, and whoever names what there is not fills no memory.
      if (facts !== null) all.set(key, known)
      if (all.size > speakersMax) all.delete(all.keys().next().value!)
      return known
    },

    async *ended(room, followers) {
      const facts = await answerWithin(viewReadMs, () => views.room({ ...room, userId: '' }))
      if (facts === null || facts.dismissedAtMs > 0) {
        const code = facts === null ? 'CONVERSATION_NOT_FOUND' : 'GROUP_DISMISSED'
        yield new Map(followers.map((follower) => [follower, code]))
        return
      }
      const connectionsOf = Map.groupBy(followers, ({ identity }) => identity!.userId)
      const among = [...connectionsOf.keys()]
      const failures: unknown[] = []
      // One part after the other: a room has as many as a node has connections.
      for (let from = 0; from < among.length; from += followersPerReadMax) {
        const part = among.slice(from, from + followersPerReadMax)
        const banned = await answerWithin(viewReadMs, () => views.bannedAmong({ ...room, among: part })).catch((error: unknown) => {
          failures.push(error)
          return []
        })
        const out = banned.flatMap((userId) => connectionsOf.get(userId)!)
        if (out.length > 0) yield new Map(out.map((follower) => [follower, 'CONVERSATION_NOT_FOUND']))
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
