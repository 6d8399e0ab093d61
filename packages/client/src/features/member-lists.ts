// Lists of users of any length, who are to belong to a group, or to it no more, or are invited: as many at a time as servers take, answered as one. Each
// request has an intent of its own, made of the one of the whole list: whoever asks again for the same list under the same id repeats
// every request that it came to, and does none of them twice.
import { type CatalogueEntry, errorCatalogue, type Messages } from '@skein/contracts'
import { membersPerRequestMax } from '../options.ts'
import { asSkeinError } from '../skein-error.ts'
import type { ConversationChange, FeatureCore, Intent } from './feature-core.ts'

/** What became of each user of a list, and how many belong to the group now. */
export interface MemberChange extends ConversationChange {
  /** Whom it changed. */
  readonly changed: readonly string[]
  /** Of whom there was nothing to change. */
  readonly already: readonly string[]
  readonly refused: readonly Messages.MemberRefusal[]
  readonly memberCount: number
}

/** The intent of the nth request of a list; the first has that of the list. */
export function intentOfPart(requestId: string, n: number): string {
  const node = requestId.slice(-12)
  if (n === 0 || !/^[0-9a-f]{12}$/i.test(node)) return requestId
  const moved = (Number.parseInt(node, 16) + n) % 2 ** 48
  return `${requestId.slice(0, -12)}${moved.toString(16).padStart(12, '0')}`
}

/** Each user once, as many in a part as one request names. */
export function partsOf(userIds: readonly string[]): readonly (readonly string[])[] {
  const named = [...new Set(userIds)]
  const parts: string[][] = []
  for (let from = 0; from < named.length; from += membersPerRequestMax) parts.push(named.slice(from, from + membersPerRequestMax))
  return parts
}

export const changeOf = (conversationId: string, answer: Messages.MemberChangeReply): MemberChange => {
  const { seq, changed, already, refused, memberCount } = answer
  return { conversationId, seq, changed, already, refused, memberCount }
}

interface Parts {
  readonly name: 'addMembers' | 'removeMembers' | 'inviteToGroup'
  readonly conversationId: string
  readonly parts: readonly (readonly string[])[]
  readonly intent: Intent
  /** What the requests before these came to, where there were any: their number counts for the intents. */
  readonly before: MemberChange | null
  /** What every request says besides. */
  readonly more?: { readonly greeting: string; readonly expiresAtMs: number }
}

/**
 * Rejects when the first request does, and when it is not known what became of a later one. Of one that is refused behind others all are
 * refused, and those of the requests that would follow: their role may have been taken from the one who asks.
 */
export async function changeInParts(core: FeatureCore, asked: Parts): Promise<MemberChange> {
  const { name, conversationId, parts, intent, before, more } = asked
  let all = before
  const first = before === null ? 0 : 1
  for (const [i, userIds] of parts.entries()) {
    try {
      const own = { ...intent, id: intentOfPart(intent.id, first + i) }
      const answer = await core.call(name, { conversationId, userIds, ...more }, own)
      core.conversations.reach(conversationId, answer.seq)
      all = joined(all, changeOf(conversationId, answer))
    } catch (cause) {
      const { code } = asSkeinError(cause)
      if (all === null || !isRefusal(code)) throw cause
      const rest = parts.slice(i).flat()
      return { ...all, refused: [...all.refused, ...rest.map((userId) => ({ userId, code }))] }
    }
  }
  return all!
}

const catalogue: Readonly<Record<string, CatalogueEntry>> = errorCatalogue

/** Whether it is the server's last word on this request, and about nothing but it. */
function isRefusal(code: string): boolean {
  const entry = catalogue[code]
  return entry !== undefined && !entry.retriable && entry.next === 'stop' && entry.closeCode === null
}

function joined(before: MemberChange | null, next: MemberChange): MemberChange {
  if (before === null) return next
  const { changed, already, refused } = before
  return {
    ...next,
    changed: [...changed, ...next.changed],
    already: [...already, ...next.already],
    refused: [...refused, ...next.refused],
  }
}
