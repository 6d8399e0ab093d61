// Reads everything back through the gateways after a run, by devices that took no part in it: the history of every
// conversation by one who was always a member, again by all other members, sessions and unread lists of all, and how those
// stand to each other who block and befriend.
import type { Client, Item, Message } from '@skein/client'
import { createClient, memoryStorage } from '@skein/client'
import { contentOf } from './audience.ts'
import { editedContentOf } from './control.ts'
import type { Installation, Login } from './installation.ts'
import type { HistoryEntry, Journal, ReadingEntry, RelationEntry, Standing } from './journal.ts'
import { changesOf } from './journal.ts'
import type { Place } from './town.ts'

const readersAtOnce = 12
const pageItems = 200

export async function readBack(installation: Installation, places: readonly Place[], journal: Journal): Promise<void> {
  const readers = installation.logins.filter((login) => login.reader)
  const histories = new Map<string, HistoryEntry[]>()
  const others = new Map<string, ReadingEntry[]>()
  const queue = [...readers]
  await Promise.all(
    Array.from({ length: readersAtOnce }, async (_, i) => {
      for (let reader = queue.shift(); reader; reader = queue.shift()) await readAs(reader, i)
    }),
  )
  for (const { conversationId, steady } of places) {
    const history = histories.get(conversationId)
    if (history) journal.conversations.push({ conversationId, readBy: steady[0]!, history, readByOthers: others.get(conversationId) ?? [] })
  }

  async function readAs(reader: Login, lane: number): Promise<void> {
    const { userId } = reader
    const client = createClient({
      apiUrl: installation.apiUrl,
      appId: installation.appId,
      token: reader.token,
      deviceId: reader.deviceId,
      transport: lane % 2 === 0 ? 'ws' : 'tcp',
      storage: memoryStorage(),
      gateways: installation.gateways(),
    })
    try {
      await client.connect()
      const { entries } = await client.unread()
      const listed = new Map(entries.map((entry) => [entry.conversationId, entry.unread]))
      for (const { conversationId, lastSeq, readOrdinal, unread, toSeq } of client.sessions())
        journal.sessions.push({ userId, conversationId, lastSeq, readOrdinal, unread, listed: listed.get(conversationId) ?? 0, toSeq })
      for (const place of places) {
        const { conversationId, steady, coming } = place
        if (!steady.includes(userId) && !coming.includes(userId)) continue
        if (place.blocking) journal.relations.push(await relationOf(client, place))
        const history = (await historyOf(client, conversationId)).map(entryOf)
        if (steady[0] === userId) histories.set(conversationId, history)
        else {
          const reading = { userId, seqs: history.map((item) => item.seq), changed: changesOf(history) }
          others.set(conversationId, [...(others.get(conversationId) ?? []), reading])
        }
      }
    } finally {
      await client.close()
    }
  }
}

async function relationOf(client: Client, { conversationId, steady }: Place): Promise<RelationEntry> {
  const { userId } = client
  const { blockedSinceMs, friendsSinceMs, received } = await client.relationTo(steady.find((other) => other !== userId)!)
  return { conversationId, userId, blocked: Boolean(blockedSinceMs), friends: Boolean(friendsSinceMs), asked: Boolean(received) }
}

/** The first item alone, as a range from 0 would begin at the newest end; then page by page. */
async function historyOf(client: Client, conversationId: string): Promise<Item[]> {
  const items: Item[] = []
  try {
    items.push(...(await client.history(conversationId, { afterSeq: 0, beforeSeq: 2 })).items)
    for (let more = true; more; ) {
      const page = await client.history(conversationId, { afterSeq: items.at(-1)?.seq ?? 1, limit: pageItems })
      items.push(...page.items)
      more = page.more && page.items.length > 0
    }
  } catch (error) {
    // A conversation in which nothing was ever sent.
    if ((error as { code?: string }).code !== 'CONVERSATION_NOT_FOUND' && (error as { code?: string }).code !== 'NOT_A_MEMBER') throw error
  }
  return items
}

function entryOf(item: Item): HistoryEntry {
  const { seq, ordinal, type, actorId } = item
  const message = item.type === 'MessageSent' ? item : null
  const userIds = usersOf(item)
  const clientMessageId = message?.clientMessageId ?? ''
  const targetSeq = 'targetSeq' in item ? item.targetSeq : 0
  return { seq, ordinal, type, actorId, clientMessageId, userIds, stands: message ? standingOf(message) : 'asSent', targetSeq }
}

/** Whose stays it changes, or who has another role. */
function usersOf(item: Item): readonly string[] {
  if ('members' in item) return item.members.map((member) => member.userId)
  if ('userIds' in item) return item.userIds
  return 'userId' in item ? [item.userId] : []
}

function standingOf({ clientMessageId, text, edits, body, attachments, removed }: Message): Standing {
  if (removed !== null) {
    const { kind } = removed
    const told = body.bytes.length > 0 || attachments.length > 0
    return !told && (kind === 'revoked' || kind === 'deleted' || kind === 'hidden') ? kind : 'otherwise'
  }
  if (edits === 0 && text === contentOf(clientMessageId)) return 'asSent'
  return edits === 1 && text === editedContentOf(clientMessageId) ? 'edited' : 'otherwise'
}
