// Pages: how many items one may ask for, and how much one answer may weigh. What does not fit is left out, and the answer says so.
import type { EncodedItem } from '@skein/projections'

type Encodable<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Element)[]
    ? Encodable<Element>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Encodable<T[Key]> }
      : T

/** Codecs change nothing of what they encode, though their types do not say so. */
export const encodable = <T>(value: T): Encodable<T> => value as Encodable<T>

/** Of an item within an answer: its tag and its length. */
const framingBytes = 8

/** 0 asks for the default. */
export const pageLimit = (asked: number, byDefault: number, max: number): number => (asked === 0 ? byDefault : Math.min(asked, max))

/** As many items from the start (or the end) as fit into `bytesMax`, at least one. */
export function cutItems(items: readonly EncodedItem[], bytesMax: number, keep: 'first' | 'last'): EncodedItem[] {
  let bytes = 0
  for (let i = 0; i < items.length; i++) {
    bytes += items[keep === 'first' ? i : items.length - 1 - i]!.length + framingBytes
    if (bytes > bytesMax && i > 0) return keep === 'first' ? items.slice(0, i) : items.slice(items.length - i)
  }
  return [...items]
}
