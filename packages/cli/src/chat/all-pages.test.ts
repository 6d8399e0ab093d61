// Lists that come in pages, whole: each page behind the last entry of the one before.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allPages } from './all-pages.ts'

test('each page is asked for behind the last entry of the one before, until there is no more', async () => {
  const asked: (string | undefined)[] = []
  const pages = [['a', 'b'], ['c']]
  const found = await allPages('users', async (last?: string) => {
    asked.push(last)
    return { users: pages.shift()!, more: pages.length > 0 }
  })
  assert.deepEqual(
    [found, asked],
    [
      ['a', 'b', 'c'],
      [undefined, 'b'],
    ],
  )
})

test('a page of nothing ends it, whatever is said of more', async () => {
  assert.deepEqual(await allPages('users', async (_last?: string) => ({ users: [], more: true })), [])
})
