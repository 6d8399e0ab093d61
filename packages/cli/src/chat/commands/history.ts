// Shows the last items of the present conversation.
import type { ChatCommand } from '../chat-command.ts'
import { describeItem, itemFields } from '../output.ts'

const itemsByDefault = 20

export const history: ChatCommand = {
  name: 'history',
  usage: '[count]',
  purpose: 'the last messages here',
  async run({ client, names, output, here }, [count]) {
    const { items, more } = await client.history(here(), { limit: Number(count) || itemsByDefault })
    const lines = await Promise.all(items.map(async (item) => `${item.seq}. ${await describeItem(item, names)}`))
    output.notice('history', [more ? '(there is more before)' : '(from the beginning)', ...lines].join('\n'), {
      items: items.map(itemFields),
      more,
    })
  },
}
