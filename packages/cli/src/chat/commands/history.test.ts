// Story: `/history 500` showed two hundred messages, as many as a server tells at once, and did not say that there were more.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { ChatFloor } from '../chat-command.ts'
import { history } from './history.ts'

const pageMax = 2

/** A conversation of so many items, of which the server tells two at once. */
async function shown(count: number, word?: string) {
  let said: { readonly text: string; readonly fields: unknown } | undefined
  const client = {
    history: async (_: string, { limit, beforeSeq }: { limit: number; beforeSeq: number }) => {
      const last = beforeSeq === 0 ? count : beforeSeq - 1
      const first = Math.max(1, last - Math.min(limit, pageMax) + 1)
      const items = Array.from({ length: last - first + 1 }, (_, i) => ({
        type: 'unknown',
        seq: first + i,
        actorId: 'ann',
        occurredAtMs: 0,
      }))
      return { items, more: first > 1 }
    },
  }
  const output = { notice: (_: string, text: string, fields: unknown) => (said = { text, fields }) }
  const floor = { client, output, here: () => 'g:one', names: { user: async (userId: string) => userId } }
  await history.run(floor as unknown as ChatFloor, word === undefined ? [] : [word], '')
  const { items, more } = said!.fields as { items: { seq: number }[]; more: boolean }
  return { seqs: items.map(({ seq }) => seq), more, first: said!.text.split('\n')[0] }
}

test('as many are shown as were asked for, however few the server tells at once', async () => {
  assert.deepEqual(await shown(7, '5'), { seqs: [3, 4, 5, 6, 7], more: true, first: '(there is more before)' })
  assert.deepEqual(await shown(5, '9'), { seqs: [1, 2, 3, 4, 5], more: false, first: '(from the beginning)' })
  assert.equal((await shown(30)).seqs.length, 20)
})
