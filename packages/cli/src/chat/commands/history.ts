// Shows the last items of the present conversation, page by page until there are as many as asked for.
import type { Client, Item } from '@skein/client'
import type { ChatCommand } from '../chat-command.ts'
import { mistyped } from '../mistyped.ts'
import { clock, describeItem, itemFields } from '../output.ts'

const itemsByDefault = 20
const itemsMax = 1_000

function countOf(word: string | undefined): number {
  if (word === undefined) return itemsByDefault
  const count = /^\d+$/.test(word) ? Number(word) : 0
  if (count < 1 || count > itemsMax) throw mistyped(`${word}: a count from 1 to ${itemsMax}`)
  return count
}

async function newest(client: Client, conversationId: string, count: number): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = []
  for (;;) {
    const page = await client.history(conversationId, { limit: count - items.length, beforeSeq: items[0]?.seq ?? 0 })
    items.unshift(...page.items)
    if (!page.more || page.items.length === 0 || items.length >= count) return { items, more: page.more }
  }
}

export const history: ChatCommand = {
  name: 'history',
  usage: '[count]',
  purpose: 'the last messages here',
  async run({ client, names, output, here }, [word]) {
    const { items, more } = await newest(client, here(), countOf(word))
    const lines = await Promise.all(
      items.map(async (item) => `${item.seq}. ${clock(item.occurredAtMs)} ${await describeItem(item, names)}`),
    )
    output.notice('history', [more ? '(there is more before)' : '(from the beginning)', ...lines].join('\n'), {
      items: items.map(itemFields),
      more,
    })
  },
}
