// Items as an async iterator: bounded, so that a loop that falls behind ends with an error instead of filling memory.

import { SkeinError } from '../skein-error.ts'
import type { Item } from './item.ts'

export interface ItemStream extends AsyncIterableIterator<Item> {
  push(item: Item): void
  end(error?: SkeinError): void
}

export function createItemStream(itemsMax: number, onEnd: () => void): ItemStream {
  const items: Item[] = []
  let waiting: { resolve: (result: IteratorResult<Item>) => void; reject: (error: SkeinError) => void } | null = null
  let ended = false
  let failure: SkeinError | undefined

  const stream: ItemStream = {
    push(item) {
      if (ended) return
      if (waiting) {
        waiting.resolve({ done: false, value: item })
        waiting = null
      } else if (items.length >= itemsMax) {
        stream.end(new SkeinError('SLOW_ITERATOR', `${itemsMax} items wait already`))
      } else items.push(item)
    },
    end(error) {
      if (ended) return
      ended = true
      failure = error
      onEnd()
      if (error) waiting?.reject(error)
      else waiting?.resolve({ done: true, value: undefined })
      waiting = null
    },
    async next() {
      const item = items.shift()
      if (item) return { done: false, value: item }
      if (failure) throw failure
      if (ended) return { done: true, value: undefined }
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
      })
    },
    async return() {
      items.length = 0
      stream.end()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => stream,
  }
  return stream
}
