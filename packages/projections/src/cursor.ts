// The cursor a client holds between syncs: how far, in each partition of which log, it has seen. Opaque to clients and
// versioned. Each place names the record that stands before it, by its claim, so that a log which was put back is told from the one
// that was seen; whatever does not decode, or speaks of another log, leads to a full sync. A cursor given out in the middle of a
// sync of several pages also says where the next page begins.
import type { Checkpoint } from '@skein/event-sourcing'

const version = 2
const partitionsMax = 4096

export interface CursorPlace {
  /** 32-bit hash of the log epoch. */
  readonly epochHash: number
  /** 32-bit hash of the id of the claim under which the last event seen was written. */
  readonly claimHash: number
  /** Everything before this offset has been seen. */
  readonly nextOffset: number
}

export interface Cursor {
  /** By partition; one that is absent has been seen from its beginning, that is not at all. */
  readonly places: ReadonlyMap<number, CursorPlace>
  /** Set between the pages of a sync. */
  readonly unfinished: {
    /** What the client had seen when the sync began; null when it is a full one. */
    readonly since: ReadonlyMap<number, CursorPlace> | null
    /** The next page begins behind this conversation. */
    readonly afterConversationId: string
  } | null
}

export type CursorCheckpoint = Pick<Checkpoint, 'partition' | 'nextOffset' | 'logEpoch' | 'claimId'>

/** Places of a cursor that has seen what these checkpoints have. */
export function placesOf(checkpoints: Iterable<CursorCheckpoint>): ReadonlyMap<number, CursorPlace> {
  const places = new Map<number, CursorPlace>()
  for (const { partition, nextOffset, logEpoch, claimId } of checkpoints) {
    if (nextOffset > 0 && logEpoch !== '') places.set(partition, { epochHash: hashOf(logEpoch), claimHash: hashOf(claimId), nextOffset })
  }
  return places
}

export function encodeCursor({ places, unfinished }: Cursor): Uint8Array {
  const bytes: number[] = [version, (unfinished ? 1 : 0) | (unfinished?.since ? 2 : 0)]
  writePlaces(bytes, places)
  if (unfinished) {
    if (unfinished.since) writePlaces(bytes, unfinished.since)
    const id = new TextEncoder().encode(unfinished.afterConversationId)
    writeVarint(bytes, id.length)
    bytes.push(...id)
  }
  return Uint8Array.from(bytes)
}

/** Null for garbage, other versions and the empty cursor of a client that has seen nothing. */
export function decodeCursor(bytes: Uint8Array): Cursor | null {
  const reader = new Reader(bytes)
  if (reader.byte() !== version) return null
  const shape = reader.byte()
  if (shape > 3 || shape === 2) return null
  const places = reader.places()
  let unfinished: Cursor['unfinished'] = null
  if (shape & 1) unfinished = { since: shape & 2 ? reader.places() : null, afterConversationId: reader.text() }
  return reader.failed || !reader.atEnd ? null : { places, unfinished }
}

/** Whether a cursor's place speaks of this log. */
export const isOfLog = (place: CursorPlace, logEpoch: string): boolean => place.epochHash === hashOf(logEpoch)

/** Whether its last event was written under this claim. */
export const isOfClaim = (place: CursorPlace, claimId: string): boolean => place.claimHash === hashOf(claimId)

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
}

function writePlaces(bytes: number[], places: ReadonlyMap<number, CursorPlace>): void {
  writeVarint(bytes, places.size)
  for (const [partition, { epochHash, claimHash, nextOffset }] of [...places].sort(([a], [b]) => a - b)) {
    writeVarint(bytes, partition)
    for (const hash of [epochHash, claimHash]) bytes.push(hash >>> 24, (hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255)
    writeVarint(bytes, nextOffset)
  }
}

/** Reads what it can and remembers that it failed; never throws. Beyond the end there are zeros, and whoever has read some is not at the end. */
class Reader {
  readonly #bytes: Uint8Array
  #position = 0
  failed = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.#position === this.#bytes.length
  }

  byte(): number {
    return this.#bytes[this.#position++] ?? 0
  }

  varint(): number {
    let value = 0
    for (let scale = 1; scale < 2 ** 53; scale *= 0x80) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) this.failed = true
        return value
      }
    }
    this.failed = true
    return 0
  }

  #hash(): number {
    return ((this.byte() << 24) | (this.byte() << 16) | (this.byte() << 8) | this.byte()) >>> 0
  }

  places(): ReadonlyMap<number, CursorPlace> {
    const count = this.varint()
    const places = new Map<number, CursorPlace>()
    for (let i = 0; i < count && !this.failed; i++) {
      const partition = this.varint()
      const epochHash = this.#hash()
      const claimHash = this.#hash()
      const nextOffset = this.varint()
      if (partition >= partitionsMax || places.has(partition)) this.failed = true
      places.set(partition, { epochHash, claimHash, nextOffset })
    }
    return places
  }

  text(): string {
    const length = this.varint()
    const bytes = this.#bytes.subarray(this.#position, this.#position + length)
    this.#position += length
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      this.failed = true
      return ''
    }
  }
}
