// Pages: how many items one may ask for. How much an answer may weigh is for the views to say, where it is read.

type Encodable<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Element)[]
    ? Encodable<Element>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Encodable<T[Key]> }
      : T

/** Codecs change nothing of what they encode, though their types do not say so. */
export const encodable = <T>(value: T): Encodable<T> => value as Encodable<T>

/** 0 asks for the default. */
export const pageLimit = (asked: number, byDefault: number, max: number): number => (asked === 0 ? byDefault : Math.min(asked, max))
