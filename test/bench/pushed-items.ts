// Looks at the items of a push without decoding them: whose and which each is, and where it stands. Where fifty thousand of them come each
// second to one process of load, decoding them all would be what is measured.

/** Of one item, within the bytes that were read: its own place, that of its conversation's id, and its seq. The same object for every item. */
export interface PushedItem {
  from: number
  to: number
  idFrom: number
  idTo: number
  seq: number
}

export type ReadItems = (body: Uint8Array, each: (item: PushedItem) => void) => void

/** Tags of protobuf, as field number and wire type: items of a push, conversation_id and seq of an item. */
const tags = { item: 0x0a, conversationId: 0x0a, seq: 0x10 } as const
const wireTypes = { varint: 0, eightBytes: 1, bytes: 2, fourBytes: 5 } as const

/** Throws on what is no push. */
export function createItemReader(): ReadItems {
  const item: PushedItem = { from: 0, to: 0, idFrom: 0, idTo: 0, seq: 0 }
  let at = 0

  function varint(bytes: Uint8Array): number {
    let value = 0
    for (let scale = 1; at < bytes.length; scale *= 128) {
      const byte = bytes[at++]!
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
    throw new Error('a push that ends within a number')
  }

  function skip(bytes: Uint8Array, tag: number): void {
    const wireType = tag & 7
    if (wireType === wireTypes.varint) varint(bytes)
    else if (wireType === wireTypes.bytes) {
      const length = varint(bytes)
      at += length
    } else if (wireType === wireTypes.eightBytes) at += 8
    else if (wireType === wireTypes.fourBytes) at += 4
    else throw new Error(`a push with wire type ${wireType}`)
  }

  function readItem(bytes: Uint8Array): void {
    const length = varint(bytes)
    item.from = item.idFrom = item.idTo = at
    item.to = at + length
    item.seq = 0
    if (item.to > bytes.length) throw new Error('a push that ends within an item')
    // Fields come in the order of their numbers: behind the seq there is nothing to look for.
    while (at < item.to && item.seq === 0) {
      const tag = varint(bytes)
      if (tag === tags.conversationId) {
        const idBytes = varint(bytes)
        item.idFrom = at
        item.idTo = at += idBytes
      } else if (tag === tags.seq) item.seq = varint(bytes)
      else skip(bytes, tag)
    }
    at = item.to
  }

  return (bytes, each) => {
    for (at = 0; at < bytes.length; ) {
      const tag = varint(bytes)
      if (tag !== tags.item) {
        skip(bytes, tag)
        continue
      }
      readItem(bytes)
      const next = at
      each(item)
      at = next
    }
  }
}
