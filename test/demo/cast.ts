// The people of the demo: each a user of the product with one device, who keeps what they were shown. Waiting has a deadline.
import type { Client, Item, Message, Storage, Transport } from '@skein/client'
import { callApi, createClient, memoryStorage } from '@skein/client'

const patienceMs = 10_000
const pollMs = 10

/** An item about an earlier one. */
type Later = Extract<Item, { readonly targetSeq: number }>

export interface Character {
  readonly name: string
  readonly client: Client
  readonly storage: Storage
  /** The message at this place, once it is shown. */
  hears(conversationId: string, seq: number): Promise<Message>
  /** What was done to the message at this place later, once it is shown. */
  sees(type: Later['type'], conversationId: string, seq: number): Promise<Later>
  /** Places shown of a conversation, in the order of showing. */
  seqs(conversationId: string): number[]
  /** What the server counts, once it is this or patience is over. */
  unreadOf(conversationId: string, expected: number): Promise<number>
  leave(): Promise<void>
}

export interface Cast {
  /** Registers on first entry; `before` is the same device's earlier appearance. */
  enter(name: string, transport: Transport, before?: Character): Promise<Character>
  close(): Promise<void>
}

async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw new Error(`not in ${patienceMs / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** User names end in the stamp, as a server that keeps its data has seen other performances. */
export function createCast(apiUrl: string, stamp: string): Cast {
  const appId = 'demo'
  const clients: Client[] = []
  return {
    async enter(name, transport, before) {
      const credentials = { userName: `${name}-${stamp}`, password: `password of ${name} ${stamp}` }
      const storage = before?.storage ?? memoryStorage()
      if (!before) await callApi(`${apiUrl}/v1/${appId}/users`, { method: 'POST', body: { ...credentials, displayName: name } })
      const client = createClient({ apiUrl, appId, credentials, deviceId: 'stage', transport, storage })
      clients.push(client)
      const shown: Item[] = []
      client.on('item', (item) => shown.push(item))
      await client.connect()
      const seqs = (conversationId: string) => shown.filter((item) => item.conversationId === conversationId).map((item) => item.seq)
      return {
        name,
        client,
        storage,
        seqs,
        hears: (conversationId, seq) =>
          until(`${name} sees seq ${seq}`, () =>
            shown.filter((item) => item.type === 'MessageSent').find((item) => item.conversationId === conversationId && item.seq === seq),
          ),
        sees: (type, conversationId, targetSeq) =>
          until(`${name} is told ${type} of seq ${targetSeq}`, () => {
            const later = shown.filter((item): item is Later => 'targetSeq' in item && item.conversationId === conversationId)
            return later.find((item) => item.type === type && item.targetSeq === targetSeq)
          }),
        async unreadOf(conversationId, expected) {
          let last = -1
          await until(`${name} has ${expected} unread, not ${last}`, async () => {
            const { entries } = await client.unread()
            last = entries.find((entry) => entry.conversationId === conversationId)?.unread ?? 0
            return last === expected ? last : undefined
          })
          return last
        },
        leave: () => client.close(),
      }
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()))
    },
  }
}
