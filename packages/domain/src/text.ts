// What text may be stored: bounded, without U+0000 (PostgreSQL has no place for it), without half a surrogate pair
// (UTF-8 has none).

/** Whether a text can be stored and is between the two lengths, in UTF-16 code units. */
export const isText = (value: string, charsMin: number, charsMax: number): boolean =>
  value.length >= charsMin && value.length <= charsMax && !value.includes('\0') && value.isWellFormed()
