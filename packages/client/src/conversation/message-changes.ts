// What was done to messages lately, as this device was told. The views may be a moment behind that, and what told of a change does not
// come again: so every item that is handed out is put right by what is remembered here. Bounded: the oldest go, in the views by then.
import type { Messages } from '@skein/contracts'
import { messageChangesMax } from '../options.ts'
import { type HiddenMessage, type Item, isMessage, type Message, noBody, unwritten } from './item.ts'

type Edit = Extract<Item, { readonly version: number }>
type Change = { readonly edited: Edit } | { readonly removed: Messages.Removal }

export interface MessageChanges {
  /** Remembers what an item does to an earlier message, if anything. */
  note(item: Item): void
  noteHidden(hidden: HiddenMessage, userId: string): void
  /** An item as it is by now; the same one when nothing is known that it does not say itself. */
  current(item: Item): Item
  /** Whether the message at this seq was taken away, for all or for this user. */
  isGone(conversationId: string, seq: number): boolean
  forget(conversationId: string): void
  clear(): void
}

/** Ways to be taken away: one that stands behind another in this list is shown in its stead. */
const removals: readonly string[] = ['revoked', 'deleted', 'hidden']

const overrides = (later: Change, earlier: Change): boolean => {
  if ('removed' in later) return !('removed' in earlier) || removals.indexOf(later.removed.kind) > removals.indexOf(earlier.removed.kind)
  return 'edited' in earlier && later.edited.version > earlier.edited.version
}

function changed(message: Message, change: Change): Message {
  if ('removed' in change) {
    const { removed } = change
    if (message.removed && !overrides(change, { removed: message.removed })) return message
    return { ...message, ...unwritten, attachments: [], removed }
  }
  const { version, body, text, occurredAtMs, seq } = change.edited
  if (message.removed || message.edits >= version) return message
  return { ...message, body, text, edits: version, editedAtMs: occurredAtMs, lastEditSeq: seq }
}

/** What an edit said is told no more once another followed, or the message is gone. */
const isOutdated = (edit: Edit, change: Change): boolean => 'removed' in change || change.edited.version > edit.version

function changeOf(item: Item): Change | null {
  const { actorId, occurredAtMs: atMs } = item
  if (item.type === 'MessageRevoked') return { removed: { kind: 'revoked', actorId, atMs } }
  if (item.type === 'MessageDeleted') return { removed: { kind: 'deleted', actorId, atMs } }
  return 'version' in item && item.body !== noBody ? { edited: item } : null
}

export function createMessageChanges(): MessageChanges {
  const conversations = new Map<string, Map<number, Change>>()

  function remember(conversationId: string, seq: number, change: Change): void {
    const changes = conversations.get(conversationId) ?? new Map<number, Change>()
    conversations.set(conversationId, changes)
    const known = changes.get(seq)
    if (known && !overrides(change, known)) return
    changes.delete(seq)
    changes.set(seq, change)
    if (changes.size > messageChangesMax) changes.delete(changes.keys().next().value!)
  }

  const changeAt = (conversationId: string, seq: number) => conversations.get(conversationId)?.get(seq)

  return {
    note(item) {
      const change = changeOf(item)
      if (change && 'targetSeq' in item) remember(item.conversationId, item.targetSeq, change)
    },

    // When it was hidden is not told: it was a moment ago, or the views know.
    noteHidden({ conversationId, seq }, userId) {
      remember(conversationId, seq, { removed: { kind: 'hidden', actorId: userId, atMs: Date.now() } })
    },

    current(item) {
      if (isMessage(item)) {
        const change = changeAt(item.conversationId, item.seq)
        return change ? changed(item, change) : item
      }
      if (!('version' in item)) return item
      const change = changeAt(item.conversationId, item.targetSeq)
      return change && isOutdated(item, change) ? { ...item, ...unwritten } : item
    },

    isGone(conversationId, seq) {
      const change = changeAt(conversationId, seq)
      return change !== undefined && 'removed' in change
    },

    forget: (conversationId) => void conversations.delete(conversationId),
    clear: () => conversations.clear(),
  }
}
