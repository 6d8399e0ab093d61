// Reads everything back through the gateways after a run, by devices that took no part in it: the history of every
// conversation by one who was always a member, again by those who came and went, sessions and unread lists of all.
import type { Client, Item } from '@skein/client'
import { createClient, memoryStorage } from '@skein/client'
import { contentOf } from './audience.ts'
import type { Installation, Login } from './installation.ts'
import type { HistoryEntry, Journal } from './journal.ts'
import type { Place } from './town.ts'

const readersAtOnce = 12
const pageItems = 200

export async function readBack(installation: Installation, places: readonly Place[], journal: Journal): Promise<void> {
  const readers = installation.logins.filter((login) => login.reader)
  const histories = new Map<string, HistoryEntry[]>()
  const others = new Map<string, { userId: string; seqs: number[] }[]>()
  const queue = [...readers]
  await Promise.all(
    Array.from({ length: readersAtOnce }, async (_, i) => {
      for (let reader = queue.shift(); reader; reader = queue.shift()) await readAs(reader, i)
    }),
  )
  for (const [conversationId, history] of histories)
    journal.conversations.push({ conversationId, history, readByOthers: others.get(conversationId) ?? [] })

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
        if (place.steady[0] === userId) histories.set(place.conversationId, (await historyOf(client, place.conversationId)).map(entryOf))
        else if (place.coming.includes(userId)) {
          const seqs = (await historyOf(client, place.conversationId)).map((item) => item.seq)
          others.set(place.conversationId, [...(others.get(place.conversationId) ?? []), { userId, seqs }])
        }
      }
    } finally {
      await client.close()
    }
  }
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
  const userIds = 'members' in item ? item.members.map((member) => member.userId) : 'userId' in item ? [item.userId] : []
  const clientMessageId = message?.clientMessageId ?? ''
  return { seq, ordinal, type, actorId, clientMessageId, userIds, intact: message === null || message.text === contentOf(clientMessageId) }
}
