// What text may be stored: bounded, without U+0000 (PostgreSQL has no place for it), without half a surrogate pair
// (UTF-8 has none). What people are shown, or a header or a link is made of, has narrower rules.
import { isName, isPlainLine } from '@skein/contracts'

/** Whether a text can be stored and is between the two lengths, in UTF-16 code units. */
export const isText = (value: string, charsMin: number, charsMax: number): boolean =>
  value.length >= charsMin && value.length <= charsMax && !value.includes('\0') && value.isWellFormed()

/** A name of somebody or something, as people are shown it. */
export const isShownName = (value: string, charsMax: number): boolean => value.length <= charsMax && isName(value)

/** The name of a file; there may be none. */
export const isFileName = (value: string, charsMax: number): boolean => value.length <= charsMax && isPlainLine(value)

/** What can stand in a header as it is, such as a media type: printable ASCII. */
export const isHeaderText = (value: string, charsMin: number, charsMax: number): boolean =>
  value.length >= charsMin && value.length <= charsMax && /^(?:[!-~](?:[ -~]*[!-~])?)?$/.test(value)

/** Where a file may be fetched from: nothing that a client would run, or read on its own machine. */
export const isWebAddress = (value: string, charsMax: number): boolean => value.length <= charsMax && /^https?:\/\/[!-~]+$/i.test(value)
