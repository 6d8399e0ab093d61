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
  /** This user's edit of a message was answered, after so many that were known of; what tells of it is still to come. */
  noteEdited(conversationId: string, seq: number, earlier: number): void
  /** How often a message was edited, for all that is known. */
  editsOf(conversationId: string, seq: number): number
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

/** Keeps it, and no more than so many of a conversation. */
function keep<T>(all: Map<string, Map<number, T>>, conversationId: string, seq: number, value: T): void {
  const kept = all.get(conversationId) ?? new Map<number, T>()
  all.set(conversationId, kept)
  kept.delete(seq)
  kept.set(seq, value)
  if (kept.size > messageChangesMax) kept.delete(kept.keys().next().value!)
}

export function createMessageChanges(): MessageChanges {
  const conversations = new Map<string, Map<number, Change>>()
  /** How often a message was edited at least, by this user's own edits. */
  const editedTo = new Map<string, Map<number, number>>()

  function remember(conversationId: string, seq: number, change: Change): void {
    const known = changeAt(conversationId, seq)
    if (!known || overrides(change, known)) keep(conversations, conversationId, seq, change)
  }

  function editsOf(conversationId: string, seq: number): number {
    const change = changeAt(conversationId, seq)
    const told = change && 'edited' in change ? change.edited.version : 0
    return Math.max(told, editedTo.get(conversationId)?.get(seq) ?? 0)
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

    noteEdited(conversationId, seq, earlier) {
      keep(editedTo, conversationId, seq, Math.max(earlier + 1, editsOf(conversationId, seq)))
    },

    editsOf,

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

    forget(conversationId) {
      conversations.delete(conversationId)
      editedTo.delete(conversationId)
    },

    clear() {
      conversations.clear()
      editedTo.clear()
    },
  }
}
