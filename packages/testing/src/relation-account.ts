// What two people may ask about one another, drawn at random, and a plain account of what it comes to: who are friends, who asked whom, who
// blocks whom, what each is shown of that, and who may write to whom. It knows nothing of cells, events or the log.
import type { CommandMeta, SkeinCommand } from '@skein/contracts'
import fc from 'fast-check'

export const pairUsers = ['ann', 'bob'] as const
export type PairUser = (typeof pairUsers)[number]
export const pairConversation = 'd:ann:bob'

export const otherUser = (user: PairUser): PairUser => (user === 'ann' ? 'bob' : 'ann')

const whatPairsDo = ['request', 'accept', 'refuse', 'unfriend', 'block', 'unblock', 'write', 'remark'] as const

export interface PairStep {
  readonly what: (typeof whatPairsDo)[number]
  readonly by: PairUser
  readonly text: string
}

export const arbitraryPairStep: fc.Arbitrary<PairStep> = fc.record({
  what: fc.constantFrom(...whatPairsDo),
  by: fc.constantFrom(...pairUsers),
  text: fc.constantFrom('', 'hello'),
})

/** Asked as the meta says; a request stands until then. */
export function pairCommand({ what, text }: PairStep, expiresAtMs: number, meta: CommandMeta): SkeinCommand {
  const about = { meta, conversationId: pairConversation }
  switch (what) {
    case 'request':
      return { type: 'RequestFriend', ...about, text, expiresAtMs }
    case 'accept':
    case 'refuse':
      return { type: 'AnswerFriendRequest', ...about, accept: what === 'accept' }
    case 'unfriend':
      return { type: 'DeleteFriend', ...about }
    case 'block':
      return { type: 'BlockUser', ...about }
    case 'unblock':
      return { type: 'UnblockUser', ...about }
    case 'write': {
      const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new TextEncoder().encode(text) }
      return { type: 'SendMessage', ...about, body, replyTo: 0, mentionAll: false, attachments: [] }
    }
    case 'remark':
      return { type: 'SetRemark', ...about, remark: text, tags: [] }
  }
}

/** As one of the two is shown it. */
export interface AccountOfOne {
  readonly friends: boolean
  readonly blocks: boolean
  readonly remark: string
  /** Until when their request stands, and that of the other, where they were shown it; 0 for none. */
  readonly sentUntil: number
  readonly receivedUntil: number
}

interface AskedOfPair {
  readonly until: number
  readonly text: string
  /** Whether the other is shown it. */
  readonly seen: boolean
}

export class RelationAccount {
  #friends = false
  readonly #blocks: Record<PairUser, boolean> = { ann: false, bob: false }
  readonly #asked: Record<PairUser, AskedOfPair | null> = { ann: null, bob: null }
  readonly #remarks: Record<PairUser, string> = { ann: '', bob: '' }

  /** What becomes of a step: whether anything changes, or the code with which it is refused. */
  take({ what, by, text }: PairStep, at: number, expiresAt: number): boolean | string {
    const other = otherUser(by)
    switch (what) {
      case 'request':
        return this.#request(by, { until: expiresAt, text, seen: !this.#blocks[other] }, at)
      case 'accept':
        if (this.#friends) return false
        return this.#isShown(by, at) ? this.#befriend() : 'REQUEST_NOT_FOUND'
      case 'refuse':
        if (!this.#isShown(by, at)) return 'REQUEST_NOT_FOUND'
        this.#asked[other] = null
        return true
      case 'unfriend': {
        const nothing = !this.#friends && this.#asked[by] === null
        this.#friends = false
        this.#asked[by] = null
        return !nothing
      }
      case 'block': {
        if (this.#blocks[by]) return false
        this.#blocks[by] = true
        this.#asked[by] = null
        const theirs = this.#asked[other]
        if (theirs) this.#asked[other] = { ...theirs, seen: false }
        return true
      }
      case 'unblock': {
        const before = this.#blocks[by]
        this.#blocks[by] = false
        return before
      }
      case 'write':
        return this.#blocks[by] || this.#blocks[other] ? 'NOT_REACHABLE' : true
      case 'remark': {
        const before = this.#remarks[by]
        this.#remarks[by] = text
        return before !== text
      }
    }
  }

  shownTo(user: PairUser): AccountOfOne {
    const [own, theirs] = [this.#asked[user], this.#asked[otherUser(user)]]
    return {
      friends: this.#friends,
      blocks: this.#blocks[user],
      remark: this.#remarks[user],
      sentUntil: own?.until ?? 0,
      receivedUntil: theirs?.seen ? theirs.until : 0,
    }
  }

  #request(by: PairUser, asked: AskedOfPair, at: number): boolean | string {
    const theirs = this.#asked[otherUser(by)]
    const own = this.#asked[by]
    if (this.#blocks[by]) return 'NOT_REACHABLE'
    if (this.#friends) return false
    if (theirs && at < theirs.until && asked.seen) return this.#befriend()
    const isSame = own !== null && at < own.until && own.until === asked.until && own.text === asked.text
    if (isSame && (own.seen || !asked.seen)) return false
    this.#asked[by] = { ...asked, seen: asked.seen || (own?.seen ?? false) }
    return true
  }

  /** Whether a request of the other stands of which this one was told. */
  #isShown(user: PairUser, at: number): boolean {
    const theirs = this.#asked[otherUser(user)]
    return theirs?.seen === true && at < theirs.until
  }

  #befriend(): true {
    this.#friends = true
    this.#asked.ann = null
    this.#asked.bob = null
    return true
  }
}
